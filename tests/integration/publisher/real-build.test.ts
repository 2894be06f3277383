import { existsSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { SearchIndexFiles } from '@portal/site/contract';
import { compileSite } from '../../../scripts/lib/site-build/compile-site.ts';
import {
  createRendererOpener,
  type OpenRenderer,
} from '../../../scripts/lib/site-build/renderer.ts';
import { pagefindProvider } from '../../../site/src/islands/search/provider-pagefind.ts';
import { EMPTY_STATE } from '../../../site/src/lib/search-params.ts';
import { startFeedStandIn, type FeedStandIn } from '../../support/feed-stand-in.ts';
import {
  createTestPublisher,
  makeDataDir,
  waitFor,
  type TestPublisher,
} from '../../support/publisher.ts';

const BUILD_MS = 120_000;

let feed: FeedStandIn;
let dataDir: string;
let remove: () => void;
let publisher: TestPublisher;
/** What renderers said of the search indexes that they made. */
const indexes: SearchIndexFiles[] = [];

beforeAll(async () => {
  feed = await startFeedStandIn(['tf']);
  ({ dataDir, remove } = makeDataDir());
  const { program } = await compileSite();
  publisher = createTestPublisher(feed, dataDir, {
    openRenderer: watched(createRendererOpener({ program, timeoutMs: BUILD_MS })),
  });
  await publisher.reconciler.start();
});

afterAll(async () => {
  await publisher.reconciler.stop();
  await feed.stop();
  remove();
});

function watched(open: OpenRenderer): OpenRenderer {
  return async (settings) => {
    const renderer = await open(settings);
    const searchIndex = renderer.searchIndex.bind(renderer);
    renderer.searchIndex = async (request) => {
      const index = await searchIndex(request);
      indexes.push(index);
      return index;
    };
    return renderer;
  };
}

const live = (region: string, file: string) =>
  path.join(dataDir, 'releases', region, 'current/site', file);

describe('the publisher with the real build', () => {
  it('brings a region and the umbrella live, through all checks', async () => {
    await waitFor(
      'both sites are live or have failed',
      () => {
        const { ready, regions, umbrella } = publisher.reconciler.status();
        return ready || [regions['tf'], umbrella].some((report) => report?.lastError != null);
      },
      2 * BUILD_MS,
    );
    const { regions, umbrella } = publisher.reconciler.status();
    expect(regions['tf']?.lastError).toBeNull();
    expect(umbrella.lastError).toBeNull();
    expect(regions['tf']?.quarantine).toEqual([]);
    for (const region of ['tf', 'umbrella']) {
      expect(readFileSync(live(region, 'index.html'), 'utf8')).toMatch(/<h1/);
      expect(existsSync(live(region, 'index.html.br'))).toBe(true);
    }
  }, 250_000);

  it(
    'gives the same release for the same content',
    async () => {
      const before = publisher.reconciler.status().regions['tf'];
      const revision = feed.publish('tf');
      publisher.reconciler.wake();
      await waitFor(
        'the revision is live',
        () => publisher.reconciler.status().regions['tf']?.liveRevision === revision,
        BUILD_MS,
      );
      expect(publisher.reconciler.status().regions['tf']?.releaseId).toBe(before?.releaseId);
    },
    BUILD_MS + 10_000,
  );

  it(
    'finds by a word that editors have added, once it is published',
    async () => {
      expect(await titlesFound('Wuppdich')).toEqual([]);
      const revision = feed.publish('tf', (documents) => {
        const region = documents.find(({ type }) => type === 'region');
        Object.assign(region ?? {}, { searchWords: [['Gabelstapler', 'Wuppdich']] });
      });
      publisher.reconciler.wake();
      await waitFor(
        'the search is up to date',
        () => publisher.reconciler.status().regions['tf']?.searchRevision === revision,
        BUILD_MS,
      );
      expect(await titlesFound('Wuppdich')).toContainEqual(expect.stringMatching(/stapler/i));
    },
    BUILD_MS + 10_000,
  );

  it(
    'writes what a change changes of the search index, and nothing else',
    async () => {
      const cards = (files: readonly string[]) =>
        files.filter((file) => file.startsWith('pagefind/fragment/'));
      expect(cards(Object.keys(indexes[0]?.written ?? {})).length).toBeGreaterThan(50);
      const revision = feed.publish('tf', (documents) => {
        const listing = documents.find(({ type }) => type === 'listing');
        Object.assign(listing ?? {}, { title: 'Seltene Zwirbelmaschine' });
      });
      publisher.reconciler.wake();
      await waitFor(
        'the search is up to date',
        () => publisher.reconciler.status().regions['tf']?.searchRevision === revision,
        BUILD_MS,
      );
      expect(await titlesFound('Zwirbelmaschine')).toContain('Seltene Zwirbelmaschine');
      const { written = {}, removed = [] } = indexes.at(-1) ?? {};
      const [card, ...others] = cards(Object.keys(written));
      expect(others).toEqual([]);
      expect(existsSync(live('tf', card ?? ''))).toBe(true);
      const [former, ...more] = cards(removed);
      expect(more).toEqual([]);
      expect(former).toBeDefined();
      expect(existsSync(live('tf', former ?? ''))).toBe(false);
    },
    BUILD_MS + 10_000,
  );
});

/** What the live search of the region shows for a text. */
async function titlesFound(text: string): Promise<string[]> {
  const { fetch } = globalThis;
  // Node fetches no files; a browser gets them from the server.
  vi.stubGlobal('fetch', async (input: string | URL, init?: RequestInit) => {
    const address = String(input);
    if (!address.startsWith('file:')) return fetch(input, init);
    return new Response(await readFile(fileURLToPath(address.replace(/\?.*/, ''))));
  });
  try {
    const provider = pagefindProvider(`${pathToFileURL(live('tf', 'pagefind')).href}/`);
    const query = { ...EMPTY_STATE, text, limit: 10 };
    const { hits } = await provider.search(query, new AbortController().signal);
    return hits.map(({ title }) => title);
  } finally {
    vi.unstubAllGlobals();
  }
}
