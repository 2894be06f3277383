import { FACETS, type FacetName } from './search-params.ts';
import { facetValues } from './search-facets.ts';
import { toSearchHit, type SearchDocument, type SearchHit } from './search-document.ts';

/** What Pagefind's index takes for one document. */
export interface PagefindRecord {
  url: string;
  content: string;
  language: string;
  /** Searched, too. */
  meta: Record<string, string>;
  filters: Record<string, string[]>;
  sort: Record<string, string>;
}

/** How much a word counts in each field, beside 1 in the text. */
export const PAGEFIND_META_WEIGHTS = {
  title: 6,
  tags: 4,
  category: 2,
  organisation: 2,
  place: 2,
  price: 1,
};

/** The sort key that `newest` uses; organisations have no day and come last. */
export const PAGEFIND_SORT = 'day';
const NO_DAY = '0000-00-00';

/**
 * A filter by which nobody filters: the only field that Pagefind keeps with a record without
 * searching it. Filters are loaded by name, so that this one costs visitors nothing.
 */
const CARD = 'card';

/** Pagefind passes over records without a word in their content. */
const WORD = /[\p{L}\p{N}]/u;

/** What Pagefind stores of a document; {@link fromPagefindFragment} reads it back. */
export function toPagefindRecord(document: SearchDocument): PagefindRecord {
  const { text, ...card } = toSearchHit(document);
  const hasText = WORD.test(text);
  const category = [document.parentCategory?.name, document.category?.name];
  const meta = {
    title: document.title,
    tags: document.tags.join(', '),
    category: category.filter((name) => name !== undefined).join(', '),
    organisation: document.organisation?.name ?? '',
    place: document.place?.name ?? '',
    price: document.priceWords ?? '',
  };
  return {
    url: document.url,
    content: hasText ? text : document.title,
    language: 'de',
    meta: Object.fromEntries(Object.entries(meta).filter(([, value]) => value !== '')),
    filters: {
      ...facetValues(document),
      [CARD]: [JSON.stringify(hasText ? card : { ...card, text })],
    },
    sort: { [PAGEFIND_SORT]: document.publishedOn ?? NO_DAY },
  };
}

/**
 * Reads a hit from what Pagefind loads for a result.
 *
 * @throws Error if the record was not written by {@link toPagefindRecord}.
 */
export function fromPagefindFragment(fragment: {
  content: string;
  filters: Record<string, string[]>;
}): SearchHit {
  const card = fragment.filters[CARD]?.[0];
  if (card === undefined) throw new Error('A record of the search index has no card. Build anew.');
  return { text: fragment.content, ...(JSON.parse(card) as Omit<SearchHit, 'text'>) };
}

/** A filter that every document passes, and that makes Pagefind load and count all facets. */
export const PAGEFIND_ALL: { none: Record<FacetName, string[]> } = {
  none: Object.fromEntries(FACETS.map((name) => [name, ['-']])) as Record<FacetName, string[]>,
};
