import { PortalError } from '../errors.ts';
import type { Release } from '../release.ts';
import type { ReleaseStore } from './release-store.ts';
import { newestOfEachRevision } from './retention.ts';
import { readWishes, writeWishes } from './wishes.ts';

/** A release that cannot be made live; the message is for editors, too. */
export class RollbackError extends PortalError {
  override name = 'RollbackError';
}

/**
 * Makes a kept release live and holds it there until the rollback is lifted.
 *
 * @throws {@link RollbackError} if the release is not kept any more.
 */
export async function rollBack(
  store: ReleaseStore,
  region: string,
  releaseId: string,
): Promise<void> {
  const kept = await store.kept(region);
  const release = kept.find(({ manifest }) => manifest.releaseId === releaseId);
  if (release === undefined) {
    throw new RollbackError(`Release ${releaseId} of ${region} is not kept any more.`, {
      hint: `Kept are ${kept.map(({ manifest }) => manifest.releaseId).join(', ') || 'none'}.`,
      forEditors: 'Diese Fassung wird nicht mehr aufbewahrt. Bitte wählen Sie eine andere.',
    });
  }
  // The wish first: a publish that ends at this moment must not switch away again.
  await writeWishes(store.regionDir(region), { pinnedRelease: releaseId });
  await replaceLive(store, region, release);
}

/**
 * Ends a rollback: the newest release is live again.
 *
 * @returns The release that is live now; null if there is none.
 */
export async function unpin(store: ReleaseStore, region: string): Promise<Release | null> {
  await writeWishes(store.regionDir(region), { pinnedRelease: null });
  const [newest] = await store.kept(region);
  if (newest === undefined) return null;
  await replaceLive(store, region, newest);
  return newest;
}

/** Switches to a release that was not built on the live one; pages that are open stay usable. */
async function replaceLive(store: ReleaseStore, region: string, release: Release): Promise<void> {
  const live = await store.live(region);
  const isAnother = live !== null && live.directory !== release.directory;
  // A damaged live site is a reason to replace it, not to keep it.
  const ready = isAnother
    ? await store.lendAssets(live, release, new Date()).catch(() => release)
    : release;
  await store.switchTo(ready);
}

/** Lists what is kept of a region and worth going back to, the newest first, a line each. */
export async function listReleases(store: ReleaseStore, region: string): Promise<string[]> {
  const live = await store.live(region);
  const { pinnedRelease } = await readWishes(store.regionDir(region));
  const kept = newestOfEachRevision(await store.kept(region), live);
  return kept.map(({ manifest }) => {
    const { releaseId, builtAt, counts } = manifest;
    const notes = [
      ...(live?.manifest.releaseId === releaseId ? ['live'] : []),
      ...(pinnedRelease === releaseId ? ['held by a rollback'] : []),
    ];
    const numbers = Object.entries(counts).map(([name, count]) => `${count} ${name}`);
    return `${releaseId}  ${builtAt}  ${numbers.join(', ')}  ${notes.join(', ')}`.trimEnd();
  });
}
