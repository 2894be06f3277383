import rss from '@astrojs/rss';
import type { APIRoute } from 'astro';
import { loadContent } from '../content/index.ts';
import { categoryName, de } from '../i18n/de.ts';
import { texts } from '../i18n/texts.ts';
import { listingPath } from '../lib/paths.ts';
import { rssDate } from '../lib/rss-date.ts';

const ITEMS = 40;

export const GET: APIRoute = () => {
  const { siteName, ownRegion, origins, listings, categories } = loadContent();
  return rss({
    title: `${texts.feeds.listings} – ${siteName}`,
    description: ownRegion.tagline.de,
    site: origins.site,
    customData: '<language>de</language>',
    items: listings.all.slice(0, ITEMS).map((listing) => ({
      title: `${de.kinds[listing.kind].label}: ${listing.title}`,
      link: listingPath(listing),
      description: listing.description,
      pubDate: rssDate(listing.publishedOn),
      categories: [categoryName(categories.get(listing.category))],
    })),
  });
};
