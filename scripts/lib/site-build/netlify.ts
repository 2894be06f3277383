import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { ReleaseFacts } from '@portal/site/contract';
import { siteOriginOf, type NetlifySettings } from '../config.ts';
import type { FeedClient } from '../feed-client.ts';
import { listFiles, sha256Hex } from '../files.ts';
import { digestOf, RELEASE_FACTS_PATH } from '../release.ts';
import { buildOrLeaveOut } from './build-or-leave-out.ts';
import type { SiteBuilder } from './build-site.ts';
import { checkSite, documentCounts } from './check-site.ts';
import { fetchSnapshot } from './fetch-snapshot.ts';

/** Where a build for Netlify works. */
export interface NetlifyBuild {
  settings: NetlifySettings;
  feed: FeedClient;
  build: SiteBuilder;
  /** Folder that Netlify publishes; it is made anew. */
  distDir: string;
  /** Folder that survives from one build to the next. */
  cacheDir: string;
  /** Gets what an operator should know, line by line. */
  tell: (line: string) => void;
}

/**
 * Builds the site of one region as Netlify publishes it: the same snapshot, build and checks as
 * those of the publisher, and the release facts by which it sees what is live.
 *
 * @throws PortalError if the site must not be published; Netlify then keeps the last one.
 */
export async function buildForNetlify(work: NetlifyBuild): Promise<ReleaseFacts> {
  const { settings, distDir, cacheDir, tell } = work;
  const region = settings.REGION;
  const siteOrigin = siteOriginOf(region, settings.umbrellaOrigin);
  const snapshotFile = path.join(cacheDir, `${region}.ndjson`);
  const mediaDir = path.join(cacheDir, 'media');
  const fetched = await fetchSnapshot(work.feed, { region, snapshotFile, mediaDir });

  await rm(distDir, { recursive: true, force: true });
  await mkdir(distDir, { recursive: true });
  const { snapshot, leftOut } = await buildOrLeaveOut(
    work.build,
    {
      region,
      snapshotFile,
      mediaDir,
      outDir: distDir,
      cacheDir: path.join(cacheDir, 'site', region),
      siteOrigin,
      umbrellaOrigin: settings.umbrellaOrigin,
    },
    fetched,
    new AbortController().signal,
  );
  for (const entry of [...snapshot.quarantine, ...leftOut, ...fetched.missingImages]) {
    tell(`${entry.type} “${entry.title}”: ${entry.problems.join(' ')}`);
  }
  await checkSite({
    region,
    siteDir: distDir,
    siteOrigin,
    documentCounts: documentCounts(snapshot),
    liveCounts: null,
    mayShrink: true,
  });

  const { revision } = snapshot.header;
  const facts: ReleaseFacts = {
    region,
    revision,
    releaseId: `${revision}-${await digestOfFolder(distDir)}`,
    builtAt: new Date().toISOString(),
  };
  const factsFile = path.join(distDir, RELEASE_FACTS_PATH);
  await mkdir(path.dirname(factsFile), { recursive: true });
  await writeFile(factsFile, `${JSON.stringify(facts)}\n`);
  // The address of the CMS is a setting, and netlify.toml knows no variables.
  await writeFile(
    path.join(distDir, '_redirects'),
    `/api/portal/* ${settings.CMS_URL}/api/portal/:splat 200\n`,
  );
  tell(`Revision ${revision} of ${region} is built for ${siteOrigin}.`);
  return facts;
}

async function digestOfFolder(directory: string): Promise<string> {
  const hashes: Record<string, { hash: string }> = {};
  for (const file of await listFiles(directory)) {
    hashes[file] = { hash: sha256Hex(await readFile(path.join(directory, file))) };
  }
  return digestOf(hashes);
}
