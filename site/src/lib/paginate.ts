import { fnv1a } from './hash.ts';

/** Bounds of a page's length, in entries. */
export interface PageLengths {
  min: number;
  average: number;
  max: number;
}

/** One page of a long list. */
export interface ListPage<T> {
  items: readonly T[];
  /** Key of the entry that the page is addressed by, its first; null for the front page. */
  boundary: string | null;
  /** Boundary of the page with older entries; undefined on the last page. */
  older: string | undefined;
  /** Boundary of the page with newer entries, null for the front page; undefined on the front page. */
  newer: string | null | undefined;
}

/**
 * Cuts a list at boundaries that its entries themselves define, so that an entry which comes or
 * goes changes its own page and seldom a neighbour, instead of shifting every page behind it.
 *
 * From the last entry upwards, a page ends with an entry whose key hashes to a multiple, once the
 * page has `min` entries, and at the latest with `max`. Entries are added at the front, so the front
 * page is what remains; if that is too short to look like a page, it takes in the next one.
 *
 * @param items - In the order of the list.
 * @param keyOf - Stable, unique key of an entry, fit for an address.
 * @returns At least one page.
 */
export function paginate<T>(
  items: readonly T[],
  keyOf: (item: T) => string,
  { min, average, max }: PageLengths,
): ListPage<T>[] {
  const spread = Math.max(1, average - min);
  const chunks: T[][] = [];
  let chunk: T[] = [];
  for (const item of items.toReversed()) {
    chunk.push(item);
    if (chunk.length < min) continue;
    if (chunk.length >= max || fnv1a(keyOf(item)) % spread === 0) {
      chunks.push(chunk.reverse());
      chunk = [];
    }
  }
  const rest = chunk.reverse();
  if (rest.length >= min) chunks.push(rest);
  else chunks.push([...rest, ...(chunks.pop() ?? [])]);
  chunks.reverse();

  const boundaryOf = (index: number): string | null => {
    const first = chunks[index]?.[0];
    return index === 0 || first === undefined ? null : keyOf(first);
  };
  return chunks.map((entries, index) => ({
    items: entries,
    boundary: boundaryOf(index),
    older: boundaryOf(index + 1) ?? undefined,
    newer: index === 0 ? undefined : boundaryOf(index - 1),
  }));
}
