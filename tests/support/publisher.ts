import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createFeedClient } from '../../scripts/lib/feed-client.ts';
import { createLogger } from '../../scripts/lib/logger.ts';
import { dataPaths, type DataPaths } from '../../scripts/lib/paths.ts';
import { Reconciler, type ReconcilerOptions } from '../../scripts/lib/publisher/reconciler.ts';
import { ReleaseStore } from '../../scripts/lib/publisher/release-store.ts';
import { createFakeBuilder, type FakeBuilder } from './fake-builder.ts';
import type { FeedStandIn } from './feed-stand-in.ts';

/** A reconciler in this process, with a builder that is fast and obedient. */
export interface TestPublisher {
  reconciler: Reconciler;
  builder: FakeBuilder;
  store: ReleaseStore;
  paths: DataPaths;
  options: ReconcilerOptions;
}

/** Makes a publisher on a data folder; it does nothing before `reconciler.start()`. */
export function createTestPublisher(
  feed: FeedStandIn,
  dataDir: string,
  changes: Partial<ReconcilerOptions> = {},
): TestPublisher {
  const builder = createFakeBuilder();
  const paths = dataPaths(dataDir);
  const store = new ReleaseStore(paths.releasesDir);
  const options: ReconcilerOptions = {
    feed: createFeedClient({ cmsUrl: feed.url, token: feed.token, timeoutMs: 1_000 }),
    build: (request, signal) => builder.build(request, signal),
    store,
    paths,
    umbrellaOrigin: 'http://localhost:4321',
    allowShrink: [],
    buildKey: 'test',
    logger: createLogger('publisher', paths.logsDir, 'silent'),
    now: () => new Date(),
    pollMs: 100,
    random: () => 0,
    ...changes,
  };
  return { reconciler: new Reconciler(options), builder, store, paths, options };
}

/** Makes a data folder that nobody else uses. */
export function makeDataDir(): { dataDir: string; remove: () => void } {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'portal-test-'));
  return {
    dataDir,
    remove: () => {
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/**
 * Waits until something holds.
 *
 * @throws Error naming what was waited for, after ten seconds.
 */
export async function waitFor(
  what: string,
  holds: () => boolean | Promise<boolean>,
  timeoutMs = 10_000,
): Promise<void> {
  const deadline = Date.now() + timeoutMs;
  while (!(await holds())) {
    if (Date.now() > deadline) throw new Error(`Waited ${timeoutMs} ms in vain: ${what}.`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
