import { createServer } from 'node:http';
import path from 'node:path';
import type { AddressInfo } from 'node:net';
import type { PublisherSettings } from '../config.ts';
import { close } from '../http.ts';
import { describeError } from '../errors.ts';
import { dataPaths, ROOT_DIR } from '../paths.ts';
import { findServer } from '../search-server/find-server.ts';
import type { Supervisor } from './supervisor.ts';

const USUAL_PORT = 7_700;

/** What a start has found out about the search server. */
export interface SearchServerOfStart {
  /** Origin; null: there is none. */
  host: string | null;
  /** What the user should know; null: nothing. */
  note: string | null;
}

/**
 * Uses the search server that the settings name, or starts one that this computer has. Nothing waits
 * for it: the sites search without it until it answers.
 */
export async function startSearchServer(
  supervisor: Supervisor,
  settings: PublisherSettings,
  environment: NodeJS.ProcessEnv,
): Promise<SearchServerOfStart> {
  if (settings.MEILISEARCH_HOST !== null) return { host: settings.searchServer, note: null };
  try {
    if ((await findServer()) === null) {
      return { host: null, note: 'There is no Meilisearch; visitors search with Pagefind.' };
    }
  } catch (error) {
    return { host: null, note: `Visitors search with Pagefind. ${describeError(error)}` };
  }
  const port = await usablePort();
  supervisor.start({
    name: 'search server',
    args: [path.join(ROOT_DIR, 'scripts/meilisearch.ts'), '--port', String(port)],
    cwd: ROOT_DIR,
    env: { ...environment, MEILISEARCH_HOST: undefined },
    logFile: path.join(dataPaths(settings.DATA_DIR).logsDir, 'meilisearch.log'),
    isOptional: true,
  });
  return { host: `http://127.0.0.1:${port}`, note: null };
}

/** The usual port, or another one if somebody has that: nobody but the portal asks the server. */
async function usablePort(): Promise<number> {
  for (const wanted of [USUAL_PORT, 0]) {
    const probe = createServer();
    const port = await new Promise<number | null>((resolve) => {
      probe.once('error', () => {
        resolve(null);
      });
      probe.listen(wanted, '127.0.0.1', () => {
        resolve((probe.address() as AddressInfo).port);
      });
    });
    if (port === null) continue;
    await close(probe);
    return port;
  }
  return USUAL_PORT;
}
