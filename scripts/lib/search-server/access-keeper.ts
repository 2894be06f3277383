import path from 'node:path';
import { UMBRELLA } from '@portal/site/contract';
import type { SearchServerClient } from './client.ts';
import { parentKey, visitorKey, type ParentKey } from './keys.ts';
import {
  readSearchAccess,
  removeSearchAccess,
  writeSearchAccess,
  type SearchAccess,
} from './search-access.ts';

const KEY_LIFE_MS = 7 * 86_400_000;
/** Keys are renewed when less than this is left of them. */
const RENEW_MS = 4 * 86_400_000;

/** What has to be known of an index to let visitors search it. */
interface SearchableIndex {
  revision: number;
  day: string;
  count: number;
  neighbours: readonly string[];
}

/** Lets sites use the search server, each with a key of its own that expires, and keeps them from it. */
export class AccessKeeper {
  readonly #client: SearchServerClient;
  readonly #releasesDir: string;
  readonly #now: () => Date;
  #parent: ParentKey | null = null;

  constructor(client: SearchServerClient, releasesDir: string, now: () => Date) {
    this.#client = client;
    this.#releasesDir = releasesDir;
    this.#now = now;
  }

  /** Finds the key that all others are made of, or makes it: another server may be there. */
  async readParent(): Promise<void> {
    this.#parent = await parentKey(this.#client);
  }

  /** Lets a region's site search its index. */
  async open(region: string, { revision, day, count, neighbours }: SearchableIndex): Promise<void> {
    await this.#write(region, { revision, day, count, regions: [region, ...neighbours] });
  }

  /** Lets the umbrella site search the indexes of all regions. */
  async openUmbrella(regions: readonly string[]): Promise<void> {
    const before = await readSearchAccess(this.#regionDir(UMBRELLA));
    const isSame = before?.regions.join(' ') === regions.join(' ');
    if (isSame && !this.#isOld(before)) return;
    await this.#write(UMBRELLA, {
      ...{ revision: null, day: null, count: 0 },
      regions: [...regions],
    });
  }

  /** Lets a site search its index with a new key, if its old one is about to expire or was lost. */
  async renew(region: string, index: SearchableIndex): Promise<void> {
    const access = await readSearchAccess(this.#regionDir(region));
    if (access === null || this.#isOld(access)) await this.open(region, index);
  }

  /** Keeps a site from the server. */
  close(region: string): Promise<void> {
    return removeSearchAccess(this.#regionDir(region));
  }

  async #write(region: string, access: Omit<SearchAccess, 'key' | 'expiresAt'>): Promise<void> {
    this.#parent ??= await parentKey(this.#client);
    const expiresAt = new Date(this.#now().getTime() + KEY_LIFE_MS);
    await writeSearchAccess(this.#regionDir(region), {
      ...access,
      key: visitorKey(this.#parent, access.regions, expiresAt),
      expiresAt: expiresAt.toISOString(),
    });
  }

  #isOld({ expiresAt }: SearchAccess): boolean {
    return Date.parse(expiresAt) - this.#now().getTime() < RENEW_MS;
  }

  #regionDir(region: string): string {
    return path.join(this.#releasesDir, region);
  }
}
