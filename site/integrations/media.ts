import { constants } from 'node:fs';
import { copyFile, mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { readSnapshotFile } from '../src/content/load.ts';
import { mediaFiles } from '../src/content/media.ts';
import type { Settings } from '../src/content/settings.ts';

const PARALLEL_COPIES = 16;

/**
 * Copies the pictures that the snapshot names to `media/` of the site, and writes the build report
 * to `BUILD_REPORT` if that is set.
 */
export function media(settings: Settings): AstroIntegration {
  return {
    name: 'media',
    hooks: {
      'astro:build:done': async ({ dir, pages, logger }) => {
        const { snapshot, missingMedia } = readSnapshotFile(settings);
        const files = mediaFiles(snapshot);
        const target = fileURLToPath(new URL('media/', dir));
        if (files.length > 0) await mkdir(target, { recursive: true });
        for (let start = 0; start < files.length; start += PARALLEL_COPIES) {
          await Promise.all(
            files
              .slice(start, start + PARALLEL_COPIES)
              .map((file) =>
                copyFile(
                  path.join(settings.MEDIA_DIR, file),
                  path.join(target, file),
                  constants.COPYFILE_FICLONE,
                ),
              ),
          );
        }
        for (const { file, usedBy } of missingMedia) {
          logger.warn(`${usedBy}: the picture ${file} is not in MEDIA_DIR and was left out.`);
        }
        logger.info(`${files.length} pictures copied`);
        if (settings.BUILD_REPORT !== undefined) {
          const report = { quarantine: snapshot.quarantine, missingMedia, pages: pages.length };
          await writeFile(settings.BUILD_REPORT, `${JSON.stringify(report, null, 2)}\n`);
        }
      },
    },
  };
}
