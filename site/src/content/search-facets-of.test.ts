import { expect, it } from 'vitest';
import {
  AUDIENCES,
  LISTING_KINDS,
  LISTING_STATUSES,
  MODES,
  PRICE_KINDS,
  type DocumentChange,
} from '../contract/index.ts';
import { countFacetValues, searchFacets } from '../lib/search-facets.ts';
import { searchDocumentsOf } from '../lib/search-site.ts';
import { FACET_WORDS } from '../lib/search-words.ts';
import type { Content } from './content.ts';
import {
  sampleContent,
  sampleListing,
  sampleOrganisation,
  sampleSnapshot,
  sampleStory,
} from './sample-content.ts';
import { searchFacetsOf } from './search-facets-of.ts';

const at = <T>(items: readonly T[], index: number): T => {
  const item = items[index % items.length];
  if (item === undefined) throw new Error('There is nothing to choose from.');
  return item;
};

const FREE = { kind: 'free', amount: null, unit: null, amountNonprofit: null } as const;
const LISTINGS = Array.from({ length: 60 }, (_, index) =>
  sampleListing(`l${index}`, {
    kind: at(LISTING_KINDS, index),
    mode: at(MODES, index * 3),
    category: at(['lifting', 'tools', 'offices', 'machines'], index * 5),
    municipality: at(['west', 'ost'], index * 7),
    audiences: [...new Set([at(AUDIENCES, index), at(AUDIENCES, index * 2)])],
    status: at(LISTING_STATUSES, index),
    organisation: at(['o1', 'o2'], index * 3),
    price: { ...FREE, kind: at(PRICE_KINDS, index) },
  }),
);
const ORGANISATIONS = [
  sampleOrganisation('o1'),
  { ...sampleOrganisation('o2'), kind: 'school' } as const,
  sampleOrganisation('o3', 'mitte'),
];
const STORIES = [
  sampleStory('s1', { municipality: 'mitte' }),
  sampleStory('s2', { listings: ['l1'], givers: ['o1'] }),
];

/** The same facets, counted from every document that can be found. */
function countedOneByOne(content: Content) {
  const { region, ...snapshot } = sampleSnapshot({
    listings: [...content.listings.all],
    organisations: [...content.organisations.all],
    stories: [...content.stories.all],
  });
  if (region === null) throw new Error('There is no region.');
  return searchFacets(
    countFacetValues(searchDocumentsOf({ region, ...snapshot })),
    snapshot.categories,
    snapshot.municipalities,
    FACET_WORDS,
  );
}

it('counts for the search what a count of all documents would find', () => {
  const content = sampleContent({
    listings: LISTINGS,
    organisations: ORGANISATIONS,
    stories: STORIES,
  });
  expect(searchFacetsOf(content)).toEqual(countedOneByOne(content));
  const numbers = searchFacetsOf(content).flatMap(({ options }) =>
    options.map(({ count }) => count),
  );
  expect(numbers.filter((count) => count > 0).length).toBeGreaterThan(20);
});

it('counts the same after changes', () => {
  const content = sampleContent({
    listings: LISTINGS,
    organisations: ORGANISATIONS,
    stories: STORIES,
  });
  const [first, second, third] = LISTINGS;
  const changes: DocumentChange[] = [
    { type: 'listing', before: first, after: undefined },
    {
      type: 'listing',
      before: second,
      after: second && {
        ...second,
        category: 'offices',
        municipality: 'mitte',
        mode: 'give',
        organisation: 'o3',
      },
    },
    { type: 'listing', before: third, after: third && { ...third, organisation: 'o3' } },
    { type: 'organisation', before: ORGANISATIONS[2], after: sampleOrganisation('o3', 'ost') },
    { type: 'success-story', before: STORIES[0], after: undefined },
    { type: 'success-story', before: undefined, after: sampleStory('s9', { municipality: 'ost' }) },
  ];
  searchFacetsOf(content);
  content.update(changes);
  expect(searchFacetsOf(content)).toEqual(countedOneByOne(content));
});

it('counts nothing where there is nothing', () => {
  const content = sampleContent({ organisations: [] });
  expect(searchFacetsOf(content)).toEqual(countedOneByOne(content));
  for (const { options } of searchFacetsOf(content)) {
    for (const { count } of options) expect(count).toBe(0);
  }
});
