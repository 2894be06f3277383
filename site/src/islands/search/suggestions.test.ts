import { describe, expect, it } from 'vitest';
import type { SearchHit } from '../../lib/search-document.ts';
import type { FacetDefinition } from '../../lib/search-params.ts';
import type { SearchAnswer } from './provider.ts';
import {
  arrange,
  suggestFilters,
  suggestMeant,
  suggestPages,
  titleAnswers,
  type Suggestion,
} from './suggestions.ts';

const FACETS: FacetDefinition[] = [
  {
    name: 'category',
    label: 'Kategorie',
    options: [
      { value: 'maschinen', slug: 'maschinen', label: 'Maschinen & Geräte', count: 14 },
      {
        value: 'bau',
        slug: 'bau',
        label: 'Hebetechnik & Baumaschinen',
        parent: 'maschinen',
        count: 3,
      },
      { value: 'transport', slug: 'transport', label: 'Transport & Logistik', count: 16 },
      {
        value: 'trailer',
        slug: 'trailer',
        label: 'Anhänger & Sicherung',
        parent: 'transport',
        count: 4,
      },
      { value: 'it', slug: 'it', label: 'IT-Technik', count: 4 },
      { value: 'leer', slug: 'leer', label: 'Maschinenverleih', count: 0 },
    ],
  },
  {
    name: 'place',
    label: 'Ort',
    options: [
      { value: 'teltow', slug: 'teltow', label: 'Teltow', count: 9 },
      { value: 'werder', slug: 'werder', label: 'Werder (Havel)', count: 7 },
      { value: 'muehlenfliess', slug: 'muehlenfliess', label: 'Mühlenfließ', count: 2 },
    ],
  },
];

const labels = (text: string, answered: string[] = []) =>
  suggestFilters(text, FACETS, answered).map(({ label }) => label);

describe('suggestFilters', () => {
  it.each([
    ['a beginning', 'masch', ['Maschinen & Geräte', 'Hebetechnik & Baumaschinen']],
    ['a part of a compound', 'Hänger', ['Anhänger & Sicherung']],
    ['another form of the word', 'Maschine', ['Maschinen & Geräte', 'Hebetechnik & Baumaschinen']],
    ['no umlauts', 'muehlenfl', ['Mühlenfließ']],
    ['bare vowels', 'muhlenfliess', ['Mühlenfließ']],
    ['a place after other words', 'Bagger in Werd', ['Werder (Havel)']],
    ['one letter', 'm', []],
    ['only stop words', 'ich suche', []],
    ['a word that names nothing', 'Klavier', []],
    ['an emoji', '🚜', []],
    ['nothing', ' ', []],
  ])('finds by %s: %s', (_, text, expected) => {
    expect(labels(text)).toEqual(expected);
  });

  it('leaves out what holds nothing', () => {
    expect(labels('Maschinenverleih')).not.toContain('Maschinenverleih');
  });

  it('keeps the words that the name does not answer, without the preposition', () => {
    const rest = (text: string) => suggestFilters(text, FACETS).map((found) => found.text);
    expect(rest('Bagger in Werder')).toEqual(['Bagger']);
    expect(rest('Werder Bagger mieten')).toEqual(['Bagger mieten']);
    expect(rest('Teltow')).toEqual(['']);
  });

  it('takes a mistyped name as the engine took it', () => {
    expect(labels('Teltwo', ['teltow'])).toEqual(['Teltow']);
    expect(labels('Teltwo')).toEqual([]);
  });

  it('says where a lower category belongs', () => {
    expect(suggestFilters('Anhänger', FACETS)).toEqual([
      {
        kind: 'category',
        label: 'Anhänger & Sicherung',
        detail: 'Transport & Logistik',
        value: 'trailer',
        text: '',
      },
    ]);
  });
});

describe('suggestMeant', () => {
  const answer = (total: number, category: Record<string, number>) =>
    ({ total, facets: { category } }) as unknown as SearchAnswer;

  it('names the category that holds little else', () => {
    const [meant] = suggestMeant(answer(5, { it: 4, transport: 1 }), FACETS);
    expect(meant).toMatchObject({ label: 'IT-Technik', text: '' });
  });

  it.each([
    ['few of whose entries were found', 5, { transport: 5 }],
    ['that is a small part of what was found', 40, { it: 4 }],
    ['of a single hit', 1, { it: 1 }],
  ])('names none %s', (_, total, counts) => {
    expect(suggestMeant(answer(total, counts), FACETS)).toEqual([]);
  });
});

const hit = (kind: SearchHit['kind'], title: string): SearchHit =>
  ({ kind, title, url: `/${title}/`, placeName: 'Teltow', organisationName: null }) as SearchHit;

describe('suggestPages', () => {
  it('takes listings, and organisations that are named', () => {
    const hits = [
      hit('offer', 'Bagger'),
      hit('organisation', 'Baggerbetrieb Nord'),
      hit('organisation', 'Hof Süd'),
      hit('success-story', 'Ein Bagger für alle'),
    ];
    expect(suggestPages(hits, ['bagg']).map(({ label }) => label)).toEqual([
      'Bagger',
      'Baggerbetrieb Nord',
    ]);
  });
});

describe('titleAnswers', () => {
  it('wants every word, the last perhaps unfinished', () => {
    expect(titleAnswers('Kühlanhänger für Feste', 'feste kuehl')).toBe(true);
    expect(titleAnswers('Kühlanhänger für Feste', 'Kühlanhänger Bagger')).toBe(false);
  });
});

describe('arrange', () => {
  it('groups, shows each once, and a few of each kind', () => {
    const listing = (label: string): Suggestion => ({
      kind: 'listing',
      label,
      detail: null,
      url: `/${label}/`,
    });
    const place = suggestFilters('Teltow', FACETS);
    const listings = ['a', 'b', 'a', 'c', 'd', 'e'].map(listing);
    expect(arrange([...listings, ...place]).map(({ label }) => label)).toEqual([
      'Teltow',
      'a',
      'b',
      'c',
      'd',
    ]);
  });
});
