import { randomBytes } from 'node:crypto';
import { mkdir, readdir, rename, rm, stat, symlink } from 'node:fs/promises';
import path from 'node:path';
import type { QuarantineEntry, ReleaseFacts } from '@portal/site/contract';
import { errorCode } from '../errors.ts';
import { FileList, partFile } from '../file-list.ts';
import {
  forEachLimited,
  pathExists,
  removeQuietly,
  syncPath,
  syncTree,
  writeFileAtomically,
} from '../files.ts';
import {
  CURRENT_LINK,
  isImmutable,
  listReleaseFolders,
  readLink,
  manifestFile,
  readRelease,
  RELEASE_FACTS_PATH,
  RELEASE_ID_PATTERN,
  WITHDRAWN_LINK,
  type FileFacts,
  type Manifest,
  type Release,
} from '../release.ts';
import { removableReleases } from './retention.ts';
import { moveFile, removeFile, syncFiles, takeOver, variantsOf } from './release-tree.ts';
import { LARGE_SITE, Spares } from './spares.ts';
import { readWishes } from './wishes.ts';

const INCOMING_PREFIX = '.incoming-';
const REMOVED_PREFIX = '.removed-';
const FORMER_ASSETS_MS = 24 * 3_600_000;
/** More parts of former search indexes would make every release dear. */
const MOST_FORMER_PARTS = 5_000;
const PARALLEL_FILES = 8;
/** Readers may still be on their way to a release that has just been replaced. */
const GRACE_MS = 1_000;
/** From here on, one call for the whole disk is quicker than one for each file. */
const MANY_FILES = 500;

/** What a release is about, beyond its files. */
export interface ReleaseInput {
  region: string;
  revision: number;
  searchRevision: number;
  day: string;
  buildKey: string;
  counts: Record<string, number>;
  quarantine: QuarantineEntry[];
}

/** Files that a build has written, and those that it found to be gone. */
export interface ChangedFiles {
  written: Readonly<Record<string, FileFacts>>;
  removed: readonly string[];
  /** All files after that, if somebody has listed them already. */
  files?: FileList;
}

/** A place for what a build writes. */
export interface Incoming {
  /** Folder of its own, on the same disk as the releases. */
  directory: string;
  /** Where the build writes the site, or what of it changes. */
  siteDir: string;
  /** Removes what is left of it. */
  discard(): Promise<void>;
}

/** A release that was made, with the list of its files. */
export interface SealedRelease {
  release: Release;
  files: FileList;
}

/** The releases of all regions in one folder. State is read from the disk, never remembered. */
export class ReleaseStore {
  readonly #releasesDir: string;
  readonly #spares = new Spares();
  /** When a release stopped being live, by its folder, in milliseconds since 1970. */
  readonly #retiredAt = new Map<string, number>();
  /** End of the queue of {@link ReleaseStore.alone}, by region. */
  readonly #turns = new Map<string, Promise<unknown>>();
  /** Manifests by their folders: they are parsed again only when the file has changed. */
  readonly #lastRead = new Map<string, { version: string; release: Release }>();

  constructor(releasesDir: string) {
    this.#releasesDir = releasesDir;
  }

