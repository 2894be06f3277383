import type { SearchDocument } from './search-document.ts';

const DAY_MS = 86_400_000;

/** Days of documents that searches filter and sort by. */
export const DAY_FIELDS = ['publishedOn', 'availableFrom', 'availableUntil', 'endsOn'] as const;
export type DayField = (typeof DAY_FIELDS)[number];

/** One field of many documents, as small numbers. */
export interface DayColumn {
  /** The earliest day, `YYYY-MM-DD`. */
  first: string;
  /** Days since the first, or null. */
  rows: (number | null)[];
}

/** Makes a column of a field. */
export function dayColumn(documents: readonly SearchDocument[], field: DayField): DayColumn {
  const days = documents.map((document) => document[field]);
  const first = days.reduce((least, day) => {
    return least === null || (day !== null && day < least) ? day : least;
  }, null);
  if (first === null) return { first: '', rows: days.map(() => null) };
  return { first, rows: days.map((day) => (day === null ? null : daysBetween(first, day))) };
}

/** Number of days from one day to another. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS);
}
