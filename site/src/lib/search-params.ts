/** What results can be narrowed by, in the order in which the page offers it. */
export const FACETS = ['kind', 'category', 'mode', 'place', 'audience', 'status'] as const;
export type FacetName = (typeof FACETS)[number];

/** Names in the address of the search page: `/suche/?q=stapler&ort=teltow`. */
export const SEARCH_PARAMS = {
  text: 'q',
  kind: 'art',
  category: 'kategorie',
  mode: 'modus',
  place: 'ort',
  audience: 'fuer',
  status: 'status',
  sort: 'sortierung',
  page: 'seite',
} as const;

export const SEARCH_SORTS = ['relevance', 'newest'] as const;
export type SearchSort = (typeof SEARCH_SORTS)[number];

const SORT_SLUGS: Record<SearchSort, string> = { relevance: 'beste', newest: 'neueste' };

/** One value of a facet. `value` is what documents hold, `slug` what the address shows. */
export interface FacetOption {
  value: string;
  slug: string;
  label: string;
  /** Value of the option above it; categories have two levels. */
  parent?: string;
  /** Number of documents in the whole region. */
  count: number;
}

export interface FacetDefinition {
  name: FacetName;
  label: string;
  options: FacetOption[];
}

export type FacetSelection = Record<FacetName, readonly string[]>;

/** All that the address of the search page says. */
export interface SearchState {
  text: string;
  filters: FacetSelection;
  sort: SearchSort;
  /** Number of portions of results on show, from 1. */
  pages: number;
}

/** Longer searches are cut: they are pasted by mistake, and no engine gains from them. */
export const MAX_TEXT_LENGTH = 200;
const MAX_PAGES = 50;

const NO_FILTERS: FacetSelection = {
  kind: [],
  category: [],
  mode: [],
  place: [],
  audience: [],
  status: [],
};

/** Nothing asked, nothing chosen. */
export const EMPTY_STATE: SearchState = {
  text: '',
  filters: NO_FILTERS,
  sort: 'relevance',
  pages: 1,
};

/**
 * Reads the state of a search from an address. Unknown names and values are ignored, so that old or
 * damaged links still lead to results.
 */
export function parseSearchParams(
  params: URLSearchParams,
  facets: readonly FacetDefinition[],
): SearchState {
  const filters: FacetSelection = { ...NO_FILTERS };
  for (const facet of facets) {
    const slugs = new Set(params.getAll(SEARCH_PARAMS[facet.name]));
    filters[facet.name] = facet.options
      .filter(({ slug }) => slugs.has(slug))
      .map(({ value }) => value);
  }
  const sort = params.get(SEARCH_PARAMS.sort);
  const page = params.get(SEARCH_PARAMS.page) ?? '';
  return {
    text: cleanText(params.get(SEARCH_PARAMS.text) ?? ''),
    filters,
    sort: SEARCH_SORTS.find((name) => SORT_SLUGS[name] === sort) ?? 'relevance',
    pages: /^\d{1,3}$/.test(page) ? Math.min(Math.max(Number(page), 1), MAX_PAGES) : 1,
  };
}

/** Writes the state as query parameters: only what differs from the start, always in one order. */
export function toSearchParams(
  state: SearchState,
  facets: readonly FacetDefinition[],
): URLSearchParams {
  const params = new URLSearchParams();
  const text = cleanText(state.text);
  if (text !== '') params.set(SEARCH_PARAMS.text, text);
  for (const facet of facets) {
    for (const { value, slug } of facet.options) {
      if (state.filters[facet.name].includes(value)) params.append(SEARCH_PARAMS[facet.name], slug);
    }
  }
  if (state.sort !== 'relevance') params.set(SEARCH_PARAMS.sort, SORT_SLUGS[state.sort]);
  if (state.pages > 1) params.set(SEARCH_PARAMS.page, String(state.pages));
  return params;
}

/** Text as engines get it: without control characters, single spaces, at most 200 characters. */
export function cleanText(text: string): string {
  const plain = text
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cs}\s]+/gu, ' ')
    .trim();
  return Array.from(plain).slice(0, MAX_TEXT_LENGTH).join('').trim();
}

/** True if there is something to search for. */
export function isSearching(state: SearchState): boolean {
  return cleanText(state.text) !== '' || countFilters(state) > 0 || state.sort !== 'relevance';
}

/** Number of chosen facet values. */
export function countFilters(state: SearchState): number {
  return FACETS.reduce((count, name) => count + state.filters[name].length, 0);
}

/**
 * Adds a value to a facet or takes it away, and returns to the first portion of results. A category
 * replaces the ones above and below it: narrowing is the wish, not both.
 */
export function toggleFilter(
  state: SearchState,
  facet: FacetDefinition,
  value: string,
): SearchState {
  const chosen = state.filters[facet.name];
  const parentOf = (child: string) => facet.options.find((o) => o.value === child)?.parent;
  const others = chosen.filter((other) => parentOf(other) !== value && other !== parentOf(value));
  const next = chosen.includes(value) ? chosen.filter((o) => o !== value) : [...others, value];
  return { ...state, filters: { ...state.filters, [facet.name]: next }, pages: 1 };
}

/** Chooses one value of a facet alone, or with null none. */
export function selectOnly(
  state: SearchState,
  facet: FacetDefinition,
  value: string | null,
): SearchState {
  const chosen = value === null ? [] : [value];
  return { ...state, filters: { ...state.filters, [facet.name]: chosen }, pages: 1 };
}
