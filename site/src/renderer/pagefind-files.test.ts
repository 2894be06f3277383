import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { pagefindFiles } from './pagefind-files.ts';
import { sampleSearchDocument } from '../lib/sample-search-document.ts';
import type { SearchDocument } from '../lib/search-document.ts';
import { EMPTY_STATE, type FacetSelection } from '../lib/search-params.ts';
import { pagefindProvider } from '../islands/search/provider-pagefind.ts';
import { SearchUnavailableError, type SearchQuery } from '../islands/search/provider.ts';

const document = (id: string, changes: Partial<SearchDocument>) =>
  sampleSearchDocument(id, {
    organisationType: null,
    place: { slug: 'beelitz', name: 'Beelitz', latitude: 52, longitude: 13 },
    audiences: ['companies'],
    picture: { url: '/media/geheimnis.webp', width: 480, height: 300 },
    ...changes,
  });

/** Some 17 km from Beelitz. */
const TELTOW = { slug: 'teltow', name: 'Teltow', latitude: 52, longitude: 13.25 };
const DOCUMENTS = [
  document('kran', {
    title: 'Kran mit Fahrer',
    text: 'Hebt vier Tonnen.',
    publishedOn: '2026-11-02',
  }),
  document('bagger', {
    text: 'Auch 1 Kran steht bereit.',
    place: TELTOW,
    mode: 'rent',
    endsOn: '2026-12-01',
  }),
  document('saal', {
    title: 'Saal',
    text: '10 Stühle',
    tags: ['Kran'],
    kind: 'request',
    publishedOn: '2026-11-03',
    endsOn: '2026-12-02',
  }),
  document('werkhof', { kind: 'organisation', publishedOn: null, mode: null, status: null }),
];

let folder: string;

const inFolder = (name: string) => path.join(folder, name);
const provider = () => pagefindProvider(pathToFileURL(`${folder}/`).href);
const query = (text: string, filters: Partial<FacetSelection> = {}): SearchQuery => ({
  ...EMPTY_STATE,
  text,
  filters: { ...EMPTY_STATE.filters, ...filters },
  limit: 10,
});
const search = (asked: SearchQuery) => provider().search(asked, new AbortController().signal);
const idsOf = async (asked: SearchQuery) => (await search(asked)).hits.map(({ id }) => id);

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'search-'));
  await writeIndex();
});

async function writeIndex(searchWords: string[][] = [], documents = DOCUMENTS): Promise<void> {
  for (const file of await pagefindFiles(documents, searchWords)) {
    await mkdir(path.dirname(inFolder(file.path)), { recursive: true });
    await writeFile(inFolder(file.path), file.content);
  }
}

afterAll(() => rm(folder, { recursive: true }));

beforeEach(() => {
  // Node fetches no files; a browser gets them from the server.
  vi.stubGlobal('fetch', async (url: string) => {
    const name = fileURLToPath(url.replace(/\?.*/, ''));
    return readFile(name).then(
      (bytes) => new Response(bytes),
      () => new Response('', { status: 404 }),
    );
  });
});

afterEach(() => {
  vi.unstubAllGlobals();
});

