import { randomBytes } from 'node:crypto';
import { readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type FileList, partFile } from '../file-list.ts';
import { pathExists, removeQuietly } from '../files.ts';
import { manifestFile, type Manifest, type Release } from '../release.ts';
import { linkTree } from './link-tree.ts';
import { takeOver } from './release-tree.ts';

/** What a release changed of the one before it. */
interface Step {
  releaseId: string;
  baseId: string;
  site: readonly string[];
  former: readonly string[];
  parts: readonly number[];
}

const MOST_STEPS = 64;
const SPARE_PREFIX = '.spare-';

/** Number of files from which on a copy takes seconds. */
export const LARGE_SITE = 20_000;

/** A release with the list of its files. */
interface ListedRelease {
  release: Release;
  files: FileList;
}

/** A release that is not needed any more. */
export interface UsedRelease {
  release: Release;
  /** Moment from which on no reader looks at it any more, in milliseconds since 1970. */
  freeAt: number;
  /** Moves it to another place on the same disk; false if it is needed after all. */
  takeAway: (target: string) => Promise<boolean>;
}

interface Spare {
  directory: string;
  /** What it holds, see {@link contentKey}. */
  holds: string;
}

/**
 * For each region a folder with all files of its newest release, ready to become the next one by
 * what that changes. It is a release that was to be removed, brought up to date by the steps since,
 * or else a copy by hard links: so even a site of 100,000 files gets a new release in the time that
 * its changed files take.
 */
export class Spares {
  readonly #steps = new Map<string, Step[]>();
  readonly #spares = new Map<string, Promise<Spare | null>>();

  /** Remembers what a release changes of its base. */
  note(base: Release, manifest: Manifest, changed: Pick<Step, 'site' | 'former' | 'parts'>): void {
    const steps = this.#steps.get(manifest.region) ?? [];
    const { releaseId } = manifest;
    steps.push({ releaseId, baseId: base.manifest.releaseId, ...changed });
    this.#steps.set(manifest.region, steps.slice(-MOST_STEPS));
  }

  /** Forgets a region's spare and steps; the folder is removed by whoever calls. */
  forget(region: string): void {
    this.#spares.delete(region);
    this.#steps.delete(region);
  }

  /**
   * Prepares a spare for a release.
   *
   * @param base - The release, with its files.
   * @param used - Releases that are not needed any more; one may be used up.
   */
  async prepare(base: ListedRelease, used: readonly UsedRelease[]): Promise<void> {
    const { region } = base.release.manifest;
    const known = await this.#spares.get(region)?.catch(() => null);
    if (known?.holds === contentKey(base.release)) return;
    const making = this.#make(base, known ?? null, used);
    this.#spares.set(region, making);
    // Whoever takes it sees the failure and makes a copy; until then nobody waits.
    await making.catch(() => undefined);
  }

  /** A folder with all files of a release, for the caller to change. */
  async take(release: Release): Promise<string> {
    const { region } = release.manifest;
    const spare = await this.#spares.get(region)?.catch(() => null);
    this.#spares.delete(region);
    // Somebody may have tidied it away; what was built on nothing would lack all other files.
    if (spare?.holds === contentKey(release) && (await isWhole(spare.directory, release))) {
      return spare.directory;
    }
    if (spare != null) await rm(spare.directory, { recursive: true, force: true });
    return (await this.#copy(release)).directory;
  }

  async #make(
    target: ListedRelease,
    old: Spare | null,
    used: readonly UsedRelease[],
  ): Promise<Spare> {
    if (old !== null) await rm(old.directory, { recursive: true, force: true });
    const { release, files } = target;
    for (const { release: candidate, freeAt, takeAway } of used) {
      const steps = this.#stepsBetween(candidate, release);
      const waitMs = freeAt - Date.now();
      // Copying a small site is quicker than waiting.
      if (steps === null || (waitMs > 0 && files.size < LARGE_SITE)) continue;
      if (waitMs > 0) await sleep(waitMs);
      const directory = spareName(release);
      try {
        if (!(await takeAway(directory))) continue;
        await this.#bringUpToDate(directory, candidate, target, steps);
        return { directory, holds: contentKey(release) };
      } catch {
        // Whatever was wrong with it, a copy is as good.
        await removeQuietly(directory);
      }
    }
    return this.#copy(release);
  }

  async #copy(release: Release): Promise<Spare> {
    const directory = spareName(release);
    try {
      await linkTree(release.directory, directory);
    } catch (error) {
      await removeQuietly(directory);
      throw error;
    }
    return { directory, holds: contentKey(release) };
  }

  async #bringUpToDate(
    directory: string,
    from: Release,
    { release, files }: ListedRelease,
    steps: readonly Step[],
  ): Promise<void> {
    // Without its manifest nobody takes it for a release while it is neither.
    await rm(manifestFile(directory));
    const { former } = release.manifest;
    const pathsOf = (kind: 'site' | 'former') => new Set(steps.flatMap((step) => step[kind]));
    // What a rollback has lent is in no step.
    const lent = new Set(Object.keys(former)).symmetricDifference(
      new Set(Object.keys(from.manifest.former)),
    );
    const formerFiles = pathsOf('former').union(lent);
    await takeOver(
      path.join(release.directory, 'site'),
      path.join(directory, 'site'),
      pathsOf('site'),
      (file) => files.get(file),
    );
    await takeOver(
      path.join(release.directory, 'former'),
      path.join(directory, 'former'),
      formerFiles,
      (file) => former[file],
    );
    const parts = new Set(steps.flatMap((step) => step.parts));
    await takeOver(
      path.dirname(partFile(release.directory, 0)),
      path.dirname(partFile(directory, 0)),
      [...parts].map((part) => path.basename(partFile('', part))),
      (file) => {
        const isThere = release.manifest.parts[Number.parseInt(file, 10)] !== '';
        return isThere ? { encodings: [] } : undefined;
      },
    );
  }

  /** The steps that lead from one release to another; null if they are not all known. */
  #stepsBetween(from: Release, to: Release): Step[] | null {
    const known = this.#steps.get(to.manifest.region) ?? [];
    const found: Step[] = [];
    let { releaseId } = to.manifest;
    while (releaseId !== from.manifest.releaseId) {
      const step = known.findLast((candidate) => candidate.releaseId === releaseId);
      if (step === undefined || found.length > known.length) return null;
      found.push(step);
      releaseId = step.baseId;
    }
    return found;
  }
}

/** Names what is in a release's folder: a rollback, even by another process, may lend it more files. */
function contentKey({ manifest: { releaseId, former } }: Release): string {
  return [releaseId, ...Object.keys(former).sort()].join('\n');
}

/** Whether a folder has a site and all parts of a release's list; files of the site are not counted. */
async function isWhole(directory: string, { manifest }: Release): Promise<boolean> {
  if (!(await pathExists(path.join(directory, 'site')))) return false;
  const names = await readdir(path.dirname(partFile(directory, 0))).catch(() => []);
  const there = new Set(names);
  return manifest.parts.every((hash, part) => {
    return hash === '' || there.has(path.basename(partFile('', part)));
  });
}

function spareName({ directory }: Release): string {
  return path.join(path.dirname(directory), SPARE_PREFIX + randomBytes(6).toString('hex'));
}