  /** Regions that have a folder for releases. */
  regions(): Promise<string[]> {
    return listReleaseFolders(this.#releasesDir);
  }

  /** Folder of a region's releases. */
  regionDir(region: string): string {
    return path.join(this.#releasesDir, region);
  }

  /** The live release; null if there is none, or if it is damaged and must be made again. */
  async live(region: string): Promise<Release | null> {
    const releaseId = await readLink(this.regionDir(region));
    if (releaseId === null) return null;
    return this.#read(path.join(this.regionDir(region), releaseId));
  }

  /** Names of a region's releases, in no order, whole or not. */
  async names(region: string): Promise<string[]> {
    try {
      const names = await readdir(this.regionDir(region));
      return names.filter((name) => RELEASE_ID_PATTERN.test(name));
    } catch (error) {
      if (errorCode(error) === 'ENOENT') return [];
      throw error;
    }
  }

  /** All whole releases of a region, the newest first. */
  async kept(region: string): Promise<Release[]> {
    return this.#readReleases(region, await this.names(region));
  }

  /** Makes the folder of a region, by which the gateway knows that the region exists. */
  async addRegion(region: string): Promise<void> {
    await mkdir(this.regionDir(region), { recursive: true });
  }

  /** Makes a folder for a build to write into. */
  async begin(region: string): Promise<Incoming> {
    const name = INCOMING_PREFIX + randomName();
    const directory = path.join(this.regionDir(region), name);
    const siteDir = path.join(directory, 'site');
    // One folder after the other: where nothing can be written, Node’s `recursive` names a wrong cause.
    await this.addRegion(region);
    try {
      await mkdir(directory);
      await mkdir(siteDir);
    } catch (error) {
      await removeQuietly(directory);
      throw error;
    }
    return {
      directory,
      siteDir,
      discard: () => rm(directory, { recursive: true, force: true }),
    };
  }

  /**
   * Makes a release of a build, whole and on the disk, but not yet live.
   *
   * @param incoming - Where the build wrote: all files of the site, or with `base` those that are
   * new or different. It is used up.
   * @param changed - What it wrote.
   * @param base - Release that the changes lead on from; if nothing has changed, it takes on the new
   * revision and is the answer. Null for a site that owes nothing to an earlier one.
   * @param input - What the release is about.
   * @param now - This moment.
   */
  async seal(
    incoming: Incoming,
    changed: ChangedFiles,
    base: SealedRelease | null,
    input: ReleaseInput,
    now: Date,
  ): Promise<SealedRelease> {
    const files = changed.files ?? listAfter(base, changed);
    const { digest } = files;
    if (base !== null && base.release.manifest.digest === digest) {
      return { release: await this.#advance(base.release, input), files: base.files };
    }
    const newest = base?.release ?? (await this.kept(input.region))[0];
    const manifest: Manifest = {
      version: 2,
      ...input,
      releaseId: await this.#freeId(input, digest),
      digest,
      builtAt: laterThan(newest, now).toISOString(),
      parts: [...files.hashes],
      former: {},
    };
    const target = path.join(this.regionDir(input.region), manifest.releaseId);
    const directory = base === null ? incoming.directory : await this.#spares.take(base.release);
    try {
      if (base === null) await finishFresh(directory, manifest, files);
      else await this.#finishChanged(directory, incoming, manifest, { base, files, changed }, now);
      await rename(directory, target);
    } catch (error) {
      // Nobody else knows of it, and each attempt would leave another one.
      await removeQuietly(directory);
      throw error;
    }
    await syncPath(this.regionDir(input.region));
    return { release: { directory: target, manifest }, files };
  }

  /** Works while nobody else in this process switches or removes releases of a region. */
  alone<T>(region: string, work: () => Promise<T>): Promise<T> {
    const run = (this.#turns.get(region) ?? Promise.resolve()).then(work);
    this.#turns.set(
      region,
      run.catch(() => undefined),
    );
    return run;
  }

  /** Makes a release the live one, with a single rename. */
  async switchTo(release: Release): Promise<void> {
    const regionDir = this.regionDir(release.manifest.region);
    const temporary = path.join(regionDir, `.${CURRENT_LINK}-${randomName()}`);
    const before = await readLink(regionDir);
    await symlink(path.basename(release.directory), temporary);
    try {
      await rename(temporary, path.join(regionDir, CURRENT_LINK));
    } catch (error) {
      await rm(temporary, { force: true });
      throw error;
    }
    if (before !== null) this.#retiredAt.set(path.join(regionDir, before), Date.now());
    this.#retiredAt.delete(release.directory);
    await rm(path.join(regionDir, WITHDRAWN_LINK), { force: true });
    await syncPath(regionDir);
  }

  /**
   * Lends a release the hashed assets of another one, for visitors whose page is still open when it
   * takes the other's place without having been built on it.
   *
   * @returns The release as it is afterwards.
   * @throws Error of the operating system, or DamagedListError.
   */
  async lendAssets(from: Release, to: Release, now: Date): Promise<Release> {
    const [lent, own] = await Promise.all([FileList.read(from), FileList.read(to)]);
    const until = new Date(now.getTime() + FORMER_ASSETS_MS).toISOString();
    const isMissing = (file: string) =>
      own.get(file) === undefined && !Object.hasOwn(to.manifest.former, file);
    const live = [...lent.entries()].filter(([file]) => isImmutable(file) && isMissing(file));
    const older = Object.entries(from.manifest.former).filter(([file]) => isMissing(file));
    if (live.length + older.length === 0) return to;
    for (const [folder, files] of [
      ['site', live],
      ['former', older],
    ] as const) {
      const facts = new Map<string, FileFacts>(files);
      const formerDir = path.join(to.directory, 'former');
      await takeOver(path.join(from.directory, folder), formerDir, facts.keys(), (file) =>
        facts.get(file),
      );
    }
    const former = { ...to.manifest.former, ...Object.fromEntries(older) };
    for (const [file, facts] of live) former[file] = { ...facts, until };
    const manifest = { ...to.manifest, former };
    await writeManifest(to.directory, manifest);
    return { directory: to.directory, manifest };
  }

  /** Takes the site of a region that left the CMS offline; its releases stay. */
  async withdraw(region: string): Promise<void> {
    const regionDir = this.regionDir(region);
    const withdrawn = path.join(regionDir, WITHDRAWN_LINK);
    try {
      await rename(path.join(regionDir, CURRENT_LINK), withdrawn);
    } catch (error) {
      if (errorCode(error) !== 'ENOENT') throw error;
      // Another publisher may have seen it first.
      if (!(await this.isWithdrawn(region))) await symlink('never-published', withdrawn);
    }
    await syncPath(regionDir);
  }

  /** Whether the site of a region was taken offline and not published since. */
  async isWithdrawn(region: string): Promise<boolean> {
    return (await readLink(this.regionDir(region), WITHDRAWN_LINK)) !== null;
  }

  /** Removes what a killed publisher has left half done in a region's folder. */
  async removeLeftovers(region: string): Promise<void> {
    const regionDir = this.regionDir(region);
    for (const name of await readdir(regionDir)) {
      if (!name.startsWith('.')) continue;
      await rm(path.join(regionDir, name), { recursive: true, force: true });
    }
  }

  /**
   * Removes old releases and keeps one of them, or a copy, ready to become the next.
   *
   * @param region - Region to tidy up.
   * @param base - Release that the next change will lead on from.
   * @param now - This moment.
   */
  async tidy(region: string, base: SealedRelease | null, now: Date): Promise<void> {
    // The names first: a release that is made meanwhile must not count as one without a manifest.
    const names = await this.names(region);
    const current = await readLink(this.regionDir(region));
    const kept = await this.#readReleases(region, names);
    const { pinnedRelease } = await readWishes(this.regionDir(region));
    const stays = [current, pinnedRelease, base && path.basename(base.release.directory)];
    const removable = removableReleases(kept, stays, base?.files.size ?? 0, now).map((release) => ({
      release,
      freeAt: (this.#retiredAt.get(release.directory) ?? 0) + GRACE_MS,
      takeAway: (target: string) => this.#takeAway(release, target),
    }));
    const damaged = names.filter(
      (name) =>
        name !== current && kept.every(({ directory }) => path.basename(directory) !== name),
    );
    // Those that nobody reads any more first; the rest would have to be waited for.
    removable.sort((a, b) => a.freeAt - b.freeAt);
    const isLarge = base !== null && base.files.size >= LARGE_SITE;
    // A release is followed by another one with its search index, and the next change must not wait
    // for the folder of either: of a large site one is always kept over.
    let reserve = isLarge ? 1 : 0;
    if (base !== null) {
      await this.#spares.prepare(base, removable.length > reserve ? removable : []);
    }
    for (const { release, freeAt, takeAway } of removable.toReversed()) {
      if (reserve > 0 && (await pathExists(release.directory))) {
        reserve -= 1;
        continue;
      }
      if (freeAt > Date.now() || !(await pathExists(release.directory))) continue;
      const removed = path.join(this.regionDir(region), REMOVED_PREFIX + randomName());
      if (!(await takeAway(removed))) continue;
      this.#retiredAt.delete(release.directory);
      await rm(removed, { recursive: true, force: true });
    }
    for (const name of damaged) {
      await rm(path.join(this.regionDir(region), name), { recursive: true, force: true });
    }
  }

  /** Removes everything of a region but one release, and that one's assets of earlier ones. */
  async removeAllBut(region: string, { directory, manifest }: Release): Promise<void> {
    await writeManifest(directory, { ...manifest, former: {} });
    await rm(path.join(directory, 'former'), { recursive: true, force: true });
    this.#spares.forget(region);
    for (const name of await readdir(this.regionDir(region))) {
      const isKept = name === path.basename(directory) || name === CURRENT_LINK;
      if (isKept || !(RELEASE_ID_PATTERN.test(name) || name.startsWith('.'))) continue;
      await rm(path.join(this.regionDir(region), name), { recursive: true, force: true });
    }
  }

  async #finishChanged(
    spare: string,
    incoming: Incoming,
    manifest: Manifest,
    { base, files, changed }: { base: SealedRelease; files: FileList; changed: ChangedFiles },
    now: Date,
  ): Promise<void> {
    const written = Object.entries(changed.written);
    if (written.length <= MANY_FILES) {
      await syncFiles(
        incoming.siteDir,
        written.flatMap(([file, facts]) => variantsOf(file, facts)),
      );
    }
    const siteDir = path.join(spare, 'site');
    const formerDir = path.join(spare, 'former');
    const former = { ...base.release.manifest.former };
    const until = new Date(now.getTime() + FORMER_ASSETS_MS).toISOString();

    for (const file of changed.removed) {
      const facts = base.files.get(file);
      if (facts === undefined) continue;
      if (isImmutable(file)) {
        await moveFile(siteDir, formerDir, file, facts);
        former[file] = { ...facts, until };
      }
      await removeFile(siteDir, file);
    }
    await forEachLimited(written, PARALLEL_FILES, ([file, facts]) =>
      moveFile(incoming.siteDir, siteDir, file, facts),
    );
    const tooMany = new Set(surplusOf(former));
    for (const [file, facts] of Object.entries(former)) {
      const isDue = Date.parse(facts.until) <= now.getTime() || tooMany.has(file);
      if (!isDue && files.get(file) === undefined) continue;
      await removeFile(formerDir, file);
      delete former[file];
    }
    Object.assign(manifest.former, former);
    const parts = await writeParts(spare, files, base.files);
    await writeFacts(spare, manifest);
    await writeManifest(spare, manifest);
    if (written.length > MANY_FILES) await syncTree(spare);
    this.#spares.note(base.release, manifest, {
      site: [...Object.keys(changed.written), ...changed.removed],
      former: differing(base.release.manifest.former, former),
      parts,
    });
    await incoming.discard();
  }

  /** Moves a release away, unless somebody has made it live since it was looked at. */
  #takeAway({ directory, manifest }: Release, target: string): Promise<boolean> {
    const regionDir = this.regionDir(manifest.region);
    return this.alone(manifest.region, async () => {
      const { pinnedRelease } = await readWishes(regionDir);
      const isNeeded = [pinnedRelease, await readLink(regionDir)].includes(
        path.basename(directory),
      );
      if (!isNeeded) await rename(directory, target);
      return !isNeeded;
    });
  }

