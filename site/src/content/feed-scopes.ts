import { LISTING_KINDS, type Listing } from '../contract/index.ts';
import { categoryName, de } from '../i18n/de.ts';
import { texts } from '../i18n/texts.ts';
import { darkTokens, lightTokens } from '../lib/brand-tokens.ts';
import type { Feed, FeedEntry } from '../lib/feeds.ts';
import { categoryPath, kindPath, listingPath, placePath } from '../lib/paths.ts';
import { formatPrice } from '../lib/price.ts';
import type { Content } from './content.ts';
import type { Facet } from './facets.ts';
import { need } from './index-of.ts';

/** What a feed or an embedded list is made of. */
export interface FeedScope {
  /** Below `/feeds/` and, for lists to embed, `/einbetten/rahmen/`; undefined for the whole region. */
  param: string | undefined;
  name: string;
  kinds: readonly Listing['kind'][];
  facet: Facet | null;
  /** Page of the site that shows all of it. */
  path: string;
}

const FOLDERS = { category: 'kategorien', place: 'orte' } as const;
const FILES = ['rss.xml', 'atom.xml', 'feed.json'] as const;
/** What people call the files. */
export const FEED_NAMES = {
  'rss.xml': 'RSS',
  'atom.xml': 'Atom',
  'feed.json': 'JSON Feed',
} as const;
const FEED_TYPES = {
  'rss.xml': 'application/rss+xml',
  'atom.xml': 'application/atom+xml',
  'feed.json': 'application/feed+json',
} as const;

/** The whole region, offers and requests apart, and each category. Places have no feeds to read. */
export function feedScopes(content: Content): FeedScope[] {
  return [
    feedScope(content, undefined),
    ...LISTING_KINDS.map((kind) => feedScope(content, de.kinds[kind].slug)),
    ...content.categories.all.map(({ slug }) => feedScope(content, `${FOLDERS.category}/${slug}`)),
  ];
}

/** Whether the site has a page to embed for it. */
export function isFramed({ facet, kinds }: FeedScope): boolean {
  return kinds.length > 1 && facet?.type !== 'place';
}

/** All paths of feeds and embedded lists, but that of the region's first feed. */
export function embeddingPaths(content: Content): string[] {
  const scopes = feedScopes(content);
  return [
    ...scopes.flatMap(({ param }) =>
      FILES.map((file) => feedPath(param, file)).filter((path) => path !== '/rss.xml'),
    ),
    ...scopes.filter(isFramed).map(framePath),
    ...content.places.all.map(({ slug }) => feedPath(`${FOLDERS.place}/${slug}`, 'feed.json')),
  ];
}

/** Path of a feed. */
function feedPath(param: string | undefined, file: (typeof FILES)[number]): string {
  if (param === undefined) return file === 'rss.xml' ? '/rss.xml' : `/feeds/${file}`;
  return `/feeds/${param}/${file}`;
}

/** Links from a page to its feeds. */
export function feedLinksOf({
  param,
  name,
}: FeedScope): Record<'href' | 'type' | 'title', string>[] {
  const title = [texts.feeds.listings, name].filter(Boolean).join(' – ');
  return FILES.map((file) => ({
    href: feedPath(param, file),
    type: FEED_TYPES[file],
    title: `${title} (${FEED_NAMES[file]})`,
  }));
}

/** Path of the page that other websites show in a frame. */
export function framePath({ param }: Pick<FeedScope, 'param'>): string {
  return `/einbetten/rahmen/${param === undefined ? '' : `${param}/`}`;
}

/**
 * The scope with an address.
 *
 * @throws Error if there is none.
 */
export function feedScope(content: Content, param: string | undefined): FeedScope {
  const whole = { param, name: '', kinds: LISTING_KINDS, facet: null, path: '/' };
  if (param === undefined) return whole;
  const [folder, slug = ''] = param.split('/');
  if (folder === FOLDERS.category) {
    const category = content.categories.bySlug(slug);
    const facet = { type: 'category', category } as const;
    return { ...whole, name: categoryName(category), facet, path: categoryPath(category) };
  }
  if (folder === FOLDERS.place) {
    const municipality = content.places.bySlug(slug);
    const facet = { type: 'place', municipality } as const;
    return { ...whole, name: municipality.name, facet, path: placePath(municipality) };
  }
  const kind = need(
    LISTING_KINDS.find((candidate) => de.kinds[candidate].slug === param),
    `a feed ${param}`,
  );
  return { ...whole, name: de.kinds[kind].plural, kinds: [kind], path: kindPath(kind) };
}

/** What a feed says. */
export function feedOf(content: Content, scope: FeedScope): Feed {
  const { site } = content.origins;
  const { param, name } = scope;
  return {
    title: [texts.feeds.listings, name, content.siteName].filter(Boolean).join(' – '),
    description: content.ownRegion.tagline.de,
    siteName: content.siteName,
    home: site + scope.path,
    addressOf: (file) => site + feedPath(param, file),
    day: content.asOf,
    colours: {
      light: lightTokens(content.colours).link,
      dark: darkTokens(content.colours).link,
    },
    entries: content.listings
      .newestOf(scope.kinds, scope.facet)
      .map((listing) => entryOf(content, listing)),
  };
}

function entryOf(content: Content, listing: Listing): FeedEntry {
  const category = content.categories.get(listing.category);
  const place = content.places.get(listing.municipality);
  return {
    url: content.origins.site + listingPath(listing),
    title: listing.title,
    text: listing.description,
    day: listing.publishedOn,
    kind: { slug: de.kinds[listing.kind].slug, name: de.kinds[listing.kind].label },
    mode: { slug: de.modes[listing.mode].slug, name: de.modes[listing.mode].label },
    category: { slug: category.slug, name: categoryName(category) },
    parentCategory: content.categories.topOf(category).slug,
    place: { slug: place.slug, name: place.name },
    status: de.statuses[listing.status].slug,
    price: formatPrice(listing.price),
    organisation: content.organisations.get(listing.organisation).name,
  };
}
