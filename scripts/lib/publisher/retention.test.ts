import { describe, expect, it } from 'vitest';
import type { Manifest, Release } from '../release.ts';
import { removableReleases } from './retention.ts';

const HOUR_MS = 3_600_000;
const NOW = new Date('2026-11-24T12:00:00Z');

/** A release that was made so many hours ago. */
function release(hoursAgo: number, revision: number): Release {
  const builtAt = new Date(NOW.getTime() - hoursAgo * HOUR_MS).toISOString();
  const releaseId = `${revision}-${String(revision).padStart(12, '0')}`;
  return {
    directory: `/releases/pm/${releaseId}`,
    manifest: { builtAt, revision, releaseId } as Manifest,
  };
}

/** Releases of the last hours, the newest first. */
const series = (count: number, hoursBetween: number) =>
  Array.from({ length: count }, (_, index) => release(index * hoursBetween, count - index));

const removed = (
  kept: Release[],
  fileCount: number,
  stays: (string | null)[] = [kept[0]?.manifest.releaseId ?? null],
) => removableReleases(kept, stays, fileCount, NOW).map(({ manifest }) => manifest.revision);

describe('of a small site', () => {
  it('releases of the last day stay, up to 24', () => {
    expect(removed(series(20, 1), 1_000)).toEqual([]);
    expect(removed(series(30, 0.5), 1_000)).toEqual([6, 5, 4, 3, 2, 1]);
  });

  it('older ones go, but three stay whatever their age', () => {
    expect(removed(series(5, 20), 1_000)).toEqual([2, 1]);
    expect(removed(series(3, 1_000), 1_000)).toEqual([]);
    expect(removed(series(2, 1_000), 1_000)).toEqual([]);
  });
});

describe('of a large site', () => {
  it('fewer stay, so that names and folders do not fill the disk', () => {
    expect(removed(series(10, 1), 10_000)).toEqual([]);
    expect(removed(series(12, 1), 10_000)).toEqual([2, 1]);
    expect(removed(series(6, 1), 25_000)).toEqual([2, 1]);
  });

  it('three stay however large it is', () => {
    expect(removed(series(6, 1), 100_000)).toEqual([3, 2, 1]);
    expect(removed(series(6, 1), 10_000_000)).toEqual([3, 2, 1]);
    expect(removed(series(4, 1), 0)).toEqual([]);
  });
});

describe('always', () => {
  it('the live release, the held one and the newest stay', () => {
    const kept = series(8, 30);
    const ids = kept.map(({ manifest }) => manifest.releaseId);
    expect(removed(kept, 100_000, [ids[7] ?? null, ids[5] ?? null, ids[0] ?? null, null])).toEqual([
      5, 4, 2,
    ]);
  });

  it('the same pages with an older search index go, and count for nothing', () => {
    const kept = [release(0, 5), release(1, 5), release(2, 4), release(3, 4), release(4, 3)];
    const [newest] = kept;
    const going = removableReleases(kept, [newest?.manifest.releaseId ?? null], 100_000, NOW);
    // Releases of one revision share their name here, so it is their age that tells them apart.
    expect(going.map(({ manifest }) => manifest.builtAt)).toEqual([kept[3]?.manifest.builtAt]);
  });
});
