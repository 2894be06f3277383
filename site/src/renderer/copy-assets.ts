import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { FileFacts, RenderedSite } from '../contract/index.ts';
import type { SiteFiles } from './site-files.ts';
import { hashOf, writeSiteFile } from './write-file.ts';

/**
 * Copies the styles, fonts and scripts of the compiled pages to a site.
 *
 * @param clientDir - Where the compiler put them.
 */
export async function copyAssets(
  clientDir: string,
  files: SiteFiles,
  known: ReadonlyMap<string, FileFacts>,
  outDir: string,
  { written }: Pick<RenderedSite, 'written'>,
): Promise<void> {
  const entries = await readdir(clientDir, { recursive: true, withFileTypes: true });
  for (const entry of entries) {
    if (!entry.isFile()) continue;
    const source = path.join(entry.parentPath, entry.name);
    const file = path.relative(clientDir, source).split(path.sep).join('/');
    const content = await readFile(source);
    const hash = hashOf(content);
    const kept = known.get(file);
    if (kept?.hash === hash) {
      files.set(file, kept);
      continue;
    }
    const encodings = writeSiteFile(outDir, file, content);
    const facts = { hash, size: content.length, encodings };
    files.set(file, facts);
    written[file] = facts;
  }
}
