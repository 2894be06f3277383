import type {
  Category,
  Image,
  Listing,
  Municipality,
  Organisation,
  Region,
  SuccessStory,
} from '../contract/index.ts';
import type { Coordinates } from './distance.ts';
import { newestFirst } from './newest-first.ts';
import { listingPath, organisationPath, storyPath } from './paths.ts';
import { isFree } from './price.ts';
import { plainText } from './search-text.ts';

/** What a visitor can find. Offers and requests are listings. */
export const SEARCH_KINDS = ['offer', 'request', 'organisation', 'success-story'] as const;
export type SearchKind = (typeof SEARCH_KINDS)[number];

interface SearchCategory {
  slug: string;
  key: string;
  name: string;
}

interface SearchPicture {
  url: string;
  /** In CSS pixels. */
  width: number;
  height: number;
}

/** One findable thing, in the same shape for every search engine. Days are `YYYY-MM-DD`. */
export interface SearchDocument {
  /** The document's key in the CMS. */
  id: string;
  /** Slug of the region. */
  region: string;
  kind: SearchKind;
  /** Path on the region's site. */
  url: string;
  title: string;
  /** Plain text; a blank line separates paragraphs. */
  text: string;
  organisation: { slug: string; name: string } | null;
  category: SearchCategory | null;
  parentCategory: SearchCategory | null;
  mode: Listing['mode'] | null;
  /** What kind of organisation it belongs to, or is. */
  organisationType: Organisation['kind'] | null;
  /** Municipality; coordinates in degrees, WGS84. */
  place: {
    slug: string;
    name: string;
    postalCodes?: readonly string[];
    latitude: number;
    longitude: number;
  } | null;
  audiences: Listing['audiences'];
  status: Listing['status'] | null;
  tags: string[];
  /** What an organisation offers and seeks, or a story tells of: the titles and tags of the listings. */
  dealings: string;
  /** Amount in euro; null where it is not fixed. */
  price: { isFree: boolean; amount: number | null } | null;
  /** The price as visitors read it. */
  priceWords: string | null;
  publishedOn: string | null;
  /** When it was made, in UTC; null if nobody knows. */
  createdAt: string | null;
  availableFrom: string | null;
  availableUntil: string | null;
  endsOn: string | null;
  picture: SearchPicture | null;
}

/** What a result shows of a document. */
export type SearchHit = Pick<
  SearchDocument,
  | 'id'
  | 'region'
  | 'url'
  | 'kind'
  | 'title'
  | 'text'
  | 'mode'
  | 'status'
  | 'priceWords'
  | 'publishedOn'
  | 'availableFrom'
  | 'availableUntil'
  | 'endsOn'
  | 'picture'
> & {
  organisationName: string | null;
  categoryName: string | null;
  placeName: string | null;
  /** For distances; null where it has no place. */
  location: Coordinates | null;
};

/** What the documents of one region refer to, and the words and pictures that the site gives them. */
export interface SearchContext {
  region: string;
  organisations: ReadonlyMap<string, Organisation>;
  categories: ReadonlyMap<string, Category>;
  municipalities: ReadonlyMap<string, Municipality>;
  listings: ReadonlyMap<string, Listing>;
  listingsByOrganisation: ReadonlyMap<string, readonly Listing[]>;
  priceWords: (listing: Listing) => string;
  /** Picture for a category key; null where the site has none. */
  categoryPicture: (categoryKey: string) => SearchPicture | null;
}

/** Newest listings of an organisation that it is found by. */
const MOST_DEALINGS = 20;

/** Width in CSS pixels in which a result shows its picture, doubled for dense screens. */
const PICTURE_WIDTH = 320;

/** A region and its published documents, from a snapshot or from the content of its site. */
export interface SearchSource {
  region: Region;
  listings: readonly Listing[];
  organisations: readonly Organisation[];
  stories: readonly SuccessStory[];
  categories: readonly Category[];
  municipalities: readonly Municipality[];
}

/**
 * All that visitors of a region can find: listings, organisations and success stories, in the
 * order of the source.
 *
 * @param source - The region.
 * @param site - The words and pictures of the site.
 * @param listings - Those to make documents of, for who has the others already.
 */
export function toSearchDocuments(
  source: SearchSource,
  site: Pick<SearchContext, 'priceWords' | 'categoryPicture'>,
  listings = source.listings,
): SearchDocument[] {
  const context: SearchContext = {
    ...site,
    region: source.region.slug,
    organisations: byId(source.organisations),
    categories: byId(source.categories),
    municipalities: byId(source.municipalities),
    listings: byId(source.listings),
    listingsByOrganisation: Map.groupBy(source.listings, ({ organisation }) => organisation),
  };
  return [
    ...listings.map((listing) => toSearchDocument(listing, context)),
    ...source.organisations.map((organisation) => toSearchDocument(organisation, context)),
    ...source.stories.map((story) => toSearchDocument(story, context)),
  ];
}

/**
 * Turns one document of the snapshot into what a search engine stores of it.
 *
 * @throws Error if it refers to a category, organisation or municipality that is not in the context.
 */
function toSearchDocument(
  document: Listing | Organisation | SuccessStory,
  context: SearchContext,
): SearchDocument {
  switch (document.type) {
    case 'listing':
      return fromListing(document, context);
    case 'organisation':
      return fromOrganisation(document, context);
    case 'success-story':
      return fromStory(document, context);
  }
}

