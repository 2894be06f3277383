import { spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** A login of the demo content. */
export interface DemoLogin {
  email: string;
  password: string;
  role: 'super-admin' | 'editor';
  region: string | null;
}

/** Where the portal under test runs. */
export interface RunningPortal {
  gatewayPort: number;
  cmsPort: number;
  publisherPort: number;
  dataDir: string;
  logins: DemoLogin[];
}

const ROOT = path.join(import.meta.dirname, '../..');
const START_TIMEOUT_MS = 400_000;
const STOP_TIMEOUT_MS = 15_000;

/** A portal that was started for a test or a bench, and how to end it. */
export interface StartedPortal extends RunningPortal {
  /** Seconds from the command to `ready`. */
  startSeconds: number;
  /** Ends every process; the data folder stays. */
  stop: () => Promise<void>;
}

/**
 * Starts the whole portal as a user would, with `npm start`, on free ports, and waits until it
 * says `ready`.
 *
 * @param dataDir - Folder for all state; empty for a first start.
 * @param env - Settings; without any there is no search server.
 * @throws Error with the portal's output if it does not get ready.
 */
export async function startPortal(
  dataDir: string,
  env: Record<string, string> = {},
): Promise<StartedPortal> {
  const [gatewayPort, cmsPort, publisherPort, mailboxPort] = await portsOf(dataDir);
  const startedAt = performance.now();
  const child = spawn('npm', ['start'], {
    cwd: ROOT,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      ...secretsOf(dataDir),
      DATA_DIR: dataDir,
      GATEWAY_PORT: String(gatewayPort),
      CMS_PORT: String(cmsPort),
      PUBLISHER_PORT: String(publisherPort),
      MAILBOX_PORT: String(mailboxPort),
      // Whether this computer has a search server must not decide what is tested.
      MEILISEARCH_HOST: 'none',
      ...env,
      // Vitest's own settings must not reach the portal.
      NODE_ENV: 'production',
      VITEST: undefined,
    },
  });
  // Whoever is ended before it can stop the portal must not leave it running.
  const end = () => {
    if (child.pid !== undefined && child.exitCode === null) process.kill(-child.pid, 'SIGTERM');
  };
  process.once('exit', end);
  child.once('exit', () => process.off('exit', end));
  try {
    await untilReady(child);
  } catch (error) {
    await stop(child, dataDir);
    throw error;
  }
  const startSeconds = (performance.now() - startedAt) / 1000;
  const logins = JSON.parse(
    readFileSync(path.join(dataDir, 'demo-logins.json'), 'utf8'),
  ) as DemoLogin[];
  return {
    gatewayPort,
    cmsPort,
    publisherPort,
    dataDir,
    logins,
    startSeconds,
    stop: () => stop(child, dataDir),
  };
}

function untilReady(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let output = '';
    const fail = (reason: string) => {
      reject(new Error(`The portal did not start: ${reason}. Its output was:\n${output}`));
    };
    const timer = setTimeout(() => {
      fail(`not ready after ${START_TIMEOUT_MS / 1000} s`);
    }, START_TIMEOUT_MS);
    const read = (chunk: Buffer) => {
      output += chunk.toString();
      if (/\bready\b/.test(output)) {
        clearTimeout(timer);
        resolve();
      }
    };
    child.stdout?.on('data', read);
    child.stderr?.on('data', read);
    child.once('exit', (code) => {
      clearTimeout(timer);
      fail(`it ended with exit code ${String(code)}`);
    });
  });
}

async function stop(child: ChildProcess, dataDir: string): Promise<void> {
  if (child.exitCode !== null || child.pid === undefined) return;
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  process.kill(-child.pid, 'SIGTERM');
  await ended;
  // npm may end before the portal has; the publisher gives up its lock last.
  const lockFile = path.join(dataDir, 'publisher.lock');
  for (let waitedMs = 0; existsSync(lockFile) && waitedMs < STOP_TIMEOUT_MS; waitedMs += 50) {
    await sleep(50);
  }
}

/** Secrets of a portal under test; kept beside its data, so that a second start finds the same. */
function secretsOf(dataDir: string): Record<string, string> {
  const file = path.join(dataDir, 'test-secrets.json');
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>;
  const secret = () => randomBytes(32).toString('base64');
  const secrets = {
    APP_KEYS: `${secret()},${secret()}`,
    API_TOKEN_SALT: secret(),
    ADMIN_JWT_SECRET: secret(),
    TRANSFER_TOKEN_SALT: secret(),
    ENCRYPTION_KEY: secret(),
    FEED_TOKEN: secret(),
    HINT_SECRET: `whsec_${secret()}`,
    MEILISEARCH_ADMIN_KEY: secret(),
  };
  writeFileSync(file, JSON.stringify(secrets), { mode: 0o600 });
  return secrets;
}

/** Ports of a portal under test; a second start gets the same, because they are in its addresses. */
async function portsOf(dataDir: string): Promise<[number, number, number, number]> {
  const file = path.join(dataDir, 'test-ports.json');
  if (existsSync(file)) {
    return JSON.parse(readFileSync(file, 'utf8')) as [number, number, number, number];
  }
  const ports = await freePorts(4);
  writeFileSync(file, JSON.stringify(ports));
  return ports;
}

/** Asks the system for ports that nobody listens on. */
async function freePorts(count: number): Promise<[number, number, number, number]> {
  const servers = await Promise.all(
    Array.from(
      { length: count },
      () =>
        new Promise<ReturnType<typeof createServer>>((resolve) => {
          const server = createServer();
          server.listen(0, '127.0.0.1', () => resolve(server));
        }),
    ),
  );
  const ports = servers.map((server) => {
    const address = server.address();
    return typeof address === 'object' && address !== null ? address.port : 0;
  });
  await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))));
  const [a = 0, b = 0, c = 0, d = 0] = ports;
  return [a, b, c, d];
}
