import path from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { expect, inject, it } from 'vitest';
import { readSiteFile } from '../support/site-files.ts';

/** What the search page may make a phone load of programs, React included, compressed. */
const MOST_BYTES = 70_000;

const IMPORTS = /(?:\bfrom|\bimport)\s*\(?["'](\.{0,2}\/[^"']+\.js)["']/g;

it('keeps the programs of the search page small', () => {
  const { pm } = inject('sites');
  const html = readSiteFile(pm, 'suche/index.html');
  const files = new Set<string>();
  const take = (file: string) => {
    if (files.has(file)) return;
    files.add(file);
    for (const [, name = ''] of readSiteFile(pm, file).matchAll(IMPORTS)) {
      // The engine's own program comes with its index, and only when somebody searches.
      if (!name.includes('pagefind')) take(resolve(file, name));
    }
  };
  for (const [, url = ''] of html.matchAll(/<script[^>]+src="\/([^"]+)"/g)) take(url);
  expect(files.size).toBeGreaterThan(0);
  const bytes = [...files]
    .map((file) => brotliCompressSync(readSiteFile(pm, file)).length)
    .reduce((sum, length) => sum + length, 0);
  console.log(`The search page loads ${bytes} bytes of programs in ${files.size} files.`);
  expect(bytes).toBeLessThanOrEqual(MOST_BYTES);
});

function resolve(file: string, name: string): string {
  return name.startsWith('/') ? name.slice(1) : path.posix.join(path.posix.dirname(file), name);
}
