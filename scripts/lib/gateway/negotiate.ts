import { ENCODINGS, type FileFacts } from '../release.ts';

const CONTENT_TYPES: Record<string, string> = {
  html: 'text/html; charset=utf-8',
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  mjs: 'text/javascript; charset=utf-8',
  json: 'application/json; charset=utf-8',
  webmanifest: 'application/manifest+json; charset=utf-8',
  xml: 'application/xml; charset=utf-8',
  txt: 'text/plain; charset=utf-8',
  svg: 'image/svg+xml; charset=utf-8',
  webp: 'image/webp',
  png: 'image/png',
  jpg: 'image/jpeg',
  ico: 'image/x-icon',
  woff2: 'font/woff2',
  wasm: 'application/wasm',
  pdf: 'application/pdf',
};

/** Media type of a file by its extension. */
export function contentTypeOf(file: string): string {
  const extension = file.slice(file.lastIndexOf('.') + 1).toLowerCase();
  return CONTENT_TYPES[extension] ?? 'application/octet-stream';
}

/**
 * Chooses the smallest form of a file that a browser understands.
 *
 * @param accepted - The request's `Accept-Encoding`.
 * @param available - Compressed twins that exist.
 * @returns The twin, or null for the file itself.
 */
export function chooseEncoding(
  accepted: string | undefined,
  available: FileFacts['encodings'],
): FileFacts['encodings'][number] | null {
  if (accepted === undefined) return null;
  const refused = new Set<string>();
  const understood = new Set<string>();
  for (const part of accepted.toLowerCase().split(',')) {
    const [name = '', ...parameters] = part.split(';').map((text) => text.trim());
    const isRefused = parameters.some((parameter) => /^q=0(?:\.0*)?$/.test(parameter));
    (isRefused ? refused : understood).add(name);
  }
  const isUnderstood = (encoding: FileFacts['encodings'][number]) =>
    !refused.has(ENCODINGS[encoding]) &&
    (understood.has(ENCODINGS[encoding]) || understood.has('*'));
  return (
    (['br', 'gz'] as const).find(
      (encoding) => available.includes(encoding) && isUnderstood(encoding),
    ) ?? null
  );
}
