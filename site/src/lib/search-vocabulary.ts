import { foldWord } from './german/fold.ts';
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

/** A term with the folded form that visitors know it by, empty if there is none. */
export interface Guess {
  known: KnownTerm;
  form: string;
}

/** The vocabulary as it lies on the disk. */
export interface VocabularyFile {
  total: number;
  terms: [name: string, count: number, isNamed: 0 | 1, form: string][];
  places: string[];
}

/** What is known of a term while documents come in. */
interface CountedTerm {
  count: number;
  isNamed: boolean;
  /** Number of the last document that has it. */
  last: number;
}

/** Collects the terms of a region while its index is made. */
export class VocabularyWriter {
  readonly #terms = new Map<string, CountedTerm>();
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
    for (const group of Object.values(named)) {
      for (const term of group) this.#count(term).isNamed = true;
    }
    for (const term of text) this.#count(term);
  }

  #count(name: string): CountedTerm {
    let term = this.#terms.get(name);
    if (term === undefined) {
      term = { count: 0, isNamed: false, last: 0 };
      this.#terms.set(name, term);
    }
    if (term.last !== this.#total) term.count += 1;
    term.last = this.#total;
    return term;
  }

  /** The file, the same for the same documents in whatever order. */
  file(): VocabularyFile {
    const sorted = [...this.#terms].sort(([a], [b]) => (a < b ? -1 : 1));
    return {
      total: this.#total,
      terms: sorted.map(([name, { count, isNamed }]) => {
        return [name, count, isNamed ? 1 : 0, this.#forms.get(name) ?? ''];
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
  #guesses: Guess[] | undefined;

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

  /** What a mistyped word may stand for: not what a text says by the way. */
  guesses(): readonly Guess[] {
    this.#guesses ??= [...this.#terms.values()]
      .filter(({ isNamed, name }) => isNamed && !/\d/.test(name))
      .map((known) => ({ known, form: foldWord(known.form) }));
    return this.#guesses;
  }

  /** The terms that begin like this; those of titles and tags come first, then those of most documents. */
  beginningWith(prefix: string, most: number): KnownTerm[] {
    return [...this.#terms.values()]
      .filter(({ name }) => name.startsWith(prefix))
      .sort((a, b) => Number(b.isNamed) - Number(a.isNamed) || b.count - a.count)
      .slice(0, most);
  }

  /** Number of documents with a term that begins like this, at most. */
  countOfPrefix(prefix: string): number {
    let count = 0;
    for (const term of this.#terms.values()) if (term.name.startsWith(prefix)) count += term.count;
    return count;
  }
}
