import type { FacetDefinition, SearchState } from '../../lib/search-params.ts';
import { FacetGroup } from './FacetGroup.tsx';
import type { SearchAnswer } from './provider.ts';
import { TEXTS } from './texts.ts';

interface Props {
  id: string;
  state: SearchState;
  facets: readonly FacetDefinition[];
  answer: SearchAnswer;
  /** On phones; wide screens always have room for it. */
  isOpen: boolean;
  onClose: () => void;
  onToggle: (facet: FacetDefinition, value: string) => void;
}

/** Facets whose values are visible without opening them. */
const OPEN_FACETS = new Set(['region', 'category', 'mode', 'place']);

/** Beside the results on wide screens; on phones behind a button, above the results. */
export function FilterPanel({ id, state, facets, answer, isOpen, onClose, onToggle }: Props) {
  return (
    <div id={id} className={isOpen ? 'search-filters filters is-open' : 'search-filters filters'}>
      <h3 className="filters-title">{TEXTS.filters}</h3>
      {facets
        .filter(({ name }) => name !== 'kind')
        .map((facet) => (
          <FacetGroup
            key={facet.name}
            facet={facet}
            chosen={state.filters[facet.name]}
            counts={answer.facets[facet.name]}
            isOpen={OPEN_FACETS.has(facet.name)}
            onToggle={(value) => {
              onToggle(facet, value);
            }}
          />
        ))}
      <div className="search-filters-closer">
        <button type="button" className="button" onClick={onClose}>
          {TEXTS.showHits(answer.total)}
        </button>
      </div>
    </div>
  );
}
