import { describe, expect, it } from 'vitest';
import { sampleContent, sampleListing } from './sample-content.ts';

const ids = (found: { listing: { documentId: string } }[]) =>
  found.map(({ listing }) => listing.documentId);

describe('lists', () => {
  const content = sampleContent({
    listings: [
      sampleListing('old', { publishedOn: '2026-09-01' }),
      sampleListing('taken', { publishedOn: '2026-11-02', status: 'brokered' }),
      sampleListing('new', { publishedOn: '2026-11-01', category: 'tools', mode: 'rent' }),
      sampleListing('wish', { kind: 'request' }),
    ],
  });

  it('are newest first and hold one kind', () => {
    expect(content.listings.list('offer').map(({ slug }) => slug)).toEqual(['taken', 'new', 'old']);
    expect(content.listings.list('request').map(({ slug }) => slug)).toEqual(['wish']);
  });

  it('count a category of the first level with all below it', () => {
    const count = (id: string) =>
      content.listings.count('offer', { type: 'category', category: content.categories.get(id) });
    expect(count('machines')).toBe(3);
    expect(count('lifting')).toBe(2);
    expect(count('rooms')).toBe(0);
  });

  it('offer on the home page only what can still be taken up', () => {
    expect(content.listings.newest('offer', 5).map(({ slug }) => slug)).toEqual(['new', 'old']);
    expect(content.listings.newest('offer', 1)).toHaveLength(1);
  });

  it('count every other filter within a filter', () => {
    const facet = { type: 'mode', mode: 'lend' } as const;
    const counts = content.listings.facetCounts('offer', facet);
    expect(counts.get('category:lifting')).toBe(2);
    expect(counts.get('category:tools')).toBeUndefined();
    expect(counts.get('mode:lend')).toBe(2);
  });

  it('know an offer by its address, and not as a request', () => {
    expect(content.listings.bySlug('offer', 'old').documentId).toBe('old');
    expect(() => content.listings.bySlug('request', 'old')).toThrow('request with the address old');
  });
});

describe('similar listings', () => {
  it('are of the same kind and category, nearest first, then newest', () => {
    const content = sampleContent({
      listings: [
        sampleListing('this'),
        sampleListing('far', { municipality: 'ost', publishedOn: '2026-11-20' }),
        sampleListing('here-old', { publishedOn: '2026-09-01' }),
        sampleListing('here-new', { publishedOn: '2026-11-01' }),
        sampleListing('cousin', { category: 'tools' }),
        sampleListing('office', { category: 'offices' }),
        sampleListing('taken', { status: 'brokered' }),
        sampleListing('wish', { kind: 'request' }),
      ],
    });
    const found = content.listings.similarTo(content.listings.get('this'));
    expect(ids(found)).toEqual(['here-new', 'here-old', 'far', 'cousin']);
    expect(found[2]?.distanceKm).toBeGreaterThan(60);
  });
});
