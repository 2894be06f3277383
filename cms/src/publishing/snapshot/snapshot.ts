import { type Core } from '@strapi/strapi';
import { REGION_STATE_UID } from '../../domain/content-types';
import { dayInBerlin } from '../../domain/days';
import { UMBRELLA } from '../../domain/region-names';
import { type ImageAnswer, imageOf, type UploadedFile } from '../../media/image-of';
import { inTransaction } from '../transaction';
import {
  type FeedDocument,
  type FindImage,
  toCategory,
  toListing,
  toMunicipality,
  toOrganisation,
  toPage,
  toRegion,
  toStory,
} from './documents';
import {
  readCategories,
  readListings,
  readMunicipalities,
  readOrganisations,
  readPages,
  readRegions,
  readStories,
} from './queries';
import { readSummaries, toSummary } from './summaries';

/** Version of the feed; the same as in the contract. */
const FEED_VERSION = 1;

/** Rows of one moment that still have to be written as documents. */
interface Reading {
  revision: number;
  /** Every file that a document shows. */
  files: UploadedFile[];
  write: (find: FindImage) => FeedDocument[];
}

/**
 * Writes the published documents of a region as NDJSON: a header, then one document a line, sorted
 * by type and id. All rows are read in one transaction, so that the snapshot is the state of one
 * moment; pictures are looked up after it, because encoding one must not hold the database.
 *
 * @param strapi - The running CMS.
 * @param slug - A region or the umbrella.
 * @returns The lines, each with its line break; null if there is no such region.
 */
export async function readSnapshot(strapi: Core.Strapi, slug: string): Promise<string[] | null> {
  const asOf = dayInBerlin();
  const reading = await inTransaction(strapi, async ({ trx }) => {
    if (strapi.db.dialect.client === 'postgres') {
      await trx.raw('SET TRANSACTION ISOLATION LEVEL REPEATABLE READ');
    }
    return slug === UMBRELLA ? readUmbrella(strapi, asOf) : readRegion(strapi, slug, asOf);
  });
  if (reading === null) return null;

  const documents = reading.write(await findImages(strapi, reading.files)).sort(byTypeAndId);
  const header = {
    type: 'header',
    version: FEED_VERSION,
    region: slug,
    revision: reading.revision,
    asOf,
    documents: documents.length,
  };
  return [header, ...documents].map((line) => `${JSON.stringify(line)}\n`);
}

/** The latest revision of a region or the umbrella; 0 before the first change. */
export async function readRevision(strapi: Core.Strapi, slug: string): Promise<number> {
  const state = (await strapi.db
    .query(REGION_STATE_UID)
    .findOne({ select: ['revision'], where: { slug } })) as { revision: number } | null;
  return state?.revision ?? 0;
}

async function readRegion(
  strapi: Core.Strapi,
  slug: string,
  asOf: string,
): Promise<Reading | null> {
  const [region] = await readRegions(strapi, { slug });
  if (region === undefined) return null;
  const revision = await readRevision(strapi, slug);
  const municipalities = await readMunicipalities(strapi, region.id);
  const categories = await readCategories(strapi);
  const organisations = await readOrganisations(strapi, region.id);
  const listings = await readListings(strapi, region.id, asOf);
  const stories = await readStories(strapi, region.id);
  const pages = await readPages(strapi, region.id);
  const known = {
    organisations: idsOf(organisations),
    listings: idsOf(listings),
    municipalities: idsOf(municipalities),
  };
  return {
    revision,
    files: [
      region.brand?.logo,
      region.brand?.cover,
      ...region.partners.map(({ logo }) => logo),
      ...organisations.map(({ logo }) => logo),
      ...listings.flatMap(({ images }) => images ?? []),
      ...stories.map(({ cover }) => cover),
    ].filter((file) => file !== null && file !== undefined),
    write: (find) => [
      toRegion(region, find),
      ...municipalities.map(toMunicipality),
      ...categories.map(toCategory),
      ...organisations.map((row) => toOrganisation(row, find)),
      ...listings.map((row) => toListing(row, find)),
      ...stories.map((row) => toStory(row, known, find)),
      ...pages.map(toPage),
    ],
  };
}

async function readUmbrella(strapi: Core.Strapi, asOf: string): Promise<Reading> {
  const revision = await readRevision(strapi, UMBRELLA);
  const summaries = await readSummaries(strapi, asOf);
  const categories = await readCategories(strapi);
  const pages = await readPages(strapi, null);
  return {
    revision,
    files: summaries.flatMap(({ region }) => region.brand?.cover ?? []),
    write: (find) => [
      ...summaries.map((summary) => toSummary(summary, find)),
      ...categories.map(toCategory),
      ...pages.map(toPage),
    ],
  };
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

function idsOf(rows: readonly { documentId: string }[]): ReadonlySet<string> {
  return new Set(rows.map(({ documentId }) => documentId));
}

/** By code units, not by the rules of a language, so that every machine sorts alike. */
function byTypeAndId(a: FeedDocument, b: FeedDocument): number {
  return compare(a.type, b.type) || compare(a.documentId, b.documentId);
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
