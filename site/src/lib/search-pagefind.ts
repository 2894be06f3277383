import type { SearchTerms } from './search-terms.ts';
import { toSearchHit, type SearchDocument, type SearchHit } from './search-document.ts';

/** What Pagefind's index takes for one document. */
export interface PagefindRecord {
  url: string;
  content: string;
  language: string;
  /** Searched, too. */
  meta: Record<string, string>;
  filters: Record<string, string[]>;
}

/**
 * A filter by which nobody filters: the only field that Pagefind keeps with a record without
 * searching it. Filters are loaded by name, so that this one costs visitors nothing.
 */
const CARD = 'card';

/** No word of a query looks like this: Pagefind passes over records without a word. */
const ANY = 'x0any';

/**
 * A term as a word of the index. Engines find words that begin like those of a query; the sign at
 * the end makes them find this one alone. A zero would make a ten of a one.
 */
export function toIndexWord(term: string): string {
  return `${term.replace(/[^a-z0-9]/g, 'x')}${/\d$/.test(term) ? 'z' : '0'}`;
}

/** What Pagefind stores of a document; {@link fromPagefindFragment} reads it back. */
export function toPagefindRecord(document: SearchDocument, terms: SearchTerms): PagefindRecord {
  const { text, ...named } = Object.fromEntries(
    Object.entries(terms).map(([name, stems]) => [name, stems.map(toIndexWord).join(' ')]),
  ) as Record<keyof SearchTerms, string>;
  return {
    url: document.url,
    content: text === '' ? ANY : text,
    language: 'de',
    meta: Object.fromEntries(Object.entries(named).filter(([, value]) => value !== '')),
    filters: { [CARD]: [JSON.stringify(toSearchHit(document))] },
  };
}

/**
 * Reads a hit from what Pagefind loads for a result.
 *
 * @throws Error if the record was not written by {@link toPagefindRecord}.
 */
export function fromPagefindFragment(fragment: { filters: Record<string, string[]> }): SearchHit {
  const card = fragment.filters[CARD]?.[0];
  if (card === undefined) throw new Error('A record of the search index has no card. Build anew.');
  return JSON.parse(card) as SearchHit;
}
