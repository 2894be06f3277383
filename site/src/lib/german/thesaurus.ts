import { COMPOUND_PARTS, UNSPLIT } from './compound-parts.ts';
import { lexiconOf, type Lexicon } from './compounds.ts';
import { INTENTS } from './intents.ts';
import { stemWord } from './stem.ts';
import { SYNONYMS } from './synonyms.ts';

/** What a word in an entry also means, by stems. */
export interface Thesaurus {
  /** Words with the same meaning. */
  synonymsOf(stem: string): readonly string[];
  /** Needs that the word answers, and what it is a kind of. */
  needsOf(stem: string): readonly string[];
}

/** The words that German compounds of the field are made of. */
export function germanLexicon(): Lexicon {
  return lexiconOf(wordsIn(COMPOUND_PARTS), wordsIn(UNSPLIT));
}

/**
 * The word knowledge of the portal.
 *
 * @param more - Groups of words with the same meaning that editors have added.
 */
export function germanThesaurus(more: readonly (readonly string[])[] = []): Thesaurus {
  const synonyms = new Map<string, Set<string>>();
  const own = linesOf(SYNONYMS).map((line) => line.split(','));
  for (const group of [...own, ...more]) {
    const stems = group.map((word) => stemWord(word.trim()));
    for (const stem of stems) addAll(synonyms, stem, stems);
  }
  const needs = new Map<string, Set<string>>();
  for (const line of linesOf(INTENTS)) {
    const [left = '', words = ''] = line.split(':');
    const need = stemWord(left.trim());
    const meant = [need, ...(synonyms.get(need) ?? [])];
    for (const word of words.split(',')) {
      const stem = stemWord(word.trim());
      for (const equal of [stem, ...(synonyms.get(stem) ?? [])]) addAll(needs, equal, meant);
    }
  }
  return {
    synonymsOf: (stem) => [...(synonyms.get(stem) ?? [])].filter((other) => other !== stem),
    needsOf: (stem) => [...(needs.get(stem) ?? [])],
  };
}

function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.replace(/#.*/, '').trim())
    .filter((line) => line !== '');
}

function wordsIn(text: string): string[] {
  return linesOf(text).flatMap((line) => line.split(/[\s,]+/).filter(Boolean));
}

function addAll(map: Map<string, Set<string>>, key: string, values: readonly string[]): void {
  const known = map.get(key) ?? new Set();
  for (const value of values) known.add(value);
  map.set(key, known);
}
