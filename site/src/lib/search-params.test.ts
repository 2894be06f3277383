import { describe, expect, it } from 'vitest';
import {
  cleanText,
  countFilters,
  EMPTY_STATE,
  FACETS,
  isSearching,
  parseSearchParams,
  selectOnly,
  toggleFilter,
  toSearchParams,
  type FacetDefinition,
  type FacetName,
  type FacetOption,
} from './search-params.ts';

const option = (value: string, slug = value, parent?: string): FacetOption => ({
  value,
  slug,
  label: value,
  count: 1,
  ...(parent !== undefined && { parent }),
});

const OPTIONS: Record<FacetName, FacetOption[]> = {
  kind: [option('offer', 'angebote'), option('request', 'gesuche')],
  region: [option('pm')],
  category: [
    option('maschinen'),
    option('werkzeug', 'werkzeug', 'maschinen'),
    option('kran', 'kran', 'maschinen'),
    option('raeume'),
  ],
  mode: [option('lend', 'leihen'), option('give', 'schenken')],
  price: [option('free', 'kostenlos')],
  place: [option('beelitz'), option('teltow')],
  audience: [option('companies', 'unternehmen')],
  organisationType: [option('school', 'schule')],
  status: [option('active', 'verfuegbar')],
};

const FACET_LIST: FacetDefinition[] = FACETS.map((name) => ({
  name,
  label: name,
  options: OPTIONS[name],
}));

const [, , CATEGORY] = FACET_LIST as [FacetDefinition, FacetDefinition, FacetDefinition];

const PLACES = [
  { slug: 'teltow', name: 'Teltow', postalCodes: ['14513'], latitude: 52.4, longitude: 13.27 },
];

const parse = (query: string) => parseSearchParams(new URLSearchParams(query), FACET_LIST, PLACES);
const write = (query: string) => toSearchParams(parse(query), FACET_LIST).toString();

describe('the address of a search', () => {
  it('survives being read and written', () => {
    const address =
      'q=gabel+stapler&art=angebote&kategorie=maschinen&kategorie=raeume&modus=leihen' +
      '&preis=kostenlos&ort=beelitz&ort=teltow&fuer=unternehmen&einrichtung=schule' +
      '&status=verfuegbar&nahe=14513&umkreis=25&von=2026-12-01&bis=2026-12-31' +
      '&sortierung=neueste&seite=3&karte=offen';
    expect(write(address)).toBe(address);
  });

  it.each(['neueste', 'naechste', 'endet-bald'])('keeps the order “%s”', (sort) => {
    expect(write(`sortierung=${sort}`)).toBe(`sortierung=${sort}`);
  });

  it('takes a place as people type it, and writes it in one way', () => {
    expect(write('nahe=TELTOW&umkreis=5')).toBe('nahe=teltow&umkreis=5');
    expect(parse('nahe=14513+Teltow').near).toMatchObject({
      origin: { value: '14513', label: '14513 Teltow', latitude: 52.4 },
      radiusKm: null,
    });
  });

  it('is empty for an empty search', () => {
    expect(parse('')).toEqual(EMPTY_STATE);
    expect(toSearchParams(EMPTY_STATE, FACET_LIST).toString()).toBe('');
  });

  it('has one order, whatever the order it came in', () => {
    expect(write('ort=teltow&ort=beelitz&q=kran&art=gesuche')).toBe(
      write('art=gesuche&q=kran&ort=beelitz&ort=teltow'),
    );
  });

  it.each([
    ['unknown names', 'utm_source=x&__proto__=y'],
    ['unknown values', 'art=alles&ort=atlantis&modus=&sortierung=zufall'],
    ['values that are keys of an object', 'ort=constructor&art=__proto__'],
    ['pages that are no number', 'seite=zwei'],
    ['negative and broken pages', 'seite=-4&seite=1e9'],
    ['an empty text', 'q=++%09+'],
    ['unknown origins, and a radius without one', 'nahe=Atlantis&umkreis=25'],
    ['markup for a place', 'nahe=%3Cscript%3E&ort=%3Cscript%3E'],
    ['days that do not exist', 'von=2026-02-30&bis=2026-13-01'],
    ['days that are none', 'von=morgen&bis=1e9'],
    ['days of other centuries', 'von=1926-01-01&bis=9999-12-31'],
    ['what no map can be', 'karte=quer'],
  ])('drops %s', (_what, query) => {
    expect(write(query)).toBe('');
  });

  it.each(['abc', '-5', '7', '1e9', '25km', ''])(
    'drops the radius “%s” and keeps its place',
    (radius) => {
      expect(write(`nahe=teltow&umkreis=${radius}`)).toBe('nahe=teltow');
    },
  );

  it('drops a last day before the first', () => {
    expect(write('von=2026-12-31&bis=2026-12-01')).toBe('von=2026-12-31');
  });

  it('limits the number of portions that a link can ask for', () => {
    expect(parse('seite=999').pages).toBe(50);
  });

  it('keeps markup, umlauts, emoji and regular expressions as plain text', () => {
    const text = '<script>alert(1)</script> (.*+?^$ Öl & 🚜';
    const params = new URLSearchParams({ q: text });
    expect(parse(params.toString()).text).toBe(text);
  });
});

