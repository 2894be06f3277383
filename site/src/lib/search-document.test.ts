import { describe, expect, it } from 'vitest';
import { parseSnapshot } from '../contract/index.ts';
import { countFacetValues, searchFacets, type FacetWords } from './search-facets.ts';
import { toSearchDocuments, type SearchDocument, type SearchSource } from './search-document.ts';
import { toIndexWord } from './search-pagefind.ts';

const REGION = {
  type: 'region',
  documentId: 'r1',
  slug: 'demo',
  name: 'Demo',
  shortName: 'D',
  tagline: { de: 'Demo', en: null },
  introduction: null,
  searchWords: [],
  federalState: 'BB',
  operator: {
    name: 'Kreis',
    place: 'Ort',
    street: null,
    postalCode: null,
    phone: null,
    email: 'redaktion@example.org',
    website: null,
  },
  brand: { primary: '#00594f', accent: '#f2a900', logo: null, cover: null },
  center: { latitude: 52, longitude: 13 },
  neighbours: [],
  partners: [],
};

const category = (documentId: string, name: string, position: number, parent: string | null) => ({
  type: 'category',
  documentId,
  slug: documentId,
  key: documentId,
  name: { de: name, en: null },
  description: null,
  parent,
  position,
});

const town = (documentId: string, name: string) => ({
  type: 'municipality',
  documentId,
  slug: documentId,
  name,
  postalCodes: ['14806'],
  latitude: 52.1,
  longitude: 12.5,
});

const IMAGE = {
  alt: 'Ein Stapler',
  credit: null,
  renditions: [200, 480, 960].map((width, index) => ({
    width,
    height: width / 2,
    file: `${String(index).repeat(32)}.webp`,
  })),
};

const ORGANISATION = {
  type: 'organisation',
  documentId: 'o1',
  slug: 'werkhof',
  name: 'Werkhof GmbH',
  kind: 'company',
  sector: 'Metallbau',
  description: 'Wir schweißen.',
  municipality: 'zossen',
  website: null,
  employees: null,
  logo: null,
};

const LISTING = {
  type: 'listing',
  documentId: 'l1',
  slug: 'stapler',
  kind: 'offer',
  mode: 'lend',
  category: 'lifting',
  title: 'Stapler <b>mit</b> Fahrer',
  description: 'Zwei Tage frei.\n\nMit Gabel.',
  organisation: 'o1',
  municipality: 'zossen',
  place: 'on-site',
  quantity: null,
  condition: null,
  dimensions: null,
  weightKg: null,
  price: { kind: 'free', amount: null, unit: null, amountNonprofit: null },
  availableFrom: '2026-12-01',
  availableUntil: null,
  endsOn: '2027-01-31',
  publishedOn: '2026-11-20',
  createdAt: '2026-11-19T08:00:00.000Z',
  audiences: ['companies', 'nonprofits'],
  status: 'active',
  tags: ['Gabelstapler'],
  images: [IMAGE],
};

const STORY = {
  type: 'success-story',
  documentId: 's1',
  slug: 'danke',
  title: 'Danke',
  teaser: 'Vier Schulen freuen sich.',
  body: [
    {
      type: 'paragraph',
      children: [
        { type: 'text', text: 'Mehr bei der ' },
        { type: 'link', url: 'https://example.org', children: [{ type: 'text', text: 'Schule' }] },
      ],
    },
    {
      type: 'list',
      format: 'unordered',
      children: [{ type: 'list-item', children: [{ type: 'text', text: 'Papier', bold: true }] }],
    },
  ],
  quote: { text: 'Großartig!', person: 'K. Vogt', role: null },
  givers: ['o1'],
  receivers: [],
  listings: [],
  municipality: null,
  impact: [],
  cover: null,
  publishedOn: '2026-11-21',
};

function snapshotOf(documents: object[]): SearchSource {
  const header = {
    type: 'header',
    version: 1,
    region: 'demo',
    revision: 1,
    asOf: '2026-11-24',
    documents: documents.length,
  };
  const lines = [header, ...documents].map((line) => JSON.stringify(line));
  const { region, ...snapshot } = parseSnapshot(`${lines.join('\n')}\n`);
  if (region === null) throw new Error('The snapshot has no region.');
  return { region, ...snapshot };
}

const SNAPSHOT = snapshotOf([
  REGION,
  category('lifting', 'Hebetechnik', 0, 'machines'),
  category('rooms', 'Räume', 1, null),
  category('machines', 'Maschinen', 0, null),
  town('zossen', 'Zossen'),
  town('oerlsdorf', 'Örlsdorf'),
  ORGANISATION,
  LISTING,
  { ...LISTING, documentId: 'l2', slug: 'kran', images: [], kind: 'request' },
  STORY,
]);

const DOCUMENTS = toSearchDocuments(SNAPSHOT, {
  priceWords: () => 'kostenfrei',
  categoryPicture: (key) => ({ url: `/${key}.svg`, width: 480, height: 300 }),
});

const documentOf = (id: string): SearchDocument => {
  const found = DOCUMENTS.find((document) => document.id === id);
  if (found === undefined) throw new Error(`No search document ${id}.`);
  return found;
};

