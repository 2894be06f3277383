import type { RegionSummary } from '../contract/index.ts';
import { listingPath, storyPath } from '../lib/paths.ts';
import type { Content } from './content.ts';

type ListingNews = RegionSummary['newestListings'][number];
type StoryNews = RegionSummary['newestStories'][number];

interface Located {
  regionName: string;
  /** Address on the region's site. */
  url: string;
}

/** The newest of all regions, newest first. */
export interface RegionNews {
  listings: (Located & { listing: ListingNews })[];
  stories: (Located & { story: StoryNews })[];
}

const LISTINGS = 8;
const STORIES = 6;

/**
 * Collects what is new in the regions. Listings whose category the umbrella does not know are left
 * out: they have no picture here yet.
 */
export function newsOfRegions(content: Content): RegionNews {
  const listings = content.regions.flatMap(({ region, newestListings }) =>
    newestListings
      .filter(({ categoryKey }) => content.categories.byKey(categoryKey) !== undefined)
      .map((listing) => ({
        listing,
        regionName: region.name,
        url: content.regionOrigin(region.slug) + listingPath(listing),
      })),
  );
  const stories = content.regions.flatMap(({ region, newestStories }) =>
    newestStories.map((story) => ({
      story,
      regionName: region.name,
      url: content.regionOrigin(region.slug) + storyPath(story),
    })),
  );
  return {
    listings: listings.sort((a, b) => newerFirst(a.listing, b.listing)).slice(0, LISTINGS),
    stories: stories.sort((a, b) => newerFirst(a.story, b.story)).slice(0, STORIES),
  };
}

function newerFirst(a: { publishedOn: string }, b: { publishedOn: string }): number {
  if (a.publishedOn === b.publishedOn) return 0;
  return a.publishedOn < b.publishedOn ? 1 : -1;
}
