import { GermanAnalyser } from './german/analyse.ts';
import { germanLexicon, germanThesaurus } from './german/thesaurus.ts';
import { createTermFinder } from './search-terms.ts';

/**
 * Finds the terms of documents in German, the same for every engine.
 *
 * @param searchWords - Groups of words that the editors of a region take for equal.
 */
export function germanTermFinder(
  searchWords: readonly (readonly string[])[] = [],
): ReturnType<typeof createTermFinder> {
  const thesaurus = germanThesaurus(searchWords);
  return createTermFinder(new GermanAnalyser({ lexicon: germanLexicon(), thesaurus }));
}
