import { hash } from 'node:crypto';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import type { FileFacts } from '../contract/index.ts';

const COMPRESSIBLE_FILE =
  /\.(?:html|css|js|mjs|json|svg|xml|txt|webmanifest|map|pagefind|pf_meta|pf_index)$/;
/** Below this, headers cost more than compression saves. */
const MIN_BYTES = 256;
/** Higher ones cost ten times as long for pages that are one per cent smaller. */
const BROTLI_QUALITY = 5;
const GZIP_LEVEL = 6;
/** Looks back as far as most pages are long, as the power of two; that costs less than looking further. */
const BROTLI_WINDOW = 16;

/** There are so many of them that a second twin counts; all browsers that use them take Brotli. */
const NUMEROUS_FILE = /\.(?:html|pf_index)$/;

/** SHA-256 of bytes, in hex. */
export function hashOf(content: Uint8Array): string {
  return hash('sha256', content);
}

/**
 * Writes a file of a site, and beside a text its compressed twins (`.br`, `.gz`) where they are
 * smaller. Pages and parts of a search index have no `.gz`.
 *
 * @param file - Path in the site's folder.
 * @param brotliQuality - Up to 11, for what need not be there at once.
 * @returns The twins that were written.
 * @throws Error of the operating system, for instance ENOSPC.
 */
export function writeSiteFile(
  outDir: string,
  file: string,
  content: Uint8Array,
  brotliQuality = BROTLI_QUALITY,
): FileFacts['encodings'] {
  const target = path.join(outDir, file);
  mkdirSync(path.dirname(target), { recursive: true });
  writeFileSync(target, content);
  if (!COMPRESSIBLE_FILE.test(file) || content.length < MIN_BYTES) return [];
  const twins: [FileFacts['encodings'][number], Buffer][] = [
    ['br', brotli(content, brotliQuality)],
  ];
  if (!NUMEROUS_FILE.test(file)) twins.push(['gz', gzipSync(content, { level: GZIP_LEVEL })]);
  return twins.flatMap(([encoding, twin]) => {
    if (twin.length >= content.length) return [];
    writeFileSync(`${target}.${encoding}`, twin);
    return encoding;
  });
}

function brotli(content: Uint8Array, quality: number): Buffer {
  return brotliCompressSync(content, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: quality,
      ...(content.length < 2 ** BROTLI_WINDOW && { [constants.BROTLI_PARAM_LGWIN]: BROTLI_WINDOW }),
      [constants.BROTLI_PARAM_SIZE_HINT]: content.length,
    },
  });
}

/** Removes a file of a site with its twins, if it is there. */
export function removeSiteFile(outDir: string, file: string): void {
  for (const twin of ['', '.br', '.gz']) rmSync(path.join(outDir, file) + twin, { force: true });
}
