import { type Core } from '@strapi/strapi';
import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { settings } from '../settings';
import { makeRenditions, type Rendition } from './renditions';

/** What is needed of a row of the media library, as the document service populates it. */
export interface UploadedFile {
  id: number | string;
  name: string;
  hash: string;
  ext?: string | null;
  alternativeText?: string | null;
  caption?: string | null;
  updatedAt?: string | Date | null;
  /** Holds {@link RenditionFacts} once the renditions exist. */
  provider_metadata?: unknown;
}

/** What is kept with a file of the media library about its renditions. */
export interface RenditionFacts {
  renditions: Rendition[];
}

/** An image as the contract wants it, or the reason in the editors' language why there is none. */
export type ImageAnswer =
  | {
      image: { alt: string; credit: string | null; renditions: Rendition[] };
      problem: null;
    }
  | { image: null; problem: string };

/** Names of all renditions on disk, so that a snapshot need not ask the disk for each of them. */
let knownFiles: Set<string> | null = null;

/** Encoding is heavy: one image at a time leaves the other core to the editors. */
let lastEncoding: Promise<unknown> = Promise.resolve();

/**
 * The image of a file of the media library: alternative text, credit and renditions. Renditions that
 * are missing, because the file is older than they are or comes from a backup, are made on the way.
 *
 * Safe inside a transaction: it makes no query that it waits for.
 *
 * @param strapi - The running CMS.
 * @param file - A populated media field.
 */
export async function imageOf(strapi: Core.Strapi, file: UploadedFile): Promise<ImageAnswer> {
  let renditions = factsOf(file)?.renditions;
  if (renditions?.every((rendition) => filesOnDisk().has(rendition.file)) !== true) {
    try {
      renditions = await encodeUpload(file);
      void keepFacts(strapi, file, { renditions });
    } catch (error) {
      return { image: null, problem: describeProblem(file, error) };
    }
  }
  return {
    image: {
      alt: file.alternativeText ?? '',
      credit: file.caption === undefined || file.caption === '' ? null : file.caption,
      renditions,
    },
    problem: null,
  };
}

/**
 * Makes the renditions of an uploaded file from the file on disk.
 *
 * @param file - Hash and extension tell where the upload lies.
 * @throws Error if the upload is gone or is not an image that can be decoded.
 */
export async function encodeUpload(file: Pick<UploadedFile, 'hash' | 'ext'>): Promise<Rendition[]> {
  const encoding = lastEncoding
    .catch(() => undefined)
    .then(async () => {
      const name = path.basename(`${file.hash}${file.ext ?? ''}`);
      const bytes = await readFile(path.join(settings.publicDir, 'uploads', name));
      return makeRenditions(bytes, settings.renditionsDir);
    });
  lastEncoding = encoding;
  const renditions = await encoding;
  for (const rendition of renditions) filesOnDisk().add(rendition.file);
  return renditions;
}

function filesOnDisk(): Set<string> {
  knownFiles ??= new Set(readdirSync(settings.renditionsDir));
  return knownFiles;
}

function factsOf(file: UploadedFile): RenditionFacts | null {
  const facts = file.provider_metadata as Partial<RenditionFacts> | null | undefined;
  return Array.isArray(facts?.renditions) && facts.renditions.length > 0
    ? { renditions: facts.renditions }
    : null;
}

/**
 * Stores what was found out while the feed was read. It is not waited for, because the feed holds a
 * transaction (on SQLite the only connection), and it bypasses the document layer, because the
 * content of the file has not changed. The time stamp keeps it from overwriting a newer file's facts.
 */
async function keepFacts(
  strapi: Core.Strapi,
  file: UploadedFile,
  facts: RenditionFacts,
): Promise<void> {
  if (file.updatedAt === undefined || file.updatedAt === null) return;
  try {
    await strapi.db
      .getConnection('files')
      .where({ id: file.id, updated_at: new Date(file.updatedAt) })
      .update({ provider_metadata: JSON.stringify(facts) });
  } catch (error) {
    strapi.log.warn(
      `The renditions of “${file.name}” could not be noted and will be made again: ${String(error)}`,
    );
  }
}

function describeProblem(file: UploadedFile, error: unknown): string {
  const isGone = error instanceof Error && 'code' in error && error.code === 'ENOENT';
  return isGone
    ? `Die Datei des Bildes „${file.name}“ fehlt. Bitte laden Sie das Bild neu hoch.`
    : `Das Bild „${file.name}“ lässt sich nicht lesen. Bitte ersetzen Sie es durch ein Bild im Format JPEG, PNG oder WebP mit höchstens 24 Megapixeln.`;
}
