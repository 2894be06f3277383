import { describe, expect, it } from 'vitest';
import type { Listing } from '../contract/index.ts';
import { sampleListing } from '../content/sample-content.ts';
import { canMatch, datesOverlap } from './matching.ts';

const listing = (values: Partial<Listing>) => sampleListing('l1', values);

describe('datesOverlap', () => {
  it('holds for open dates and for a single common day', () => {
    const open = listing({});
    const may = listing({ availableFrom: '2026-05-01', availableUntil: '2026-05-31' });
    const fromLastOfMay = listing({ availableFrom: '2026-05-31' });
    expect(datesOverlap(open, may)).toBe(true);
    expect(datesOverlap(may, fromLastOfMay)).toBe(true);
  });

  it('fails when one ends before the other begins, whichever comes first', () => {
    const may = listing({ availableUntil: '2026-05-31' });
    const june = listing({ availableFrom: '2026-06-01' });
    expect(datesOverlap(may, june)).toBe(false);
    expect(datesOverlap(june, may)).toBe(false);
  });
});

describe('canMatch', () => {
  const offer = listing({});
  const request = listing({ kind: 'request', organisation: 'o2' });

  it('brings an offer and a request together', () => {
    expect(canMatch(offer, request)).toBe(true);
  });

  it.each([
    ['two of a kind', { kind: 'offer' }],
    ['an organisation with itself', { organisation: 'o1' }],
    ['what is already brokered', { status: 'brokered' }],
    ['different audiences', { audiences: ['education'] }],
  ] satisfies [string, Partial<Listing>][])('does not match %s', (_, change) => {
    expect(canMatch(offer, { ...request, ...change })).toBe(false);
  });
});
