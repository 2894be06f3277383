import { describe, expect, it } from 'vitest';
import { sampleSearchDocument } from './sample-search-document.ts';
import type { SearchDocument } from './search-document.ts';
import { EMPTY_STATE, type FacetSelection, type SearchConditions } from './search-params.ts';
import { SearchTable, tableOf } from './search-table.ts';

const MIDDLE = { slug: 'mitte', name: 'Mitte', latitude: 52, longitude: 13 };
/** Some 11 km to the north. */
const NORTH = { slug: 'nord', name: 'Nord', latitude: 52.1, longitude: 13 };
/** Some 33 km to the north. */
const FAR = { slug: 'fern', name: 'Fern', latitude: 52.3, longitude: 13 };
const ORIGIN = { ...MIDDLE, value: 'mitte', label: 'Mitte' };

const document = (id: string, changes: Partial<SearchDocument>) =>
  sampleSearchDocument(id, {
    price: { isFree: true, amount: null },
    endsOn: '2027-01-31',
    ...changes,
  });

const category = (slug: string) => ({ slug, key: slug, name: slug });

const TABLE = new SearchTable(
  tableOf(
    [
      document('always', { category: category('kran'), parentCategory: category('maschinen') }),
      document('winter', {
        place: NORTH,
        availableFrom: '2026-12-01',
        availableUntil: '2027-02-28',
        endsOn: '2026-12-24',
        publishedOn: '2026-11-20',
      }),
      document('spring', {
        place: FAR,
        availableFrom: '2027-03-01',
        price: { isFree: false, amount: 5 },
        kind: 'request',
        publishedOn: '2026-10-01',
      }),
      document('school', {
        kind: 'organisation',
        organisationType: 'school',
        price: null,
        mode: null,
        publishedOn: null,
        endsOn: null,
      }),
      document('nowhere', { place: null, kind: 'success-story', endsOn: null, price: null }),
    ],
    ({ id }) => id,
  ),
);

const select = (changes: Partial<SearchConditions>, filters: Partial<FacetSelection> = {}) =>
  TABLE.select(TABLE.ids, {
    ...EMPTY_STATE,
    ...changes,
    filters: { ...EMPTY_STATE.filters, ...filters },
  });

describe('the table of documents', () => {
  it('counts a listing in both levels of its category', () => {
    expect(TABLE.valuesOf('always', 'category').toSorted()).toEqual(['kran', 'maschinen']);
  });

  it.each<[string, Partial<SearchConditions>, Partial<FacetSelection>, string[]]>([
    ['without conditions', {}, {}, ['always', 'winter', 'spring', 'school', 'nowhere']],
    ['of a kind', {}, { kind: ['request'] }, ['spring']],
    ['of two kinds', {}, { kind: ['request', 'organisation'] }, ['spring', 'school']],
    ['that are free', {}, { price: ['free'] }, ['always', 'winter']],
    ['of a school', {}, { organisationType: ['school'] }, ['school']],
    ['with a value that no document has', {}, { place: ['atlantis'] }, []],
    ['within 5 km', { near: { origin: ORIGIN, radiusKm: 5 } }, {}, ['always', 'school']],
    [
      'within 25 km',
      { near: { origin: ORIGIN, radiusKm: 25 } },
      {},
      ['always', 'winter', 'school'],
    ],
    [
      'near, however far',
      { near: { origin: ORIGIN, radiusKm: null } },
      { kind: ['request'] },
      ['spring'],
    ],
    ['on a day', { availableFrom: '2026-11-30' }, {}, ['always']],
    ['from the first day on', { availableFrom: '2026-12-01' }, {}, ['always', 'winter']],
    ['to the last day', { availableUntil: '2027-02-28' }, {}, ['always', 'winter']],
    ['after the last day', { availableUntil: '2027-03-01' }, {}, ['always', 'spring']],
    [
      'throughout',
      { availableFrom: '2026-12-24', availableUntil: '2027-01-02' },
      {},
      ['always', 'winter'],
    ],
    [
      'only for a part',
      { availableFrom: '2027-02-01', availableUntil: '2027-03-02' },
      {},
      ['always'],
    ],
  ])('keeps documents %s', (_what, conditions, filters, expected) => {
    expect(select(conditions, filters).ids).toEqual(expected);
  });

  it('counts a facet without its own choice, all other conditions kept', () => {
    const near = { origin: ORIGIN, radiusKm: 25 } as const;
    const { facets } = select({ near }, { kind: ['offer'], price: ['free'] });
    expect(facets.kind).toEqual({ offer: 2, organisation: 0, request: 0, 'success-story': 0 });
    expect(facets.place).toEqual({ fern: 0, mitte: 1, nord: 1 });
    expect(facets.price).toEqual({ free: 2 });
  });

  it('counts each radius, the chosen one or not', () => {
    const near = { origin: ORIGIN, radiusKm: 5 } as const;
    expect(select({ near }).withinKm).toEqual({ 5: 2, 10: 2, 25: 3, 50: 4 });
    expect(select({ near }, { kind: ['request'] }).withinKm).toEqual({ 5: 0, 10: 0, 25: 0, 50: 1 });
    expect(select({}).withinKm).toEqual({});
  });

  it('passes over documents that it does not hold', () => {
    expect(TABLE.select(['always', 'gone'], EMPTY_STATE).ids).toEqual(['always']);
  });

  it('sorts by day, with those without one last', () => {
    expect(TABLE.newestFirst()).toEqual(['winter', 'always', 'nowhere', 'spring', 'school']);
    expect(TABLE.endingFirst(['school', 'always', 'winter'])).toEqual([
      'winter',
      'always',
      'school',
    ]);
  });

  it('sorts by distance, keeps the order of equals, and puts what is nowhere last', () => {
    const near = { origin: { ...ORIGIN, ...FAR }, radiusKm: null };
    expect(TABLE.nearestFirst(['nowhere', 'school', 'always', 'winter', 'spring'], near)).toEqual([
      ...['spring', 'winter', 'school', 'always', 'nowhere'],
    ]);
  });

  it('knows the age of documents from the newest on', () => {
    expect(['winter', 'always', 'school'].map((id) => TABLE.ageOf(id))).toEqual([0, 19, null]);
  });

  it('holds a region without documents', () => {
    const empty = new SearchTable(tableOf([], ({ id }) => id));
    const conditions = { ...EMPTY_STATE, availableFrom: '2026-12-01' };
    expect(empty.select(empty.ids, conditions).ids).toEqual([]);
    expect(empty.newestFirst()).toEqual([]);
  });
});
