import { stemWord } from './german/stem.ts';
import type { SearchTerms } from './search-terms.ts';

/** Name of the vocabulary's file beside the index. */
export const VOCABULARY_FILE = 'vocabulary.json';

/** What is known of a term of a region. */
export interface KnownTerm {
  name: string;
  /** Number of documents that have it. */
  count: number;
  /** Whether one of them has it in more than its text. */
  isNamed: boolean;
  /** A word of a title or a tag that stands for it; empty if there is none. */
  form: string;
}

/** The vocabulary as it lies on the disk. */
export interface VocabularyFile {
  total: number;
  terms: [name: string, count: number, isNamed: 0 | 1, form: string][];
  places: string[];
}

/** Collects the terms of a region while its index is made. */
export class VocabularyWriter {
  readonly #counts = new Map<string, number>();
  readonly #named = new Set<string>();
  readonly #places = new Set<string>();
  /** The first form of a term that a title or a tag has. */
  readonly #forms = new Map<string, string>();
  #total = 0;

  /**
   * Takes in a document.
   *
   * @param terms - What it is found by.
   * @param place - Terms of its place.
   * @param words - Words as visitors know them, for showing a term.
   */
  add(terms: SearchTerms, place: readonly string[], words: readonly string[]): void {
    this.#total += 1;
    for (const term of place) this.#places.add(term);
    for (const word of words) {
      const term = stemWord(word);
      if (!this.#forms.has(term)) this.#forms.set(term, word);
    }
    const { text, ...named } = terms;
    const namedTerms = Object.values(named).flat();
    for (const term of namedTerms) this.#named.add(term);
    for (const term of new Set([...namedTerms, ...text])) {
      this.#counts.set(term, (this.#counts.get(term) ?? 0) + 1);
    }
  }

  /** The file, the same for the same documents in whatever order. */
  file(): VocabularyFile {
    const sorted = [...this.#counts].sort(([a], [b]) => (a < b ? -1 : 1));
    return {
      total: this.#total,
      terms: sorted.map(([name, count]) => {
        return [name, count, this.#named.has(name) ? 1 : 0, this.#forms.get(name) ?? ''];
      }),
      places: [...this.#places].sort(),
    };
  }
}

/** All terms that the documents of a region are found by. */
export class Vocabulary {
  /** Number of documents. */
  readonly total: number;
  readonly #terms: ReadonlyMap<string, KnownTerm>;
  readonly #places: ReadonlySet<string>;

  constructor({ total, terms, places }: VocabularyFile) {
    this.total = total;
    this.#terms = new Map(
      terms.map(([name, count, isNamed, form]) => {
        return [name, { name, count, isNamed: isNamed === 1, form }];
      }),
    );
    this.#places = new Set(places);
  }

  has(name: string): boolean {
    return this.#terms.has(name);
  }

  get(name: string): KnownTerm | undefined {
    return this.#terms.get(name);
  }

  /** Whether a term names a place. */
  isPlace(name: string): boolean {
    return this.#places.has(name);
  }

  all(): Iterable<KnownTerm> {
    return this.#terms.values();
  }

  /** Number of documents with a term that begins like this, at most. */
  countOfPrefix(prefix: string): number {
    let count = 0;
    for (const term of this.#terms.values()) if (term.name.startsWith(prefix)) count += term.count;
    return count;
  }
}

/** Most letters that may be wrong in a word, by its length. */
const FORGIVEN: readonly [number, number][] = [
  [8, 2],
  [4, 1],
];
const SHORTEST_TERM = 3;

/**
 * The term that a word most likely stands for, if it was mistyped.
 *
 * @param word - A stem that finds nothing.
 * @returns Null if no term is near enough.
 */
export function nearestTerm(word: string, vocabulary: Vocabulary): KnownTerm | null {
  const most = FORGIVEN.find(([length]) => word.length >= length)?.[1] ?? 0;
  // Numbers that are near each other are not the same.
  if (most === 0 || /\d/.test(word)) return null;
  let best: { known: KnownTerm; distance: number } | null = null;
  for (const known of vocabulary.all()) {
    const { name } = known;
    if (Math.abs(name.length - word.length) > most || name.length < SHORTEST_TERM) continue;
    // People get the beginning of a word right, or swap its first two letters.
    if (name[0] !== word[0] && name[0] !== word[1]) continue;
    const limit = Math.min(most, best?.distance ?? most);
    const distance = editDistance(word, name, limit);
    if (distance > limit) continue;
    if (best === null || distance < best.distance || known.count > best.known.count) {
      best = { known, distance };
    }
  }
  return best && best.known;
}

/**
 * Number of letters to insert, remove, replace or swap with the next one that turn one word into the
 * other (optimal string alignment).
 *
 * @param a - One word.
 * @param b - The other.
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
