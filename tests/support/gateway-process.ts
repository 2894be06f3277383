import { spawn, type ChildProcess } from 'node:child_process';
import path from 'node:path';
import { freePort } from './free-port.ts';
import { waitFor } from './publisher.ts';
import { askRaw } from './raw-http.ts';

const ENTRY = path.join(import.meta.dirname, '../../scripts/gateway.ts');

/** The gateway as visitors meet it, in a process of its own. */
export interface RunningGateway {
  port: number;
  child: ChildProcess;
  stop: () => Promise<void>;
}

/** Starts the gateway on a data folder. */
export async function startGateway(
  dataDir: string,
  env: Record<string, string> = {},
): Promise<RunningGateway> {
  const port = await freePort();
  const child = spawn(process.execPath, [ENTRY], {
    env: {
      PATH: process.env['PATH'],
      DATA_DIR: dataDir,
      GATEWAY_PORT: String(port),
      HOST_SUFFIX: 'localhost',
      LOG_LEVEL: 'error',
      ...env,
    },
    stdio: 'ignore',
  });
  const isUp = () =>
    askRaw({ port, path: '/', timeoutMs: 1_000 }).then(
      () => true,
      () => false,
    );
  await waitFor('the gateway answers', isUp, 30_000);
  return {
    port,
    child,
    stop: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGKILL');
      await ended;
    },
  };
}