/** The part of a document that a result shows. */
export function toSearchHit(document: SearchDocument): SearchHit {
  return {
    id: document.id,
    region: document.region,
    url: document.url,
    kind: document.kind,
    title: document.title,
    text: document.text,
    mode: document.mode,
    status: document.status,
    priceWords: document.priceWords,
    publishedOn: document.publishedOn,
    availableFrom: document.availableFrom,
    availableUntil: document.availableUntil,
    endsOn: document.endsOn,
    picture: document.picture,
    organisationName: document.organisation?.name ?? null,
    categoryName: document.category?.name ?? null,
    placeName: document.place?.name ?? null,
    location: document.place && {
      latitude: document.place.latitude,
      longitude: document.place.longitude,
    },
  };
}

function fromListing(listing: Listing, context: SearchContext): SearchDocument {
  const organisation = find(context.organisations, listing.organisation, listing);
  const category = find(context.categories, listing.category, listing);
  const parent =
    category.parent === null ? null : find(context.categories, category.parent, category);
  return {
    ...common(listing, context),
    kind: listing.kind,
    url: listingPath(listing),
    title: listing.title,
    text: listing.description,
    organisation: { slug: organisation.slug, name: organisation.name },
    category: toSearchCategory(category),
    parentCategory: parent && toSearchCategory(parent),
    mode: listing.mode,
    organisationType: organisation.kind,
    place: placeOf(listing.municipality, listing, context),
    audiences: listing.audiences,
    status: listing.status,
    tags: listing.tags,
    price: { isFree: isFree(listing.price), amount: listing.price.amount },
    priceWords: context.priceWords(listing),
    publishedOn: listing.publishedOn,
    availableFrom: listing.availableFrom,
    availableUntil: listing.availableUntil,
    endsOn: listing.endsOn,
    picture: pictureOf(listing.images[0]) ?? context.categoryPicture(category.key),
  };
}

function fromOrganisation(organisation: Organisation, context: SearchContext): SearchDocument {
  return {
    ...common(organisation, context),
    kind: 'organisation',
    url: organisationPath(organisation),
    title: organisation.name,
    text: organisation.description,
    organisationType: organisation.kind,
    place: placeOf(organisation.municipality, organisation, context),
    tags: organisation.sector === null ? [] : [organisation.sector],
    dealings: dealingsOf(context.listingsByOrganisation.get(organisation.documentId) ?? []),
    picture: pictureOf(organisation.logo),
  };
}

function fromStory(story: SuccessStory, context: SearchContext): SearchDocument {
  const giver = story.givers[0];
  const organisation = giver === undefined ? null : find(context.organisations, giver, story);
  const quote = story.quote === null ? [] : [story.quote.text];
  return {
    ...common(story, context),
    kind: 'success-story',
    url: storyPath(story),
    title: story.title,
    text: [story.teaser, plainText(story.body), ...quote].join('\n\n'),
    organisation: organisation && { slug: organisation.slug, name: organisation.name },
    organisationType: organisation && organisation.kind,
    place: story.municipality === null ? null : placeOf(story.municipality, story, context),
    dealings: dealingsOf(story.listings.flatMap((id) => context.listings.get(id) ?? [])),
    publishedOn: story.publishedOn,
    picture: pictureOf(story.cover),
  };
}

function common(
  document: { documentId: string; createdAt?: string | undefined },
  context: SearchContext,
) {
  return {
    id: document.documentId,
    region: context.region,
    organisation: null,
    category: null,
    parentCategory: null,
    mode: null,
    organisationType: null,
    audiences: [],
    status: null,
    tags: [],
    dealings: '',
    price: null,
    priceWords: null,
    publishedOn: null,
    createdAt: document.createdAt ?? null,
    availableFrom: null,
    availableUntil: null,
    endsOn: null,
  };
}

function dealingsOf(listings: readonly Listing[]): string {
  return listings
    .toSorted(newestFirst)
    .slice(0, MOST_DEALINGS)
    .map(({ title, tags }) => [title, ...tags].join(', '))
    .join('\n');
}

function toSearchCategory(category: Category): SearchCategory {
  return { slug: category.slug, key: category.key, name: category.name.de };
}

function placeOf(id: string, owner: Named, context: SearchContext) {
  const { slug, name, postalCodes, latitude, longitude } = find(context.municipalities, id, owner);
  return { slug, name, postalCodes, latitude, longitude };
}

function pictureOf(image: Image | null | undefined): SearchPicture | null {
  const renditions = image?.renditions ?? [];
  const rendition = renditions.find(({ width }) => width >= PICTURE_WIDTH) ?? renditions.at(-1);
  if (rendition === undefined) return null;
  return { url: `/media/${rendition.file}`, width: rendition.width, height: rendition.height };
}

interface Named {
  type: string;
  documentId: string;
}

function find<T>(items: ReadonlyMap<string, T>, id: string, owner: Named): T {
  const item = items.get(id);
  if (item !== undefined) return item;
  throw new Error(
    `${owner.type} ${owner.documentId} refers to ${id}, which the snapshot does not hold. ` +
      'Read the snapshot with parseSnapshot, which leaves such documents out.',
  );
}

function byId<T extends { documentId: string }>(items: readonly T[]): ReadonlyMap<string, T> {
  return new Map(items.map((item) => [item.documentId, item]));
}
