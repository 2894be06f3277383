import { copyFile, readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { FileFacts, RenderedSite } from '../contract/index.ts';
import type { SiteFiles } from './site-files.ts';
import { hashOf, writeSiteFile } from './write-file.ts';

/**
 * Copies the styles, fonts and scripts of the compiled pages to a site, with the Brotli twins that
 * they come with.
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
  const sources = entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));
  const twins = new Set(sources.filter((source) => source.endsWith('.br')));
  for (const source of sources) {
    if (twins.has(source)) continue;
    const file = path.relative(clientDir, source).split(path.sep).join('/');
    const content = await readFile(source);
    const hash = hashOf(content);
    const kept = known.get(file);
    if (kept?.hash === hash) {
      files.set(file, kept);
      continue;
    }
    const encodings = writeSiteFile(outDir, file, content);
    const hasTwin = encodings.includes('br') && twins.has(`${source}.br`);
    if (hasTwin) await copyFile(`${source}.br`, path.join(outDir, `${file}.br`));
    const facts = { hash, size: content.length, encodings };
    files.set(file, facts);
    written[file] = facts;
  }
}
