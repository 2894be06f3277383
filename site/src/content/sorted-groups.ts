/** Items filed under keys, each group in order. Adding and removing one costs no new sort. */
export class SortedGroups<T> {
  readonly #groups = new Map<string, T[]>();
  readonly #compare: (a: T, b: T) => number;
  readonly #keysOf: (item: T) => readonly string[];

  /**
   * @param compare - Total order: 0 only for the same item.
   * @param keysOf - Keys that an item is filed under.
   */
  constructor(compare: (a: T, b: T) => number, keysOf: (item: T) => readonly string[]) {
    this.#compare = compare;
    this.#keysOf = keysOf;
  }

  /** Files many items into empty groups. They must be in order. */
  fill(items: Iterable<T>): void {
    for (const item of items) {
      for (const key of this.#keysOf(item)) {
        const group = this.#groups.get(key);
        if (group === undefined) this.#groups.set(key, [item]);
        else group.push(item);
      }
    }
  }

  /** The items of a group; empty if there is none. */
  get(key: string): readonly T[] {
    return this.#groups.get(key) ?? [];
  }

  /** Files an item. */
  add(item: T): void {
    for (const key of this.#keysOf(item)) {
      const group = this.#groups.get(key);
      if (group === undefined) this.#groups.set(key, [item]);
      else group.splice(this.#placeOf(group, item), 0, item);
    }
  }

  /** Takes an item out; it must be filed. */
  remove(item: T): void {
    for (const key of this.#keysOf(item)) {
      const group = this.#groups.get(key) ?? [];
      const place = this.#placeOf(group, item);
      if (group[place] !== item) throw new Error(`An item is not where it should be in ${key}.`);
      group.splice(place, 1);
      if (group.length === 0) this.#groups.delete(key);
    }
  }

  /** The item that follows one, or the place where one belongs; after the last, the first. */
  after(key: string, item: T): T | undefined {
    const group = this.get(key);
    const place = this.#placeOf(group, item);
    return group[group[place] === item ? place + 1 : place] ?? group[0];
  }

  /** The item before one, or before the place where one belongs; before the first, the last. */
  before(key: string, item: T): T | undefined {
    const group = this.get(key);
    return group[this.#placeOf(group, item) - 1] ?? group.at(-1);
  }

  /** Position of an item, or where it belongs. */
  #placeOf(group: readonly T[], item: T): number {
    let low = 0;
    let high = group.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      const other = group[middle];
      if (other !== undefined && this.#compare(other, item) < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
