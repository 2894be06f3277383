import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { parseSnapshot, UMBRELLA } from '../src/contract/index.ts';
import { searchDocumentsOf } from '../src/lib/search-site.ts';
import { pagefindFiles } from './pagefind-files.ts';

/**
 * Writes the search index of a region into `pagefind/` of the built site. The umbrella site has
 * none.
 *
 * @param snapshotPath - The snapshot that the site is built from.
 */
export function searchIndex(snapshotPath: string): AstroIntegration {
  return {
    name: 'search-index',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        const snapshot = parseSnapshot(await readFile(snapshotPath, 'utf8'));
        if (snapshot.header.region === UMBRELLA) return;
        const startedAt = performance.now();
        const documents = searchDocumentsOf(snapshot);
        const folder = fileURLToPath(new URL('pagefind/', dir));
        for (const file of await pagefindFiles(documents)) {
          const target = path.join(folder, file.path);
          await mkdir(path.dirname(target), { recursive: true });
          await writeFile(target, file.content);
        }
        const tookMs = Math.round(performance.now() - startedAt);
        logger.info(`${documents.length} documents indexed in ${tookMs} ms`);
      },
    },
  };
}
