import { type Core } from '@strapi/strapi';
import { type ImageAnswer, imageOf, type UploadedFile } from '../../media/image-of';
import { type FeedDocument, type FindImage } from './documents';
import { type Reading } from './publications';

/**
 * Writes what was read as documents. Not to be called in a transaction: pictures whose renditions
 * are missing are encoded here, which must not hold the database.
 */
export async function writeDocuments(
  strapi: Core.Strapi,
  readings: readonly Reading[],
): Promise<FeedDocument[]> {
  const find = await findImages(
    strapi,
    readings.flatMap(({ files }) => files),
  );
  return readings.flatMap(({ write }) => write(find));
}

/** NDJSON: one line each, with its line break. */
export function toLines(values: readonly object[]): string[] {
  return values.map((value) => `${JSON.stringify(value)}\n`);
}

/** By code units, not by the rules of a language, so that every machine sorts alike. */
export function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

async function findImages(strapi: Core.Strapi, files: readonly UploadedFile[]): Promise<FindImage> {
  const images = new Map<UploadedFile['id'], ImageAnswer['image']>();
  for (const file of files) {
    if (images.has(file.id)) continue;
    const { image, problem } = await imageOf(strapi, file);
    if (problem !== null) strapi.log.warn(`An image is left out of the feed. ${problem}`);
    images.set(file.id, image);
  }
  return (file) => (file ? (images.get(file.id) ?? null) : null);
}
