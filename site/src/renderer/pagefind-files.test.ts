import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { pagefindFiles } from './pagefind-files.ts';
import type { SearchDocument } from '../lib/search-document.ts';
import { EMPTY_STATE, type FacetSelection } from '../lib/search-params.ts';
import { pagefindProvider } from '../islands/search/provider-pagefind.ts';
import { SearchUnavailableError, type SearchQuery } from '../islands/search/provider.ts';

const document = (id: string, changes: Partial<SearchDocument>): SearchDocument => ({
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
  organisationType: null,
  place: { slug: 'beelitz', name: 'Beelitz', latitude: 52, longitude: 13 },
  audiences: ['companies'],
  status: 'active',
  tags: [],
  price: null,
  priceWords: null,
  publishedOn: '2026-11-01',
  availableFrom: null,
  availableUntil: null,
  endsOn: null,
  picture: { url: '/media/geheimnis.webp', width: 480, height: 300 },
  ...changes,
});

const TELTOW = { slug: 'teltow', name: 'Teltow', latitude: 52, longitude: 13 };
const DOCUMENTS = [
  document('kran', {
    title: 'Kran mit Fahrer',
    text: 'Hebt vier Tonnen.',
    publishedOn: '2026-11-02',
  }),
  document('bagger', { text: 'Auch 1 Kran steht bereit.', place: TELTOW, mode: 'rent' }),
  document('saal', {
    title: 'Saal',
    text: '10 Stühle',
    tags: ['Kran'],
    kind: 'request',
    publishedOn: '2026-11-03',
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

async function writeIndex(searchWords: string[][] = []): Promise<void> {
  for (const file of await pagefindFiles(DOCUMENTS, searchWords)) {
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

  it('carries no interface of Pagefind', async () => {
    const names = (await pagefindFiles(DOCUMENTS)).map((file) => file.path);
    expect(names).toContain('pagefind.js');
    expect(names.filter((name) => /ui|highlight|\.css$/.test(name))).toEqual([]);
  });
});
