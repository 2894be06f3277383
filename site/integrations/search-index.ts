import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { readSnapshotFile } from '../src/content/load.ts';
import type { Settings } from '../src/content/settings.ts';
import { searchDocumentsOf } from '../src/lib/search-site.ts';
import { pagefindFiles } from './pagefind-files.ts';

/**
 * Writes the search index of a region into `pagefind/` of the built site. The umbrella site has
 * none.
 *
 * @param settings - Where the snapshot and the pictures of this build lie.
 */
export function searchIndex(settings: Pick<Settings, 'SNAPSHOT' | 'MEDIA_DIR'>): AstroIntegration {
  return {
    name: 'search-index',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        const { region, ...snapshot } = readSnapshotFile(settings).snapshot;
        if (region === null) return;
        const startedAt = performance.now();
        const documents = searchDocumentsOf({ region, ...snapshot });
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
