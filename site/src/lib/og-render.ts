import { Resvg } from '@resvg/resvg-js';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { threadId } from 'node:worker_threads';
import { OG_FONTS } from './og-fonts.ts';

/** Raised when the renderer or the fonts change, so that old pictures are not reused. */
const RENDERER_VERSION = 'resvg-2.6.2/figtree-0.4.1';

/** Settings of the renderer: the portal's fonts and none of the machine's. */
export const OG_FONT_OPTIONS = {
  font: {
    loadSystemFonts: false,
    fontFiles: Object.values(OG_FONTS).map((font) => font.file),
    defaultFontFamily: 'Figtree',
  },
};

/**
 * Renders a preview picture as PNG, with the portal's own fonts alone, so that every machine makes
 * the same bytes. Finished pictures are kept in `cacheDir` under a hash of their drawing.
 *
 * @param svg - The drawing.
 * @param cacheDir - Folder for finished pictures; undefined renders each time.
 */
export function renderOgPng(svg: string, cacheDir: string | undefined): Buffer {
  if (cacheDir === undefined) return render(svg);
  const key = createHash('sha256').update(RENDERER_VERSION).update(svg).digest('hex');
  const file = path.join(cacheDir, 'og', `${key}.png`);
  if (existsSync(file)) return readFileSync(file);
  const png = render(svg);
  mkdirSync(path.dirname(file), { recursive: true });
  // Several draw at once; a rename never shows a half-written file.
  const draft = `${file}.${process.pid}-${threadId}`;
  writeFileSync(draft, png);
  renameSync(draft, file);
  return png;
}

function render(svg: string): Buffer {
  return new Resvg(svg, OG_FONT_OPTIONS).render().asPng();
}
