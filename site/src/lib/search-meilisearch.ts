import { toSearchHit, type SearchDocument, type SearchHit } from './search-document.ts';
import { facetValues } from './search-facets.ts';
import { facetAttribute, toDayNumber } from './search-meilisearch-fields.ts';
import { toIndexWord } from './search-pagefind.ts';
import { FACETS, type FacetName } from './search-params.ts';
import { standingOf } from './search-rank.ts';
import type { SearchTerms } from './search-terms.ts';

/** What a Meilisearch index holds of one document. Days are numbers, such as 20261124. */
export interface MeilisearchRecord {
  id: string;
  region: string;
  /** What a result shows. */
  hit: SearchHit;
  /** The terms by their groups, as words of the index. */
  terms: Record<keyof SearchTerms, string>;
  /** All terms once more, as values to filter by. */
  words: string[];
  facets: Record<FacetName, string[]>;
  _geo: { lat: number; lng: number } | null;
  /** In euro; null where it is not fixed. */
  price: number | null;
  published: number | null;
  ends: number | null;
  /** Only listings can be available; null for what is none. */
  availableFrom: number | null;
  availableUntil: number | null;
  /** 1 for what can be had; less for what is reserved or gone, and for what is no listing. */
  standing: number;
}

/** The groups of terms, from those that say most of a document to those that say least. */
const GROUPS = [
  'title',
  'named',
  'near',
  'around',
  'need',
  'text',
] as const satisfies readonly (keyof SearchTerms)[];

/** Days before and after all others. */
const ALWAYS = { from: 0, until: 99_999_999 };
/** As many results as an index can have are counted. */
const MOST_HITS = 1_000_000;
/** More than a region has categories, or places. */
const MOST_VALUES = 2_000;
/** Visitors have gone to Pagefind when it takes longer. */
const CUT_OFF_MS = 1_000;

/** Filters compare such values for being the same, and nobody searches among them. */
const sameOnly = (attributePatterns: readonly string[]) => ({
  attributePatterns,
  features: { facetSearch: false, filter: { equality: true, comparison: false } },
});
const comparable = (attributePatterns: readonly string[]) => ({
  attributePatterns,
  features: { facetSearch: false, filter: { equality: true, comparison: true } },
});

/**
 * Settings of a region's index; what is not named is as Meilisearch has it. Terms are found before
 * they reach Meilisearch, so that what it knows of words and of typing errors is switched off.
 */
export const MEILISEARCH_SETTINGS = {
  searchableAttributes: GROUPS.map((group) => `terms.${group}`),
  displayedAttributes: ['id', 'region', 'hit'],
  filterableAttributes: [
    sameOnly([...FACETS.map(facetAttribute), 'words']),
    // Meilisearch knows places by this name alone.
    '_geo',
    comparable(['price', 'published', 'ends', 'availableFrom', 'availableUntil']),
  ],
  sortableAttributes: ['_geo', 'price', 'published', 'ends'],
  rankingRules: ['sort', 'words', 'attribute', 'standing:desc', 'published:desc'],
  typoTolerance: { enabled: false },
  // As German, Meilisearch would cut words into parts that are none.
  localizedAttributes: [{ attributePatterns: ['terms.*'], locales: ['eng'] }],
  proximityPrecision: 'byAttribute',
  facetSearch: false,
  searchCutoffMs: CUT_OFF_MS,
  pagination: { maxTotalHits: MOST_HITS },
  faceting: { maxValuesPerFacet: MOST_VALUES },
};

/** What Meilisearch stores of a document. */
export function toMeilisearchRecord(
  document: SearchDocument,
  terms: SearchTerms,
): MeilisearchRecord {
  const { place, price, endsOn } = document;
  const isListing = endsOn !== null;
  return {
    id: document.id,
    region: document.region,
    hit: toSearchHit(document),
    terms: Object.fromEntries(
      GROUPS.map((group) => [group, terms[group].map(toIndexWord).join(' ')]),
    ) as MeilisearchRecord['terms'],
    words: [...new Set(Object.values(terms).flat().map(toIndexWord))],
    facets: facetValues(document),
    _geo: place && { lat: place.latitude, lng: place.longitude },
    price: price?.amount ?? null,
    published: toDayNumber(document.publishedOn),
    ends: toDayNumber(endsOn),
    availableFrom: isListing ? (toDayNumber(document.availableFrom) ?? ALWAYS.from) : null,
    availableUntil: isListing ? (toDayNumber(document.availableUntil) ?? ALWAYS.until) : null,
    standing: standingOf(document.kind, document.status),
  };
}
