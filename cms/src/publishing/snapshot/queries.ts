import { type Core } from '@strapi/strapi';
import {
  CATEGORY_UID,
  LISTING_UID,
  MUNICIPALITY_UID,
  ORGANISATION_UID,
  PAGE_UID,
  REGION_UID,
  STORY_UID,
} from '../../domain/content-types';
import {
  type CategoryRow,
  type ListingRow,
  type MunicipalityRow,
  type OrganisationRow,
  type PageRow,
  type RegionRow,
  type Row,
  type StoryRow,
} from './rows';

/** Entries that are read at once: few queries, and never more parameters than SQLite takes. */
const BATCH_SIZE = 1000;

const KEY = { select: ['documentId'] };
const FILE = {
  select: [
    'id',
    'documentId',
    'name',
    'hash',
    'ext',
    'alternativeText',
    'caption',
    'updatedAt',
    'provider_metadata',
  ],
};
const SUMMARY_FIELDS = ['documentId', 'slug', 'name', 'shortName', 'tagline', 'taglineEn'];

const REGION_QUERY = {
  select: [
    ...SUMMARY_FIELDS,
    'introduction',
    'searchWords',
    'federalState',
    'latitude',
    'longitude',
  ],
  populate: {
    operator: {
      select: ['name', 'place', 'street', 'postalCode', 'phone', 'email', 'website'],
    },
    brand: { select: ['primary', 'accent'], populate: { logo: FILE, cover: FILE } },
    neighbours: {
      select: SUMMARY_FIELDS,
      populate: { brand: { select: ['primary', 'accent'] } },
    },
    partners: { select: ['name', 'role', 'website'], populate: { logo: FILE } },
  },
};

/** Reads regions with brand, operator, neighbours and partners. */
export async function readRegions(strapi: Core.Strapi, where: object): Promise<RegionRow[]> {
  const rows = await strapi.db.query(REGION_UID).findMany({ ...REGION_QUERY, where });
  return rows as RegionRow[];
}

/** The numeric id of a region; undefined if there is none. */
export async function findRegionId(strapi: Core.Strapi, slug: string): Promise<number | undefined> {
  const row = (await strapi.db
    .query(REGION_UID)
    .findOne({ select: ['id'], where: { slug } })) as Row | null;
  return row?.id;
}

/** Reads all categories; they are the same everywhere. */
export function readCategories(strapi: Core.Strapi): Promise<CategoryRow[]> {
  const select = 'documentId slug key name nameEn description descriptionEn position'.split(' ');
  return readAll(strapi, CATEGORY_UID, {}, select, { parent: KEY });
}

/** Reads the municipalities of a region. */
export function readMunicipalities(
  strapi: Core.Strapi,
  regionId: number,
): Promise<MunicipalityRow[]> {
  const select = 'documentId slug name postalCodes latitude longitude'.split(' ');
  return readAll(strapi, MUNICIPALITY_UID, { region: { id: regionId } }, select, {});
}

/** Which entries to read of a type that editors publish. */
export type Where = Readonly<Record<string, unknown>>;

/**
 * The entries of a region, in all their versions.
 *
 * @param regionId - Null for the umbrella site.
 */
export function inRegion(regionId: number | null): Where {
  return { region: regionId === null ? { id: { $null: true } } : { id: regionId } };
}

/** The published entries of a region, or (null) of the umbrella site. */
export function publishedIn(regionId: number | null): Where {
  return { ...inRegion(regionId), publishedAt: { $notNull: true } };
}

/** What of a region's listings is on its site on a day, `YYYY-MM-DD`. */
export function listingsOnSite(regionId: number | null, today: string): Where {
  return { ...publishedIn(regionId), endsOn: { $gte: today } };
}

/** Reads organisations, without their contact. */
export function readOrganisations(strapi: Core.Strapi, where: Where): Promise<OrganisationRow[]> {
  const plain = 'documentId slug name kind sector description website employees createdAt';
  const populate = { municipality: KEY, logo: FILE };
  return readAll(strapi, ORGANISATION_UID, where, plain.split(' '), populate);
}

/** Reads listings. */
export function readListings(strapi: Core.Strapi, where: Where): Promise<ListingRow[]> {
  const select = (
    'documentId slug kind mode title description place quantity condition dimensions weightKg ' +
    'availableFrom availableUntil endsOn firstPublishedOn audiences availability tags createdAt'
  ).split(' ');
  return readAll(strapi, LISTING_UID, where, select, {
    category: KEY,
    organisation: KEY,
    municipality: KEY,
    price: { select: ['kind', 'amount', 'unit', 'amountNonprofit'] },
    images: FILE,
  });
}

/** Reads success stories. */
export function readStories(strapi: Core.Strapi, where: Where): Promise<StoryRow[]> {
  const select = 'documentId slug title teaser body firstPublishedOn createdAt'.split(' ');
  return readAll(strapi, STORY_UID, where, select, {
    quote: { select: ['text', 'person', 'role'] },
    givers: KEY,
    receivers: KEY,
    listings: KEY,
    municipality: KEY,
    impact: { select: ['label', 'value'] },
    cover: FILE,
  });
}

/** Reads pages. */
export function readPages(strapi: Core.Strapi, where: Where): Promise<PageRow[]> {
  const select = 'documentId slug title summary body updatedAt'.split(' ');
  return readAll(strapi, PAGE_UID, where, select, {});
}

async function readAll<T extends Row>(
  strapi: Core.Strapi,
  uid: string,
  where: object,
  select: string[],
  populate: object,
): Promise<T[]> {
  const all: T[] = [];
  let lastId = 0;
  for (;;) {
    const batch = (await strapi.db.query(uid).findMany({
      select: ['id', ...select],
      where: { $and: [where, { id: { $gt: lastId } }] },
      orderBy: { id: 'asc' },
      limit: BATCH_SIZE,
      populate,
    })) as T[];
    all.push(...batch);
    if (batch.length < BATCH_SIZE) return all;
    lastId = batch.at(-1)?.id ?? lastId;
  }
}
