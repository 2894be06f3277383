import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import path from 'node:path';
import { getEnvironmentData, isMainThread, setEnvironmentData } from 'node:worker_threads';

/**
 * Loaded into a process with `--import`: lets its file system fail, or the process die, at an
 * operation of the test's choice. Only what changes `DATA_DIR` counts, logs do not. Threads of the
 * process inherit it.
 */

/** What can happen at an operation. */
const FAULTS = ['kill', 'stop', 'ENOSPC', 'EIO', 'EROFS', 'EMFILE'] as const;
export type Fault = (typeof FAULTS)[number];

const AT = 0;
const COUNT = 1;
const FAULT = 2;
const IS_LASTING = 3;

const KEY = 'fault-points';
const state = isMainThread
  ? new Int32Array(new SharedArrayBuffer(16))
  : (getEnvironmentData(KEY) as unknown as Int32Array);
if (isMainThread) setEnvironmentData(KEY, state);

const dataDir = path.resolve(process.env['DATA_DIR'] ?? '/nowhere');
const logsDir = path.join(dataDir, 'logs');
const operations: string[] = [];
let counted = /(?:)/;

/**
 * Begins to count, and lets the fault happen at an operation, from 1; 0 only counts.
 *
 * @param only - Regular expression for the names of the operations that count.
 */
export function armFault(at: number, fault: Fault, isLasting: boolean, only = ''): void {
  operations.length = 0;
  counted = new RegExp(only);
  Atomics.store(state, COUNT, 0);
  Atomics.store(state, FAULT, FAULTS.indexOf(fault));
  Atomics.store(state, IS_LASTING, isLasting ? 1 : 0);
  Atomics.store(state, AT, at);
}

/** What was done since the last {@link armFault}, threads left out. */
export function operationsSoFar(): { count: number; names: string[] } {
  return { count: Atomics.load(state, COUNT), names: operations };
}

const NEEDS_SPACE = new Set(['mkdir', 'symlink', 'link', 'open', 'write', 'writeFile', 'sync']);

/** Counts an operation; throws, or never comes back, when it is the one. */
function meet(name: string, targets: unknown[], dying?: () => void): void {
  const files = targets.filter((target): target is string => typeof target === 'string');
  const isOurs = files.some((file) => file.startsWith(dataDir) && !file.startsWith(logsDir));
  if (!isOurs) return;
  const what = `${name} ${files.map((file) => path.relative(dataDir, file)).join(' -> ')}`;
  if (!counted.test(what)) return;
  const count = Atomics.add(state, COUNT, 1) + 1;
  if (isMainThread) operations.push(what);
  const at = Atomics.load(state, AT);
  const isTime = at > 0 && (count === at || (count > at && Atomics.load(state, IS_LASTING) === 1));
  if (!isTime) return;
  const fault = FAULTS[Atomics.load(state, FAULT)] ?? 'EIO';
  if (fault === 'kill') {
    dying?.();
    fs.writeSync(2, `\nkilled at operation ${count}: ${what}\n`);
    process.kill(process.pid, 'SIGKILL');
    // The signal comes in a moment, and nothing may happen until then.
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 60_000);
  }
  if (fault === 'stop') {
    process.kill(process.pid, 'SIGSTOP');
    return;
  }
  if (fault === 'ENOSPC' && !NEEDS_SPACE.has(name)) return;
  throw Object.assign(new Error(`${fault}: planned by the test, ${what}`), { code: fault });
}

type Async = (...args: unknown[]) => Promise<unknown>;
type Sync = (...args: unknown[]) => unknown;

function replaceAsync(name: 'mkdir' | 'rename' | 'rm' | 'rmdir' | 'symlink' | 'link'): void {
  const original = fs.promises[name] as unknown as Async;
  const replacement: Async = async (...args) => {
    // Making a folder that is there already asks nothing of the disk.
    if (name !== 'mkdir' || !fs.existsSync(String(args[0]))) meet(name, args);
    return original(...args);
  };
  Object.assign(fs.promises, { [name]: replacement });
}

function replaceSync(name: 'mkdirSync' | 'linkSync'): void {
  const original = fs[name] as unknown as Sync;
  const replacement: Sync = (...args) => {
    meet(name.replace('Sync', ''), args);
    return original(...args);
  };
  Object.assign(fs, { [name]: replacement });
}

for (const name of ['mkdir', 'rename', 'rm', 'rmdir', 'symlink', 'link'] as const) {
  replaceAsync(name);
}
for (const name of ['mkdirSync', 'linkSync'] as const) replaceSync(name);

const writeFile = fs.promises.writeFile as unknown as Async;
const replacedWriteFile: Async = async (...args) => {
  const [file, data] = args;
  meet('writeFile', [file], () => {
    // What a dying process leaves is half a file.
    if (typeof file === 'string') fs.writeFileSync(file, halfOf(data));
  });
  return writeFile(...args);
};
const open = fs.promises.open as unknown as Async;
const replacedOpen: Async = async (...args) => {
  const [file, flags] = args;
  const isForWriting = typeof flags === 'string' && flags !== 'r';
  if (isForWriting) meet('open', [file]);
  const handle = (await open(...args)) as fs.promises.FileHandle;
  const write = handle.writeFile.bind(handle);
  const sync = handle.sync.bind(handle);
  return Object.assign(handle, {
    writeFile: async (data: string | Uint8Array) => {
      meet('write', [file], () => {
        fs.writeSync(handle.fd, halfOf(data));
      });
      return write(data);
    },
    sync: async () => {
      meet('sync', [file]);
      return sync();
    },
  });
};
Object.assign(fs.promises, { writeFile: replacedWriteFile, open: replacedOpen });
syncBuiltinESMExports();

function halfOf(data: unknown): Uint8Array {
  const bytes = data instanceof Uint8Array ? data : Buffer.from(String(data));
  return bytes.subarray(0, bytes.length / 2);
}
