import { type Core } from '@strapi/strapi';
import { LISTING_UID, ORGANISATION_UID, STORY_UID } from '../../domain/content-types';
import { type FeedDocument, type FindImage, toNeighbour } from './documents';
import { listingsOnSite, publishedIn, readRegions } from './queries';
import { type RegionRow } from './rows';

const NEWEST_STORIES = 3;
const NEWEST_LISTINGS = 4;

/** One region as the umbrella site shows it, before its pictures are known. */
export interface Summary {
  region: RegionRow;
  counts: { offers: number; requests: number; organisations: number; stories: number };
  newestStories: NewStory[];
  newestListings: NewListing[];
}

interface NewStory {
  slug: string;
  title: string;
  teaser: string;
  firstPublishedOn: string;
}

interface NewListing {
  slug: string;
  title: string;
  kind: string;
  mode: string;
  firstPublishedOn: string;
  category: { key: string } | null;
  municipality: { name: string } | null;
}

/** Reads what the umbrella site shows of every region, with a few queries for each. */
export async function readSummaries(strapi: Core.Strapi, today: string): Promise<Summary[]> {
  const summaries: Summary[] = [];
  for (const region of await readRegions(strapi, {})) {
    const onSite = listingsOnSite(region.id, today);
    const published = publishedIn(region.id);
    const count = (uid: string, where: object) => strapi.db.query(uid).count({ where });
    const newest = { orderBy: [{ firstPublishedOn: 'desc' }, { documentId: 'asc' }] };
    summaries.push({
      region,
      counts: {
        offers: await count(LISTING_UID, { ...onSite, kind: 'offer' }),
        requests: await count(LISTING_UID, { ...onSite, kind: 'request' }),
        organisations: await count(ORGANISATION_UID, published),
        stories: await count(STORY_UID, published),
      },
      newestStories: (await strapi.db.query(STORY_UID).findMany({
        ...newest,
        select: ['slug', 'title', 'teaser', 'firstPublishedOn'],
        where: published,
        limit: NEWEST_STORIES,
      })) as NewStory[],
      newestListings: (await strapi.db.query(LISTING_UID).findMany({
        ...newest,
        select: ['slug', 'title', 'kind', 'mode', 'firstPublishedOn'],
        where: onSite,
        populate: { category: { select: ['key'] }, municipality: { select: ['name'] } },
        limit: NEWEST_LISTINGS,
      })) as NewListing[],
    });
  }
  return summaries;
}

/** A region as a document of the umbrella's snapshot. */
export function toSummary(summary: Summary, find: FindImage): FeedDocument {
  const { region } = summary;
  return {
    type: 'region-summary',
    documentId: region.documentId,
    region: toNeighbour(region),
    operatorName: region.operator?.name,
    center: { latitude: region.latitude, longitude: region.longitude },
    cover: find(region.brand?.cover),
    counts: summary.counts,
    newestStories: summary.newestStories.map(({ slug, title, teaser, firstPublishedOn }) => ({
      slug,
      title,
      teaser,
      publishedOn: firstPublishedOn,
    })),
    newestListings: summary.newestListings.map((listing) => ({
      slug: listing.slug,
      title: listing.title,
      kind: listing.kind,
      mode: listing.mode,
      categoryKey: listing.category?.key,
      municipalityName: listing.municipality?.name,
      publishedOn: listing.firstPublishedOn,
    })),
  };
}
