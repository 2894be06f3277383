import { type Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import sharp from 'sharp';
import { encodeUpload, type RenditionFacts } from './image-of';
import { MAX_PIXELS } from './renditions';

interface IncomingFile {
  name: string;
  filepath?: string;
}

interface ImageManipulation {
  isImage(file: IncomingFile): Promise<boolean>;
  isFaultyImage(file: IncomingFile): Promise<boolean>;
}

interface FileRow {
  hash?: string;
  ext?: string;
  mime?: string;
  sizeInBytes?: number;
  provider_metadata?: RenditionFacts;
}

/**
 * Makes every upload pass through us: an image that is too large or cannot be decoded is refused
 * before anything is stored, any other gets its renditions before its row is written.
 *
 * @param strapi - The CMS while it registers, before the first request.
 */
export function registerMediaHooks(strapi: Core.Strapi): void {
  const manipulation = strapi
    .plugin('upload')
    .service('image-manipulation') as unknown as ImageManipulation;
  const isImage = manipulation.isImage.bind(manipulation);
  manipulation.isImage = async (file) => {
    await assertUsable(file);
    return isImage(file);
  };
  const isFaultyImage = manipulation.isFaultyImage.bind(manipulation);
  manipulation.isFaultyImage = async (file) => {
    if (await isFaultyImage(file)) throw unreadable(file, 'damaged');
    return false;
  };
}

/**
 * Keeps the renditions with the row of their file. To be called at bootstrap, when the database is there.
 *
 * @param strapi - The CMS at bootstrap.
 */
export function subscribeToUploads(strapi: Core.Strapi): void {
  const addRenditions = async (event: { params: { data?: FileRow } }) => {
    const row = event.params.data;
    // A change of the alternative text brings no bytes.
    if (row?.hash === undefined || row.sizeInBytes === undefined) return;
    if (row.mime?.startsWith('image/') !== true) return;
    row.provider_metadata = {
      renditions: await encodeUpload({ hash: row.hash, ext: row.ext ?? '' }),
    };
  };
  strapi.db.lifecycles.subscribe({
    models: ['plugin::upload.file'],
    beforeCreate: addRenditions,
    beforeUpdate: addRenditions,
  });
}

/**
 * Sets how Strapi treats the originals: upright, of moderate quality, and without its own sizes,
 * because the sites use our renditions.
 *
 * @param strapi - The CMS at bootstrap.
 */
export async function ensureUploadSettings(strapi: Core.Strapi): Promise<void> {
  const store = strapi.store({ type: 'plugin', name: 'upload', key: 'settings' });
  const current = ((await store.get({})) ?? {}) as Record<string, unknown>;
  const wanted = { sizeOptimization: true, autoOrientation: true, responsiveDimensions: false };
  if (Object.entries(wanted).every(([key, value]) => current[key] === value)) return;
  await store.set({ value: { ...current, ...wanted } });
}

async function assertUsable(file: IncomingFile): Promise<void> {
  if (file.filepath === undefined) return;
  let pixels: number;
  try {
    const { width, height } = await sharp(file.filepath).metadata();
    pixels = width * height;
  } catch (error) {
    throw unreadable(file, error instanceof Error ? error.message : String(error));
  }
  if (pixels > MAX_PIXELS) {
    throw new errors.ApplicationError(
      `„${file.name}“ hat ${Math.round(pixels / 1_000_000)} Megapixel, erlaubt sind 24. ` +
        'Bitte verkleinern Sie das Bild und laden Sie es noch einmal hoch.',
    );
  }
}

function unreadable(file: IncomingFile, cause: string): Error {
  return new errors.ApplicationError(
    `„${file.name}“ lässt sich nicht als Bild lesen. Erlaubt sind JPEG, PNG und WebP. ` +
      'Bitte speichern Sie das Bild neu, und laden Sie es noch einmal hoch.',
    { cause },
  );
}
