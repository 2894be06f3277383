import { describe, expect, it } from 'vitest';
import { ogName } from '../lib/og-image.ts';
import { ogSubjectOf } from '../lib/og-subjects.ts';
import { describePath } from './describe-path.ts';
import { engagementsOf, figuresOf } from './engagement.ts';
import {
  sampleContent,
  sampleListing,
  sampleOrganisation,
  samplePage,
  sampleStory,
} from './sample-content.ts';
import { sitemapIndex, sitemapPart } from './sitemap.ts';
import { listingData, operatorData, storyData } from './structured-data.ts';

const content = sampleContent({
  listings: [
    sampleListing('lift', {
      price: { kind: 'fee', amount: 68, unit: 'hour', amountNonprofit: null },
    }),
    sampleListing('wish', { kind: 'request' }),
  ],
  stories: [
    sampleStory('first', { givers: ['o1'], receivers: ['o2'], listings: ['lift'] }),
    sampleStory('second', { publishedOn: '2026-11-01', givers: ['o2'], municipality: 'ost' }),
  ],
  pages: [samplePage('impressum')],
});

describe('stories', () => {
  it('are found by organisation, listing and place', () => {
    expect(content.stories.givenBy('o1').map(({ slug }) => slug)).toEqual(['first']);
    expect(content.stories.receivedBy('o2').map(({ slug }) => slug)).toEqual(['first']);
    expect(content.stories.aboutListing('lift').map(({ slug }) => slug)).toEqual(['first']);
    expect(content.stories.inPlace('ost').map(({ slug }) => slug)).toEqual(['second']);
  });

  it('lead on to the next older one, and from the oldest to the newest', () => {
    const [newest, oldest] = content.stories.all;
    expect(newest?.slug).toBe('second');
    expect(newest && content.stories.next(newest)?.slug).toBe('first');
    expect(oldest && content.stories.next(oldest)?.slug).toBe('second');
    const only = sampleStory('only');
    expect(sampleContent({ stories: [only] }).stories.next(only)).toBeNull();
  });

  it('have a preview picture that asks for no other story', async () => {
    const [story] = content.stories.all;
    if (story === undefined) throw new Error('There is no story.');
    const name = ogName(content, { type: 'story', story });
    const { result, tags } = await content.tags.record(() =>
      Promise.resolve(ogSubjectOf(content, name)),
    );
    expect(result).toEqual({ type: 'story', story });
    expect(tags).toContain(`success-story:${story.documentId}`);
    expect(tags).not.toContain('stories');
  });

  it('show what an organisation gave and received', () => {
    const organisation = content.organisations.get('o2');
    expect(engagementsOf(content, organisation).map(({ part }) => part)).toEqual([
      'hat gegeben',
      'hat erhalten',
    ]);
    expect(figuresOf(content, organisation)).toEqual([
      { label: 'Mal gegeben', value: '1' },
      { label: 'Mal erhalten', value: '1' },
    ]);
  });
});

describe('content that does not fit together', () => {
  it('is refused with the name of what is missing', () => {
    expect(() => content.organisations.get('gone')).toThrow('organisation gone');
    expect(() => content.categories.bySlug('gone')).toThrow('category with the address gone');
    expect(() => content.page('gone')).toThrow('page with the address gone');
  });

  it('is refused when two entries share an address', () => {
    const organisations = [sampleOrganisation('o1'), { ...sampleOrganisation('o2'), slug: 'o1' }];
    expect(() => sampleContent({ organisations })).toThrow(/share the address .* “o1”/);
  });
});

it('names the entry behind a path, for messages', () => {
  expect(describePath(content, '/angebote/lift/')).toBe(
    'listing lift “Titel lift” (/angebote/lift/)',
  );
  expect(describePath(content, '/erfolge/first/')).toContain('success-story first');
  expect(describePath(content, '/angebote/')).toBe('/angebote/');
  expect(describePath(content, '/organisationen/gone/')).toBe('/organisationen/gone/');
});

it('puts every page into the sitemap, each once', () => {
  expect(sitemapIndex(content)).toContain('<loc>http://pm.localhost/sitemap-0.xml</loc>');
  const urls = [...sitemapPart(content, 0).matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, url]) => url);
  expect(new Set(urls).size).toBe(urls.length);
  for (const path of ['/', '/angebote/lift/', '/gesuche/wish/', '/orte/ost/', '/impressum/']) {
    expect(urls).toContain(`http://pm.localhost${path}`);
  }
});

describe('structured data', () => {
  it('tells an offer from a demand', () => {
    const [lift, wish] = ['lift', 'wish'].map((id) =>
      listingData(content, content.listings.get(id)),
    );
    expect(lift).toMatchObject({ '@type': 'Offer', price: 68, priceCurrency: 'EUR' });
    expect(wish).toMatchObject({ '@type': 'Demand', price: 0 });
  });

  it('names operator and story', () => {
    expect(operatorData(content)).toContainEqual(
      expect.objectContaining({ '@type': 'Organization', name: 'Betreiber' }),
    );
    expect(storyData(content, content.stories.bySlug('first'))).toMatchObject({
      '@type': 'Article',
      datePublished: '2026-10-01',
    });
  });
});
