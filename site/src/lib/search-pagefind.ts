/** Letters that Pagefind takes for a vowel with two dots, which it writes without them. */
const AS_UMLAUT = /(?<=[aou])e/g;

/**
 * A term as a word of the index that Pagefind takes as it is. Its engine finds words that begin like
 * those of a query: the sign at the end makes it find this one alone (a zero would make a ten of a
 * one), and keeps its stemmer from cutting what is cut already.
 */
export function toIndexWord(term: string): string {
  const word = term.replace(/[^a-z0-9]/g, 'x').replace(AS_UMLAUT, '0e');
  return word + (/\d$/.test(word) ? 'z' : '0');
}
