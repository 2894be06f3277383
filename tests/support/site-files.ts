import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** Paths of all files of a built site, relative to its folder, sorted. */
export function siteFiles(dir: string): string[] {
  return readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(dir, path.join(entry.parentPath, entry.name)))
    .sort();
}

/** Paths of all pages of a built site. */
export function htmlFiles(dir: string): string[] {
  return siteFiles(dir).filter((file) => file.endsWith('.html'));
}

/** The text of one file of a built site. */
export function readSiteFile(dir: string, file: string): string {
  return readFileSync(path.join(dir, file), 'utf8');
}
