import { expect, it } from 'vitest';
import type { SearchDocument } from './search-document.ts';
import { MEILISEARCH_SETTINGS, toMeilisearchRecord } from './search-meilisearch.ts';
import { TERM_WEIGHTS, type SearchTerms } from './search-terms.ts';

const TERMS: SearchTerms = {
  title: ['stapl'],
  named: ['gabelstapl'],
  near: [],
  around: ['teltow'],
  need: ['heb'],
  text: ['stapl', '3.5', 'tonn'],
};

const LISTING: SearchDocument = {
  id: 'l1',
  region: 'pm',
  kind: 'offer',
  url: '/angebote/stapler/',
  title: 'Stapler',
  text: '',
  organisation: null,
  category: { slug: 'geraete', key: 'devices', name: 'Geräte' },
  parentCategory: null,
  mode: 'lend',
  organisationType: null,
  place: { slug: 'teltow', name: 'Teltow', latitude: 52.4, longitude: 13.3 },
  audiences: ['companies', 'education'],
  status: 'reserved',
  tags: [],
  dealings: '',
  price: { isFree: false, amount: 25 },
  priceWords: '25 €',
  publishedOn: '2026-11-01',
  createdAt: null,
  availableFrom: '2026-12-01',
  availableUntil: null,
  endsOn: '2027-01-31',
  picture: null,
};

it('keeps the terms as words, what is filtered by as values, and days as numbers', () => {
  expect(toMeilisearchRecord(LISTING, TERMS)).toMatchObject({
    id: 'l1',
    region: 'pm',
    hit: { id: 'l1', title: 'Stapler', placeName: 'Teltow' },
    terms: { title: 'stapl0', near: '', text: 'stapl0 3x5z tonn0' },
    words: ['stapl0', 'gabelstapl0', 'teltow0', 'heb0', '3x5z', 'tonn0'],
    facets: { kind: ['offer'], category: ['geraete'], audience: ['companies', 'education'] },
    _geo: { lat: 52.4, lng: 13.3 },
    price: 25,
    published: 20_261_101,
    ends: 20_270_131,
    availableFrom: 20_261_201,
    availableUntil: 99_999_999,
    standing: 0.9,
  });
});

it('lets organisations be neither available nor ending', () => {
  const organisation: SearchDocument = {
    ...LISTING,
    kind: 'organisation',
    status: null,
    price: null,
    publishedOn: null,
    availableFrom: null,
    endsOn: null,
  };
  expect(toMeilisearchRecord(organisation, TERMS)).toMatchObject({
    price: null,
    published: null,
    ends: null,
    availableFrom: null,
    availableUntil: null,
  });
});

it('searches the groups of terms in the order of their weights', () => {
  const byWeight = Object.entries(TERM_WEIGHTS).sort(([, a], [, b]) => b - a);
  expect(MEILISEARCH_SETTINGS.searchableAttributes).toEqual([
    ...byWeight.map(([group]) => `terms.${group}`),
    'terms.text',
  ]);
});

it('gives away nothing but what results show', () => {
  expect(MEILISEARCH_SETTINGS.displayedAttributes).toEqual(['id', 'region', 'hit']);
});
