import path from 'node:path';
import type { Release } from '../release.ts';

const KEEP_MS = 24 * 3_600_000;
const KEEP_AT_LEAST = 3;
const KEEP_AT_MOST = 24;
/** Each release of a large site takes folders and names of its own, though no second copy of a file. */
const MOST_FILES = 100_000;

/**
 * Chooses the releases that may go. Three stay in any case, those of the last 24 hours up to 24, or
 * fewer where the site is large. A release whose pages were replaced by the same ones with a newer
 * search index is not worth keeping.
 *
 * @param kept - Whole releases, the newest first.
 * @param stays - Names of releases that stay whatever their age.
 * @param fileCount - Files of the newest release.
 */
export function removableReleases(
  kept: readonly Release[],
  stays: readonly (string | null)[],
  fileCount: number,
  now: Date,
): Release[] {
  const mostKept = Math.floor(MOST_FILES / Math.max(1, fileCount));
  const limit = Math.min(KEEP_AT_MOST, Math.max(KEEP_AT_LEAST, mostKept));
  const removable: Release[] = [];
  const revisions = new Set<number>();
  for (const release of kept) {
    const { manifest, directory } = release;
    const ageMs = now.getTime() - Date.parse(manifest.builtAt);
    const isOutdated = revisions.has(manifest.revision);
    const isOld = revisions.size >= KEEP_AT_LEAST && ageMs > KEEP_MS;
    if (
      !stays.includes(path.basename(directory)) &&
      (isOutdated || isOld || revisions.size >= limit)
    ) {
      removable.push(release);
    }
    revisions.add(manifest.revision);
  }
  return removable;
}

/**
 * Leaves out releases whose pages another one shows with a newer search index; they are of no use to
 * anybody.
 *
 * @param kept - Whole releases, the newest first.
 * @param live - Stays in any case.
 */
export function newestOfEachRevision(
  kept: readonly Release[],
  live: Release | null,
): readonly Release[] {
  const revisions = new Set<number>();
  return kept.filter(({ directory, manifest: { revision } }) => {
    const isNewest = !revisions.has(revision);
    revisions.add(revision);
    return isNewest || directory === live?.directory;
  });
}