describe('searching with Pagefind', () => {
  it('puts a match in the title before one in the tags and one in the text', async () => {
    expect(await idsOf(query('kran'))).toEqual(['kran', 'saal', 'bagger']);
  });

  it('returns everything, newest first, for a query without a text', async () => {
    expect(await idsOf(query(''))).toEqual(['saal', 'kran', 'bagger', 'werkhof']);
  });

  it('sorts matches by day when asked to', async () => {
    expect(await idsOf({ ...query('kran'), sort: 'newest' })).toEqual(['saal', 'kran', 'bagger']);
  });

  it('joins the values of one facet and crosses facets', async () => {
    expect(await idsOf(query('kran', { place: ['beelitz', 'teltow'], kind: ['offer'] }))).toEqual([
      'kran',
      'bagger',
    ]);
  });

  it('counts a chosen facet as if nothing were chosen in it', async () => {
    const { facets, total } = await search(query('kran', { place: ['teltow'] }));
    expect(total).toBe(1);
    expect(facets.place).toMatchObject({ beelitz: 2, teltow: 1 });
    expect(facets.mode).toMatchObject({ rent: 1, lend: 0 });
  });

  it('finds nothing by addresses of pictures', async () => {
    expect(await search(query('geheimnis'))).toMatchObject({ total: 0, hits: [] });
  });

  it.each(['<script>alert(1)</script>', '(.*+?^$[', '🚜', '"', '\\', 'ä'.repeat(200)])(
    'survives the text %s',
    async (text) => {
      expect((await search(query(text))).total).toBeGreaterThanOrEqual(0);
    },
  );

  it('takes a one for no ten', async () => {
    expect(await idsOf(query('10'))).toEqual(['saal']);
    expect(await idsOf(query('1'))).toEqual(['bagger']);
  });

  it('loads no more hits than asked for, but counts all', async () => {
    const answer = await search({ ...query(''), limit: 1 });
    expect(answer).toMatchObject({ total: 4, hits: [{ id: 'saal' }] });
  });

  it('gives way to a newer search', async () => {
    const controller = new AbortController();
    const stale = provider().search(query('kran'), controller.signal);
    controller.abort();
    await expect(stale).rejects.toMatchObject({ name: 'AbortError' });
  });

  it('says so when the index is missing, and finds again once it is back', async () => {
    vi.spyOn(console, 'error').mockReturnValue();
    const back = globalThis.fetch;
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('offline')));
    const engine = provider();
    const { signal } = new AbortController();
    await expect(engine.search(query('kran'), signal)).rejects.toThrow(SearchUnavailableError);
    vi.stubGlobal('fetch', back);
    expect((await engine.search(query('kran'), signal)).total).toBe(3);
  });

  it('tells a broken connection from an honest “nothing”', async () => {
    vi.spyOn(console, 'error').mockReturnValue();
    const engine = provider();
    const { signal } = new AbortController();
    await engine.search(query(''), signal);
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('offline')));
    await expect(engine.search(query('kran'), signal)).rejects.toThrow(SearchUnavailableError);
  });
});

describe('searching with Pagefind from a place', () => {
  const origin = { value: 'beelitz', label: 'Beelitz', latitude: 52, longitude: 13 };

  it('keeps what is near enough, counts each radius, and puts the nearest first', async () => {
    const near = { origin, radiusKm: 5 } as const;
    const inside = await search({ ...query('kran'), near });
    expect(inside).toMatchObject({ total: 2, withinKm: { 5: 2, 10: 2, 25: 3, 50: 3 } });
    const all = { ...query('kran'), near: { origin, radiusKm: null }, sort: 'nearest' } as const;
    expect((await idsOf(all)).at(-1)).toBe('bagger');
  });

  it('keeps the order of relevance as long as there is no place', async () => {
    expect(await idsOf({ ...query('kran'), sort: 'nearest' })).toEqual(['kran', 'saal', 'bagger']);
  });

  it('puts first what leaves the site first', async () => {
    expect(await idsOf({ ...query('kran'), sort: 'ending' })).toEqual(['bagger', 'saal', 'kran']);
  });
});

describe('a damaged index', () => {
  const { signal } = new AbortController();

  /** Changes a file for the time of a test. */
  async function damaged(
    file: string,
    change: (name: string, whole: string) => Promise<void>,
    test: () => Promise<void>,
  ): Promise<void> {
    const whole = await readFile(inFolder(file));
    await change(inFolder(file), whole.toString('utf8'));
    try {
      await test();
    } finally {
      await writeFile(inFolder(file), whole);
    }
  }

  const cut = (name: string, whole: string) => writeFile(name, whole.slice(0, whole.length / 2));

  it.each(['vocabulary.json', 'documents.json', 'pagefind-entry.json'])(
    'with half of its %s is no index, until it is whole again',
    async (file) => {
      const engine = provider();
      await damaged(file, cut, async () => {
        await expect(engine.search(query('kran'), signal)).rejects.toThrow(SearchUnavailableError);
      });
      expect((await engine.search(query('kran'), signal)).total).toBe(3);
    },
  );

  it.each(['{}', 'null', '[]', '<!doctype html><title>Fehler</title>'])(
    'whose table is %s is no index',
    async (text) => {
      await damaged(
        'documents.json',
        (name) => writeFile(name, text),
        async () => {
          await expect(search(query('kran'))).rejects.toThrow(SearchUnavailableError);
        },
      );
    },
  );

  it('leaves out a document that is gone, and shows it once it is back', async () => {
    vi.spyOn(console, 'error').mockReturnValue();
    const engine = provider();
    const all = await search(query('kran'));
    const names = await readdir(inFolder('fragment'));
    const cards = await Promise.all(
      names.map(async (name) => gunzipSync(await readFile(inFolder(`fragment/${name}`)))),
    );
    const fragment = `fragment/${names[cards.findIndex((card) => card.includes('"saal"'))]}`;
    await damaged(
      fragment,
      (name) => rm(name),
      async () => {
        const answer = await engine.search(query('kran'), signal);
        expect(answer.hits.map(({ id }) => id)).toEqual(['kran', 'bagger']);
        expect(answer.total).toBe(2);
      },
    );
    expect((await engine.search(query('kran'), signal)).hits).toEqual(all.hits);
  });
});

