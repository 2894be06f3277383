import type { FacetDefinition, SearchState } from '../../lib/search-params.ts';
import { conditionsOf, withoutConditions } from './conditions.ts';
import { TEXTS } from './texts.ts';

interface Props {
  state: SearchState;
  facets: readonly FacetDefinition[];
  onChange: (state: SearchState) => void;
}

/** The chosen filters, each with a way out. */
export function FilterChips({ state, facets, onChange }: Props) {
  const chosen = conditionsOf(state, facets);
  if (chosen.length === 0) return null;
  return (
    <ul className="chips" aria-label={TEXTS.chosenFilters}>
      {chosen.map(({ key, label, without }) => (
        <li key={key}>
          <button
            type="button"
            className="chip"
            aria-label={TEXTS.removeFilter(label)}
            onClick={() => {
              onChange(without);
            }}
          >
            {label}
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
              onChange(withoutConditions(state));
            }}
          >
            {TEXTS.removeAll}
          </button>
        </li>
      )}
    </ul>
  );
}
