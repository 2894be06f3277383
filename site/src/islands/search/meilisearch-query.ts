import { facetAttribute, toDayNumber } from '../../lib/search-meilisearch-fields.ts';
import { RADII_KM, type RadiusKm } from '../../lib/search-near.ts';
import { toIndexWord } from '../../lib/search-pagefind.ts';
import { FACETS, type FacetName } from '../../lib/search-params.ts';
import type { PlannedWord, SearchPlan } from '../../lib/search-plan.ts';
import { WANTED_FACTOR, type WordSet } from '../../lib/search-rank.ts';
import type { SearchQuery } from './provider.ts';

/** One of the searches that Meilisearch is asked for together. */
export interface MeilisearchQuery {
  /** All of the first level must be met, of the second one is enough. */
  filter: (string | string[])[];
  q?: string;
  matchingStrategy?: 'all';
  federationOptions?: { weight: number };
  attributesToRetrieve?: string[];
  sort?: string[];
  facets?: string[];
  page?: number;
  hitsPerPage?: number;
}

/** How many documents there are, and how many for each value of some facets. */
export interface MeilisearchCounts {
  totalHits: number;
  facetDistribution?: Record<string, Counts>;
}

type Counts = Record<string, number>;

/** How far the share of answered words outweighs where they stand. */
const SHARE_POWER = 2;
const NEWEST_FIRST = 'published:desc';

/**
 * The documents that answer some of the sets, in the order asked for: by relevance one search for each
 * set, to be brought together.
 *
 * @param wanted - A kind of documents that comes a little before the others.
 */
export function hitsOf(
  sets: readonly WordSet[],
  query: SearchQuery,
  wanted: SearchPlan['wanted'],
): MeilisearchQuery[] {
  const filter = conditionsOf(query);
  const sort = sortOf(query);
  if (sort !== null || sets.length === 0) {
    return [
      {
        filter: [...answersOneOf(sets), ...filter],
        attributesToRetrieve: ['hit'],
        // Without a text the newest are the most relevant.
        sort: [sort ?? NEWEST_FIRST],
      },
    ];
  }
  return sets.flatMap(({ words, share }) => {
    const weight = share ** SHARE_POWER;
    const search: MeilisearchQuery = {
      filter,
      q: inAskedOrder(words).flatMap(indexWordsOf).join(' '),
      matchingStrategy: 'all',
      attributesToRetrieve: ['hit'],
      federationOptions: { weight },
    };
    if (wanted === null) return [search];
    const ofKind = `${facetAttribute('kind')} = ${quote(wanted)}`;
    const raised = { weight: weight * WANTED_FACTOR };
    return [search, { ...search, filter: [...filter, ofKind], federationOptions: raised }];
  });
}

/**
 * The number of all documents, with the counts of facets without a choice; then for each facet with
 * choices and each radius the number that its other values would show.
 *
 * @param sets - Documents have to answer one of them; empty: there is no text.
 */
export function countsOf(sets: readonly WordSet[], query: SearchQuery): MeilisearchQuery[] {
  const answering = answersOneOf(sets);
  const search = (conditions: Partial<SearchQuery>, names: readonly FacetName[]) => ({
    filter: [...answering, ...conditionsOf({ ...query, ...conditions })],
    facets: names.map(facetAttribute),
    page: 1,
    hitsPerPage: 0,
  });
  const { near, filters } = query;
  const isChosen = (name: FacetName) => filters[name].length > 0;
  return [
    search(
      {},
      FACETS.filter((name) => !isChosen(name)),
    ),
    ...FACETS.filter(isChosen).map((name) =>
      search({ filters: { ...filters, [name]: [] } }, [name]),
    ),
    ...(near === null
      ? []
      : RADII_KM.map((radiusKm) => search({ near: { ...near, radiusKm } }, []))),
  ];
}

/** The number of documents that answer one of the sets, whatever else they are. */
export function countOf(sets: readonly WordSet[]): MeilisearchQuery {
  return { filter: answersOneOf(sets), page: 1, hitsPerPage: 0 };
}

