import { SEARCH_PARAMS, SEARCH_SORTS, type SearchSort } from '../../lib/search-params.ts';
import { TEXTS } from './texts.ts';

interface Props {
  sort: SearchSort;
  /** Without a text, the newest are the most relevant. */
  hasText: boolean;
  /** Without places, nothing is near. */
  hasPlaces: boolean;
  onChoose: (sort: SearchSort) => void;
}

export function SortChoice({ sort, hasText, hasPlaces, onChoose }: Props) {
  const offered = SEARCH_SORTS.filter(
    (name) => (hasText || name !== 'relevance') && (hasPlaces || name !== 'nearest'),
  );
  return (
    <label className="search-sort">
      <span className="visually-hidden">{TEXTS.sort}</span>
      <select
        name={SEARCH_PARAMS.sort}
        value={offered.includes(sort) ? sort : 'newest'}
        onChange={(event) => {
          const chosen = offered.find((name) => name === event.target.value);
          if (chosen !== undefined) onChoose(chosen);
        }}
      >
        {offered.map((name) => (
          <option key={name} value={name}>
            {TEXTS.sorts[name]}
          </option>
        ))}
      </select>
    </label>
  );
}
