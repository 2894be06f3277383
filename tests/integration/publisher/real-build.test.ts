import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compileSite } from '../../../scripts/lib/site-build/compile-site.ts';
import { createRendererOpener } from '../../../scripts/lib/site-build/renderer.ts';
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

beforeAll(async () => {
  feed = await startFeedStandIn(['tf']);
  ({ dataDir, remove } = makeDataDir());
  const { program } = await compileSite();
  publisher = createTestPublisher(feed, dataDir, {
    openRenderer: createRendererOpener({ program, timeoutMs: BUILD_MS }),
  });
  await publisher.reconciler.start();
});

afterAll(async () => {
  await publisher.reconciler.stop();
  await feed.stop();
  remove();
});

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
});