/** What {@link countsOf} asked for, by the order of its answers. */
export function readCounts(
  { filters, near }: SearchQuery,
  answers: readonly MeilisearchCounts[],
): {
  total: number;
  facets: Record<FacetName, Counts>;
  withinKm: Partial<Record<RadiusKm, number>>;
} {
  const chosen = FACETS.filter((name) => filters[name].length > 0);
  const [first, ...others] = answers;
  const countsIn = (name: FacetName) => {
    const position = chosen.indexOf(name);
    const answer = position === -1 ? first : others[position];
    return [name, answer?.facetDistribution?.[facetAttribute(name)] ?? {}];
  };
  const within = others.slice(chosen.length);
  return {
    total: first?.totalHits ?? 0,
    facets: Object.fromEntries(FACETS.map(countsIn)) as Record<FacetName, Counts>,
    withinKm:
      near === null
        ? {}
        : Object.fromEntries(RADII_KM.map((km, index) => [km, within[index]?.totalHits ?? 0])),
  };
}

/** The counts of several indexes together. */
export function sumCounts(all: readonly MeilisearchCounts[]): MeilisearchCounts {
  const facetDistribution: Record<string, Counts> = {};
  for (const counts of all) {
    for (const [name, values] of Object.entries(counts.facetDistribution ?? {})) {
      const sum = (facetDistribution[name] ??= {});
      for (const [value, count] of Object.entries(values)) sum[value] = (sum[value] ?? 0) + count;
    }
  }
  return { totalHits: all.reduce((sum, { totalHits }) => sum + totalHits, 0), facetDistribution };
}

/** What must be met beside the text. */
function conditionsOf(query: SearchQuery): (string | string[])[] {
  const { filters, near, availableFrom, availableUntil } = query;
  const first = availableFrom ?? availableUntil;
  const last = availableUntil ?? availableFrom;
  return [
    ...FACETS.filter((name) => filters[name].length > 0).map((name) =>
      filters[name].map((value) => `${facetAttribute(name)} = ${quote(value)}`),
    ),
    ...(first === null || last === null
      ? []
      : [`availableFrom <= ${toDayNumber(first)}`, `availableUntil >= ${toDayNumber(last)}`]),
    ...(near?.radiusKm == null
      ? []
      : [`_geoRadius(${near.origin.latitude}, ${near.origin.longitude}, ${near.radiusKm * 1000})`]),
  ];
}

function answersOneOf(sets: readonly WordSet[]): string[][] {
  if (sets.length === 0) return [];
  const has = (word: PlannedWord) =>
    indexWordsOf(word).map((term) =>
      word.isPrefix ? `words STARTS WITH ${quote(term)}` : `words = ${quote(term)}`,
    );
  return [smallest(sets).map(({ words }) => words.flatMap(has).join(' AND '))];
}

/** Sets that hold no other one: who answers a larger one answers these, too. */
function smallest(sets: readonly WordSet[]): WordSet[] {
  const holds = (large: WordSet, small: WordSet) =>
    large !== small && small.words.every((word) => large.words.includes(word));
  return sets.filter((set) => !sets.some((other) => holds(set, other)));
}

/** Null: by relevance. */
function sortOf({ sort, near }: SearchQuery): string | null {
  switch (sort) {
    case 'relevance':
      return null;
    case 'newest':
      return NEWEST_FIRST;
    case 'ending':
      return 'ends:asc';
    case 'nearest':
      return near && `_geoPoint(${near.origin.latitude}, ${near.origin.longitude}):asc`;
  }
}

/** The last word of a search may be the beginning of one. */
function inAskedOrder(words: readonly PlannedWord[]): PlannedWord[] {
  return words.toSorted((a, b) => Number(a.isPrefix) - Number(b.isPrefix) || b.weight - a.weight);
}

function indexWordsOf({ terms, isPrefix }: PlannedWord): string[] {
  return isPrefix ? terms : terms.map(toIndexWord);
}

/** A value as filters take it, whatever it holds. */
function quote(value: string): string {
  return `"${value.replace(/["\\]/g, '\\$&')}"`;
}
