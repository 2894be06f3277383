import { foldWord } from './fold.ts';
import { stemFolded } from './stem.ts';

/** Letters that join the parts of a compound. */
const LINKS = ['', 's', 'es', 'n', 'en', 'er', 'e', 'ens'] as const;
const SHORTEST_PART = 3;
/** The head of a compound whose beginning nobody knows must be longer, or it is found by chance. */
const SHORTEST_HEAD = 4;
const SHORTEST_REST = 3;
/** Nobody means a longer word. */
const LONGEST_WORD = 60;

/** Words that compounds are made of, folded. */
export interface Lexicon {
  /** Whether a word is a part. */
  has(folded: string): boolean;
  /** Whether a form of a part has this stem. */
  hasStem(stem: string): boolean;
  /** Words that stay whole. */
  isWhole(folded: string): boolean;
}

/** Makes a lexicon of lists of words. */
export function lexiconOf(parts: Iterable<string>, whole: Iterable<string>): Lexicon {
  const words = new Set<string>();
  const stems = new Set<string>();
  for (const part of parts) {
    const folded = foldWord(part);
    words.add(folded);
    stems.add(stemFolded(folded));
  }
  const unsplit = new Set<string>();
  for (const word of whole) unsplit.add(stemFolded(foldWord(word)));
  return {
    has: (folded) => words.has(folded),
    hasStem: (stem) => stems.has(stem),
    isWhole: (folded) => unsplit.has(stemFolded(folded)),
  };
}

/**
 * Splits a German compound into the stems of its parts, by as few parts as can be. The last part may
 * be inflected. Of a word that does not consist of known parts, the longest known head is split off.
 *
 * `Kühlanhänger => ['kuhl', 'anhang']`; never `hall/e`, because every part has to be a word.
 *
 * @param folded - A folded word.
 * @returns The stems of all parts, that of the head alone, or nothing if no part is known.
 */
export function splitCompound(folded: string, lexicon: Lexicon): string[] {
  if (
    folded.length > LONGEST_WORD ||
    folded.length < 2 * SHORTEST_PART ||
    /\d/.test(folded) ||
    lexicon.isWhole(folded) ||
    lexicon.has(folded)
  ) {
    return [];
  }
  return bestSplit(folded, 0, lexicon, new Map()) ?? headOf(folded, lexicon);
}

/** The split of the rest of a word with the fewest parts; of equals the one that begins with the longest. */
function bestSplit(
  word: string,
  start: number,
  lexicon: Lexicon,
  known: Map<number, string[] | null>,
): string[] | null {
  const before = known.get(start);
  if (before !== undefined) return before;
  let best: string[] | null = null;
  const rest = word.slice(start);
  if (start > 0 && rest.length >= SHORTEST_PART && isPart(rest, lexicon)) {
    best = [stemFolded(rest)];
  } else {
    for (let end = start + SHORTEST_PART; end <= word.length - SHORTEST_PART; end += 1) {
      const part = word.slice(start, end);
      if (!lexicon.has(part)) continue;
      for (const link of LINKS) {
        if (!word.startsWith(link, end)) continue;
        const more = bestSplit(word, end + link.length, lexicon, known);
        if (more === null || (best !== null && more.length + 1 > best.length)) continue;
        best = [stemFolded(part), ...more];
      }
    }
  }
  known.set(start, best);
  return best;
}

function headOf(word: string, lexicon: Lexicon): string[] {
  for (let start = SHORTEST_REST; start <= word.length - SHORTEST_HEAD; start += 1) {
    const head = word.slice(start);
    if (isPart(head, lexicon)) return [stemFolded(head)];
  }
  return [];
}

/** Whether a word is a part, or a form of one. */
function isPart(word: string, lexicon: Lexicon): boolean {
  return lexicon.has(word) || (word.length > SHORTEST_PART && lexicon.hasStem(stemFolded(word)));
}
