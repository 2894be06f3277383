/** Groups items under each of their keys, in the order given. */
export function groupBy<T, K>(
  items: Iterable<T>,
  keysOf: (item: T) => Iterable<K>,
): ReadonlyMap<K, readonly T[]> {
  const groups = new Map<K, T[]>();
  for (const item of items) {
    for (const key of keysOf(item)) {
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [item]);
      else group.push(item);
    }
  }
  return groups;
}

/**
 * Finds items by a key that only one may have.
 *
 * @throws Error if two items share a key; the message names it.
 */
export function uniqueBy<T>(
  items: Iterable<T>,
  keyOf: (item: T) => string,
  what: string,
): ReadonlyMap<string, T> {
  const found = new Map<string, T>();
  for (const item of items) {
    const key = keyOf(item);
    if (found.has(key)) {
      throw new Error(`Two documents share the ${what} “${key}”. Change one of them in the CMS.`);
    }
    found.set(key, item);
  }
  return found;
}

/**
 * What must be there.
 *
 * @throws Error naming what is missing.
 */
export function need<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new Error(`The snapshot does not hold ${what}.`);
  return value;
}
