import { facetAttribute, toDayNumber } from '../../lib/search-meilisearch.ts';
import { RADII_KM, type RadiusKm } from '../../lib/search-near.ts';
import { toIndexWord } from '../../lib/search-pagefind.ts';
import { FACETS, type FacetName } from '../../lib/search-params.ts';
import type { PlannedWord } from '../../lib/search-plan.ts';
import type { WordSet } from '../../lib/search-rank.ts';
import type { SearchQuery } from './provider.ts';

/** One of the searches that Meilisearch is asked for together. */
export interface MeilisearchQuery {
  indexUid: string;
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

/** How far the share of answered words outweighs where they stand. */
const SHARE_POWER = 2;

/** The best documents, of those that answer some of the sets: one search for each set, brought together. */
export function bestOf(
  indexUid: string,
  sets: readonly WordSet[],
  query: SearchQuery,
): MeilisearchQuery[] {
  const filter = conditionsOf(query);
  return sets.map(({ words, share }) => ({
    indexUid,
    filter,
    q: inAskedOrder(words).flatMap(indexWordsOf).join(' '),
    matchingStrategy: 'all',
    attributesToRetrieve: ['hit'],
    federationOptions: { weight: share ** SHARE_POWER },
  }));
}

/**
 * The number of all documents, with the counts of facets without a choice; then for each facet with
 * choices and each radius the number that its other values would show.
 *
 * @param sets - Documents have to answer one of them; empty: there is no text.
 * @param hits - Number of documents that the first answer shows, in the order asked for.
 */
export function countsOf(
  indexUid: string,
  sets: readonly WordSet[],
  query: SearchQuery,
  hits: number,
): MeilisearchQuery[] {
  const answering = answersOneOf(sets);
  const search = (conditions: Partial<SearchQuery>, names: readonly FacetName[]) => ({
    indexUid,
    filter: [...answering, ...conditionsOf({ ...query, ...conditions })],
    facets: names.map(facetAttribute),
    page: 1,
    hitsPerPage: 0,
  });
  const { near, filters } = query;
  const isChosen = (name: FacetName) => filters[name].length > 0;
  const free = FACETS.filter((name) => !isChosen(name));
  const sort = sortOf(query);
  return [
    {
      ...search({}, free),
      hitsPerPage: hits,
      attributesToRetrieve: ['hit'],
      ...(sort !== null && { sort: [sort] }),
    },
    ...FACETS.filter(isChosen).map((name) =>
      search({ filters: { ...filters, [name]: [] } }, [name]),
    ),
    ...(near === null
      ? []
      : RADII_KM.map((radiusKm) => search({ near: { ...near, radiusKm } }, []))),
  ];
}

/** The number of documents that answer one of the sets, whatever else they are. */
export function countOf(indexUid: string, sets: readonly WordSet[]): MeilisearchQuery {
  return { indexUid, filter: answersOneOf(sets), page: 1, hitsPerPage: 0 };
}

/** What {@link countsOf} asked for, by the order of its answers. */
export function readCounts(
  { filters, near }: SearchQuery,
  answers: readonly { totalHits: number; facetDistribution?: Record<string, Counts> }[],
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

type Counts = Record<string, number>;

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

/** Without a text the newest are the most relevant. */
function sortOf({ sort, near }: SearchQuery): string | null {
  switch (sort) {
    case 'relevance':
    case 'newest':
      return 'published:desc';
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
