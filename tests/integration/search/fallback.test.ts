import { mkdtemp, rm } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { meilisearchProvider } from '../../../site/src/islands/search/provider-meilisearch.ts';
import { pagefindProvider } from '../../../site/src/islands/search/provider-pagefind.ts';
import { providerWithFallback } from '../../../site/src/islands/search/provider-with-fallback.ts';
import type { SearchProvider, SearchQuery } from '../../../site/src/islands/search/provider.ts';
import { EMPTY_STATE } from '../../../site/src/lib/search-params.ts';
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
  type SearchSite,
} from '../../support/search-site.ts';

const INDEX = 'portal-pm';
const QUERY: SearchQuery = { ...EMPTY_STATE, text: 'anhänger', limit: 50 };
/** A visitor waits no longer for another engine; Pagefind itself takes a few hundredths. */
const PATIENCE_MS = 2_000;

const documents = demoDocuments('pm');
const titlesOf = async (provider: SearchProvider, query = QUERY) =>
  (await provider.search(query, new AbortController().signal)).hits.map(({ title }) => title);

let folder: string;
let site: SearchSite;
let pagefind: SearchProvider;
let expected: string[];
let provider: SearchProvider;

beforeAll(async () => {
  readFilesByFetch();
  folder = await mkdtemp(path.join(tmpdir(), 'portal-search-'));
  const files = await pagefindFiles(documents);
  site = await startSearchSite(files);
  pagefind = pagefindProvider(await writeIndexFiles(folder, files));
  expected = await titlesOf(pagefind);
});

beforeEach(() => {
  site.asked = 0;
  site.facts = factsOf(INDEX, 'key', documents.length);
  provider = providerWithFallback(meilisearchProvider(undefined, site.origin), pagefind);
});

afterAll(async () => {
  await site.close();
  await rm(folder, { recursive: true });
});

const json = (status: number, value: unknown) => (response: ServerResponse) => {
  response.writeHead(status).end(JSON.stringify(value));
};
/** Answers of an index with so many documents, none of which is found. */
const indexOf = (totalHits: number) => (response: ServerResponse) => {
  json(200, { results: [{ hits: [], totalHits, facetDistribution: {} }] })(response);
};

describe('a search server that misbehaves', () => {
  const WAYS: [string, (response: ServerResponse) => void][] = [
    ['breaks off', (response) => void response.destroy()],
    ['never answers', () => undefined],
    [
      'never ends its answer',
      (response) => {
        response.writeHead(200).write('{"results":[');
      },
    ],
    ['refuses the key', json(403, { message: 'The API key is invalid.', code: 'invalid_api_key' })],
    ['knows no such index', json(404, { message: 'Not found.', code: 'index_not_found' })],
    ['is a web page', (response) => void response.end('<!doctype html><title>Wartung</title>')],
    ['is a web page of a proxy', (response) => void response.writeHead(502).end('<h1>502</h1>')],
    ['says something else', json(200, { results: 'none' })],
    ['says nothing', json(200, null)],
    ['is empty', indexOf(0)],
    ['is half filled', indexOf(documents.length - 1)],
  ];

  it.each(WAYS)('lets Pagefind answer within the same search: it %s', async (_name, misbehave) => {
    site.answer = (_body, response) => {
      misbehave(response);
    };
    const start = performance.now();
    expect(await titlesOf(provider)).toEqual(expected);
    expect(performance.now() - start).toBeLessThan(PATIENCE_MS);
    const { asked } = site;
    expect(asked).toBeGreaterThan(0);
    expect(await titlesOf(provider)).toEqual(expected);
    expect(site.asked, 'It is asked again at once.').toBe(asked);
  });

  it('is not blamed for a search that the visitor has given up', async () => {
    site.answer = (_body, response) => {
      if (site.asked === 1) indexOf(documents.length)(response);
    };
    await provider.prepare();
    const controller = new AbortController();
    const givenUp = provider.search(QUERY, controller.signal);
    await expect.poll(() => site.asked).toBeGreaterThan(1);
    controller.abort(new Error('typed on'));
    await expect(givenUp).rejects.toThrow('typed on');
    const { asked } = site;
    expect(await titlesOf(provider)).toEqual(expected);
    expect(site.asked).toBeGreaterThan(asked);
  });
});

it.each([null, {}, [], 'none', { index: null, key: 'key', indexes: [] }])(
  'asks no server where the site names none: %j',
  async (facts) => {
    site.facts = facts;
    expect(await titlesOf(provider)).toEqual(expected);
    expect(site.asked).toBe(0);
  },
);

it('prepares the one that will search', async () => {
  let prepared = 0;
  const counted: SearchProvider = {
    ...pagefind,
    prepare: () => {
      prepared += 1;
      return pagefind.prepare();
    },
  };
  const meilisearch = meilisearchProvider(undefined, site.origin);
  site.answer = (_body, response) => {
    indexOf(documents.length)(response);
  };
  expect(await providerWithFallback(meilisearch, counted).prepare()).toBe(true);
  expect(prepared).toBe(0);
  site.facts = null;
  const without = meilisearchProvider(undefined, site.origin);
  expect(await providerWithFallback(without, counted).prepare()).toBe(true);
  expect(prepared).toBe(1);
});

describe.skipIf((await meilisearchMissing()) !== null)('a real search server', () => {
  let server: RunningMeilisearch;

  beforeAll(async () => {
    server = await startMeilisearch();
    await fillIndex(server.client, INDEX, documents);
  });

  beforeEach(() => {
    site.facts = factsOf(INDEX, server.masterKey, documents.length);
    site.answer = proxyTo(server.host);
  });

  afterAll(() => server.stop());

  it('answers in the place of Pagefind', async () => {
    const only = meilisearchProvider(undefined, site.origin);
    expect((await titlesOf(only)).toSorted()).toEqual(expected.toSorted());
  });

  it('is done without when it dies between two searches', async () => {
    await titlesOf(provider);
    await server.kill();
    expect(await titlesOf(provider)).toEqual(expected);
    await server.restart();
  });

  it('is done without when it refuses the key', async () => {
    site.facts = factsOf(INDEX, 'another key', documents.length);
    expect(await titlesOf(provider)).toEqual(expected);
  });

  it('is done without when its index loses its documents', async () => {
    await titlesOf(provider);
    await server.client.carryOut('DELETE', `/indexes/${INDEX}/documents`);
    expect(await titlesOf(provider)).toEqual(expected);
  });
});
