import {
  linkSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { hostname } from 'node:os';
import path from 'node:path';
import { z } from 'zod';
import { isAlive } from '../child-process.ts';
import { errorCode, PortalError } from '../errors.ts';

const OwnerSchema = z.object({
  pid: z.number().int().positive(),
  host: z.string(),
  /** Tells a process from a later one with the same number; null where the system does not say. */
  startedAt: z.string().nullable(),
});

const SIGN_OF_LIFE_MS = 5_000;
const SIGN_OF_LIFE_MAX_MS = 60_000;

type Owner = z.infer<typeof OwnerSchema>;

/** Another process works on the same data folder. */
export class LockError extends PortalError {
  override name = 'LockError';
}

/**
 * Makes sure that one process alone works on a folder. A lock whose process is dead does not hold.
 *
 * @param file - Lock file; its folder is made when it does not exist.
 * @returns A function that gives the lock back.
 * @throws {@link LockError} if a living process holds the lock.
 */
export function takeLock(file: string): () => void {
  mkdirSync(path.dirname(file), { recursive: true });
  const own = JSON.stringify(describeProcess(process.pid));
  for (let attempt = 0; attempt < 3; attempt += 1) {
    // Written first and then linked, so that nobody ever reads half a lock.
    const draft = `${file}.${process.pid}`;
    writeFileSync(draft, own);
    try {
      linkSync(draft, file);
      const signOfLife = setInterval(() => {
        if (readText(file) === own) utimesSync(file, new Date(), new Date());
      }, SIGN_OF_LIFE_MS).unref();
      return () => {
        clearInterval(signOfLife);
        if (readText(file) === own) rmSync(file, { force: true });
      };
    } catch (error) {
      if (errorCode(error) !== 'EEXIST') throw error;
    } finally {
      rmSync(draft, { force: true });
    }
    const seen = readText(file);
    if (seen !== null && isHeld(seen, file)) throw lockedBy(seen, file);
    if (seen !== null) removeStale(file, seen);
  }
  throw lockedBy(readText(file) ?? '', file);
}

function removeStale(file: string, seen: string): void {
  const aside = `${file}.stale-${process.pid}`;
  try {
    renameSync(file, aside);
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return;
    throw error;
  }
  // Between reading and moving, another process may have taken the lock: give it back.
  if (readText(aside) !== seen) linkSync(aside, file);
  rmSync(aside, { force: true });
}

function isHeld(text: string, file: string): boolean {
  const owner = parseOwner(text);
  if (owner === null) return false;
  // The process of another computer cannot be seen, only the sign of life that it gives.
  if (owner.host !== hostname()) return Date.now() - statSync(file).mtimeMs < SIGN_OF_LIFE_MAX_MS;
  return isAlive(owner.pid) && describeProcess(owner.pid).startedAt === owner.startedAt;
}

function describeProcess(pid: number): Owner {
  let startedAt: string | null = null;
  try {
    // Field 22; the name of the command, field 2, may hold spaces and brackets.
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    startedAt = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? null;
  } catch {
    // Not Linux, or the process has just ended.
  }
  return { pid, host: hostname(), startedAt };
}

function parseOwner(text: string): Owner | null {
  try {
    return OwnerSchema.parse(JSON.parse(text));
  } catch {
    return null;
  }
}

function readText(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return null;
    throw error;
  }
}

function lockedBy(text: string, file: string): LockError {
  const owner = parseOwner(text);
  return new LockError(
    `Another publisher${owner === null ? '' : ` (process ${owner.pid})`} works on this data folder.`,
    { hint: `Stop it, or use another DATA_DIR. The lock is ${file}.` },
  );
}
