import { chown, lstat, mkdir, mkdtemp, readFile, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** Number of the user and group “nobody”, who owns nothing. */
export const NOBODY = 65_534;

/** Permission to pass through a folder, for those who are neither its owner nor in its group. */
const OTHERS_PASS = 0o001;

/**
 * Makes a folder that nobody can use, in which a server of root's keeps its data: the wanted one, or
 * where the way to that is closed to others, one for temporary files. Its name is kept in the wanted
 * one, so that the next start finds the same; what is lost with it is filled anew.
 */
export async function folderForNobody(wanted: string): Promise<string> {
  await mkdir(wanted, { recursive: true });
  const folder = (await isOpenToOthers(path.dirname(wanted))) ? wanted : await elsewhere(wanted);
  await chown(folder, NOBODY, NOBODY);
  return folder;
}

async function isOpenToOthers(folder: string): Promise<boolean> {
  const { mode } = await stat(folder);
  if ((mode & OTHERS_PASS) === 0) return false;
  const parent = path.dirname(folder);
  return parent === folder || isOpenToOthers(parent);
}

async function elsewhere(wanted: string): Promise<string> {
  const noteFile = path.join(wanted, 'data-is-in');
  const noted = await readFile(noteFile, 'utf8').catch(() => '');
  if (noted !== '' && (await isOfNobody(noted))) return noted;
  const folder = await mkdtemp(path.join(tmpdir(), 'portal-meilisearch-'));
  await writeFile(noteFile, folder);
  return folder;
}

/** Whether it is still the folder that was made: nothing that others have put in its place. */
async function isOfNobody(folder: string): Promise<boolean> {
  const facts = await lstat(folder).catch(() => null);
  return facts?.isDirectory() === true && facts.uid === NOBODY;
}
