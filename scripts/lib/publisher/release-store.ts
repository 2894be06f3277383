import { randomBytes } from 'node:crypto';
import { mkdir, readdir, rename, rm, stat, symlink } from 'node:fs/promises';
import path from 'node:path';
import type { QuarantineEntry, ReleaseFacts } from '@portal/site/contract';
import { errorCode } from '../errors.ts';
import { syncPath, writeFileAtomically } from '../files.ts';
import {
  CURRENT_LINK,
  listReleaseFolders,
  readLink,
  manifestFile,
  readRelease,
  RELEASE_FACTS_PATH,
  RELEASE_ID_PATTERN,
  WITHDRAWN_LINK,
  type Manifest,
  type Release,
} from '../release.ts';
import { keepFormerAssets, sealFiles } from './seal-files.ts';

const INCOMING_PREFIX = '.incoming-';
const FORMER_ASSETS_MS = 24 * 3_600_000;
const KEEP_MS = 24 * 3_600_000;
const KEEP_AT_LEAST = 3;
const KEEP_AT_MOST = 24;

/** What a release is about, beyond its files. */
export interface ReleaseInput {
  region: string;
  revision: number;
  day: string;
  buildKey: string;
  counts: Record<string, number>;
  quarantine: QuarantineEntry[];
}

/** A site that has been built but is not yet a release. */
export interface Incoming {
  /** Folder of its own, on the same disk as the releases. */
  directory: string;
  /** Where the build writes the site. */
  siteDir: string;
  /** Removes what is left of it. */
  discard(): Promise<void>;
}

/** The releases of all regions in one folder. State is read from the disk, never remembered. */
export class ReleaseStore {
  readonly #releasesDir: string;
  /** Large manifests are parsed again only when the file has changed. */
  readonly #lastRead = new Map<string, { version: string; release: Release | null }>();

  constructor(releasesDir: string) {
    this.#releasesDir = releasesDir;
  }