  async #readReleases(region: string, names: readonly string[]): Promise<Release[]> {
    const regionDir = this.regionDir(region);
    const directories = names.map((name) => path.join(regionDir, name));
    for (const directory of this.#lastRead.keys()) {
      const isGone = path.dirname(directory) === regionDir && !directories.includes(directory);
      if (isGone) this.#lastRead.delete(directory);
    }
    const releases = await Promise.all(directories.map((directory) => this.#read(directory)));
    return releases
      .filter((release) => release !== null)
      .sort((a, b) => compareText(b.manifest.builtAt, a.manifest.builtAt));
  }

  async #read(directory: string): Promise<Release | null> {
    const version = await manifestVersion(directory);
    const known = this.#lastRead.get(directory);
    if (known?.version === version) return known.release;
    this.#lastRead.delete(directory);
    const release = version === null ? null : await readRelease(directory);
    if (version !== null && release !== null) this.#lastRead.set(directory, { version, release });
    return release;
  }

  /** Name for a release; another one where a folder of that name is there, which may be live. */
  async #freeId({ region, revision }: ReleaseInput, digest: string): Promise<string> {
    let id = `${revision}-${digest}`;
    while (await pathExists(path.join(this.regionDir(region), id))) {
      id = `${revision}-${randomName()}`;
    }
    return id;
  }

  async #advance({ directory, manifest }: Release, input: ReleaseInput): Promise<Release> {
    const advanced: Manifest = { ...manifest, ...input };
    await writeFacts(directory, advanced);
    await writeManifest(directory, advanced);
    return { directory, manifest: advanced };
  }
}

