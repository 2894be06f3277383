import { stemWord } from './german/stem.ts';
import type { SearchTerms } from './search-terms.ts';

/** Name of the vocabulary's file beside the index. */
export const VOCABULARY_FILE = 'vocabulary.json';

/** Terms with digits are no words that anybody misspells. */
const WORD = /^[a-z]{3,}$/;

/** All terms that the documents of a region are found by, and in how many documents each is. */
export class Vocabulary {
  readonly #counts = new Map<string, number>();
  readonly #places = new Set<string>();
  /** The first form of a term that a title or a tag has. */
  readonly #forms = new Map<string, string>();
  #total = 0;

  /**
   * Takes in a document.
   *
   * @param place - Terms of its place.
   * @param words - Words as visitors know them, for showing a term.
   */
  add(terms: SearchTerms, place: readonly string[], words: readonly string[]): void {
    for (const word of words) {
      const term = stemWord(word);
      if (!this.#forms.has(term)) this.#forms.set(term, word);
    }
    this.#total += 1;
    for (const term of place) this.#places.add(term);
    for (const term of new Set(Object.values(terms).flat())) {
      if (WORD.test(term)) this.#counts.set(term, (this.#counts.get(term) ?? 0) + 1);
    }
  }

  /** The file that a search reads when a word finds nothing: terms and counts, in their order. */
  file(): { path: string; content: Uint8Array } {
    const vocabulary = {
      total: this.#total,
      terms: [...this.#counts]
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([term, count]) => [term, count, this.#forms.get(term) ?? '']),
      places: [...this.#places].sort(),
    };
    return { path: VOCABULARY_FILE, content: new TextEncoder().encode(JSON.stringify(vocabulary)) };
  }
}

/** A term, the number of documents that have it, and a form of it; empty if no title has one. */
export type KnownTerm = readonly [term: string, count: number, form: string];

/** Most letters that may be wrong in a word, by its length. */
const FORGIVEN: readonly [number, number][] = [
  [8, 2],
  [4, 1],
];

/**
 * The term of a vocabulary that a word most likely stands for, if it was mistyped.
 *
 * @param word - A stem that finds nothing.
 * @returns Undefined if no term is near enough.
 */
export function nearestTerm(word: string, vocabulary: readonly KnownTerm[]): KnownTerm | undefined {
  const most = FORGIVEN.find(([length]) => word.length >= length)?.[1] ?? 0;
  let best: { known: KnownTerm; distance: number } | undefined;
  for (const known of vocabulary) {
    const [term, count] = known;
    if (Math.abs(term.length - word.length) > most || term.length < 3) continue;
    // People get the beginning of a word right, or swap its first two letters.
    if (term[0] !== word[0] && term[0] !== word[1]) continue;
    const limit = Math.min(most, best?.distance ?? most);
    const distance = editDistance(word, term, limit);
    if (distance > limit) continue;
    if (best === undefined || distance < best.distance || count > best.known[1]) {
      best = { known, distance };
    }
  }
  return best?.known;
}

/**
 * Number of letters to insert, remove, replace or swap with the next one that turn one word into the
 * other (optimal string alignment).
 *
 * @param limit - More than this is not counted exactly.
 */
export function editDistance(a: string, b: string, limit: number): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let row = 1; row <= a.length; row += 1) {
    const current = [row];
    let smallest = row;
    for (let column = 1; column <= b.length; column += 1) {
      const isSame = a[row - 1] === b[column - 1];
      let cost = Math.min(
        (last[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (last[column - 1] ?? 0) + (isSame ? 0 : 1),
      );
      const isSwap = row > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      if (isSwap) cost = Math.min(cost, (beforeLast[column - 2] ?? 0) + 1);
      current.push(cost);
      smallest = Math.min(smallest, cost);
    }
    if (smallest > limit) return limit + 1;
    beforeLast = last;
    last = current;
  }
  return last[b.length] ?? 0;
}
