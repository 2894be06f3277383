const MAX_UINT32 = 2 ** 32;
const LETTERS = 'abcdefghijklmnopqrstuvwxyz';

/** Random choices that are the same for the same seed (Mulberry32). */
export class Random {
  #state: number;

  /** @param seed - Any whole number. */
  constructor(seed: number) {
    this.#state = seed;
  }

  /** A number from 0, below 1. */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / MAX_UINT32;
  }

  /** A whole number from 0, below a limit. */
  below(limit: number): number {
    return Math.floor(this.next() * limit);
  }

  /** One of a list, which must not be empty. */
  pick<T>(from: readonly T[]): T {
    return from[this.below(from.length)] as T;
  }

  /** Up to `most` different items of a list, in any order; may be none. */
  some<T>(from: readonly T[], most: number): T[] {
    if (from.length === 0) return [];
    return [...new Set(Array.from({ length: this.below(most + 1) }, () => this.pick(from)))];
  }

  /** A key as the CMS makes them: 24 small letters and digits, the first a letter. */
  documentId(): string {
    const rest = Array.from({ length: 23 }, () => this.below(36).toString(36)).join('');
    return `${this.pick([...LETTERS])}${rest}`;
  }
}
