import type { FacetName } from './search-params.ts';

/** A day, `YYYY-MM-DD`, as a number that can be compared. */
export function toDayNumber(day: string): number;
export function toDayNumber(day: string | null): number | null;
export function toDayNumber(day: string | null): number | null {
  return day === null ? null : Number(day.replaceAll('-', ''));
}

/** Name of a facet in filters and counts. */
export function facetAttribute(name: FacetName): string {
  return `facets.${name}`;
}
