import { type Core } from '@strapi/strapi';
import { REGION_STATE_UID } from '../../domain/content-types';
import { dayInBerlin } from '../../domain/days';
import { UMBRELLA } from '../../domain/region-names';
import { readOneMoment } from '../transaction';
import { toCategory, toMunicipality, toRegion } from './documents';
import { compareText, toLines, writeDocuments } from './lines';
import { PUBLICATION_TYPES, type Reading, readPublications, shownIn } from './publications';
import { publishedIn, readCategories, readMunicipalities, readRegions } from './queries';
import { type RegionRow } from './rows';
import { readSummaries, toSummary } from './summaries';

/** Version of the feed; the same as in the contract. */
export const FEED_VERSION = 1;

interface SnapshotReading {
  revision: number;
  readings: Reading[];
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
  const snapshot = await readOneMoment(strapi, () =>
    slug === UMBRELLA ? readUmbrella(strapi, asOf) : readRegion(strapi, slug, asOf),
  );
  if (snapshot === null) return null;

  const documents = await writeDocuments(strapi, snapshot.readings);
  documents.sort((a, b) => compareText(a.type, b.type) || compareText(a.documentId, b.documentId));
  const header = {
    type: 'header',
    version: FEED_VERSION,
    region: slug,
    revision: snapshot.revision,
    asOf,
    documents: documents.length,
  };
  return toLines([header, ...documents]);
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
): Promise<SnapshotReading | null> {
  const [region] = await readRegions(strapi, { slug });
  if (region === undefined) return null;
  const revision = await readRevision(strapi, slug);
  const municipalities = await readMunicipalities(strapi, region.id);
  const readings: Reading[] = [
    { files: filesOf(region), write: (find) => [toRegion(region, find)] },
    { files: [], write: () => municipalities.map(toMunicipality) },
    await readCategoryTree(strapi),
  ];
  for (const type of PUBLICATION_TYPES) {
    readings.push(await readPublications(strapi, type, shownIn(type, region.id, asOf)));
  }
  return { revision, readings };
}

async function readUmbrella(strapi: Core.Strapi, asOf: string): Promise<SnapshotReading> {
  const revision = await readRevision(strapi, UMBRELLA);
  const summaries = await readSummaries(strapi, asOf);
  return {
    revision,
    readings: [
      {
        files: summaries.flatMap(({ region }) => region.brand?.cover ?? []),
        write: (find) => summaries.map((summary) => toSummary(summary, find)),
      },
      await readCategoryTree(strapi),
      await readPublications(strapi, 'page', publishedIn(null)),
    ],
  };
}

async function readCategoryTree(strapi: Core.Strapi): Promise<Reading> {
  const categories = await readCategories(strapi);
  return { files: [], write: () => categories.map(toCategory) };
}

function filesOf({ brand, partners }: RegionRow) {
  return [brand?.logo, brand?.cover, ...partners.map(({ logo }) => logo)].flatMap(
    (file) => file ?? [],
  );
}
