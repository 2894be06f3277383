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

/** A list that is cut, before its front page is made of what is left over. */
export interface Cut<T> {
  /** From the end of the list upwards; their entries are in the order of the list. */
  chunks: readonly (readonly T[])[];
  /** The first entries, too few for a chunk of their own. */
  rest: readonly T[];
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
 * @param lengths - Bounds of a page's length.
 * @param before - How a list was cut that had mostly the same entries: chunks that are still there
 * are taken over, so that a change of a long list costs as much as the chunks that it changes.
 */
export function cutList<T>(
  items: readonly T[],
  keyOf: (item: T) => string,
  lengths: PageLengths,
  before: Cut<T> | null = null,
): Cut<T> {
  const known = before?.chunks ?? [];
  const chunks: (readonly T[])[] = [];
  let end = items.length;
  let next = 0;
  for (;;) {
    const same = known[next];
    if (same !== undefined && endsWith(items, end, same)) {
      chunks.push(same);
      end -= same.length;
      next += 1;
      continue;
    }
    const start = startOfChunk(items, end, keyOf, lengths);
    if (start === null) return { chunks, rest: items.slice(0, end) };
    chunks.push(items.slice(start, end));
    end = start;
    // Where a chunk ends as one did before, those that follow may be the same again.
    const last = items[end - 1];
    const again = known.findIndex((chunk, index) => index >= next && chunk.at(-1) === last);
    if (again >= 0) next = again;
  }
}

/**
 * The pages of a list that is cut.
 *
 * @param cut - As {@link cutList} answers.
 * @param keyOf - As for {@link cutList}.
 * @param lengths - As for {@link cutList}; the front page should not be shorter than their minimum.
 * @returns At least one page.
 */
export function pagesOf<T>(
  cut: Cut<T>,
  keyOf: (item: T) => string,
  lengths: PageLengths,
): ListPage<T>[] {
  const { chunks, rest } = cut;
  const ordered = chunks.toReversed();
  if (rest.length >= lengths.min || ordered.length === 0) ordered.unshift(rest);
  else if (rest.length > 0) ordered[0] = [...rest, ...(ordered[0] ?? [])];

  const boundaryOf = (index: number): string | null => {
    const first = ordered[index]?.[0];
    return index === 0 || first === undefined ? null : keyOf(first);
  };
  return ordered.map((entries, index) => ({
    items: entries,
    boundary: boundaryOf(index),
    older: boundaryOf(index + 1) ?? undefined,
    newer: index === 0 ? undefined : boundaryOf(index - 1),
  }));
}

function endsWith<T>(items: readonly T[], end: number, chunk: readonly T[]): boolean {
  const start = end - chunk.length;
  if (start < 0) return false;
  for (let index = 0; index < chunk.length; index += 1) {
    if (items[start + index] !== chunk[index]) return false;
  }
  return true;
}

/** Where the chunk begins that ends before an entry; null if there are too few for one. */
function startOfChunk<T>(
  items: readonly T[],
  end: number,
  keyOf: (item: T) => string,
  { min, average, max }: PageLengths,
): number | null {
  const spread = Math.max(1, average - min);
  for (let length = min; length <= end; length += 1) {
    const first = items[end - length];
    if (first === undefined) return null;
    if (length >= max || fnv1a(keyOf(first)) % spread === 0) return end - length;
  }
  return null;
}
