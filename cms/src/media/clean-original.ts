import { errors, file as fileTools } from '@strapi/utils';
import { createReadStream, type ReadStream } from 'node:fs';
import path from 'node:path';
import sharp from 'sharp';
import { assertUsable, type IncomingFile } from './check-upload';
import { MAX_PIXELS } from './renditions';
import { ALLOWED_IN_WORDS, type ImageFormat, MAX_UPLOAD_BYTES } from './upload-limits';

/** What Strapi hands on while it stores an upload, as far as it is changed here. */
export interface PendingFile extends IncomingFile {
  hash: string;
  filepath: string;
  tmpWorkingDirectory: string;
  [attribute: string]: unknown;
}

/** What Strapi stores in place of the upload. */
export interface CleanFile extends PendingFile {
  ext: string;
  mime: string;
  width: number;
  height: number;
  /** In kilobytes, as Strapi keeps it. */
  size: number;
  sizeInBytes: number;
  getStream: () => ReadStream;
}

const EXTENSIONS: Readonly<Record<ImageFormat, string>> = {
  jpeg: '.jpg',
  png: '.png',
  webp: '.webp',
};

const LOSSY_QUALITY = 88;

/**
 * Encodes an upload anew, always, so that nothing but its pixels is ever stored: upright, in sRGB,
 * without place, time or serial number, without anything that is hidden behind the image. Strapi's
 * own way keeps the uploaded bytes when they are smaller than what it made of them.
 *
 * @param file - The upload in its temporary folder.
 * @returns The upload with the clean bytes; extension and type follow the content, not the name.
 * @throws ApplicationError in the editors' language if the file is not accepted.
 */
export async function cleanOriginal(file: PendingFile): Promise<CleanFile> {
  const format = await assertUsable(file);
  const filepath = path.join(file.tmpWorkingDirectory, `clean-${file.hash}`);
  const image = sharp(file.filepath, { limitInputPixels: MAX_PIXELS })
    .rotate()
    .toColourspace('srgb');
  const { width, height, size } = await encode(image, format).toFile(filepath);
  if (size > MAX_UPLOAD_BYTES) {
    throw new errors.ApplicationError(
      `„${file.name}“ ist zu groß. ${ALLOWED_IN_WORDS} Bitte verkleinern Sie das Bild und laden Sie es noch einmal hoch.`,
    );
  }
  return {
    ...file,
    filepath,
    ext: EXTENSIONS[format],
    mime: `image/${format}`,
    width,
    height,
    size: fileTools.bytesToKbytes(size),
    sizeInBytes: size,
    getStream: () => createReadStream(filepath),
  };
}

function encode(image: sharp.Sharp, format: ImageFormat): sharp.Sharp {
  if (format === 'png') return image.png({ compressionLevel: 9 });
  return format === 'webp'
    ? image.webp({ quality: LOSSY_QUALITY })
    : image.jpeg({ quality: LOSSY_QUALITY });
}
