import {
  findOrigin,
  RADII_KM,
  type RadiusKm,
  type SearchOrigin,
  type SearchPlace,
} from './search-near.ts';

/** What results can be narrowed by, in the order in which the page offers it. */
export const FACETS = [
  'kind',
  'region',
  'category',
  'mode',
  'price',
  'place',
  'audience',
  'organisationType',
  'status',
] as const;
export type FacetName = (typeof FACETS)[number];

/** Names in the address of the search page: `/suche/?q=stapler&ort=teltow`. */
export const SEARCH_PARAMS = {
  text: 'q',
  kind: 'art',
  region: 'region',
  category: 'kategorie',
  mode: 'modus',
  price: 'preis',
  place: 'ort',
  audience: 'fuer',
  organisationType: 'einrichtung',
  status: 'status',
  near: 'nahe',
  radius: 'umkreis',
  availableFrom: 'von',
  availableUntil: 'bis',
  sort: 'sortierung',
  page: 'seite',
  map: 'karte',
} as const;

export const SEARCH_SORTS = ['relevance', 'newest', 'nearest', 'ending'] as const;
export type SearchSort = (typeof SEARCH_SORTS)[number];

const SORT_SLUGS: Record<SearchSort, string> = {
  relevance: 'beste',
  newest: 'neueste',
  nearest: 'naechste',
  ending: 'endet-bald',
};

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

/** How far away things may be, and from where. */
export interface SearchNear {
  origin: SearchOrigin;
  /** Null: however far; for sorting and for showing distances. */
  radiusKm: RadiusKm | null;
}

/** What is asked, whichever engine answers. */
export interface SearchConditions {
  text: string;
  filters: FacetSelection;
  near: SearchNear | null;
  /**
   * First and last day, `YYYY-MM-DD`, of a time in which something must be available throughout. One
   * alone asks for that day. Only listings can be available.
   */
  availableFrom: string | null;
  availableUntil: string | null;
  /** Without a text, the newest are the most relevant. `nearest` needs an origin. */
  sort: SearchSort;
}

/** All that the address of the search page says. */
export interface SearchState extends SearchConditions {
  /** Number of portions of results on show, from 1. */
  pages: number;
  /** Whether the map is open where there is no room for it beside the list. */
  isMapOpen: boolean;
}

/** Longer searches are cut: they are pasted by mistake, and no engine gains from them. */
export const MAX_TEXT_LENGTH = 200;
const MAX_PAGES = 50;
const OPEN = 'offen';
const DAY = /^20\d\d-\d\d-\d\d$/;

const NO_FILTERS: FacetSelection = {
  kind: [],
  region: [],
  category: [],
  mode: [],
  price: [],
  place: [],
  audience: [],
  organisationType: [],
  status: [],
};

/** Nothing asked, nothing chosen. */
export const EMPTY_STATE: SearchState = {
  text: '',
  filters: NO_FILTERS,
  near: null,
  availableFrom: null,
  availableUntil: null,
  sort: 'relevance',
  pages: 1,
  isMapOpen: false,
};

/**
 * Reads the state of a search from an address. Unknown names and values are ignored, so that old or
 * damaged links still lead to results.
 *
 * @param params - Query parameters of the address.
 * @param facets - With all their values.
 * @param places - Where distances can be counted from.
 */
export function parseSearchParams(
  params: URLSearchParams,
  facets: readonly FacetDefinition[],
  places: readonly SearchPlace[],
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
  const availableFrom = toDay(params.get(SEARCH_PARAMS.availableFrom));
  const availableUntil = toDay(params.get(SEARCH_PARAMS.availableUntil));
  const isBackwards =
    availableFrom !== null && availableUntil !== null && availableUntil < availableFrom;
  return {
    text: cleanText(params.get(SEARCH_PARAMS.text) ?? ''),
    filters,
    near: parseNear(params, places),
    availableFrom,
    availableUntil: isBackwards ? null : availableUntil,
    sort: SEARCH_SORTS.find((name) => SORT_SLUGS[name] === sort) ?? 'relevance',
    pages: /^\d{1,3}$/.test(page) ? Math.min(Math.max(Number(page), 1), MAX_PAGES) : 1,
    isMapOpen: params.get(SEARCH_PARAMS.map) === OPEN,
  };
}

/** Writes the state as query parameters: only what differs from the start, always in one order. */
export function toSearchParams(
  state: SearchState,
  facets: readonly FacetDefinition[],
): URLSearchParams {
  const params = new URLSearchParams();
  const set = (name: keyof typeof SEARCH_PARAMS, value: string | number | null) => {
    if (value !== null) params.set(SEARCH_PARAMS[name], String(value));
  };
  const text = cleanText(state.text);
  if (text !== '') set('text', text);
  for (const facet of facets) {
    for (const { value, slug } of facet.options) {
      if (state.filters[facet.name].includes(value)) params.append(SEARCH_PARAMS[facet.name], slug);
    }
  }
  if (state.near !== null) {
    set('near', state.near.origin.value);
    set('radius', state.near.radiusKm);
  }
  set('availableFrom', state.availableFrom);
  set('availableUntil', state.availableUntil);
  if (state.sort !== 'relevance') set('sort', SORT_SLUGS[state.sort]);
  if (state.pages > 1) set('page', state.pages);
  if (state.isMapOpen) set('map', OPEN);
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

/** A day as date inputs and addresses give it; null if there is no such day in this century. */
export function toDay(text: string | null): string | null {
  if (text === null || !DAY.test(text)) return null;
  const time = Date.parse(`${text}T00:00:00Z`);
  // 30 February is read as 2 March.
  const exists = !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
  return exists ? text : null;
}

/** True if there is something to search for. */
export function isSearching(state: SearchState): boolean {
  return cleanText(state.text) !== '' || countFilters(state) > 0 || state.sort !== 'relevance';
}

/** Number of conditions beside the text. */
export function countFilters({
  filters,
  near,
  availableFrom,
  availableUntil,
}: SearchConditions): number {
  const others = [near, availableFrom ?? availableUntil].filter((condition) => condition !== null);
  return FACETS.reduce((count, name) => count + filters[name].length, others.length);
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

function parseNear(params: URLSearchParams, places: readonly SearchPlace[]): SearchNear | null {
  const origin = findOrigin(cleanText(params.get(SEARCH_PARAMS.near) ?? ''), places);
  if (origin === null) return null;
  const radius = params.get(SEARCH_PARAMS.radius);
  return { origin, radiusKm: RADII_KM.find((radiusKm) => String(radiusKm) === radius) ?? null };
}
