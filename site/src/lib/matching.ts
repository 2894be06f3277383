import type { Listing } from '../contract/index.ts';

type Dated = Pick<Listing, 'availableFrom' | 'availableUntil'>;

function sharesAudience(a: Pick<Listing, 'audiences'>, b: Pick<Listing, 'audiences'>): boolean {
  return a.audiences.some((audience) => b.audiences.includes(audience));
}

/** Whether the times of two listings have a day in common. A missing day means open. */
export function datesOverlap(a: Dated, b: Dated): boolean {
  return startsBeforeEnd(a, b) && startsBeforeEnd(b, a);
}

/** Whether an offer and a request may come together: neither is taken, audience and dates fit. */
export function canMatch(a: Listing, b: Listing): boolean {
  return (
    a.kind !== b.kind &&
    a.organisation !== b.organisation &&
    a.status !== 'brokered' &&
    b.status !== 'brokered' &&
    sharesAudience(a, b) &&
    datesOverlap(a, b)
  );
}

function startsBeforeEnd(starting: Dated, ending: Dated): boolean {
  const { availableFrom } = starting;
  const { availableUntil } = ending;
  return availableFrom === null || availableUntil === null || availableFrom <= availableUntil;
}
