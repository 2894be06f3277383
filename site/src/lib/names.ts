/** Gives names numbers, because every page has many of them and most are the same. */
export class Names {
  readonly #numbers = new Map<string, number>();
  readonly #names: string[] = [];

  /** Number of a name, which it keeps. */
  numberOf(name: string): number {
    let number = this.#numbers.get(name);
    if (number === undefined) {
      number = this.#names.push(name) - 1;
      this.#numbers.set(name, number);
    }
    return number;
  }

  /** Number of a name that has one already. */
  find(name: string): number | undefined {
    return this.#numbers.get(name);
  }

  /** The name that has a number. */
  nameOf(number: number): string {
    return this.#names[number] ?? '';
  }
}
