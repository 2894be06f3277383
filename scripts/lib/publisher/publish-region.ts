import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { UMBRELLA, type QuarantineEntry, type Snapshot } from '@portal/site/contract';
import type { SiteBuilder } from '../build/build-site.ts';
import { fetchSnapshot, readSnapshot } from '../build/fetch-snapshot.ts';
import { siteOriginOf } from '../config.ts';
import { BuildError } from '../errors.ts';
import type { FeedClient } from '../feed-client.ts';
import type { Logger } from '../logger.ts';
import type { DataPaths } from '../paths.ts';
import type { Release } from '../release.ts';
import { berlinDay } from './berlin-day.ts';
import { checkSite } from './check-site.ts';
import { findCulprit, withoutDocument } from './leave-out.ts';
import type { Incoming, ReleaseStore } from './release-store.ts';

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
  const { feed, store, paths, now } = context;
  const startedAt = performance.now();
  const day = berlinDay(now());
  const snapshotFile = path.join(paths.snapshotsDir, `${region}.ndjson`);
  const fetched = await fetchSnapshot(feed, { region, snapshotFile, mediaDir: paths.mediaDir });
  const incoming = await store.begin(region);
  try {
    const { snapshot, leftOut } = await buildOrLeaveOut(region, incoming, fetched, {
      ...context,
      snapshotFile,
      signal,
    });
    const live = await store.live(region);
    const counts = await checkSite({
      region,
      siteDir: incoming.siteDir,
      siteOrigin: siteOriginOf(region, context.umbrellaOrigin),
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
    context.logger.info(
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

interface BuildContext extends PublishContext {
  snapshotFile: string;
  signal: AbortSignal;
}

/** Builds; if the build breaks on one entry, leaves that out and tries once more. */
async function buildOrLeaveOut(
  region: string,
  incoming: Incoming,
  fetched: { text: string; snapshot: Snapshot },
  context: BuildContext,
): Promise<{ snapshot: Snapshot; leftOut: QuarantineEntry[] }> {
  const request = {
    region,
    snapshotFile: context.snapshotFile,
    mediaDir: context.paths.mediaDir,
    outDir: incoming.siteDir,
    cacheDir: path.join(context.paths.siteCacheDir, region),
    siteOrigin: siteOriginOf(region, context.umbrellaOrigin),
    umbrellaOrigin: context.umbrellaOrigin,
  };
  try {
    await context.build(request, context.signal);
    return { snapshot: fetched.snapshot, leftOut: [] };
  } catch (error) {
    if (!(error instanceof BuildError) || context.signal.aborted) throw error;
    const culprit = findCulprit(error.output, fetched.snapshot);
    if (culprit === null) throw error;
    context.logger.warn(
      { region, err: error, documentId: culprit.documentId },
      `the build broke on ${culprit.type} “${culprit.title}”; building again without it`,
    );
    const text = withoutDocument(fetched.text, culprit.documentId);
    const snapshotFile = path.join(incoming.directory, 'snapshot.ndjson');
    await writeFile(snapshotFile, text);
    await incoming.empty();
    await context.build({ ...request, snapshotFile }, context.signal);
    return {
      snapshot: readSnapshot(await readFile(snapshotFile, 'utf8'), region),
      leftOut: [culprit],
    };
  }
}

function documentCounts(snapshot: Snapshot): Record<string, number> {
  return snapshot.header.region === UMBRELLA
    ? { regions: snapshot.regionSummaries.length }
    : {
        listings: snapshot.listings.length,
        organisations: snapshot.organisations.length,
        stories: snapshot.stories.length,
      };
}
