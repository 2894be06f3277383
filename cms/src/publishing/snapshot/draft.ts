import { type Core } from '@strapi/strapi';
import { LISTING_UID, STORY_UID } from '../../domain/content-types';
import { UMBRELLA } from '../../domain/region-names';
import { publicationDates } from '../entry-defaults';
import { readOneMoment } from '../transaction';
import { type FeedDocument } from './documents';
import { writeDocuments } from './lines';
import { type PublicationType, type Reading, readPublications } from './publications';
import { findRegionId, inRegion, publishedIn } from './queries';

/** Which version of an entry: what editors work on, or what visitors see. */
export type VersionStatus = 'draft' | 'published';

/** One version of one entry. */
interface VersionKey {
  type: PublicationType;
  documentId: string;
  status: VersionStatus;
}

/** Types whose documents tell when they first went public. */
const DATED: Partial<Record<string, string>> = {
  listing: LISTING_UID,
  'success-story': STORY_UID,
};

/**
 * One version of an entry as the feed would deliver it if it were published now, so that it can be
 * looked at before it is. What is missing is null; drafts need not be complete.
 *
 * @param strapi - The running CMS.
 * @param slug - A region or the umbrella.
 * @param key - The version.
 * @returns The document, then drafts of what it cannot be published without and is not published
 * itself: the organisation of a listing. Null if there is no such version in the region.
 */
export async function readVersion(
  strapi: Core.Strapi,
  slug: string,
  key: VersionKey,
): Promise<FeedDocument[] | null> {
  const readings = await readOneMoment(strapi, async () => {
    const regionId = slug === UMBRELLA ? null : await findRegionId(strapi, slug);
    return regionId === undefined ? [] : read(strapi, regionId, key);
  });
  const documents = await writeDocuments(strapi, readings);
  if (documents.length === 0) return null;
  return key.status === 'published' ? documents : documents.map(asPublishedNow);
}

async function read(
  strapi: Core.Strapi,
  regionId: number | null,
  { type, documentId, status }: VersionKey,
): Promise<Reading[]> {
  const versions = status === 'published' ? publishedIn(regionId) : draftsIn(regionId);
  const reading = await readPublications(strapi, type, { ...versions, documentId });
  const organisation = reading.write(() => null)[0]?.['organisation'];
  if (typeof organisation !== 'string') return [reading];
  const organisations = (where: object) =>
    readPublications(strapi, 'organisation', { ...where, documentId: organisation });
  const published = await organisations(publishedIn(regionId));
  const isPublished = published.write(() => null).length > 0;
  return isPublished ? [reading] : [reading, await organisations(draftsIn(regionId))];
}

function draftsIn(regionId: number | null): object {
  return { ...inRegion(regionId), publishedAt: { $null: true } };
}

function asPublishedNow(document: FeedDocument): FeedDocument {
  const uid = DATED[document.type];
  if (uid === undefined) return document;
  const { publishedOn, endsOn } = document;
  const dates = publicationDates(uid, { firstPublishedOn: publishedOn, endsOn });
  return {
    ...document,
    publishedOn: dates['firstPublishedOn'] ?? publishedOn,
    ...(uid === LISTING_UID ? { endsOn: dates['endsOn'] ?? endsOn } : {}),
  };
}
