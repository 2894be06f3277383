import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { meilisearchProvider } from '../../../site/src/islands/search/provider-meilisearch.ts';
import { pagefindProvider } from '../../../site/src/islands/search/provider-pagefind.ts';
import type { SearchProvider, SearchQuery } from '../../../site/src/islands/search/provider.ts';
import { guestIndex, OWN_INDEX } from '../../../site/src/islands/search/search-index.ts';
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
  withoutZeros,
  type SearchSite,
} from '../../support/search-site.ts';

const pm = demoDocuments('pm');
const tf = demoDocuments('tf');
const search = (provider: SearchProvider, changes: Partial<SearchQuery>) =>
  provider.search({ ...EMPTY_STATE, limit: 20, ...changes }, new AbortController().signal);

describe.skipIf((await meilisearchMissing()) !== null)('several regions with Meilisearch', () => {
  let folder: string;
  let server: RunningMeilisearch;
  let site: SearchSite;
  let meilisearch: SearchProvider;
  let pagefind: SearchProvider;

  beforeAll(async () => {
    readFilesByFetch();
    folder = await mkdtemp(path.join(tmpdir(), 'portal-search-'));
    const [own, guest] = [await pagefindFiles(pm), await pagefindFiles(tf)];
    site = await startSearchSite(own, { tf: guest });
    server = await startMeilisearch();
    await fillIndex(server.client, 'portal-pm', pm);
    await fillIndex(server.client, 'portal-tf', tf);
    site.answer = proxyTo(server.host);
    pagefind = pagefindProvider(
      await writeIndexFiles(path.join(folder, 'pm'), own),
      await writeIndexFiles(path.join(folder, 'tf'), guest),
    );
  });

  beforeEach(() => {
    site.facts = factsOf('portal-pm', server.masterKey, pm.length, { tf: tf.length });
    meilisearch = meilisearchProvider([OWN_INDEX, guestIndex('tf')], site.origin);
  });

  afterAll(async () => {
    await site.close();
    await server.stop();
    await rm(folder, { recursive: true });
  });

  it.each<[string, Partial<SearchQuery>]>([
    ['everything', {}],
    ['a word', { text: 'anhänger' }],
    ['two words', { text: 'werkstatt mieten' }],
    ['one of them', { text: 'lager', filters: { ...EMPTY_STATE.filters, region: ['tf'] } }],
  ])('finds and counts the same as Pagefind: %s', async (_name, asked) => {
    const [ours, theirs] = [await search(meilisearch, asked), await search(pagefind, asked)];
    expect(ours.total).toBe(theirs.total);
    expect(withoutZeros(ours.facets.region)).toEqual(withoutZeros(theirs.facets.region));
    expect(withoutZeros(ours.facets.kind)).toEqual(withoutZeros(theirs.facets.kind));
    expect(ours.hits).toHaveLength(theirs.hits.length);
  });

  it('sorts across them', async () => {
    const { hits } = await search(meilisearch, { sort: 'newest', limit: 400 });
    const days = hits.map(({ publishedOn }) => publishedOn ?? '');
    expect(days).toEqual(days.toSorted().reverse());
    expect(new Set(hits.map(({ region }) => region))).toEqual(new Set(['pm', 'tf']));
  });

  it('does without the server when it lacks one of them', async () => {
    site.facts = factsOf('portal-pm', server.masterKey, pm.length);
    await expect(search(meilisearch, { text: 'anhänger' })).rejects.toThrow('gave no answer');
  });
});
