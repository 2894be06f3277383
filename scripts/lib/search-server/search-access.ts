import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { errorCode } from '../errors.ts';
import { writeFileAtomically } from '../files.ts';
import { CURRENT_LINK, readLink, readRelease } from '../release.ts';
import { indexOf } from './index-names.ts';

/** Path on every site under which a search learns whether there is a server, and with which key. */
export const SEARCH_ACCESS_PATH = '/.well-known/search.json';
/** Path on every site under which a search reaches the server. */
export const SEARCH_PATH = '/api/search';

const AccessSchema = z.object({
  /** Revision that the region's index holds; null for the umbrella, which has none of its own. */
  revision: z.number().int().nonnegative().nullable(),
  /** Day for which it was filled; null for the umbrella. */
  day: z.string().nullable(),
  /** Documents in that index. */
  count: z.number().int().nonnegative(),
  /** Regions whose indexes the key is good for, the site's own first. */
  regions: z.array(z.string()),
  key: z.string(),
  expiresAt: z.iso.datetime(),
});

/** What the publisher leaves beside a region's releases about its index. It holds no secret. */
export type SearchAccess = z.infer<typeof AccessSchema>;

interface SearchableIndex {
  region: string;
  index: string;
  revision: number;
  count: number;
}

/** What a site's search is told. */
export interface SearchFacts {
  /** Index of the site's own region; null on the umbrella site. */
  index: string | null;
  /** Visitor's key for all `indexes`. */
  key: string;
  expiresAt: string;
  /** Revision that the region's index holds; null on the umbrella site. */
  revision: number | null;
  /** Every index that can be searched with the key now: the region's, then those of its neighbours. */
  indexes: SearchableIndex[];
}

/** Reads what the publisher has left; null if there is nothing, or nothing of use. */
export async function readSearchAccess(regionDir: string): Promise<SearchAccess | null> {
  try {
    return AccessSchema.parse(JSON.parse(await readFile(fileOf(regionDir), 'utf8')));
  } catch (error) {
    if (errorCode(error) === undefined || errorCode(error) === 'ENOENT') return null;
    throw error;
  }
}

/** Leaves beside the releases how a region can be searched. */
export async function writeSearchAccess(regionDir: string, access: SearchAccess): Promise<void> {
  await writeFileAtomically(fileOf(regionDir), `${JSON.stringify(access)}\n`);
}

/** Sites search without the server from now on. */
export async function removeSearchAccess(regionDir: string): Promise<void> {
  await rm(fileOf(regionDir), { force: true });
}

/**
 * What the search of a site is told now: only of indexes that hold just what is live.
 *
 * @param releasesDir - Folder of all releases.
 * @param region - Slug of a region, or `umbrella`.
 * @returns Null if it has to do without the server.
 */
export async function searchFactsOf(
  releasesDir: string,
  region: string,
  now: Date,
): Promise<SearchFacts | null> {
  const own = await readSearchAccess(path.join(releasesDir, region));
  if (own === null || Date.parse(own.expiresAt) <= now.getTime()) return null;
  const found = await Promise.all(
    own.regions.map((other) => searchableIndex(path.join(releasesDir, other), other)),
  );
  const indexes = found.filter((index) => index !== null);
  const isOwnMissing = own.revision !== null && indexes[0]?.region !== region;
  if (isOwnMissing || indexes.length === 0) return null;
  const { key, expiresAt, revision } = own;
  return { index: revision === null ? null : indexOf(region), key, expiresAt, revision, indexes };
}

async function searchableIndex(regionDir: string, region: string): Promise<SearchableIndex | null> {
  const [access, releaseId] = await Promise.all([
    readSearchAccess(regionDir),
    readLink(regionDir, CURRENT_LINK),
  ]);
  if (access === null || access.revision === null || releaseId === null) return null;
  const release = await readRelease(path.join(regionDir, releaseId));
  const { revision, day } = release?.manifest ?? {};
  if (revision !== access.revision || day !== access.day) return null;
  return { region, index: indexOf(region), revision: access.revision, count: access.count };
}

function fileOf(regionDir: string): string {
  return path.join(regionDir, 'search.json');
}
