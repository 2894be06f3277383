import { createHash } from 'node:crypto';
import { rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import sharp from 'sharp';

/** Widths in CSS pixels that the sites ask for. */
const RENDITION_WIDTHS = [320, 640, 960, 1280, 1920] as const;

/** Largest image that is decoded, in pixels: 24 megapixels, what a good camera phone delivers. */
export const MAX_PIXELS = 24_000_000;

const WEBP_QUALITY = 80;
const FILE_NAME_LENGTH = 32;

/** One size of an image; width and height in CSS pixels. */
export interface Rendition {
  width: number;
  height: number;
  /** Name in the renditions folder, made from the content. */
  file: string;
}

/**
 * Re-encodes an image into WebP in every width that is not larger than the image itself, upright
 * and without metadata (place and time of a photo stay private).
 *
 * @param bytes - The uploaded file.
 * @param folder - Where the renditions are written.
 * @returns The renditions in ascending width; at least one.
 * @throws Error if the image cannot be decoded or has more than {@link MAX_PIXELS}.
 */
export async function makeRenditions(bytes: Buffer, folder: string): Promise<Rendition[]> {
  const upright = await sharp(bytes, { limitInputPixels: MAX_PIXELS, failOn: 'error' })
    .rotate()
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true });
  const { width, height, channels } = upright.info;
  const widths = RENDITION_WIDTHS.filter((candidate) => candidate <= width);

  const renditions: Rendition[] = [];
  for (const targetWidth of widths.length > 0 ? widths : [width]) {
    const encoded = await sharp(upright.data, { raw: { width, height, channels } })
      .resize({ width: targetWidth })
      .webp({ quality: WEBP_QUALITY })
      .toBuffer({ resolveWithObject: true });
    const file = `${contentName(encoded.data)}.webp`;
    await writeWhole(path.join(folder, file), encoded.data);
    renditions.push({ width: encoded.info.width, height: encoded.info.height, file });
  }
  return renditions;
}

function contentName(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex').slice(0, FILE_NAME_LENGTH);
}

/** Readers of the folder must never meet half a file, so it appears under its name in one step. */
async function writeWhole(target: string, bytes: Buffer): Promise<void> {
  const temporary = `${target}.${process.pid}.part`;
  await writeFile(temporary, bytes);
  await rename(temporary, target);
}
