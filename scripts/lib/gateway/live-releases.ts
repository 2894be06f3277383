import path from 'node:path';
import { SlugSchema } from '@portal/site/contract';
import { readLink, readRelease, WITHDRAWN_LINK, type Release } from '../release.ts';
import { pathExists } from '../files.ts';

/** What can be said of a host's region. */
export type Site =
  | { state: 'live'; release: Release }
  /** The region exists, but has no release yet. */
  | { state: 'preparing' }
  | { state: 'unknown' };

interface Known {
  site: Site;
  /** In milliseconds of the process's own clock. */
  checkedAt: number;
}

const UNKNOWN: Site = { state: 'unknown' };

/**
 * The live release of each region, as the symlinks on the disk say. A request that comes when the
 * last look is older than `maxAgeMs` looks again, so a switch is seen at once and an idle gateway
 * does nothing. A request is answered from one release from beginning to end.
 */
export class LiveReleases {
  readonly #releasesDir: string;
  readonly #maxAgeMs: number;
  readonly #known = new Map<string, Known>();
  readonly #looking = new Map<string, Promise<Site>>();

  constructor(releasesDir: string, maxAgeMs = 100) {
    this.#releasesDir = releasesDir;
    this.#maxAgeMs = maxAgeMs;
  }

  /** The site of a region, or of the umbrella. */
  async find(region: string): Promise<Site> {
    if (!SlugSchema.safeParse(region).success) return UNKNOWN;
    const known = this.#known.get(region);
    if (known !== undefined && performance.now() - known.checkedAt < this.#maxAgeMs) {
      return known.site;
    }
    let looking = this.#looking.get(region);
    if (looking === undefined) {
      looking = this.#look(region, known?.site).finally(() => this.#looking.delete(region));
      this.#looking.set(region, looking);
    }
    return looking;
  }

  /** Forgets what was seen of a region, because a file of it was not there any more. */
  forget(region: string): void {
    this.#known.delete(region);
  }

  async #look(region: string, last: Site | undefined): Promise<Site> {
    const site = await this.#read(region, last);
    // Hosts that do not exist are not remembered: anybody can make up as many as they like.
    if (site.state === 'unknown') this.#known.delete(region);
    else this.#known.set(region, { site, checkedAt: performance.now() });
    return site;
  }

  async #read(region: string, last: Site | undefined): Promise<Site> {
    const regionDir = path.join(this.#releasesDir, region);
    const releaseId = await readLink(regionDir);
    if (releaseId === null) {
      if ((await readLink(regionDir, WITHDRAWN_LINK)) !== null) return UNKNOWN;
      const isExpected = region === 'umbrella' || (await pathExists(regionDir));
      return isExpected ? { state: 'preparing' } : UNKNOWN;
    }
    const directory = path.join(regionDir, releaseId);
    if (last?.state === 'live' && last.release.directory === directory) return last;
    const release = await readRelease(directory);
    if (release !== null) return { state: 'live', release };
    // Damaged: the release of before is better than nothing until the publisher has made a new one.
    return last?.state === 'live' ? last : { state: 'preparing' };
  }
}
