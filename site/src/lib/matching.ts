import type { Listing } from '../contract/index.ts';
import { likenessOf, STRONG, type MatchProfile } from './match-profile.ts';

type Dated = Pick<Listing, 'availableFrom' | 'availableUntil'>;

/** A listing with what is known of it by heart. */
export interface Matchable {
  listing: Listing;
  profile: MatchProfile;
  /** Document id of its category of the first level. */
  topCategory: string;
}

/** From this likeness on, listings fit. The further apart their categories, the more they must say. */
const LEAST = { sameCategory: 1.2, sameTop: STRONG, other: 2.5 };
const CLOSENESS = { sameCategory: 1, sameTop: 0.75, other: 0.6 };
/** Who wants to borrow may be glad of a gift, but not the other way round; both come last. */
const OTHER_WAY = 0.7;
const RESERVED = 0.7;
/** At this distance in kilometres a match counts half. */
const HALF_AT_KM = 40;

/** Ways of changing hands that come to the same for who gets something. */
const WAYS: Record<Listing['mode'], string> = {
  share: 'use',
  lend: 'use',
  rent: 'use',
  swap: 'own',
  give: 'own',
  donate: 'own',
  time: 'time',
  coinvest: 'coinvest',
};

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

/**
 * How well an offer and a request fit wherever they are, the same in both directions; 0 if they do
 * not. Words decide whether, and with category and way how well.
 */
export function fitOf(a: Matchable, b: Matchable): number {
  if (!canMatch(a.listing, b.listing)) return 0;
  const relation = relationOf(a, b);
  const likeness = likenessOf(a.profile, b.profile);
  if (likeness < LEAST[relation]) return 0;
  const isOtherWay = WAYS[a.listing.mode] !== WAYS[b.listing.mode];
  const isReserved = [a, b].some(({ listing }) => listing.status === 'reserved');
  return (
    likeness * CLOSENESS[relation] * (isOtherWay ? OTHER_WAY : 1) * (isReserved ? RESERVED : 1)
  );
}

/** What a match at a distance counts, from 1 in the same place. */
export function nearness(distanceKm: number): number {
  return HALF_AT_KM / (HALF_AT_KM + distanceKm);
}

function relationOf(a: Matchable, b: Matchable): keyof typeof LEAST {
  if (a.listing.category === b.listing.category) return 'sameCategory';
  return a.topCategory === b.topCategory ? 'sameTop' : 'other';
}

function startsBeforeEnd(starting: Dated, ending: Dated): boolean {
  const { availableFrom } = starting;
  const { availableUntil } = ending;
  return availableFrom === null || availableUntil === null || availableFrom <= availableUntil;
}
