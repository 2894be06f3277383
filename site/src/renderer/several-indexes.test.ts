import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { pagefindFiles } from './pagefind-files.ts';
import { sampleSearchDocument } from '../lib/sample-search-document.ts';
import type { SearchDocument } from '../lib/search-document.ts';
import { EMPTY_STATE, type SearchState } from '../lib/search-params.ts';
import { pagefindProvider } from '../islands/search/provider-pagefind.ts';
import { regionsProvider } from '../islands/search/provider-regions.ts';

const place = (slug: string, latitude: number) => ({ slug, name: slug, latitude, longitude: 13 });

const document = (id: string, region: string, changes: Partial<SearchDocument>) =>
  sampleSearchDocument(id, { region, place: place('mitte', 52), ...changes });

const REGIONS: Record<string, SearchDocument[]> = {
  west: [
    document('w1', 'west', { title: 'Kran mit Fahrer', publishedOn: '2026-11-05' }),
    document('w2', 'west', { title: 'Bagger', place: place('elsterau', 52.3) }),
  ],
  leer: [],
  ost: [
    document('o1', 'ost', { title: 'Kran', publishedOn: '2026-11-20', mode: 'rent' }),
    document('o2', 'ost', {
      title: 'Lagerhalle',
      place: place('ostheim', 52.1),
      endsOn: '2027-01-01',
    }),
  ],
};
const NEIGHBOURS = Object.keys(REGIONS).map((slug) => ({
  slug,
  name: slug,
  origin: `https://${slug}.example`,
  primary: '#124e66',
  accent: '#f2a541',
}));

let folder: string;
const basePath = (region: string) => pathToFileURL(path.join(folder, `${region}/`)).href;

async function writeIndex(region: string, documents: readonly SearchDocument[]): Promise<void> {
  for (const file of await pagefindFiles(documents)) {
    const target = path.join(folder, region, file.path);
    await mkdir(path.dirname(target), { recursive: true });
    await writeFile(target, file.content);
  }
}

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'search-'));
  for (const [region, documents] of Object.entries(REGIONS)) await writeIndex(region, documents);
  await mkdir(path.join(folder, 'kaputt'));
  await writeFile(path.join(folder, 'kaputt/pagefind-entry.json'), '{"version":');
});

afterAll(() => rm(folder, { recursive: true }));

beforeEach(() => {
  vi.stubGlobal('fetch', async (url: string) =>
    readFile(fileURLToPath(url.replace(/\?.*/, ''))).then(
      (bytes) => new Response(bytes),
      () => new Response('', { status: 404 }),
    ),
  );
});

afterEach(() => {
  vi.unstubAllGlobals();
});

const search = (changes: Partial<SearchState>, regions = ['west', 'ost']) =>
  regionsProvider(NEIGHBOURS, pagefindProvider(...regions.map(basePath))).search(
    { ...EMPTY_STATE, limit: 10, ...changes },
    new AbortController().signal,
  );
const idsOf = async (changes: Partial<SearchState>, regions?: string[]) =>
  (await search(changes, regions)).hits.map(({ id }) => id);
const inRegion = (region: string) => ({ ...EMPTY_STATE.filters, region: [region] });

describe('a search of several regions', () => {
  it('ranks what all of them have together', async () => {
    expect((await idsOf({ text: 'kran' })).sort()).toEqual(['o1', 'w1']);
    expect(await idsOf({ text: 'kran', sort: 'newest' })).toEqual(['o1', 'w1']);
    expect(await idsOf({ text: 'lagerhalle' })).toEqual(['o2']);
  });

  it('takes a word for another only if no region knows it', async () => {
    const { corrections, hits } = await search({ text: 'lagerhale' });
    expect(corrections).toEqual([{ from: 'lagerhale', to: 'Lagerhalle' }]);
    expect(hits.map(({ id }) => id)).toEqual(['o2']);
    expect((await search({ text: 'bagger' })).corrections).toEqual([]);
  });

  it('counts and filters by region', async () => {
    const { facets } = await search({ text: 'kran' });
    expect(facets.region).toEqual({ west: 1, ost: 1 });
    expect(facets.mode).toMatchObject({ lend: 1, rent: 1 });
    const chosen = await search({ text: 'kran', filters: inRegion('ost') });
    expect(chosen.hits.map(({ id }) => id)).toEqual(['o1']);
    expect(chosen.facets.region).toEqual({ west: 1, ost: 1 });
  });

  it('knows the places and days of all of them', async () => {
    const origin = { ...place('mitte', 52), value: 'mitte', label: 'Mitte' };
    const near = { origin, radiusKm: 25 } as const;
    expect(await idsOf({ near, sort: 'nearest' })).toEqual(expect.arrayContaining(['o2', 'w1']));
    expect(await idsOf({ near })).not.toContain('w2');
    expect((await idsOf({ sort: 'ending' }))[0]).toBe('o2');
  });

  it('leads to the region’s own site and brings its pictures along', async () => {
    const [hit] = (await search({ text: 'lagerhalle' })).hits;
    expect(hit).toMatchObject({ region: 'ost', url: 'https://ost.example/angebote/o2/' });
  });

  it('goes on without a region whose index is missing or broken', async () => {
    for (const broken of ['fehlt', 'kaputt']) {
      expect(await idsOf({ text: 'kran' }, [broken, 'ost'])).toEqual(['o1']);
      expect(await idsOf({ text: 'kran' }, ['west', broken])).toEqual(['w1']);
    }
  });

  it('goes on beside a region that has nothing yet', async () => {
    expect(await idsOf({ text: 'kran' }, ['leer', 'ost'])).toEqual(['o1']);
    expect(await idsOf({ text: 'kran' }, ['west', 'leer'])).toEqual(['w1']);
    expect(await search({ text: 'kran' }, ['leer'])).toMatchObject({ total: 0, hits: [] });
  });

  it('reads again what was replaced while it was loaded', async () => {
    const read = globalThis.fetch;
    let stale = 1;
    vi.stubGlobal('fetch', (url: string) => {
      if (!url.endsWith('/ost/documents.json') || stale === 0) return read(url);
      stale -= 1;
      return read(url.replace('/ost/', '/west/'));
    });
    expect((await idsOf({ text: 'kran' })).sort()).toEqual(['o1', 'w1']);
    stale = 100;
    await expect(search({ text: 'kran' })).rejects.toThrow('no answer');
  });

  it('opens the index that has taken the place of one whose parts are gone', async () => {
    const hall = document('h1', 'wechsel', { title: 'Lagerhalle' });
    await writeIndex('wechsel', [hall]);
    const provider = pagefindProvider(basePath('wechsel'));
    expect(await provider.prepare()).toBe(true);
    await rm(path.join(folder, 'wechsel'), { recursive: true });
    await writeIndex('wechsel', [hall, document('h2', 'wechsel', { title: 'Lagerhalle, groß' })]);
    const state = { ...EMPTY_STATE, limit: 10, text: 'lagerhalle' };
    const { hits } = await provider.search(state, new AbortController().signal);
    expect(hits.map(({ id }) => id).sort()).toEqual(['h1', 'h2']);
  });

  it('says so when no region can be searched', async () => {
    await expect(search({ text: 'kran' }, ['fehlt', 'kaputt'])).rejects.toThrow('no answer');
  });
});
