import { spawn, type ChildProcess } from 'node:child_process';
import { mkdir, open } from 'node:fs/promises';
import path from 'node:path';
import { OutputTail } from '../child-process.ts';
import { PortalError } from '../errors.ts';
import { SearchServerClient } from './client.ts';
import { folderForNobody, NOBODY } from './server-folder.ts';

/** Where the program finds itself: nobody may not be able to reach the folder that it lies in. */
const OPENED_PROGRAM = '/proc/self/fd/3';
const START_TIMEOUT_MS = 20_000;
const STOP_TIMEOUT_MS = 5_000;
const POLL_MS = 50;
const LAST_LINES = 15;

/** What a search server is started with. */
export interface ServerOptions {
  program: string;
  port: number;
  /** Folder of its data. */
  dataDir: string;
  masterKey: string;
}

/** A search server in a process of its own. */
export interface RunningServer {
  host: string;
  child: ChildProcess;
  stop: () => Promise<void>;
}

/**
 * Runs Meilisearch on 127.0.0.1 until it is stopped or this process ends; as nobody if this process
 * is root's. Resolves when it answers.
 *
 * @throws PortalError with its last lines if it ends or does not answer in time.
 */
export async function runServer(options: ServerOptions): Promise<RunningServer> {
  const { program, port, masterKey } = options;
  const isRoot = process.getuid?.() === 0;
  const wanted = path.resolve(options.dataDir);
  const dataDir = isRoot ? await folderForNobody(wanted) : wanted;
  await mkdir(dataDir, { recursive: true });
  const handle = await open(program);
  const [command = program, ...args] = [
    ...(process.platform === 'linux'
      ? [...confined(isRoot), isRoot ? OPENED_PROGRAM : program]
      : [program]),
    ...argumentsOf(port, dataDir),
  ];
  const child = spawn(command, args, {
    cwd: dataDir,
    // The key is not among the arguments, which everybody on the computer can read.
    env: { PATH: process.env['PATH'], MEILI_MASTER_KEY: masterKey },
    stdio: ['ignore', 'pipe', 'pipe', handle.fd],
  });
  await handle.close();
  const output = new OutputTail(10_000);
  output.follow(child);
  const host = `http://127.0.0.1:${port}`;
  const stop = () => stopChild(child);
  const onExit = () => child.kill();
  process.once('exit', onExit);
  child.once('exit', () => process.off('exit', onExit));
  try {
    await waitUntilUp(child, new SearchServerClient({ host, key: masterKey }));
  } catch (cause) {
    await stop();
    const lines = output.lines(LAST_LINES).join('\n');
    throw new PortalError(`Meilisearch did not start. Its last lines:\n${lines}\n`, {
      hint: isRoot
        ? `It runs as nobody, who must be able to reach ${dataDir}: set DATA_DIR to such a folder, or MEILISEARCH_HOST=none.`
        : 'Mend the cause that they name, or set MEILISEARCH_HOST=none.',
      cause,
    });
  }
  return { host, child, stop };
}

function argumentsOf(port: number, dataDir: string): string[] {
  return [
    ...['--http-addr', `127.0.0.1:${port}`],
    ...['--db-path', `${dataDir}/data.ms`, '--dump-dir', `${dataDir}/dumps`],
    ...['--env', 'production', '--no-analytics', '--log-level', 'WARN'],
    ...['--max-indexing-memory', '100MiB', '--max-indexing-threads', '2'],
  ];
}

/** It gains no rights, ends with this process, and has none of root's. */
function confined(isRoot: boolean): string[] {
  return [
    ...['setpriv', '--no-new-privs', '--pdeathsig=TERM'],
    ...(isRoot
      ? [`--reuid=${NOBODY}`, `--regid=${NOBODY}`, '--clear-groups', '--inh-caps=-all']
      : []),
  ];
}

async function waitUntilUp(child: ChildProcess, client: SearchServerClient): Promise<void> {
  const ended = new Promise<never>((_, reject) => {
    child.once('error', reject);
    child.once('exit', (code, signal) => {
      reject(new Error(`It ended (${signal ?? `exit code ${code ?? 'unknown'}`}).`));
    });
  });
  ended.catch(() => undefined);
  const deadline = performance.now() + START_TIMEOUT_MS;
  while (!(await client.isUp())) {
    if (performance.now() > deadline) throw new Error(`No answer after ${START_TIMEOUT_MS} ms.`);
    await Promise.race([new Promise((resolve) => setTimeout(resolve, POLL_MS)), ended]);
  }
}

async function stopChild(child: ChildProcess): Promise<void> {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  const timer = setTimeout(() => child.kill('SIGKILL'), STOP_TIMEOUT_MS);
  await ended;
  clearTimeout(timer);
}
