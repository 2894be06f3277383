import { readFile, writeFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { FileFacts } from '../release.ts';

const compressBrotli = promisify(brotliCompress);
const compressGzip = promisify(gzip);

const TEXT_FILE = /\.(?:html|css|js|mjs|json|svg|xml|txt|webmanifest|map)$/;
/** Below this, headers cost more than compression saves. */
const MIN_BYTES = 256;
const BROTLI_QUALITY = 9;
const GZIP_LEVEL = 9;

/**
 * Writes the compressed twins of a text file beside it (`.br`, `.gz`) where they are smaller.
 * The work is done in the thread pool.
 *
 * @returns The twins that were written.
 */
export async function compressFile(file: string): Promise<FileFacts['encodings']> {
  if (!TEXT_FILE.test(file)) return [];
  const content = await readFile(file);
  if (content.length < MIN_BYTES) return [];
  const [brotli, gzipped] = await Promise.all([
    compressBrotli(content, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY,
        [constants.BROTLI_PARAM_SIZE_HINT]: content.length,
      },
    }),
    compressGzip(content, { level: GZIP_LEVEL }),
  ]);
  const written: FileFacts['encodings'] = [];
  if (brotli.length < content.length) {
    await writeFile(`${file}.br`, brotli);
    written.push('br');
  }
  if (gzipped.length < content.length) {
    await writeFile(`${file}.gz`, gzipped);
    written.push('gz');
  }
  return written;
}
