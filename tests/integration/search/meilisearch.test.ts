import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { meilisearchProvider } from '../../../site/src/islands/search/provider-meilisearch.ts';
import { pagefindProvider } from '../../../site/src/islands/search/provider-pagefind.ts';
import type { SearchProvider, SearchQuery } from '../../../site/src/islands/search/provider.ts';
import { EMPTY_STATE, type FacetSelection } from '../../../site/src/lib/search-params.ts';
import type { SearchDocument } from '../../../site/src/lib/search-document.ts';
import { pagefindFiles } from '../../../site/src/renderer/pagefind-files.ts';
import { demoDocuments, writeIndexFiles } from '../../support/demo-search.ts';
import {
  meilisearchMissing,
  startMeilisearch,
  type RunningMeilisearch,
} from '../../support/meilisearch.ts';
import {
  factsOf,
  fillIndex,
  proxyTo,
  readFilesByFetch,
  startSearchSite,
  withoutZeros,
  type SearchSite,
} from '../../support/search-site.ts';

const INDEX = 'portal-pm';
const POTSDAM = { value: 'potsdam', label: 'Potsdam', latitude: 52.39, longitude: 13.06 };
const HOSTILE = 'a" OR "1"="1';
const BACKSLASH = 'b\\" OR facets.kind = "offer';

const demo = demoDocuments('pm');
const [first] = demo;
if (first === undefined) throw new Error('The demo content is empty.');
/** Their categories are called what an attacker would write. */
const hostile = [HOSTILE, BACKSLASH].map((slug, number): SearchDocument => ({
  ...first,
  id: `hostile-${number}`,
  url: `/angebote/hostile-${number}/`,
  category: { slug, key: 'key', name: 'Seltsam' },
}));
const documents = [...demo, ...hostile];

const query = ({
  filters,
  ...changes
}: Partial<Omit<SearchQuery, 'filters'>> & {
  filters?: Partial<FacetSelection>;
}): SearchQuery => ({
  ...EMPTY_STATE,
  limit: 20,
  ...changes,
  filters: { ...EMPTY_STATE.filters, ...filters },
});
const search = (provider: SearchProvider, asked: SearchQuery) =>
  provider.search(asked, new AbortController().signal);

describe.skipIf((await meilisearchMissing()) !== null)('the search with Meilisearch', () => {
  let folder: string;
  let server: RunningMeilisearch;
  let site: SearchSite;
  let meilisearch: SearchProvider;
  let pagefind: SearchProvider;

  beforeAll(async () => {
    readFilesByFetch();
    folder = await mkdtemp(path.join(tmpdir(), 'portal-search-'));
    const files = await pagefindFiles(documents);
    site = await startSearchSite(files);
    server = await startMeilisearch();
    await fillIndex(server.client, INDEX, documents);
    site.facts = factsOf(INDEX, server.masterKey, documents.length);
    site.answer = proxyTo(server.host);
    meilisearch = meilisearchProvider(undefined, site.origin);
    pagefind = pagefindProvider(await writeIndexFiles(folder, files));
  });

  afterAll(async () => {
    await site.close();
    await server.stop();
    await rm(folder, { recursive: true });
  });

  it.each<[string, Parameters<typeof query>[0]]>([
    ['everything', {}],
    ['a word', { text: 'anhänger' }],
    ['a mistyped word', { text: 'gabelstabler' }],
    ['a part of a word', { text: 'lager' }],
    ['the beginning of a word', { text: 'gabelst' }],
    ['a word, then the beginning of one', { text: 'transport anhän' }],
    ['two words', { text: 'werkstatt mieten' }],
    ['more words than one entry has', { text: 'beamer zelt bagger bühne küche' }],
    ['a thing at a place', { text: 'lager in Teltow' }],
    ['stop words', { text: 'der die das' }],
    ['what nobody has', { text: 'xylophonquartett' }],
    ['signs', { text: '") OR (1=1' }],
    ['one value', { text: 'anhänger', filters: { kind: ['offer'] } }],
    ['two values', { filters: { kind: ['offer', 'request'], mode: ['lend'] } }],
    ['what is free', { filters: { price: ['free'] } }],
    [
      'values that fit nothing together',
      { text: 'anhänger', filters: { kind: ['success-story'] } },
    ],
    ['near by', { text: 'lager', near: { origin: POTSDAM, radiusKm: 10 } }],
    ['available', { text: 'raum', availableFrom: '2026-12-01', availableUntil: '2026-12-24' }],
    ['available on a day', { availableUntil: '2027-05-01' }],
  ])('finds and counts the same as Pagefind: %s', async (_name, changes) => {
    const asked = query(changes);
    const [ours, theirs] = [await search(meilisearch, asked), await search(pagefind, asked)];
    const shown = ({ facets, ...answer }: typeof ours) => ({
      total: answer.total,
      hits: answer.hits.length,
      terms: answer.terms,
      corrections: answer.corrections,
      withinKm: answer.withinKm,
      facets: Object.entries(facets).map(([name, counts]) => [name, withoutZeros(counts)]),
    });
    expect(shown(ours)).toEqual(shown(theirs));
  });

  it('shows of a hit what Pagefind shows', async () => {
    const asked = query({ text: 'lastenrad', limit: 1 });
    const [ours, theirs] = [await search(meilisearch, asked), await search(pagefind, asked)];
    expect(ours.hits).toEqual(theirs.hits);
  });

  it.each(['newest', 'ending'] as const)('sorts like Pagefind: %s', async (sort) => {
    const asked = query({ text: 'anhänger', sort, limit: 100 });
    const days = async (provider: SearchProvider) =>
      (await search(provider, asked)).hits.map((hit) =>
        sort === 'newest' ? hit.publishedOn : hit.endsOn,
      );
    expect(await days(meilisearch)).toEqual(await days(pagefind));
  });

  it('sorts by distance', async () => {
    const near = { origin: POTSDAM, radiusKm: null };
    const asked = query({ sort: 'nearest', near, limit: 400 });
    const places = async (provider: SearchProvider) =>
      (await search(provider, asked)).hits.map(({ placeName }) => placeName);
    expect(await places(meilisearch)).toEqual(await places(pagefind));
  });

  it.each([
    [HOSTILE, 'hostile-0'],
    [BACKSLASH, 'hostile-1'],
  ])('takes a value for a value, whatever it holds: %s', async (slug, id) => {
    const { hits } = await search(meilisearch, query({ filters: { category: [slug] } }));
    expect(hits.map((hit) => hit.id)).toEqual([id]);
  });

  it.each(['"', '\\', '" OR 1=1', '\\" OR facets.kind = "offer" OR "', "' OR ''='", '\n', ']'])(
    'finds nothing for a value that no entry has: %j',
    async (value) => {
      const filters = { category: [value], place: [value] };
      expect((await search(meilisearch, query({ filters }))).total).toBe(0);
    },
  );
});
