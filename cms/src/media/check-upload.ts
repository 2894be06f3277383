import { errors } from '@strapi/utils';
import path from 'node:path';
import sharp from 'sharp';
import { MAX_PIXELS } from './renditions';
import { ALLOWED_FORMATS, ALLOWED_IN_WORDS, type ImageFormat } from './upload-limits';

/** A file that somebody wants to upload, waiting in a temporary folder. */
export interface IncomingFile {
  name: string;
  filepath?: string;
}

/** Characters that Strapi refuses in names of files, in English. */
// eslint-disable-next-line no-control-regex
const FORBIDDEN_IN_NAMES = /[<>:"/\\|?*\u0000-\u001F]/;

const IMAGE_EXTENSIONS: readonly string[] = ['.jpg', '.jpeg', '.png', '.webp'];

/**
 * Looks at the bytes of a file, whatever its name and its sender call it.
 *
 * @param file - The file; only its header is read.
 * @returns Its format.
 * @throws ApplicationError in the editors' language if it is not an image that is accepted.
 */
export async function assertUsable(file: IncomingFile): Promise<ImageFormat> {
  const { format, width, height } = await readHeader(file);
  const accepted = ALLOWED_FORMATS.find((candidate) => candidate === format);
  if (accepted === undefined) {
    throw new errors.ApplicationError(
      `„${file.name}“ hat ein Format, das nicht angenommen wird. ${ALLOWED_IN_WORDS} ` +
        'Bitte speichern Sie das Bild in einem dieser Formate und laden Sie es noch einmal hoch.',
    );
  }
  if (width * height > MAX_PIXELS) {
    throw new errors.ApplicationError(
      `„${file.name}“ hat ${Math.round((width * height) / 1_000_000)} Megapixel. ${ALLOWED_IN_WORDS} ` +
        'Bitte verkleinern Sie das Bild und laden Sie es noch einmal hoch.',
    );
  }
  return accepted;
}

/**
 * Looks at the name that a file was sent with. Strapi goes by its extension when it disagrees with
 * the content.
 *
 * @throws ApplicationError in the editors' language if it is not the name of an image.
 */
export function assertFileName(name: string): void {
  if (FORBIDDEN_IN_NAMES.test(name)) {
    throw new errors.ApplicationError(
      `Der Dateiname „${name}“ enthält Zeichen, die nicht erlaubt sind (< > : " / \\ | ? *). ` +
        'Bitte benennen Sie die Datei um und laden Sie sie noch einmal hoch.',
    );
  }
  if (!IMAGE_EXTENSIONS.includes(path.extname(name).toLowerCase())) {
    throw new errors.ApplicationError(
      `Der Dateiname „${name}“ hat nicht die Endung eines Bildes. ${ALLOWED_IN_WORDS} ` +
        'Bitte wählen Sie ein solches Bild aus und laden Sie es noch einmal hoch.',
    );
  }
}

/** The refusal of a file whose content is not a whole image. */
export function unreadable({ name }: IncomingFile, cause: string): Error {
  return new errors.ApplicationError(
    `„${name}“ lässt sich nicht als Bild lesen. ${ALLOWED_IN_WORDS} ` +
      'Bitte speichern Sie das Bild neu und laden Sie es noch einmal hoch.',
    { cause },
  );
}

async function readHeader(file: IncomingFile): Promise<sharp.Metadata> {
  if (file.filepath === undefined) throw unreadable(file, 'no file');
  try {
    return await sharp(file.filepath).metadata();
  } catch (error) {
    throw unreadable(file, error instanceof Error ? error.message : String(error));
  }
}
