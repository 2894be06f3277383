import {
  EMPTY_STATE,
  toggleFilter,
  type FacetDefinition,
  type SearchState,
} from '../../lib/search-params.ts';
import { TEXTS } from './texts.ts';

interface Props {
  state: SearchState;
  facets: readonly FacetDefinition[];
  onChange: (state: SearchState) => void;
}

/** The chosen filters, each with a way out. The kind has its own row above. */
export function FilterChips({ state, facets, onChange }: Props) {
  const chosen = facets
    .filter(({ name }) => name !== 'kind')
    .flatMap((facet) =>
      facet.options
        .filter(({ value }) => state.filters[facet.name].includes(value))
        .map((option) => ({ facet, option })),
    );
  if (chosen.length === 0) return null;
  return (
    <ul className="chips" aria-label={TEXTS.chosenFilters}>
      {chosen.map(({ facet, option }) => (
        <li key={`${facet.name} ${option.value}`}>
          <button
            type="button"
            className="chip"
            aria-label={TEXTS.removeFilter(option.label)}
            onClick={() => {
              onChange(toggleFilter(state, facet, option.value));
            }}
          >
            {option.label}
            <svg viewBox="0 0 24 24" width="16" height="16" aria-hidden="true">
              <path d="M6 6l12 12M18 6 6 18" stroke="currentColor" strokeWidth="2" />
            </svg>
          </button>
        </li>
      ))}
      {chosen.length > 1 && (
        <li>
          <button
            type="button"
            className="search-link-button"
            onClick={() => {
              const { kind } = state.filters;
              onChange({ ...state, filters: { ...EMPTY_STATE.filters, kind }, pages: 1 });
            }}
          >
            {TEXTS.removeAll}
          </button>
        </li>
      )}
    </ul>
  );
}
