import type { Listing } from '../contract/index.ts';

/** The order of listings by their day of publication, the newest first; always the same. */
export function newestFirst(a: Listing, b: Listing): number {
  return compareText(b.publishedOn, a.publishedOn) || compareText(a.documentId, b.documentId);
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
