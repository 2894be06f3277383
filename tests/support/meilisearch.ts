import { mkdtemp, rm, chmod } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { SearchServerClient } from '../../scripts/lib/search-server/client.ts';
import { findServer } from '../../scripts/lib/search-server/find-server.ts';
import { runServer, type RunningServer } from '../../scripts/lib/search-server/run-server.ts';
import { freePort } from './free-port.ts';

const MASTER_KEY = 'master-key-of-the-tests-0123456789';

/** A real Meilisearch for tests, on a folder and a port of its own. */
export interface RunningMeilisearch {
  host: string;
  masterKey: string;
  /** Asks it with the master key. */
  client: SearchServerClient;
  /** Ends it at once, as a crash would; its data stay. */
  kill: () => Promise<void>;
  /** Starts it again, if it was killed, on the same port and data. */
  restart: () => Promise<void>;
  /** Ends it and removes its data. */
  stop: () => Promise<void>;
}

/** Why tests cannot have a Meilisearch here; null if they can: `describe.skipIf(reason !== null)`. */
export async function meilisearchMissing(): Promise<string | null> {
  if ((await findServer()) !== null) return null;
  return 'there is no Meilisearch. Run “npm run meilisearch -- --fetch”.';
}

/**
 * Starts a Meilisearch.
 *
 * @throws Error if there is none, or it does not start.
 */
export async function startMeilisearch(): Promise<RunningMeilisearch> {
  const found = await findServer();
  if (found === null) throw new Error('There is no Meilisearch.');
  const folder = await mkdtemp(path.join(tmpdir(), 'portal-meilisearch-'));
  await chmod(folder, 0o711);
  const port = await freePort();
  const start = () =>
    runServer({
      program: found.program,
      port,
      dataDir: path.join(folder, 'data'),
      masterKey: MASTER_KEY,
    });
  let server: RunningServer = await start();
  const isRunning = () => server.child.exitCode === null && server.child.signalCode === null;
  const kill = async () => {
    if (!isRunning()) return;
    const { child } = server;
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGKILL');
    await ended;
  };
  return {
    host: server.host,
    masterKey: MASTER_KEY,
    client: new SearchServerClient({ host: server.host, key: MASTER_KEY }),
    kill,
    restart: async () => {
      if (!isRunning()) server = await start();
    },
    stop: async () => {
      await kill();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
