import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { gunzipSync, brotliDecompressSync } from 'node:zlib';
import { listFiles, pathExists } from '../files.ts';

const MOST_FOUND = 10;

/**
 * Looks for a text in all files below some folders, compressed ones too, whatever its case and the
 * way that HTML and JSON write its characters.
 *
 * @returns Files that hold it, at most 10; a page stands for its compressed twins.
 */
export async function findText(text: string, folders: readonly string[]): Promise<string[]> {
  const forms = formsOf(text);
  const found: string[] = [];
  for (const folder of folders) {
    if (!(await pathExists(folder))) continue;
    for (const name of await listFiles(folder)) {
      const file = path.join(folder, name);
      if (found.some((other) => file === `${other}.br` || file === `${other}.gz`)) continue;
      const content = textOf(file, await readFile(file)).toLowerCase();
      if (forms.some((form) => content.includes(form))) found.push(file);
      if (found.length === MOST_FOUND) return found;
    }
  }
  return found;
}

function formsOf(text: string): string[] {
  const plain = text.toLowerCase();
  const html = plain.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&#34;');
  return [...new Set([plain, html, JSON.stringify(plain).slice(1, -1), encodeURIComponent(plain)])];
}

function textOf(file: string, content: Buffer): string {
  try {
    if (file.endsWith('.br')) return brotliDecompressSync(content).toString('utf8');
    if (/\.gz$|\.pf_\w+$/.test(file)) return gunzipSync(content).toString('utf8');
  } catch {
    // Not compressed after all: its bytes are looked at as they are.
  }
  return content.toString('utf8');
}
