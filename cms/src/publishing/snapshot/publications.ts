import { type Core } from '@strapi/strapi';
import { type UploadedFile } from '../../media/image-of';
import {
  type FeedDocument,
  type FindImage,
  toListing,
  toOrganisation,
  toPage,
  toStory,
} from './documents';
import {
  listingsOnSite,
  publishedIn,
  readListings,
  readOrganisations,
  readPages,
  readStories,
  type Where,
} from './queries';

/** The types that editors write and publish; the same as `DELTA_TYPES` in the contract. */
export const PUBLICATION_TYPES = ['listing', 'organisation', 'success-story', 'page'] as const;

export type PublicationType = (typeof PUBLICATION_TYPES)[number];

/** Rows of one moment that still have to be written as documents. */
export interface Reading {
  /** Every file that a document shows. */
  files: UploadedFile[];
  write: (find: FindImage) => FeedDocument[];
}

/** Whether a name from a request or the change log is one of {@link PUBLICATION_TYPES}. */
export function isPublicationType(name: string): name is PublicationType {
  return (PUBLICATION_TYPES as readonly string[]).includes(name);
}

/**
 * Which entries of a type are on a region's site.
 *
 * @param type - What the entries are.
 * @param regionId - Null for the umbrella site.
 * @param today - Listings that end before this day, `YYYY-MM-DD`, are not.
 */
export function shownIn(type: PublicationType, regionId: number | null, today: string): Where {
  return type === 'listing' ? listingsOnSite(regionId, today) : publishedIn(regionId);
}

/** Reads entries of a type; they come as the feed delivers them. */
export async function readPublications(
  strapi: Core.Strapi,
  type: PublicationType,
  where: Where,
): Promise<Reading> {
  switch (type) {
    case 'listing': {
      const rows = await readListings(strapi, where);
      const files = rows.flatMap(({ images }) => images ?? []);
      return { files, write: (find) => rows.map((row) => toListing(row, find)) };
    }
    case 'organisation': {
      const rows = await readOrganisations(strapi, where);
      const files = rows.flatMap(({ logo }) => logo ?? []);
      return { files, write: (find) => rows.map((row) => toOrganisation(row, find)) };
    }
    case 'success-story': {
      const rows = await readStories(strapi, where);
      const files = rows.flatMap(({ cover }) => cover ?? []);
      return { files, write: (find) => rows.map((row) => toStory(row, find)) };
    }
    case 'page': {
      const rows = await readPages(strapi, where);
      return { files: [], write: () => rows.map(toPage) };
    }
  }
}
