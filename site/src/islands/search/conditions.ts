import { formatShortDay } from '../../lib/dates.ts';
import {
  EMPTY_STATE,
  toggleFilter,
  type FacetDefinition,
  type SearchNear,
  type SearchState,
} from '../../lib/search-params.ts';
import { TEXTS } from './texts.ts';

/** Something beside the text by which results are narrowed, and the same search without it. */
export interface Condition {
  key: string;
  label: string;
  without: SearchState;
}

/** The chosen conditions of a search, in the order of the filters. The kind has its own row. */
export function conditionsOf(state: SearchState, facets: readonly FacetDefinition[]): Condition[] {
  const { near, availableFrom: from, availableUntil: until } = state;
  const chosen = facets
    .filter(({ name }) => name !== 'kind')
    .flatMap((facet) =>
      facet.options
        .filter(({ value }) => state.filters[facet.name].includes(value))
        .map(({ value, label }) => ({
          key: `${facet.name} ${value}`,
          label,
          without: toggleFilter(state, facet, value),
        })),
    );
  if (near !== null) {
    chosen.push({ key: 'near', label: nearWords(near), without: withNear(state, null) });
  }
  if (from !== null || until !== null) {
    const without = { ...state, availableFrom: null, availableUntil: null, pages: 1 };
    chosen.push({ key: 'available', label: availableWords(from, until), without });
  }
  return chosen;
}

/** The same search from another place, or from none: then nothing can be the nearest. */
export function withNear(state: SearchState, near: SearchNear | null): SearchState {
  const { sort } = state;
  const isLost = near === null && sort === 'nearest';
  return { ...state, near, sort: isLost ? 'relevance' : sort, pages: 1 };
}

/** The same text and kind without any other condition. */
export function withoutConditions(state: SearchState): SearchState {
  const { text, filters, sort } = state;
  return withNear(
    { ...EMPTY_STATE, text, filters: { ...EMPTY_STATE.filters, kind: filters.kind }, sort },
    null,
  );
}

function nearWords({ origin, radiusKm }: SearchNear): string {
  return radiusKm === null
    ? TEXTS.nearChip(origin.label)
    : TEXTS.radiusChip(radiusKm, origin.label);
}

function availableWords(from: string | null, until: string | null): string {
  if (from !== null && until !== null) {
    return TEXTS.availableBetween(formatShortDay(from), formatShortDay(until));
  }
  return TEXTS.availableOn(formatShortDay(from ?? until ?? ''));
}
