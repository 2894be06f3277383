import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';
import type { AstroIntegration } from 'astro';

const TEXT_FILE = /\.(?:css|js)$/;

/**
 * Writes a Brotli twin of every script and style of the compiled pages, as small as can be: they are
 * compressed once here, and served by every site for as long as the sources stay. Pages, which come
 * by the thousand, are compressed more quickly.
 */
export function compressAssets(): AstroIntegration {
  return {
    name: 'compress-assets',
    hooks: {
      'astro:build:done': async ({ dir }) => {
        const files = await readdir(dir, { recursive: true, withFileTypes: true });
        const texts = files.filter((file) => file.isFile() && TEXT_FILE.test(file.name));
        await Promise.all(texts.map((file) => compress(path.join(file.parentPath, file.name))));
      },
    },
  };
}

async function compress(file: string): Promise<void> {
  const params = { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY };
  await writeFile(`${file}.br`, await promisify(brotliCompress)(await readFile(file), { params }));
}
