import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** A PostgreSQL server for tests, with an empty database. */
export interface RunningPostgres {
  url: string;
  stop: () => Promise<void>;
}

/** Where Debian keeps the programs of each version. */
const DEBIAN_DIR = '/usr/lib/postgresql';
const START_TIMEOUT_MS = 30_000;

interface Installation {
  /** Folder with `initdb` and `postgres`; empty if there is none. */
  binDir: string;
  /** User that the server runs as; null: the one who runs the tests. */
  user: { uid: number; gid: number } | null;
  /** Why PostgreSQL cannot be used here, or null. */
  reason: string | null;
}

/** Looks for PostgreSQL: `POSTGRES_BIN_DIR`, Debian's folders, then the search path. */
export function findPostgres(): Installation {
  const versions = existsSync(DEBIAN_DIR) ? readdirSync(DEBIAN_DIR).sort().reverse() : [];
  const folders = [
    process.env['POSTGRES_BIN_DIR'] ?? '',
    ...versions.map((version) => path.join(DEBIAN_DIR, version, 'bin')),
    ...(process.env['PATH'] ?? '').split(path.delimiter),
  ];
  const binDir = folders.find((folder) => folder !== '' && existsSync(path.join(folder, 'initdb')));
  if (binDir === undefined) {
    const reason = 'there is no initdb. Install PostgreSQL or set POSTGRES_BIN_DIR.';
    return { binDir: '', user: null, reason };
  }
  if (process.getuid?.() !== 0) return { binDir, user: null, reason: null };
  const user = findUser('postgres') ?? findUser('nobody');
  if (user !== null) return { binDir, user, reason: null };
  return { binDir, user, reason: 'it does not run as root, and there is no other user.' };
}

/**
 * Starts a PostgreSQL server on a temporary folder and a free port of this machine.
 *
 * @throws Error with the server's output if it does not start.
 */
export async function startPostgres(): Promise<RunningPostgres> {
  const { binDir, user, reason } = findPostgres();
  if (reason !== null) throw new Error(`PostgreSQL cannot be used: ${reason}`);
  const folder = mkdtempSync(path.join(tmpdir(), 'portal-postgres-'));
  if (user !== null) chownSync(folder, user.uid, user.gid);
  const as = { cwd: folder, ...(user ?? {}) };
  const dataDir = path.join(folder, 'data');
  execFileSync(
    path.join(binDir, 'initdb'),
    ['--pgdata', dataDir, '--username', 'portal', '--auth', 'trust', '--encoding', 'UTF8', '-N'],
    { ...as, stdio: 'ignore' },
  );
  const port = await freePort();
  const server = spawn(
    path.join(binDir, 'postgres'),
    ['-D', dataDir, '-p', String(port), '-c', 'listen_addresses=127.0.0.1', '-k', folder, '-F'],
    { ...as, stdio: ['ignore', 'pipe', 'pipe'] },
  );
  try {
    await waitUntilReady(server);
  } catch (error) {
    server.kill('SIGKILL');
    rmSync(folder, { recursive: true, force: true });
    throw error;
  }
  return {
    url: `postgresql://portal@127.0.0.1:${port}/postgres`,
    stop: async () => {
      const ended = new Promise((resolve) => server.once('exit', resolve));
      // Do not wait for the connections of others.
      server.kill('SIGINT');
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function waitUntilReady(server: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let output = '';
    const fail = () => reject(new Error(`PostgreSQL did not start. It wrote:\n${output}`));
    const timer = setTimeout(fail, START_TIMEOUT_MS);
    server.once('exit', fail);
    server.stderr?.on('data', (chunk: Buffer) => {
      output += chunk.toString();
      if (!output.includes('ready to accept connections')) return;
      clearTimeout(timer);
      server.off('exit', fail);
      resolve();
    });
  });
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}

function findUser(name: string): { uid: number; gid: number } | null {
  try {
    const idOf = (flag: string) => Number(execFileSync('id', [flag, name], { stdio: 'pipe' }));
    return { uid: idOf('-u'), gid: idOf('-g') };
  } catch {
    return null;
  }
}
