import { type Core } from '@strapi/strapi';
import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

interface UploadService {
  upload(input: object, options: object): Promise<{ id: number }[]>;
}

/** What `media.json` says about the pictures beside it. */
type PictureTexts = Record<string, { alt: string; credit: string } | undefined>;

/**
 * Puts a picture of the demo into the media library, once.
 *
 * @param strapi - The CMS at bootstrap.
 * @param file - Path of the picture; it may not exist. `media.json` beside it describes it.
 * @param ownerId - User to whom the picture belongs; editors see only pictures of their regions.
 * @returns Id of the file in the media library, or null if there is no such picture.
 */
export async function ensureDemoPicture(
  strapi: Core.Strapi,
  file: string,
  ownerId: number,
): Promise<number | null> {
  const name = path.basename(file);
  const known = (await strapi.db.query('plugin::upload.file').findOne({ where: { name } })) as {
    id: number;
  } | null;
  if (known !== null) return known.id;
  if (!existsSync(file)) return null;

  const texts = JSON.parse(
    readFileSync(path.join(path.dirname(file), 'media.json'), 'utf8'),
  ) as PictureTexts;
  const { alt, credit } = texts[name] ?? { alt: '', credit: '' };

  // The upload works on a file that it may move, so it gets a copy.
  const folder = mkdtempSync(path.join(tmpdir(), 'demo-picture-'));
  try {
    const copy = path.join(folder, name);
    copyFileSync(file, copy);
    const upload = strapi.plugin('upload').service('upload') as unknown as UploadService;
    const [uploaded] = await upload.upload(
      {
        data: { fileInfo: { name, alternativeText: alt, caption: credit } },
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
