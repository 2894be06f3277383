import { type Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { assertFileName, assertUsable, type IncomingFile, unreadable } from './check-upload';
import { cleanOriginal, type CleanFile, type PendingFile } from './clean-original';
import { encodeUpload, type RenditionFacts } from './image-of';
import { ALLOWED_IN_WORDS } from './upload-limits';

interface ImageManipulation {
  isImage(file: IncomingFile): Promise<boolean>;
  isFaultyImage(file: IncomingFile): Promise<boolean>;
  isOptimizableImage(file: IncomingFile): Promise<boolean>;
  optimize(file: PendingFile): Promise<CleanFile>;
}

interface FormFile {
  originalFilename?: string | null;
  filepath: string;
}

interface UploadContext {
  query: { id?: unknown };
  request: { files?: { files?: FormFile | FormFile[] } };
}

type Controller = Record<string, (context: UploadContext, ...rest: unknown[]) => unknown>;

interface ControllerRegistry {
  extend(uid: string, extension: (controller: Controller) => Controller): void;
}

/** The ways by which the admin panel sends files. */
const UPLOAD_ACTIONS = ['upload', 'uploadFile', 'replaceFile'] as const;

interface FileRow {
  hash?: string;
  ext?: string;
  mime?: string;
  sizeInBytes?: number;
  provider_metadata?: RenditionFacts;
}

/**
 * Makes every upload pass through us: a file that is not an accepted, whole image is refused before
 * anything is stored, any other is encoded anew and gets its renditions before its row is written.
 *
 * @param strapi - The CMS while it registers, before its routes are made.
 */
export function registerMediaHooks(strapi: Core.Strapi): void {
  refuseInGerman(strapi);
  const manipulation = strapi
    .plugin('upload')
    .service('image-manipulation') as unknown as ImageManipulation;
  const isFaultyImage = manipulation.isFaultyImage.bind(manipulation);
  // Strapi would store what it takes for no image, or for none that it optimises, byte by byte.
  manipulation.isImage = async (file) => (await assertUsable(file)) !== undefined;
  manipulation.isOptimizableImage = () => Promise.resolve(true);
  manipulation.isFaultyImage = async (file) => {
    if (await isFaultyImage(file)) throw unreadable(file, 'damaged');
    return false;
  };
  manipulation.optimize = cleanOriginal;
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
 * Sets how Strapi treats the originals: it leaves them to us, and makes no sizes of its own, because
 * the sites use our renditions. The settings page of the media library shows these values.
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

/** Looks at files before Strapi does, whose refusals are English and do not say what is allowed. */
function refuseInGerman(strapi: Core.Strapi): void {
  strapi
    .get<ControllerRegistry>('controllers')
    .extend('plugin::upload.admin-upload', (original) => {
      const checked = Object.create(original) as Controller;
      for (const name of UPLOAD_ACTIONS) {
        const run = original[name];
        if (run === undefined) throw new Error(`Strapi has no upload action ${name} any more.`);
        checked[name] = async (context, ...rest) => {
          await assertFiles(context);
          return run.call(original, context, ...rest);
        };
      }
      return checked;
    });
}

async function assertFiles({ query, request }: UploadContext): Promise<void> {
  const files = [request.files?.files ?? []].flat();
  if (files.length === 0 && query.id === undefined) {
    throw new errors.ApplicationError(`Bitte wählen Sie eine Datei aus. ${ALLOWED_IN_WORDS}`);
  }
  for (const { originalFilename, filepath } of files) {
    const name = originalFilename ?? '';
    assertFileName(name);
    await assertUsable({ name, filepath });
  }
}
