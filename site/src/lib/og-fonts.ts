import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { type Measure } from './og-text.ts';

// Pages are bundled into a folder of their own, so the fonts are looked up from the project.
const require = createRequire(path.resolve('package.json'));
const fontFile = (style: string) =>
  require.resolve(`@expo-google-fonts/figtree/${style}/Figtree_${style}.ttf`);

/** Font weights of the pictures, with the files that hold them. */
export const OG_FONTS = {
  medium: { weight: 500, file: fontFile('500Medium') },
  bold: { weight: 700, file: fontFile('700Bold') },
} as const;

/**
 * A measure for one font file, by the advance widths that it declares. It ignores kerning, which
 * in Figtree only ever matters by a fraction of a letter.
 *
 * @param file - A TrueType file.
 * @throws {@link Error} if the file is not a TrueType font with a Unicode character map.
 * @see https://learn.microsoft.com/typography/opentype/spec/otff
 */
export function createMeasure(file: string): Measure {
  const font = readFileSync(file);
  const unitsPerEm = font.readUInt16BE(tableOffset(font, 'head', file) + 18);
  const glyphOf = readCharacterMap(font, file);
  const advances = tableOffset(font, 'hmtx', file);
  const lastAdvance = font.readUInt16BE(tableOffset(font, 'hhea', file) + 34) - 1;
  return (text) => {
    let units = 0;
    for (const character of text) {
      const glyph = Math.min(glyphOf(character.codePointAt(0) ?? 0), lastAdvance);
      units += font.readUInt16BE(advances + glyph * 4);
    }
    return units / unitsPerEm;
  };
}

function tableOffset(font: Buffer, tag: string, file: string): number {
  const count = font.readUInt16BE(4);
  for (let record = 12; record < 12 + count * 16; record += 16) {
    if (font.toString('latin1', record, record + 4) === tag) return font.readUInt32BE(record + 8);
  }
  throw new Error(`${file} has no table “${tag}”. It must be a TrueType font.`);
}

/** Reads the map from Unicode to glyphs in its most common form, segments of 16-bit codes. */
function readCharacterMap(font: Buffer, file: string): (codePoint: number) => number {
  const cmap = tableOffset(font, 'cmap', file);
  const count = font.readUInt16BE(cmap + 2);
  for (let record = cmap + 4; record < cmap + 4 + count * 8; record += 8) {
    const subtable = cmap + font.readUInt32BE(record + 4);
    if (font.readUInt16BE(subtable) === 4) return (code) => findGlyph(font, subtable, code);
  }
  throw new Error(`${file} has no character map of format 4. Use a font with one.`);
}

function findGlyph(font: Buffer, subtable: number, code: number): number {
  const doubled = font.readUInt16BE(subtable + 6);
  const ends = subtable + 14;
  const starts = ends + doubled + 2;
  for (let segment = 0; segment < doubled; segment += 2) {
    if (font.readUInt16BE(ends + segment) < code) continue;
    const start = font.readUInt16BE(starts + segment);
    if (start > code) return 0;
    const delta = font.readUInt16BE(starts + doubled + segment);
    const rangeAt = starts + 2 * doubled + segment;
    const range = font.readUInt16BE(rangeAt);
    if (range === 0) return (code + delta) & 0xffff;
    const glyph = font.readUInt16BE(rangeAt + range + (code - start) * 2);
    return glyph === 0 ? 0 : (glyph + delta) & 0xffff;
  }
  return 0;
}
