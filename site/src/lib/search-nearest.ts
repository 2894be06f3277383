import { stemFolded } from './german/stem.ts';
import type { KnownTerm, Vocabulary } from './search-vocabulary.ts';

/** A term that a mistyped word may stand for. */
export interface NearTerm {
  known: KnownTerm;
  /** What the mistakes weigh, 1 for a wrong letter. */
  distance: number;
}

/** What mistakes may weigh in a word, by its length: most short words are near to another one. */
const FORGIVEN: readonly [length: number, most: number][] = [
  [11, 2],
  [8, 1.5],
  [7, 1],
  [5, 0.8],
  [4, 0.7],
];
/** People get the beginning of a word right more often than the rest. */
const FIRST_LETTER = 0.3;
/** Of a word that stands in no title or tag only the stem is known, which is near to more words. */
const STEM_ONLY = 0.3;

const WRONG_LETTER = 1;
const MISSING_LETTER = 0.8;
const SWAPPED_LETTERS = 0.7;
/** Letters that sound alike, or are not heard. */
const SOUNDS_ALIKE = 0.5;
const UNHEARD = 0.4;

const ALIKE = new Set(
  'ae ei ie iy jy ij bp dt gk ck cz sz fv vw fw mn ou gj kq'
    .split(' ')
    .flatMap((pair) => [pair, [...pair].reverse().join('')]),
);
const VOWELS = 'aeiouy';
/** The rows of a German keyboard: a finger hits the next key. */
const KEYS = ['qwertzuiop', 'asdfghjkl', 'yxcvbnm'];
const NEXT_KEY = 0.7;

/**
 * The term that a word most likely stands for, if it was mistyped. Only what a title, a tag or a
 * synonym says is worth a guess.
 *
 * @param folded - A folded word that finds nothing.
 * @returns Null if no term is near enough.
 */
export function nearestTerm(folded: string, vocabulary: Vocabulary): NearTerm | null {
  const most = FORGIVEN.find(([length]) => folded.length >= length)?.[1] ?? 0;
  // Numbers that are near each other are not the same.
  if (most === 0 || /\d/.test(folded)) return null;
  const stem = stemFolded(folded);
  let best = null as NearTerm | null;
  for (const { known, form } of vocabulary.guesses()) {
    const limit = Math.min(most, best?.distance ?? most);
    const distance = Math.min(
      form === '' ? limit + 1 : mistakes(folded, form, limit),
      mistakes(stem, known.name, limit) + (form === '' ? STEM_ONLY : 0),
    );
    if (distance > limit || (best?.distance === distance && known.count <= best.known.count)) {
      continue;
    }
    best = { known, distance };
  }
  return best;
}

/** What the mistakes between two words weigh, with a short word's stem judged as strictly as the word. */
function mistakes(typed: string, meant: string, limit: number): number {
  if (Math.abs(typed.length - meant.length) * UNHEARD > limit) return limit + 1;
  const shorter = Math.min(typed.length, meant.length);
  const most = Math.min(limit, FORGIVEN.find(([length]) => shorter >= length)?.[1] ?? 0);
  const first = typed[0] === meant[0] ? 0 : FIRST_LETTER;
  if (first > 0 && typed[1] !== meant[1] && typed[0] !== meant[1] && typed[1] !== meant[0]) {
    return limit + 1;
  }
  const distance = typingDistance(typed, meant, most) + first;
  return distance > most ? limit + 1 : distance;
}

/**
 * How far a typed word is from another one: letters too many, too few, wrong or swapped, where what
 * sounds alike or is not heard weighs less (optimal string alignment with weights).
 *
 * @param a - One word.
 * @param b - The other.
 * @param limit - More than this is not counted exactly.
 */
export function typingDistance(a: string, b: string, limit: number): number {
  let beforeLast: number[] = [];
  let last = [0];
  for (let column = 1; column <= b.length; column += 1) {
    last.push((last[column - 1] ?? 0) + extraLetter(b, column - 1));
  }
  for (let row = 1; row <= a.length; row += 1) {
    const current = [(last[0] ?? 0) + extraLetter(a, row - 1)];
    let smallest = current[0] ?? 0;
    for (let column = 1; column <= b.length; column += 1) {
      let cost = Math.min(
        (last[column] ?? 0) + extraLetter(a, row - 1),
        (current[column - 1] ?? 0) + extraLetter(b, column - 1),
        (last[column - 1] ?? 0) + otherLetter(a[row - 1] ?? '', b[column - 1] ?? ''),
      );
      const isSwap = row > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      if (isSwap) cost = Math.min(cost, (beforeLast[column - 2] ?? 0) + SWAPPED_LETTERS);
      current.push(cost);
      smallest = Math.min(smallest, cost);
    }
    if (smallest > limit) return limit + 1;
    beforeLast = last;
    last = current;
  }
  return last[b.length] ?? 0;
}

/** A letter that only one word has: one of a pair, an h or e that only lengthens a vowel, or a real one. */
function extraLetter(word: string, index: number): number {
  const letter = word[index] ?? '';
  const before = word[index - 1] ?? '';
  const isUnheard =
    letter === before ||
    letter === word[index + 1] ||
    (letter === 'h' && VOWELS.includes(before)) ||
    (letter === 'e' && before === 'i') ||
    (letter === 'c' && word[index + 1] === 'k') ||
    (letter === 't' && word[index + 1] === 'z') ||
    (letter === 's' && before === 't');
  return before !== '' && isUnheard ? UNHEARD : MISSING_LETTER;
}

function otherLetter(one: string, other: string): number {
  if (one === other) return 0;
  if (ALIKE.has(one + other)) return SOUNDS_ALIKE;
  return KEYS.some((row) => row.includes(one + other) || row.includes(other + one))
    ? NEXT_KEY
    : WRONG_LETTER;
}
