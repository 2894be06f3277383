import type { SearchDocument } from './search-document.ts';

/** A document of a search index for tests: an active offer that is lent. */
export function sampleSearchDocument(
  id: string,
  changes: Partial<SearchDocument> = {},
): SearchDocument {
  return {
    id,
    region: 'demo',
    kind: 'offer',
    url: `/angebote/${id}/`,
    title: id,
    text: '',
    organisation: null,
    category: null,
    parentCategory: null,
    mode: 'lend',
    organisationType: 'company',
    place: { slug: 'mitte', name: 'Mitte', latitude: 52, longitude: 13 },
    audiences: [],
    status: 'active',
    tags: [],
    dealings: '',
    price: null,
    priceWords: null,
    publishedOn: '2026-11-01',
    createdAt: null,
    availableFrom: null,
    availableUntil: null,
    endsOn: null,
    picture: null,
    ...changes,
  };
}
