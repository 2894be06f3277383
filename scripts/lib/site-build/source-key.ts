import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { errorCode } from '../errors.ts';
import { listFiles, sha256Hex } from '../files.ts';
import { ROOT_DIR } from '../paths.ts';

const IGNORED =
  /(?:^|\/)(?:node_modules|dist|build|\.astro|\.cache|\.strapi|__tests__)(?:\/|$)|\.(?:test\.ts|md)$/;

/**
 * Fingerprint of a workspace's sources and of the installed packages, to tell whether something
 * made of them is out of date.
 *
 * @param folders - Folders and files, relative to the project.
 * @param settings - Settings that the result depends on as well.
 */
export async function sourceKey(
  folders: readonly string[],
  settings: readonly string[] = [],
): Promise<string> {
  const parts = [...settings];
  for (const folder of [...folders, 'package-lock.json']) {
    for (const file of await sourcesOf(path.join(ROOT_DIR, folder))) {
      parts.push(path.relative(ROOT_DIR, file), sha256Hex(await readFile(file)));
    }
  }
  return sha256Hex(parts.join('\n')).slice(0, 16);
}

async function sourcesOf(target: string): Promise<string[]> {
  try {
    const files = await listFiles(target);
    return files.filter((file) => !IGNORED.test(file)).map((file) => path.join(target, file));
  } catch (error) {
    if (errorCode(error) === 'ENOTDIR') return [target];
    if (errorCode(error) === 'ENOENT') return [];
    throw error;
  }
}

/** What the sites are made of. */
export const SITE_SOURCES = [
  'site/src',
  'site/public',
  'site/integrations',
  'site/astro.config.ts',
  'site/package.json',
] as const;
