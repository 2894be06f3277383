import { link, mkdir, open, rename, rm, rmdir } from 'node:fs/promises';
import path from 'node:path';
import { errorCode } from '../errors.ts';
import { forEachLimited, syncPath } from '../files.ts';
import type { FileFacts } from '../release.ts';

const PARALLEL_FILES = 8;
const TWINS = ['', '.br', '.gz'] as const;

/** Names of a file and of its twins. */
export function variantsOf(file: string, { encodings }: Pick<FileFacts, 'encodings'>): string[] {
  return [file, ...encodings.map((encoding) => `${file}.${encoding}`)];
}

/** Moves a file with its twins from one folder to another on the same disk; what was there goes. */
export async function moveFile(
  from: string,
  to: string,
  file: string,
  facts: Pick<FileFacts, 'encodings'>,
): Promise<void> {
  const moved = variantsOf(file, facts);
  await mkdir(path.dirname(path.join(to, file)), { recursive: true });
  for (const name of moved) await rename(path.join(from, name), path.join(to, name));
  for (const twin of TWINS) {
    if (!moved.includes(file + twin)) await rm(path.join(to, file + twin), { force: true });
  }
}

/** Removes a file with its twins, and the folders that it leaves empty. */
export async function removeFile(root: string, file: string): Promise<void> {
  for (const twin of TWINS) await rm(path.join(root, file + twin), { force: true });
  let folder = path.dirname(file);
  while (folder !== '.') {
    try {
      await rmdir(path.join(root, folder));
    } catch {
      return;
    }
    folder = path.dirname(folder);
  }
}

/**
 * Makes files of one folder what they are in another, by hard links.
 *
 * @param from - Folder that has them.
 * @param to - Folder to change.
 * @param files - Paths in both.
 * @param factsOf - What the other folder has; undefined where a file is to be removed.
 */
export async function takeOver(
  from: string,
  to: string,
  files: Iterable<string>,
  factsOf: (file: string) => Pick<FileFacts, 'encodings'> | undefined,
): Promise<void> {
  await forEachLimited(files, PARALLEL_FILES, async (file) => {
    const facts = factsOf(file);
    if (facts === undefined) {
      await removeFile(to, file);
      return;
    }
    await mkdir(path.dirname(path.join(to, file)), { recursive: true });
    const wanted = variantsOf(file, facts);
    for (const twin of TWINS) {
      const target = path.join(to, file + twin);
      // Never written in place: other releases share the file.
      await rm(target, { force: true });
      if (wanted.includes(file + twin)) await link(path.join(from, file + twin), target);
    }
  });
}

/** Brings files and the folders that name them to the disk. */
export async function syncFiles(root: string, files: readonly string[]): Promise<void> {
  const folders = new Set(files.map((file) => path.dirname(path.join(root, file))));
  await forEachLimited(files, PARALLEL_FILES, (file) => syncExisting(path.join(root, file)));
  await forEachLimited(folders, PARALLEL_FILES, syncPath);
}

async function syncExisting(target: string): Promise<void> {
  let handle;
  try {
    handle = await open(target, 'r');
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return;
    throw error;
  }
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