  /** Regions that have a folder for releases. */
  regions(): Promise<string[]> {
    return listReleaseFolders(this.#releasesDir);
  }

  /** The live release; null if there is none, or if it is damaged and must be made again. */
  async live(region: string): Promise<Release | null> {
    const regionDir = this.#regionDir(region);
    const releaseId = await readLink(regionDir);
    if (releaseId === null) return null;
    const directory = path.join(regionDir, releaseId);
    const version = await manifestVersion(directory);
    const known = this.#lastRead.get(region);
    if (known?.version === version && known.release?.directory === directory) return known.release;
    const release = await readRelease(directory);
    this.#lastRead.set(region, { version, release });
    return release;
  }

  /** Makes the folder of a region, by which the gateway knows that the region exists. */
  async addRegion(region: string): Promise<void> {
    await mkdir(this.#regionDir(region), { recursive: true });
  }

  /** Makes a folder for a site to be built. */
  async begin(region: string): Promise<Incoming> {
    const name = INCOMING_PREFIX + randomBytes(6).toString('hex');
    const directory = path.join(this.#regionDir(region), name);
    const siteDir = path.join(directory, 'site');
    await mkdir(siteDir, { recursive: true });
    return {
      directory,
      siteDir,
      discard: () => rm(directory, { recursive: true, force: true }),
    };
  }

  /**
   * Makes a release of a built site: complete, compressed and on the disk, but not yet live. If
   * the live release has the same files it is kept, and takes on the new revision.
   */
  async seal(incoming: Incoming, input: ReleaseInput, now: Date): Promise<Release> {
    const live = await this.live(input.region);
    const { files, digest } = await sealFiles(incoming.siteDir, live);
    if (live?.manifest.digest === digest) return this.#advance(live, input);

    const releaseId = `${input.revision}-${digest}`;
    const formerUntil = new Date(now.getTime() + FORMER_ASSETS_MS);
    const manifest: Manifest = {
      version: 1,
      ...input,
      releaseId,
      digest,
      builtAt: now.toISOString(),
      files,
      former: await keepFormerAssets(
        path.join(incoming.directory, 'former'),
        files,
        live,
        formerUntil,
        now,
      ),
    };
    await writeFacts(incoming.directory, manifest);
    await writeManifest(incoming.directory, manifest);
    const directory = path.join(this.#regionDir(input.region), releaseId);
    await this.#putAside(directory);
    await rename(incoming.directory, directory);
    await syncPath(this.#regionDir(input.region));
    return { directory, manifest };
  }

  /** Makes a release the live one, with a single rename. */
  async switchTo(release: Release): Promise<void> {
    const regionDir = this.#regionDir(release.manifest.region);
    const temporary = path.join(regionDir, `.${CURRENT_LINK}-${randomBytes(6).toString('hex')}`);
    await symlink(path.basename(release.directory), temporary);
    try {
      await rename(temporary, path.join(regionDir, CURRENT_LINK));
    } catch (error) {
      await rm(temporary, { force: true });
      throw error;
    }
    await rm(path.join(regionDir, WITHDRAWN_LINK), { force: true });
    await syncPath(regionDir);
  }

  /** Takes the site of a region that left the CMS offline; its releases stay. */
  async withdraw(region: string): Promise<void> {
    const regionDir = this.#regionDir(region);
    const withdrawn = path.join(regionDir, WITHDRAWN_LINK);
    try {
      await rename(path.join(regionDir, CURRENT_LINK), withdrawn);
    } catch (error) {
      if (errorCode(error) !== 'ENOENT') throw error;
      await symlink('never-published', withdrawn);
    }
    await syncPath(regionDir);
  }

  /** Whether the site of a region was taken offline and not published since. */
  async isWithdrawn(region: string): Promise<boolean> {
    return (await readLink(this.#regionDir(region), WITHDRAWN_LINK)) !== null;
  }

  /** Removes what a killed publisher has left half done. */
  async removeLeftovers(): Promise<void> {
    for (const region of await this.regions()) {
      const regionDir = this.#regionDir(region);
      for (const name of await readdir(regionDir)) {
        if (!name.startsWith('.')) continue;
        await rm(path.join(regionDir, name), { recursive: true, force: true });
      }
    }
  }

  /** Removes old releases: three stay in any case, those of the last 24 hours up to 24 of them. */
  async prune(region: string, now: Date): Promise<void> {
    const regionDir = this.#regionDir(region);
    const current = await readLink(regionDir);
    const names = (await readdir(regionDir)).filter(
      (name) => RELEASE_ID_PATTERN.test(name) && name !== current,
    );
    const releases = await Promise.all(
      names.map(async (name) => {
        const release = await readRelease(path.join(regionDir, name));
        return { name, builtAt: release === null ? 0 : Date.parse(release.manifest.builtAt) };
      }),
    );
    releases.sort((a, b) => b.builtAt - a.builtAt);
    // The live release counts as one of those that stay.
    const removable = releases.filter(
      ({ builtAt }, index) =>
        index >= KEEP_AT_MOST - 1 ||
        (index >= KEEP_AT_LEAST - 1 && now.getTime() - builtAt > KEEP_MS),
    );
    for (const { name } of removable) {
      await rm(path.join(regionDir, name), { recursive: true, force: true });
    }
  }

  /** A folder of the new release's name is left over from a crash, or was live before. */
  async #putAside(directory: string): Promise<void> {
    const aside = path.join(path.dirname(directory), `.replaced-${randomBytes(6).toString('hex')}`);
    try {
      await rename(directory, aside);
    } catch (error) {
      if (errorCode(error) === 'ENOENT') return;
      throw error;
    }
    await rm(aside, { recursive: true, force: true });
  }

  async #advance(live: Release, input: ReleaseInput): Promise<Release> {
    const manifest: Manifest = { ...live.manifest, ...input };
    await writeFacts(live.directory, manifest);
    await writeManifest(live.directory, manifest);
    return { directory: live.directory, manifest };
  }

  #regionDir(region: string): string {
    return path.join(this.#releasesDir, region);
  }
}

async function manifestVersion(directory: string): Promise<string> {
  try {
    const { ino, mtimeNs, size } = await stat(manifestFile(directory), { bigint: true });
    return `${ino} ${mtimeNs} ${size}`;
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return 'missing';
    throw error;
  }
}

async function writeFacts(directory: string, manifest: Manifest): Promise<void> {
  const facts: ReleaseFacts = {
    region: manifest.region,
    revision: manifest.revision,
    releaseId: manifest.releaseId,
    builtAt: manifest.builtAt,
  };
  const file = path.join(directory, 'site', RELEASE_FACTS_PATH);
  await writeFileAtomically(file, `${JSON.stringify(facts)}\n`);
}

async function writeManifest(directory: string, manifest: Manifest): Promise<void> {
  await writeFileAtomically(manifestFile(directory), JSON.stringify(manifest));
}
