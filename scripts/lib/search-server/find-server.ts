import { access, constants } from 'node:fs/promises';
import path from 'node:path';
import { PortalError } from '../errors.ts';
import { cachedServer, canRunPackaged, fetchServer } from './fetch-server.ts';

/** A program that can be run, and where it comes from. */
export interface FoundServer {
  program: string;
  origin: 'PATH' | 'npm';
}

/**
 * Finds Meilisearch: the one on the PATH, or else the one that was fetched earlier.
 *
 * @returns Null if there is neither.
 * @throws PortalError if what was fetched has been changed since.
 */
export async function findServer(): Promise<FoundServer | null> {
  const installed = await findOnPath('meilisearch');
  if (installed !== null) return { program: installed, origin: 'PATH' };
  const fetched = canRunPackaged() ? await cachedServer() : null;
  return fetched === null ? null : { program: fetched, origin: 'npm' };
}

/**
 * Finds Meilisearch, or fetches it.
 *
 * @throws PortalError saying why there is none, and how to get one.
 */
export async function findOrFetchServer(): Promise<FoundServer> {
  const found = await findServer();
  if (found !== null) return found;
  if (canRunPackaged()) return { program: await fetchServer(), origin: 'npm' };
  throw new PortalError(
    `There is no “meilisearch” on the PATH, and none to fetch for ${process.platform} ${process.arch}.`,
    { hint: 'Install Meilisearch, or start it with “docker compose up -d meilisearch”.' },
  );
}

async function findOnPath(name: string): Promise<string | null> {
  for (const folder of (process.env['PATH'] ?? '').split(path.delimiter)) {
    // npm puts folders of its own in front; what packages bring along was not meant.
    if (folder === '' || folder.includes('node_modules')) continue;
    const file = path.join(folder, name);
    const isRunnable = await access(file, constants.X_OK).then(
      () => true,
      () => false,
    );
    if (isRunnable) return file;
  }
  return null;
}
