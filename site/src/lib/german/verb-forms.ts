/** Endings of verbs that the stemmer leaves: mäht, mähte, gemähtes. */
const ENDING = /(?<=..)e?t(?:e[mnrst]?)?$/;
const SHORTEST = 5;

/**
 * Words that a form of a regular verb may be a form of, the most likely first.
 *
 * `verbFormsOf('gemahte') // => ['gemah', 'mah']`
 *
 * @param folded - A folded word.
 */
export function verbFormsOf(folded: string): string[] {
  if (folded.length < SHORTEST - 1) return [];
  const short = folded.replace(ENDING, '');
  if (short === folded) return [];
  const bare = short
    .replace(/^ge(?=...)/, '')
    .replace(/^(an|ab|auf|aus|ein|um|vor|zu)ge(?=...)/, '$1');
  return bare === short ? [short] : [short, bare];
}