describe('conditions', () => {
  it.each([
    ['nothing', '', 0],
    ['only a text', 'q=kran', 0],
    ['each value of a facet', 'ort=beelitz&ort=teltow&preis=kostenlos', 3],
    ['a place with its radius once', 'nahe=teltow&umkreis=5', 1],
    ['two days once', 'von=2026-12-01&bis=2026-12-02', 1],
  ])('count %s', (_what, query, count) => {
    expect(countFilters(parse(query))).toBe(count);
  });
});

describe('the text of a search', () => {
  it('is cut at 200 characters without breaking one', () => {
    const cut = cleanText('🚜'.repeat(10_000));
    expect(Array.from(cut)).toHaveLength(200);
    expect(cut).not.toMatch(/\p{Cs}/u);
  });

  it('loses control characters and lone surrogates', () => {
    expect(cleanText('a\u0000b\ud800c\n d')).toBe('a b c d');
  });

  it('joins decomposed umlauts', () => {
    expect(cleanText('Bu\u0308ro')).toBe('Büro');
  });
});

describe('choosing filters', () => {
  it('adds and removes a value and returns to the first portion', () => {
    const added = toggleFilter({ ...EMPTY_STATE, pages: 3 }, CATEGORY, 'raeume');
    expect(added).toMatchObject({ filters: { category: ['raeume'] }, pages: 1 });
    expect(toggleFilter(added, CATEGORY, 'raeume').filters.category).toEqual([]);
  });

  it('replaces a category by the one below it, and the other way round', () => {
    const upper = toggleFilter(EMPTY_STATE, CATEGORY, 'maschinen');
    const lower = toggleFilter(upper, CATEGORY, 'kran');
    expect(lower.filters.category).toEqual(['kran']);
    const both = toggleFilter(lower, CATEGORY, 'werkzeug');
    expect(both.filters.category).toEqual(['kran', 'werkzeug']);
    expect(toggleFilter(both, CATEGORY, 'maschinen').filters.category).toEqual(['maschinen']);
  });

  it('chooses one value alone, or none', () => {
    const one = selectOnly(parse('ort=beelitz&art=angebote'), FACET_LIST[0] ?? CATEGORY, 'request');
    expect(one.filters).toMatchObject({ kind: ['request'], place: ['beelitz'] });
    expect(selectOnly(one, FACET_LIST[0] ?? CATEGORY, null).filters.kind).toEqual([]);
  });

  it('counts as searching only when there is something to look for', () => {
    expect(isSearching({ ...EMPTY_STATE, text: '  ' })).toBe(false);
    expect(isSearching(parse('ort=teltow'))).toBe(true);
    expect(isSearching(parse('sortierung=neueste'))).toBe(true);
  });
});
