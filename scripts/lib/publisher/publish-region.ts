import path from 'node:path';
import { buildOrLeaveOut } from '../site-build/build-or-leave-out.ts';
import type { SiteBuilder } from '../site-build/build-site.ts';
import { checkSite, documentCounts } from '../site-build/check-site.ts';
import { fetchSnapshot } from '../site-build/fetch-snapshot.ts';
import { siteOriginOf } from '../config.ts';
import type { FeedClient } from '../feed-client.ts';
import type { Logger } from '../logger.ts';
import type { DataPaths } from '../paths.ts';
import type { Release } from '../release.ts';
import { berlinDay } from './berlin-day.ts';
import type { ReleaseStore } from './release-store.ts';

/** What publishing needs from around it. */
export interface PublishContext {
  feed: FeedClient;
  build: SiteBuilder;
  store: ReleaseStore;
  paths: DataPaths;
  umbrellaOrigin: string;
  /** Regions whose site may lose more than 30 % of what it had. */
  allowShrink: readonly string[];
  /** Sources and settings that sites are built with. */
  buildKey: string;
  logger: Logger;
  now: () => Date;
}

/**
 * Brings one region to its latest revision: snapshot, build, checks, release, switch. When
 * anything fails, the live release stays as it was.
 *
 * @returns The release that is live now.
 * @throws PortalError or an error of the operating system.
 */
export async function publishRegion(
  region: string,
  context: PublishContext,
  signal: AbortSignal,
): Promise<Release> {
  const { feed, store, paths, logger, now } = context;
  const siteOrigin = siteOriginOf(region, context.umbrellaOrigin);
  const startedAt = performance.now();
  const day = berlinDay(now());
  const snapshotFile = path.join(paths.snapshotsDir, `${region}.ndjson`);
  const fetched = await fetchSnapshot(feed, { region, snapshotFile, mediaDir: paths.mediaDir });
  const incoming = await store.begin(region);
  try {
    const { snapshot, leftOut } = await buildOrLeaveOut(
      context.build,
      {
        region,
        snapshotFile,
        mediaDir: paths.mediaDir,
        outDir: incoming.siteDir,
        cacheDir: path.join(paths.siteCacheDir, region),
        siteOrigin,
        umbrellaOrigin: context.umbrellaOrigin,
      },
      fetched,
      signal,
    );
    for (const { type, title } of leftOut) {
      logger.warn({ region }, `the build broke on ${type} “${title}”; it was left out`);
    }
    const live = await store.live(region);
    const counts = await checkSite({
      region,
      siteDir: incoming.siteDir,
      siteOrigin,
      documentCounts: documentCounts(snapshot),
      liveCounts: live?.manifest.counts ?? null,
      mayShrink: context.allowShrink.includes(region),
    });
    const release = await store.seal(
      incoming,
      {
        region,
        revision: snapshot.header.revision,
        day,
        buildKey: context.buildKey,
        counts,
        quarantine: [...snapshot.quarantine, ...leftOut, ...fetched.missingImages],
      },
      now(),
    );
    const isSame = release.directory === live?.directory;
    if (!isSame) await store.switchTo(release);
    await store.prune(region, now());
    const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
    logger.info(
      { region, revision: release.manifest.revision, releaseId: release.manifest.releaseId },
      isSame
        ? `revision ${release.manifest.revision} changes no page; release ${release.manifest.releaseId} stays (${seconds} s)`
        : `revision ${release.manifest.revision} is live as release ${release.manifest.releaseId} (${seconds} s)`,
    );
    return release;
  } finally {
    await incoming.discard();
  }
}
