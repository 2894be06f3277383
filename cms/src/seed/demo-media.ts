import { type Core } from '@strapi/strapi';
import { copyFileSync, existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

interface UploadService {
  upload(input: object, options: object): Promise<{ id: number }[]>;
}

/**
 * Puts a picture of the demo into the media library, once.
 *
 * @param strapi - The CMS at bootstrap.
 * @param file - Path of the picture; it may not exist.
 * @param alternativeText - What it shows.
 * @param ownerId - User to whom the picture belongs; editors see only pictures of their regions.
 * @returns Id of the file in the media library, or null if there is no such picture.
 */
export async function ensureDemoPicture(
  strapi: Core.Strapi,
  file: string,
  alternativeText: string,
  ownerId: number,
): Promise<number | null> {
  const name = path.basename(file);
  const known = (await strapi.db.query('plugin::upload.file').findOne({ where: { name } })) as {
    id: number;
  } | null;
  if (known !== null) return known.id;
  if (!existsSync(file)) return null;

  // The upload works on a file that it may move, so it gets a copy.
  const folder = mkdtempSync(path.join(tmpdir(), 'demo-picture-'));
  try {
    const copy = path.join(folder, name);
    copyFileSync(file, copy);
    const upload = strapi.plugin('upload').service('upload') as unknown as UploadService;
    const [uploaded] = await upload.upload(
      {
        data: { fileInfo: { name, alternativeText } },
        files: {
          filepath: copy,
          originalFilename: name,
          mimetype: 'image/png',
          size: statSync(copy).size,
        },
      },
      { user: { id: ownerId } },
    );
    return uploaded?.id ?? null;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
