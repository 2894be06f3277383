import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createFeedClient } from '../../scripts/lib/feed-client.ts';
import { createLogger } from '../../scripts/lib/logger.ts';
import { dataPaths, type DataPaths } from '../../scripts/lib/paths.ts';
import type { Leases } from '../../scripts/lib/publisher/leases.ts';
import { createMetrics } from '../../scripts/lib/publisher/metrics.ts';
import { Reconciler, type ReconcilerOptions } from '../../scripts/lib/publisher/reconciler.ts';
import { ReleaseStore } from '../../scripts/lib/publisher/release-store.ts';
import { createFakeRenderers, type FakeRenderers } from './fake-renderer.ts';
import type { FeedStandIn } from './feed-stand-in.ts';

/** A reconciler in this process, with a builder that is fast and obedient. */
export interface TestPublisher {
  reconciler: Reconciler;
  builder: FakeRenderers;
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
  const builder = createFakeRenderers();
  const paths = dataPaths(dataDir);
  const store = new ReleaseStore(paths.releasesDir);
  const options: ReconcilerOptions = {
    feed: createFeedClient({ cmsUrl: feed.url, token: feed.token, timeoutMs: 1_000 }),
    openRenderer: (settings) => builder.open(settings),
    store,
    paths,
    umbrellaOrigin: 'http://localhost:4321',
    leases: freeLeases(),
    metrics: createMetrics(),
    mail: { failed: () => undefined, recovered: () => undefined, close: () => Promise.resolve() },
    buildKey: 'test',
    logger: createLogger('publisher', paths.logsDir, 'silent'),
    now: () => new Date(),
    netlify: null,
    searchServer: null,
    pollMs: 100,
    random: () => 0,
    ...changes,
  };
  return { reconciler: new Reconciler(options), builder, store, paths, options };
}

/** Leases of a publisher that is alone. */
function freeLeases(): Leases {
  return {
    take: () =>
      Promise.resolve({
        isHeld: () => Promise.resolve(true),
        give: () => Promise.resolve(),
        onLost: () => undefined,
      }),
    close: () => Promise.resolve(),
  };
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
