import type { SearchTerms } from './search-terms.ts';

/** What Pagefind's index takes for one document. */
export interface PagefindRecord {
  url: string;
  content: string;
  language: string;
  /** Searched, too. */
  meta: Record<string, string>;
}

/** No word of a query looks like this: Pagefind passes over records without a word. */
const ANY = 'x0any';

/**
 * A term as a word of the index. Engines find words that begin like those of a query; the sign at
 * the end makes them find this one alone. A zero would make a ten of a one.
 */
export function toIndexWord(term: string): string {
  return `${term.replace(/[^a-z0-9]/g, 'x')}${/\d$/.test(term) ? 'z' : '0'}`;
}

/**
 * What Pagefind's index takes for a document.
 *
 * @param address - Stands for the document and all that its card says: its name in the index changes
 *   with it.
 */
export function toPagefindRecord(address: string, terms: SearchTerms): PagefindRecord {
  const { text, ...named } = Object.fromEntries(
    Object.entries(terms).map(([name, stems]) => [name, stems.map(toIndexWord).join(' ')]),
  ) as Record<keyof SearchTerms, string>;
  return {
    url: address,
    content: text === '' ? ANY : text,
    language: 'de',
    meta: Object.fromEntries(Object.entries(named).filter(([, value]) => value !== '')),
  };
}
