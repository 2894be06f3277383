import { useId, useRef, useState } from 'react';
import { countFilters, type FacetDefinition, type SearchState } from '../../lib/search-params.ts';
import { FacetGroup } from './FacetGroup.tsx';
import type { SearchAnswer } from './provider.ts';
import { TEXTS } from './texts.ts';

interface Props {
  state: SearchState;
  facets: readonly FacetDefinition[];
  answer: SearchAnswer;
  onToggle: (facet: FacetDefinition, value: string) => void;
}

/** Facets whose values are visible without opening them. */
const OPEN_FACETS = new Set(['category', 'mode', 'place']);

/** Beside the results on wide screens; on phones behind a button, above the results. */
export function FilterPanel({ state, facets, answer, onToggle }: Props) {
  const [isOpen, setIsOpen] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const id = useId();
  const chosen = countFilters(state) - state.filters.kind.length;
  return (
    <div className="search-filters">
      <button
        ref={opener}
        type="button"
        className="search-filters-opener"
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => {
          setIsOpen(!isOpen);
        }}
      >
        {chosen === 0 ? TEXTS.filters : TEXTS.filtersChosen(chosen)}
      </button>
      <div id={id} className={isOpen ? 'search-filters-panel is-open' : 'search-filters-panel'}>
        <h2 className="search-filters-title">{TEXTS.filters}</h2>
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
        <button
          type="button"
          className="search-filters-closer"
          onClick={() => {
            setIsOpen(false);
            opener.current?.focus();
          }}
        >
          {TEXTS.showHits(answer.total)}
        </button>
      </div>
    </div>
  );
}