/**
 * Parts of search indexes that were replaced so often that there are too many of them: an entry that
 * goes replaces most parts of an index. Those that were replaced last stay in any case.
 */
function surplusOf(former: Manifest['former']): string[] {
  const parts = Object.entries(former)
    .filter(([file]) => file.startsWith('pagefind/'))
    .sort(([, a], [, b]) => compareText(b.until, a.until));
  const newest = parts[0]?.[1].until;
  return parts
    .slice(MOST_FORMER_PARTS)
    .filter(([, { until }]) => until !== newest)
    .map(([file]) => file);
}

/** Files that one list of former ones has and the other has not, or otherwise. */
function differing(a: Manifest['former'], b: Manifest['former']): string[] {
  const files = new Set([...Object.keys(a), ...Object.keys(b)]);
  return [...files].filter((file) => a[file]?.hash !== b[file]?.hash);
}

function randomName(): string {
  return randomBytes(6).toString('hex');
}

/** All files of a site after a change. */
export function listAfter(
  base: SealedRelease | null,
  { written, removed }: ChangedFiles,
): FileList {
  return base === null ? FileList.of(written) : base.files.changed(written, removed);
}

async function finishFresh(directory: string, manifest: Manifest, files: FileList): Promise<void> {
  await writeParts(directory, files, null);
  await writeFacts(directory, manifest);
  await writeManifest(directory, manifest);
  await syncTree(directory);
}

