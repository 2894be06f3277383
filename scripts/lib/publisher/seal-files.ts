import { link, mkdir, readFile, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { forEachLimited, listFiles, sha256Hex, syncPath } from '../files.ts';
import {
  digestOf,
  isImmutable,
  sortByPath,
  RELEASE_FACTS_PATH,
  type Manifest,
  type Release,
} from '../release.ts';
import { compressFile } from './compress.ts';

const PARALLEL_FILES = 8;

/** What is known of the files of a site after they were brought to the disk. */
export interface SealedFiles {
  files: Manifest['files'];
  /** First 12 hex digits of the SHA-256 over all paths and hashes. */
  digest: string;
}

/**
 * Hashes the files of a fresh site, takes over what the last release already has (the same file,
 * by hard link, with its compressed twins), compresses the rest and brings all of it to the disk.
 *
 * @param siteDir - Folder with the built site.
 * @param previous - Release to take over from; null for the first one.
 */
export async function sealFiles(siteDir: string, previous: Release | null): Promise<SealedFiles> {
  const paths = (await listFiles(siteDir)).filter((file) => file !== RELEASE_FACTS_PATH);
  const files: Manifest['files'] = {};
  await forEachLimited(paths, PARALLEL_FILES, async (file) => {
    const absolute = path.join(siteDir, file);
    const content = await readFile(absolute);
    const hash = sha256Hex(content);
    const known = previous?.manifest.files[file];
    if (previous !== null && known?.hash === hash) {
      const source = path.join(previous.directory, 'site', file);
      if (await takeOver(source, absolute, known.encodings)) {
        files[file] = known;
        return;
      }
    }
    const encodings = await compressFile(absolute);
    await syncPath(absolute);
    for (const encoding of encodings) await syncPath(`${absolute}.${encoding}`);
    files[file] = { hash, size: content.length, encodings };
  });
  await syncFolders(siteDir, paths);
  return { files: sortByPath(files), digest: digestOf(files) };
}

/**
 * Keeps hashed assets of earlier releases reachable for visitors whose page is still open: links
 * those of the last release, and those it kept itself and that are not due, into `former/`.
 *
 * @param formerDir - Folder to link into.
 * @param files - Files of the new site; what it has itself is not kept twice.
 * @param previous - The last release; null for the first one.
 * @param until - Moment until which assets of the last release are kept.
 * @param now - This moment.
 */
export async function keepFormerAssets(
  formerDir: string,
  files: Manifest['files'],
  previous: Release | null,
  until: Date,
  now: Date,
): Promise<Manifest['former']> {
  if (previous === null) return {};
  const kept: Manifest['former'] = {};
  const candidates = [
    ...Object.entries(previous.manifest.former)
      .filter(([, facts]) => Date.parse(facts.until) > now.getTime())
      .map(([file, facts]) => ({ file, facts, folder: 'former' })),
    ...Object.entries(previous.manifest.files)
      .filter(([file]) => isImmutable(file))
      .map(([file, facts]) => ({
        file,
        facts: { ...facts, until: until.toISOString() },
        folder: 'site',
      })),
  ].filter(({ file }) => files[file] === undefined);
  await forEachLimited(candidates, PARALLEL_FILES, async ({ file, facts, folder }) => {
    const source = path.join(previous.directory, folder, file);
    if (await takeOver(source, path.join(formerDir, file), facts.encodings)) kept[file] = facts;
  });
  await syncFolders(formerDir, Object.keys(kept));
  return sortByPath(kept);
}

/** Links a file and its compressed twins; false if the source is not whole. */
async function takeOver(
  source: string,
  target: string,
  encodings: readonly string[],
): Promise<boolean> {
  const suffixes = ['', ...encodings.map((encoding) => `.${encoding}`)];
  try {
    await mkdir(path.dirname(target), { recursive: true });
    for (const suffix of suffixes) {
      const temporary = `${target}${suffix}.link`;
      await rm(temporary, { force: true });
      await link(source + suffix, temporary);
      await rename(temporary, target + suffix);
    }
    return true;
  } catch {
    // The old release is damaged or on another disk: the fresh file is as good.
    for (const suffix of suffixes) await rm(`${target}${suffix}.link`, { force: true });
    return false;
  }
}

async function syncFolders(root: string, files: readonly string[]): Promise<void> {
  const folders = new Set(files.map((file) => path.dirname(path.join(root, file))));
  await forEachLimited(folders, PARALLEL_FILES, syncPath);
}
