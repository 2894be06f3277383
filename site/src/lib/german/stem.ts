import { stemmer } from '@orama/stemmers/german';
import { foldWord } from './fold.ts';

/** Words for women end like those for men; but Verein, Schein, Benzin. */
const PERSON = /(?:innen|(?<=er|or|ist|ent|ant|ert|og|eut|eur|ar)in)$/;
const SHORTEST_PERSON = 7;
/** What Snowball leaves of forms that mean the same: Kühlung, Lagerung, transportieren, Büros. */
const LEFTOVERS: readonly [RegExp, number][] = [
  [/ung$/, 4],
  [/ier?$/, 5],
  [/i$/, 6],
  [/er$/, 3],
  [/(?<=[aiou])s$/, 4],
];

/**
 * What all forms of a word have in common, folded: by Snowball's German stemmer and some endings
 * more.
 *
 * `stemWord('Vermietungen') // => 'vermiet'`
 */
export function stemWord(word: string): string {
  return stemFolded(foldWord(word));
}

/** {@link stemWord} of a word that is folded already. */
export function stemFolded(folded: string): string {
  const known = stems.get(folded);
  if (known !== undefined) return known;
  const person = folded.length >= SHORTEST_PERSON ? folded.replace(PERSON, '') : folded;
  let stem = stemmer(person);
  for (const [ending, shortest] of LEFTOVERS) {
    const shorter = stem.replace(ending, '');
    if (shorter.length >= shortest) stem = shorter;
  }
  if (stems.size < MOST_KEPT) stems.set(folded, stem);
  return stem;
}

/** The same words come again and again. */
const stems = new Map<string, string>();
const MOST_KEPT = 50_000;
