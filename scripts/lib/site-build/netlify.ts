import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import {
  GUEST_FOLDERS,
  guestPath,
  UMBRELLA,
  type FileFacts,
  type ReleaseFacts,
} from '@portal/site/contract';
import { siteOriginOf, type NetlifySettings } from '../config.ts';
import type { FeedClient } from '../feed-client.ts';
import { FileList } from '../file-list.ts';
import { RELEASE_FACTS_PATH } from '../release.ts';
import { ContentFiles } from './content-files.ts';
import { passGate } from './gate.ts';
import type { OpenRenderer } from './renderer.ts';

/** Where a build for Netlify works. */
export interface NetlifyBuild {
  settings: NetlifySettings;
  feed: FeedClient;
  openRenderer: OpenRenderer;
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
  const mediaDir = path.join(cacheDir, 'media');
  const content = new ContentFiles({ feed: work.feed, region, snapshotsDir: cacheDir, mediaDir });
  const { file, revision } = await content.fetchSnapshot();

  await rm(distDir, { recursive: true, force: true });
  await mkdir(distDir, { recursive: true });
  const renderer = await work.openRenderer({
    region,
    mediaDir,
    cacheDir: path.join(cacheDir, 'site', region),
    siteOrigin,
    umbrellaOrigin: settings.umbrellaOrigin,
  });
  let written: Record<string, FileFacts>;
  try {
    const rendered = await renderer.renderAll({ snapshotFile: file, outDir: distDir });
    const { excluded } = rendered;
    const index =
      region === UMBRELLA
        ? { written: {} }
        : await renderer.searchIndex({ snapshotFiles: content.files, excluded, outDir: distDir });
    written = { ...rendered.written, ...index.written };
    await compressUnknown(distDir, Object.keys(index.written));
    const missing = content.missingImages(rendered.missingMedia);
    for (const entry of [...rendered.quarantine, ...missing]) {
      tell(`${entry.type} “${entry.title}”: ${entry.problems.join(' ')}`);
    }
    passGate({
      region,
      wantedRevision: revision,
      rendered,
      hasFile: (name) => written[name] !== undefined,
      searchEntry:
        region === UMBRELLA
          ? null
          : await readFile(path.join(distDir, 'pagefind/pagefind-entry.json'), 'utf8'),
      liveCounts: null,
      mayLose: true,
    });
  } finally {
    renderer.close();
  }

  const facts: ReleaseFacts = {
    region,
    revision,
    searchRevision: revision,
    releaseId: `${revision}-${FileList.of(written).digest}`,
    builtAt: new Date().toISOString(),
  };
  const factsFile = path.join(distDir, RELEASE_FACTS_PATH);
  await mkdir(path.dirname(factsFile), { recursive: true });
  await writeFile(factsFile, `${JSON.stringify(facts)}\n`);
  // The address of the CMS is a setting, and netlify.toml knows no variables.
  const forms = `/api/portal/* ${settings.CMS_URL}/api/portal/:splat 200`;
  const guests = await guestRules(work, settings.umbrellaOrigin);
  await writeFile(path.join(distDir, '_redirects'), `${[forms, ...guests].join('\n')}\n`);
  tell(`Revision ${revision} of ${region} is built for ${siteOrigin}.`);
  return facts;
}

/** Netlify compresses the types that it knows; the search reads these files compressed, too. */
async function compressUnknown(distDir: string, files: readonly string[]): Promise<void> {
  for (const file of files.filter((name) => /\.(?:pagefind|pf_meta|pf_index)$/.test(name))) {
    const target = path.join(distDir, file);
    await writeFile(target, gzipSync(await readFile(target), { level: 9 }));
  }
}

/** Rules by which a site hands out what it shows of other regions. */
async function guestRules(
  { settings, feed }: NetlifyBuild,
  umbrellaOrigin: string,
): Promise<string[]> {
  const { regions } = await feed.regions();
  return regions
    .filter(({ slug }) => slug !== settings.REGION)
    .flatMap(({ slug }) =>
      GUEST_FOLDERS.map((folder) => {
        const origin = siteOriginOf(slug, umbrellaOrigin);
        return `${guestPath(slug, `/${folder}/*`)} ${origin}/${folder}/:splat 200`;
      }),
    );
}
