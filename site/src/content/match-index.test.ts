import { describe, expect, it } from 'vitest';
import type { Listing } from '../contract/index.ts';
import type { Content } from './content.ts';
import { sampleContent, sampleListing, sampleSnapshot } from './sample-content.ts';

const offer = (id: string, title: string, values: Partial<Listing> = {}) =>
  sampleListing(id, { title, ...values });
const request = (id: string, title: string, values: Partial<Listing> = {}) =>
  sampleListing(id, { title, kind: 'request', organisation: 'o2', ...values });

const matchesOf = ({ listings }: Content, id: string) => listings.matchesFor(listings.get(id));
const idsOf = (content: Content, id: string) =>
  matchesOf(content, id).map(({ listing }) => listing.documentId);

describe('an offer meets a request', () => {
  it.each([
    ['the same word', 'Anhänger', 'Anhänger gesucht'],
    ['another word for it', 'Gabelstapler 2,5 t', 'Suche Flurförderzeug'],
    ['a compound with the same head', 'Kühlanhänger für Feste', 'Anhänger'],
    ['a word without umlauts', 'Kuehlanhaenger', 'Kühlanhänger'],
    ['an inflected word', 'Zwei Hubwagen und Paletten', 'Palette gesucht'],
  ])('by %s, in both directions', (_, offered, sought) => {
    const content = sampleContent({ listings: [offer('a', offered), request('b', sought)] });
    expect(idsOf(content, 'a')).toEqual(['b']);
    expect(idsOf(content, 'b')).toEqual(['a']);
  });

  it.each([
    ['another thing of the same category', 'Hubwagen', 'Betonmischer gesucht', {}],
    ['whom it is for', 'Hubwagen für Vereine', 'Betonmischer für Vereine gesucht', {}],
    ['how it is sought', 'Hubwagen leihen', 'Betonmischer leihen', {}],
    ['what the description says', 'Hubwagen', 'Betonmischer', { description: 'Hubwagen' }],
    ['the first part of a compound', 'Lagerregal', 'Lagerhalle gesucht', {}],
    [
      'a tag of quite another category',
      'Büro',
      'Suche Kran',
      { category: 'offices', tags: ['Büro'] },
    ],
    ['its own organisation', 'Kran', 'Kran gesucht', { organisation: 'o1' }],
    ['what is brokered', 'Kran', 'Kran gesucht', { status: 'brokered' }],
    ['another audience', 'Kran', 'Kran gesucht', { audiences: ['education'] }],
  ] satisfies [string, string, string, Partial<Listing>][])(
    'not by %s',
    (_, offered, sought, values) => {
      const listings = [offer('a', offered), request('b', sought, values)];
      const content = sampleContent({ listings });
      expect(idsOf(content, 'a')).toEqual([]);
      expect(idsOf(content, 'b')).toEqual([]);
    },
  );

  it('not when one ends before the other begins', () => {
    const content = sampleContent({
      listings: [
        offer('a', 'Kran', { availableFrom: '2026-12-01' }),
        request('b', 'Kran', { availableUntil: '2026-11-30' }),
        request('c', 'Kran', { availableUntil: '2026-12-01' }),
      ],
    });
    expect(idsOf(content, 'a')).toEqual(['c']);
  });

  it('by the words of the region’s editors', () => {
    const listings = [offer('a', 'Kran'), request('b', 'Wuppdich gesucht')];
    expect(idsOf(sampleContent({ listings }), 'a')).toEqual([]);
    const { region } = sampleSnapshot();
    const taught = region && { ...region, searchWords: [['Kran', 'Wuppdich']] };
    expect(idsOf(sampleContent({ listings, region: taught }), 'a')).toEqual(['b']);
  });
});

describe('matches', () => {
  it('are few, the best first, with their distance', () => {
    const content = sampleContent({
      listings: [
        offer('this', 'Kran'),
        request('far', 'Kran', { municipality: 'ost' }),
        request('near', 'Kran', { municipality: 'mitte' }),
        request('other-way', 'Kran', { mode: 'give' }),
        request('cousin', 'Kran', { category: 'tools', municipality: 'ost' }),
        request('compound', 'Ladekran'),
        request('reserved', 'Kran', { status: 'reserved', municipality: 'ost' }),
      ],
    });
    expect(idsOf(content, 'this')).toHaveLength(4);
    expect(idsOf(content, 'this').slice(0, 3)).toEqual(['near', 'compound', 'other-way']);
    const [first, second] = matchesOf(content, 'this');
    expect(first?.distanceKm).toBeCloseTo(13.7, 1);
    expect(second?.distanceKm).toBe(0);
    expect(idsOf(content, 'far')).toEqual(['this']);
  });

  it('of equals are shared out, so that a new one does not come into all lists', () => {
    const listings = Array.from({ length: 200 }, (_, index) =>
      index % 2 === 0 ? offer(`l${index}`, 'Kran') : request(`l${index}`, 'Kran'),
    );
    const content = sampleContent({ listings });
    for (const { documentId } of listings) matchesOf(content, documentId);
    content.tags.takeTouched();
    content.update([{ type: 'listing', before: undefined, after: offer('new', 'Kran') }]);
    const touched = [...content.tags.takeTouched()].filter((tag) => tag.startsWith('matches:'));
    expect(touched.length).toBeGreaterThan(1);
    expect(touched.length).toBeLessThan(20);
  });
});