describe('the index', () => {
  it('finds by the words that editors have added', async () => {
    const queried = query('Wuppdich');
    expect(await idsOf(queried)).toEqual([]);
    await writeIndex([['Kran', 'Wuppdich']]);
    expect(await idsOf(queried)).toEqual(['kran', 'saal']);
    await writeIndex();
    expect(await idsOf(queried)).toEqual([]);
  });

  it('has the same bytes for the same documents', async () => {
    const [first, second] = [await pagefindFiles(DOCUMENTS), await pagefindFiles(DOCUMENTS)];
    expect(second).toEqual(first);
  });

  it('keeps all parts but those with words of a new entry', async () => {
    const named = (id: string, publishedOn: string | null, text: string) =>
      document(id, { title: id, text, publishedOn, kind: publishedOn ? 'offer' : 'organisation' });
    // Few words are in most texts, most words in few, as in any language.
    const wordOf = (number: number) => {
      const rank = Math.floor(20_000 * ((number % 997) / 997) ** 4);
      return `${'abcdefghiklmnoprstuvw'[rank % 21]}wort${rank}`;
    };
    const documents = Array.from({ length: 2_000 }, (_, number) =>
      named(
        `id${number}`,
        number % 20 === 0 ? null : `2026-${10 + (number % 3)}-${10 + (number % 20)}`,
        Array.from({ length: 40 }, (_word, i) => wordOf(number * 61 + i * 7)).join(' '),
      ),
    );
    const partsOf = async (all: readonly SearchDocument[]) =>
      (await pagefindFiles(all))
        .map((file) => file.path)
        .filter((name) => name.startsWith('index/'));
    const known = await partsOf(documents);
    expect(known.length).toBeGreaterThan(10);
    // Entries come in the order of their keys in the CMS, which says nothing.
    const changesWith = async (entry: SearchDocument) =>
      (await partsOf(documents.toSpliced(200, 0, entry))).filter((name) => !known.includes(name));
    const last = documents
      .map(({ publishedOn }) => publishedOn ?? '')
      .sort()
      .at(-1);
    const createdAt = `${last}T20:00:00.000Z`;
    for (const [id, publishedOn] of [
      ['neu', last ?? null],
      ['werkhof', null],
    ] as const) {
      const changed = await changesWith({ ...named(id, publishedOn, wordOf(4)), createdAt });
      expect(changed.length, id).toBeLessThan(known.length / 4);
    }
  });

  it('carries no interface of Pagefind', async () => {
    const names = (await pagefindFiles(DOCUMENTS)).map((file) => file.path);
    expect(names).toContain('pagefind.js');
    expect(names.filter((name) => /ui|highlight|\.css$/.test(name))).toEqual([]);
  });
});

describe('a word that is not whole', () => {
  afterEach(() => writeIndex());

  it('finds all that it may become, though thousands of words lie between', async () => {
    const letters = [...'bcdfghklmnprstw'];
    const between = letters.flatMap((a) =>
      letters.flatMap((b) => letters.map((c) => `zugw${a}${b}${c}`)),
    );
    await writeIndex(
      [],
      [
        document('wagen', { title: 'Zugwagen' }),
        document('winde', { title: 'Zugwinde' }),
        document('viel', { title: 'Viel', text: between.join(' ') }),
      ],
    );
    expect((await idsOf(query('zugw'))).sort()).toEqual(['viel', 'wagen', 'winde']);
    expect(await idsOf(query('zugwa'))).toEqual(['wagen']);
    expect(await idsOf(query('zugwi'))).toEqual(['winde']);
  });

  it('is known from one that is whole, such as a unit behind a number', async () => {
    await writeIndex([], [document('halle', { title: 'Lagerhalle', text: '600 m² trocken' })]);
    const index = provider();
    await index.prepare();
    expect(
      ['halle 600 qm', 'halle', 'hal', 'lagerh'].map((text) => index.answersAtOnce?.(text)),
    ).toEqual([true, true, false, false]);
  });
});
