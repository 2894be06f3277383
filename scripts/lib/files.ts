import { execFile } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { access, mkdir, open, readdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';

/** SHA-256 of bytes or text, in hex. */
export function sha256Hex(data: Uint8Array | string): string {
  return createHash('sha256').update(data).digest('hex');
}

/**
 * Writes a file so that readers see the old or the new content, never a part, even after a power
 * cut.
 *
 * @throws Error of the operating system, for instance ENOSPC; the old content stays.
 */
export async function writeFileAtomically(file: string, data: Uint8Array | string): Promise<void> {
  await mkdir(path.dirname(file), { recursive: true });
  const temporary = `${file}.tmp-${randomBytes(6).toString('hex')}`;
  try {
    const handle = await open(temporary, 'wx');
    try {
      await handle.writeFile(data);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(temporary, file);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
  await syncPath(path.dirname(file));
}

/** Asks the operating system to bring a file or folder to the disk. */
export async function syncPath(target: string): Promise<void> {
  const handle = await open(target, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** All files below a folder, as sorted paths relative to it with forward slashes. */
export async function listFiles(directory: string): Promise<string[]> {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(directory, path.join(entry.parentPath, entry.name)))
    .map((relative) => relative.split(path.sep).join('/'))
    .sort();
}

/**
 * Does work for every item, at most `limit` (≥ 1) at a time.
 *
 * @throws the first error of the work, after everything begun has ended.
 */
export async function forEachLimited<T>(
  items: Iterable<T>,
  limit: number,
  work: (item: T) => Promise<void>,
): Promise<void> {
  const iterator = items[Symbol.iterator]();
  let failed = false;
  const results = await Promise.allSettled(
    Array.from({ length: limit }, async () => {
      for (let next = iterator.next(); !failed && next.done !== true; next = iterator.next()) {
        try {
          await work(next.value);
        } catch (error) {
          failed = true;
          throw error;
        }
      }
    }),
  );
  const failure = results.find((result) => result.status === 'rejected');
  if (failure !== undefined) throw failure.reason;
}

/** Whether there is a file or folder. */
export async function pathExists(target: string): Promise<boolean> {
  try {
    await access(target);
    return true;
  } catch {
    return false;
  }
}

/** Removes a folder that is of no more use; what cannot be removed now stays. */
export async function removeQuietly(directory: string): Promise<void> {
  await rm(directory, { recursive: true, force: true }).catch(() => undefined);
}

/**
 * Brings everything below a folder to the disk.
 *
 * @throws Error of the operating system.
 */
export async function syncTree(directory: string): Promise<void> {
  try {
    // One call for the whole file system; tens of thousands of single ones take seconds.
    await promisify(execFile)('sync', ['-f', directory]);
  } catch {
    for (const file of await listFiles(directory)) await syncPath(path.join(directory, file));
  }
}