describe('search documents', () => {
  it('hold all that an engine can search, filter or show of a listing', () => {
    expect(documentOf('l1')).toEqual({
      id: 'l1',
      region: 'demo',
      kind: 'offer',
      url: '/angebote/stapler/',
      title: 'Stapler <b>mit</b> Fahrer',
      text: 'Zwei Tage frei.\n\nMit Gabel.',
      organisation: { slug: 'werkhof', name: 'Werkhof GmbH' },
      category: { slug: 'lifting', key: 'lifting', name: 'Hebetechnik' },
      parentCategory: { slug: 'machines', key: 'machines', name: 'Maschinen' },
      mode: 'lend',
      organisationType: 'company',
      place: {
        slug: 'zossen',
        name: 'Zossen',
        postalCodes: ['14806'],
        latitude: 52.1,
        longitude: 12.5,
      },
      audiences: ['companies', 'nonprofits'],
      status: 'active',
      tags: ['Gabelstapler'],
      dealings: '',
      price: { isFree: true, amount: null },
      priceWords: 'kostenfrei',
      publishedOn: '2026-11-20',
      createdAt: '2026-11-19T08:00:00.000Z',
      availableFrom: '2026-12-01',
      availableUntil: null,
      endsOn: '2027-01-31',
      picture: { url: `/media/${'1'.repeat(32)}.webp`, width: 480, height: 240 },
    });
  });

  it('show the category where a listing has no picture', () => {
    expect(documentOf('l2')).toMatchObject({
      url: '/gesuche/kran/',
      picture: { url: '/lifting.svg' },
    });
  });

  it('cover organisations with their sector and what they offer and seek', () => {
    const titles = 'Stapler <b>mit</b> Fahrer, Gabelstapler';
    expect(documentOf('o1')).toMatchObject({
      url: '/organisationen/werkhof/',
      tags: ['Metallbau'],
      dealings: `${titles}\n${titles}`,
    });
  });

  it('cover no more of an organisation with many listings than its newest', () => {
    const many = Array.from({ length: 30 }, (_, index) => ({
      ...LISTING,
      ...{ documentId: `n${index}`, slug: `n${index}`, title: `Nummer ${index}`, tags: [] },
      publishedOn: index < 10 ? '2026-11-01' : '2026-11-21',
    }));
    const snapshot = snapshotOf([
      ...[REGION, category('lifting', 'Hebetechnik', 0, null), town('zossen', 'Zossen')],
      ...[ORGANISATION, ...many],
    ]);
    const documents = toSearchDocuments(snapshot, {
      priceWords: () => '',
      categoryPicture: () => null,
    });
    const { dealings = '' } = documents.find(({ id }) => id === 'o1') ?? {};
    expect(dealings.split('\n')).toHaveLength(20);
    expect(dealings).not.toMatch(/Nummer \d$/m);
  });

  it('cover the whole text of a success story, without its markup', () => {
    expect(documentOf('s1')).toMatchObject({
      url: '/erfolge/danke/',
      text: 'Vier Schulen freuen sich.\n\nMehr bei der Schule\n\nPapier\n\nGroßartig!',
      organisation: { name: 'Werkhof GmbH' },
      place: null,
    });
  });
});

it.each([
  ['stapl', 'stapl0'],
  ['3,5', '3x5z'],
  ['10', '10z'],
  ['feuer', 'feu0er0'],
])('the term %s is the word %s of an index', (term, word) => {
  expect(toIndexWord(term)).toBe(word);
});

describe('facets', () => {
  const word = (slug: string) => ({ slug, label: slug });
  const words = new Proxy({}, { get: (_target, name) => word(String(name)) }) as never;
  const WORDS: FacetWords = {
    facets: words,
    kind: words,
    mode: words,
    price: words,
    audience: words,
    organisationType: words,
    status: words,
  };
  const facets = searchFacets(
    countFacetValues(DOCUMENTS),
    SNAPSHOT.categories,
    SNAPSHOT.municipalities,
    WORDS,
  );
  const optionsOf = (name: string) => facets.find((facet) => facet.name === name)?.options ?? [];

  it('put every category before the ones below it, in the editors’ order', () => {
    expect(optionsOf('category')).toMatchObject([
      { value: 'machines', count: 2 },
      { value: 'lifting', parent: 'machines', count: 2 },
      { value: 'rooms', count: 0 },
    ]);
  });

  it('sort places by the German alphabet and count them', () => {
    expect(optionsOf('place').map(({ label, count }) => [label, count])).toEqual([
      ['Örlsdorf', 0],
      ['Zossen', 3],
    ]);
  });

  it('count what is free and the kinds of those who have it', () => {
    expect(optionsOf('price').map(({ count }) => count)).toEqual([2]);
    expect(optionsOf('organisationType').find(({ value }) => value === 'company')?.count).toBe(4);
  });

  it('count kinds and audiences', () => {
    expect(optionsOf('kind').map(({ count }) => count)).toEqual([1, 1, 1, 1]);
    expect(optionsOf('audience').find(({ value }) => value === 'nonprofits')?.count).toBe(2);
  });
});
