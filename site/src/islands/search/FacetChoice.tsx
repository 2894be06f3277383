import { SEARCH_PARAMS, type FacetName, type FacetOption } from '../../lib/search-params.ts';

interface Props {
  name: FacetName;
  option: Pick<FacetOption, 'value' | 'slug' | 'label' | 'parent'>;
  isChosen: boolean;
  /** Hits that it would show. */
  count: number;
  onToggle: (value: string) => void;
}

/** One value of a facet, to be ticked. */
export function FacetChoice({ name, option, isChosen, count, onToggle }: Props) {
  const { value, slug, label, parent } = option;
  return (
    <label className={parent === undefined ? 'filter-option' : 'filter-option is-child'}>
      <input
        type="checkbox"
        name={SEARCH_PARAMS[name]}
        value={slug}
        checked={isChosen}
        onChange={() => {
          onToggle(value);
        }}
      />
      <span>{label}</span>
      <span className="number">{count}</span>
    </label>
  );
}
