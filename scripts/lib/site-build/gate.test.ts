import { describe, expect, it } from 'vitest';
import { LEGAL_PAGE_SLUGS, type Refusal } from '@portal/site/contract';
import { describeErrorForEditors } from '../errors.ts';
import { GateError, passGate, type Candidate } from './gate.ts';

const FILES = [
  'index.html',
  '404.html',
  'impressum/index.html',
  'datenschutz/index.html',
  'barrierefreiheit/index.html',
  'pagefind/pagefind-entry.json',
];
const COUNTS = { pages: 500, listings: 150, organisations: 40, stories: 12 };

function candidate(
  changes: Partial<Omit<Candidate, 'rendered'>> = {},
  rendered: Partial<Candidate['rendered']> = {},
  without: readonly string[] = [],
): Candidate {
  return {
    region: 'pm',
    wantedRevision: 7,
    hasFile: (file) => FILES.includes(file) && !without.includes(file),
    searchEntry: '{"version":"1.6.0"}',
    liveCounts: COUNTS,
    mayLose: false,
    ...changes,
    rendered: {
      header: {
        ...{ type: 'header', version: 1, region: 'pm', revision: 7 },
        ...{ asOf: '2026-11-24', documents: 1 },
      },
      counts: COUNTS,
      brokenLinks: [],
      emptyPages: [],
      brandProblems: [],
      ...rendered,
    },
  };
}

function refusalOf(site: Candidate): { refusal: Refusal; forEditors: string } {
  try {
    passGate(site);
  } catch (error) {
    if (!(error instanceof GateError)) throw error;
    return { refusal: error.refusal, forEditors: describeErrorForEditors(error) };
  }
  throw new Error('The site has passed the gate.');
}

const headerOf = (region: string, revision: number) => ({
  header: { ...candidate().rendered.header, region, revision },
});

