import { spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { TestProject } from 'vitest/node';

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

declare module 'vitest' {
  interface ProvidedContext {
    portal: RunningPortal;
  }
}

const ROOT = path.join(import.meta.dirname, '../..');
const START_TIMEOUT_MS = 400_000;

/**
 * Starts the whole portal as a user would, with `npm start`, on an empty data folder and free
 * ports, and waits until it says `ready`.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'portal-e2e-'));
  const [gatewayPort, cmsPort, publisherPort, mailboxPort] = await freePorts(4);
  const child = spawn('npm', ['start'], {
    cwd: ROOT,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      ...randomSecrets(),
      DATA_DIR: dataDir,
      GATEWAY_PORT: String(gatewayPort),
      CMS_PORT: String(cmsPort),
      PUBLISHER_PORT: String(publisherPort),
      MAILBOX_PORT: String(mailboxPort),
      // Vitest's own settings must not reach the portal.
      NODE_ENV: 'production',
      VITEST: undefined,
    },
  });
  try {
    await untilReady(child);
  } catch (error) {
    await stop(child);
    throw error;
  }
  const logins = JSON.parse(
    readFileSync(path.join(dataDir, 'demo-logins.json'), 'utf8'),
  ) as DemoLogin[];
  project.provide('portal', { gatewayPort, cmsPort, publisherPort, dataDir, logins });
  return async () => {
    await stop(child);
    rmSync(dataDir, { recursive: true, force: true });
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

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.pid === undefined) return;
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  process.kill(-child.pid, 'SIGTERM');
  await ended;
}

function randomSecrets(): Record<string, string> {
  const secret = () => randomBytes(32).toString('base64');
  return {
    APP_KEYS: `${secret()},${secret()}`,
    API_TOKEN_SALT: secret(),
    ADMIN_JWT_SECRET: secret(),
    TRANSFER_TOKEN_SALT: secret(),
    ENCRYPTION_KEY: secret(),
    FEED_TOKEN: secret(),
    HINT_SECRET: `whsec_${secret()}`,
  };
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
