import { describe, expect, it } from 'vitest';
import {
  cleanText,
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
  category: [
    option('maschinen'),
    option('werkzeug', 'werkzeug', 'maschinen'),
    option('kran', 'kran', 'maschinen'),
    option('raeume'),
  ],
  mode: [option('lend', 'leihen'), option('give', 'schenken')],
  place: [option('beelitz'), option('teltow')],
  audience: [option('companies', 'unternehmen')],
  status: [option('active', 'verfuegbar')],
};

const FACET_LIST: FacetDefinition[] = FACETS.map((name) => ({
  name,
  label: name,
  options: OPTIONS[name],
}));

const [, CATEGORY] = FACET_LIST as [FacetDefinition, FacetDefinition];

const parse = (query: string) => parseSearchParams(new URLSearchParams(query), FACET_LIST);
const write = (query: string) => toSearchParams(parse(query), FACET_LIST).toString();

describe('the address of a search', () => {
  it('survives being read and written', () => {
    const address =
      'q=gabel+stapler&art=angebote&kategorie=maschinen&kategorie=raeume&modus=leihen' +
      '&ort=beelitz&ort=teltow&fuer=unternehmen&status=verfuegbar&sortierung=neueste&seite=3';
    expect(write(address)).toBe(address);
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
  ])('drops %s', (_what, query) => {
    expect(write(query)).toBe('');
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