describe('the gate', () => {
  it('lets a good site pass, also a newer one than was asked for, and the first of a region', () => {
    expect(() => {
      passGate(candidate());
      passGate(candidate({ wantedRevision: 6 }));
      passGate(candidate({ liveCounts: null }, { counts: {} }));
    }).not.toThrow();
  });

  it('asks no search index of the umbrella site', () => {
    const umbrella = candidate(
      { region: 'umbrella', searchEntry: null, liveCounts: { pages: 5, regions: 3 } },
      { ...headerOf('umbrella', 7), counts: { pages: 5, regions: 3 } },
      ['pagefind/pagefind-entry.json'],
    );
    expect(() => {
      passGate(umbrella);
    }).not.toThrow();
  });

  it.each<{ what: string; site: Candidate; rule: string; message: string }>([
    {
      what: 'of another region',
      site: candidate({}, headerOf('tf', 7)),
      rule: 'schema',
      message:
        'Das Redaktionssystem hat die Daten der Region „tf“ statt „pm“ geliefert. Bitte die Technik benachrichtigen.',
    },
    {
      what: 'that is older than what was asked for',
      site: candidate({}, headerOf('pm', 6)),
      rule: 'schema',
      message:
        'Das Redaktionssystem hat den Stand 6 statt 7 geliefert. Bitte die Technik benachrichtigen.',
    },
    {
      what: 'without a home page',
      site: candidate({}, {}, ['index.html']),
      rule: 'legal-pages',
      message: 'Die Startseite fehlt. Bitte die Technik benachrichtigen.',
    },
    {
      what: 'without a page for wrong addresses',
      site: candidate({}, {}, ['404.html']),
      rule: 'legal-pages',
      message: 'Die Fehlerseite fehlt. Bitte die Technik benachrichtigen.',
    },
    ...LEGAL_PAGE_SLUGS.map((slug) => ({
      what: `without ${slug}`,
      site: candidate({}, {}, [`${slug}/index.html`]),
      rule: 'legal-pages',
      message:
        `Die Seite „${slug}“ fehlt. Das Gesetz verlangt sie: Bitte im Redaktionssystem eine Seite mit dem ` +
        `Kürzel „${slug}“ anlegen und veröffentlichen.`,
    })),
    {
      what: 'with an empty legal page',
      site: candidate({}, { emptyPages: ['impressum/index.html'] }),
      rule: 'legal-pages',
      message:
        'Die Seite „impressum“ ist leer. Das Gesetz verlangt sie: Bitte im Redaktionssystem eine Seite mit dem ' +
        'Kürzel „impressum“ anlegen und veröffentlichen.',
    },
    {
      what: 'with a dead link on one page',
      site: candidate({}, { brokenLinks: [{ target: '/erfolge/weg/', pages: ['/'], count: 1 }] }),
      rule: 'links',
      message:
        'Die Seite / verweist auf /erfolge/weg/, das es nicht gibt. Bitte den Verweis berichtigen oder das Ziel veröffentlichen.',
    },
    {
      what: 'with a dead link on many pages',
      site: candidate(
        {},
        { brokenLinks: [{ target: '/weg/', pages: ['/', '/a/', '/b/'], count: 400 }] },
      ),
      rule: 'links',
      message:
        'Die Seite / und 399 weitere verweisen auf /weg/, das es nicht gibt. Bitte den Verweis berichtigen oder das Ziel veröffentlichen.',
    },
    {
      what: 'without a search index',
      site: candidate({}, {}, ['pagefind/pagefind-entry.json']),
      rule: 'search-index',
      message: 'Das Suchverzeichnis fehlt. Bitte die Technik benachrichtigen.',
    },
    ...['', '{"version":', null].map((searchEntry) => ({
      what: `with the search index ${JSON.stringify(searchEntry)}`,
      site: candidate({ searchEntry }),
      rule: 'search-index',
      message: 'Das Suchverzeichnis ist beschädigt. Bitte die Technik benachrichtigen.',
    })),
    {
      what: 'whose colours nobody can read',
      site: candidate({}, { brandProblems: ['Die Hauptfarbe ist zu hell.'] }),
      rule: 'brand-contrast',
      message: 'Die Hauptfarbe ist zu hell.',
    },
  ])('refuses a site $what, and no editor may let it pass', ({ site, rule, message }) => {
    for (const mayLose of [false, true]) {
      const { refusal, forEditors } = refusalOf({ ...site, mayLose });
      expect(refusal).toEqual({
        revision: site.rendered.header.revision,
        problems: [{ rule, message }],
        mayAccept: false,
      });
      expect(forEditors).toBe(
        `Die neue Fassung ging nicht online, die letzte gute bleibt. ${message}`,
      );
    }
  });

  it.each([
    ['pages', 349, 'Statt 500 Seiten wären es nur noch 349.'],
    ['listings', 104, 'Statt 150 Angebote und Gesuche wären es nur noch 104.'],
    ['organisations', 27, 'Statt 40 Organisationen wären es nur noch 27.'],
    ['stories', 0, 'Statt 12 Erfolgsgeschichten wären es nur noch 0.'],
  ])('asks an editor before a site loses a third of its %s', (name, count, message) => {
    const site = candidate({}, { counts: { ...COUNTS, [name]: count } });
    expect(refusalOf(site).refusal).toEqual({
      revision: 7,
      problems: [
        {
          rule: 'losses',
          message: `${message} Ist das gewollt, bitte auf der Startseite des Redaktionssystems „Trotzdem veröffentlichen“ wählen.`,
        },
      ],
      mayAccept: true,
    });
    expect(() => {
      passGate({ ...site, mayLose: true });
    }).not.toThrow();
  });

  it.each([
    ['pages', 350],
    ['listings', 105],
    ['organisations', 28],
  ])('lets a site lose less than a third of its %s', (name, count) => {
    expect(() => {
      passGate(candidate({}, { counts: { ...COUNTS, [name]: count } }));
    }).not.toThrow();
  });

  it('takes it for everyday life when few things become fewer', () => {
    const few = { pages: 9, listings: 9, organisations: 1, stories: 3 };
    expect(() => {
      passGate(candidate({ liveCounts: few }, { counts: { pages: 1 } }));
    }).not.toThrow();
    const ten = candidate({ liveCounts: { stories: 10 } }, { counts: { stories: 6 } });
    expect(refusalOf(ten).refusal.mayAccept).toBe(true);
  });

  it('takes what a site does not count any more for lost', () => {
    const { refusal } = refusalOf(candidate({}, { counts: { pages: 500 } }));
    expect(refusal.problems.map(({ message }) => message.slice(0, 40))).toEqual([
      'Statt 150 Angebote und Gesuche wären es ',
      'Statt 40 Organisationen wären es nur noc',
      'Statt 12 Erfolgsgeschichten wären es nur',
    ]);
  });

  it('names everything that is wrong at once, and a loss beside a fault cannot be accepted', () => {
    const { refusal, forEditors } = refusalOf(
      candidate(
        { searchEntry: '' },
        {
          counts: { ...COUNTS, listings: 3 },
          brokenLinks: [
            { target: '/a/', pages: ['/'], count: 1 },
            { target: '/b/', pages: ['/'], count: 1 },
          ],
          brandProblems: ['Die Hauptfarbe ist zu hell.'],
        },
        ['impressum/index.html', '404.html'],
      ),
    );
    expect(refusal.problems.map(({ rule }) => rule)).toEqual([
      'legal-pages',
      'legal-pages',
      'links',
      'links',
      'search-index',
      'brand-contrast',
      'losses',
    ]);
    expect(refusal.mayAccept).toBe(false);
    expect(forEditors).toContain('Die Fehlerseite fehlt.');
    expect(forEditors).toContain('Das Suchverzeichnis ist beschädigt.');
    expect(forEditors).not.toContain('zu hell');
    expect(forEditors).toMatch(/ Dazu 2 weitere Mängel\.$/);
  });
});