/** Writes the parts of a release's list that are not the same in its base; returns their numbers. */
async function writeParts(
  directory: string,
  files: FileList,
  base: FileList | null,
): Promise<number[]> {
  const parts = files.partsUnlike(base);
  await forEachLimited(parts, PARALLEL_FILES, async ({ part, text }) => {
    const file = partFile(directory, part);
    if (text === null) await rm(file, { force: true });
    else await writeFileAtomically(file, text);
  });
  return parts.map(({ part }) => part);
}

/** Differs whenever the manifest of a folder was written anew; null if there is none. */
async function manifestVersion(directory: string): Promise<string | null> {
  try {
    const { ino, mtimeNs, size } = await stat(manifestFile(directory), { bigint: true });
    return `${ino} ${mtimeNs} ${size}`;
  } catch (error) {
    if (errorCode(error) === 'ENOENT' || errorCode(error) === 'ENOTDIR') return null;
    throw error;
  }
}

async function writeFacts(directory: string, manifest: Manifest): Promise<void> {
  const facts: ReleaseFacts = {
    region: manifest.region,
    revision: manifest.revision,
    searchRevision: manifest.searchRevision,
    releaseId: manifest.releaseId,
    builtAt: manifest.builtAt,
  };
  const file = path.join(directory, 'site', RELEASE_FACTS_PATH);
  await writeFileAtomically(file, `${JSON.stringify(facts)}\n`);
}

async function writeManifest(directory: string, manifest: Manifest): Promise<void> {
  await writeFileAtomically(manifestFile(directory), JSON.stringify(manifest));
}

/** This moment, or right after a release of before where the clock has gone back since. */
function laterThan(release: Release | undefined, now: Date): Date {
  const before = release === undefined ? 0 : Date.parse(release.manifest.builtAt);
  return new Date(Math.max(now.getTime(), before + 1));
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
