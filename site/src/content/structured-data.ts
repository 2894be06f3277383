import type { Image, Listing, Organisation, SuccessStory } from '../contract/index.ts';
import { PORTAL_NAME } from '../lib/brand.ts';
import type { Json } from '../lib/json-ld.ts';
import { listingPath, organisationPath, storyPath } from '../lib/paths.ts';
import type { Content } from './content.ts';

/** A step of the way from the home page to a page. */
export interface Crumb {
  label: string;
  /** Path on the site. */
  href: string;
}

const NON_PROFITS: ReadonlySet<Organisation['kind']> = new Set(['nonprofit', 'association']);

/** The operator of the region, for the home page. */
export function operatorData(content: Content): Json[] {
  const site: Json = {
    '@type': 'WebSite',
    name: content.siteName,
    url: `${content.origins.site}/`,
    inLanguage: 'de',
  };
  if (content.region === null) return [site];
  const { operator, name } = content.region;
  const organisation: Json = {
    '@type': 'Organization',
    name: operator.name,
    url: operator.website ?? `${content.origins.site}/`,
    email: operator.email,
    telephone: operator.phone ?? undefined,
    areaServed: name,
    address: {
      '@type': 'PostalAddress',
      streetAddress: operator.street ?? undefined,
      postalCode: operator.postalCode ?? undefined,
      addressLocality: operator.place,
      addressCountry: 'DE',
    },
  };
  return [site, organisation];
}

/** A profile. */
export function organisationData(content: Content, organisation: Organisation): Json {
  return {
    '@type': NON_PROFITS.has(organisation.kind) ? 'NGO' : 'Organization',
    name: organisation.name,
    url: content.origins.site + organisationPath(organisation),
    sameAs: organisation.website ?? undefined,
    description: organisation.description,
    logo: imageUrl(content, organisation.logo),
    address: {
      '@type': 'PostalAddress',
      addressLocality: content.places.get(organisation.municipality).name,
      addressCountry: 'DE',
    },
  };
}

/** An offer or a request. */
export function listingData(content: Content, listing: Listing): Json {
  const { name } = content.organisations.get(listing.organisation);
  const party: Json = { '@type': 'Organization', name };
  return {
    '@type': listing.kind === 'offer' ? 'Offer' : 'Demand',
    name: listing.title,
    description: listing.description,
    url: content.origins.site + listingPath(listing),
    image: imageUrl(content, listing.images[0] ?? null),
    category: content.categories.get(listing.category).name.de,
    ...(listing.kind === 'offer' && { offeredBy: party }),
    ...priceData(listing),
    availability:
      listing.status === 'active' ? 'https://schema.org/InStock' : 'https://schema.org/SoldOut',
    availabilityStarts: listing.availableFrom ?? undefined,
    availabilityEnds: listing.availableUntil ?? undefined,
    validThrough: listing.endsOn,
    areaServed: content.places.get(listing.municipality).name,
  };
}

/** A success story. */
export function storyData(content: Content, story: SuccessStory): Json {
  return {
    '@type': 'Article',
    headline: story.title,
    description: story.teaser,
    url: content.origins.site + storyPath(story),
    datePublished: story.publishedOn,
    inLanguage: 'de',
    image: imageUrl(content, story.cover),
    author: { '@type': 'Organization', name: content.region?.operator.name ?? PORTAL_NAME },
    publisher: { '@type': 'Organization', name: content.siteName },
    about: [...story.givers, ...story.receivers].map((id) => ({
      '@type': 'Organization',
      name: content.organisations.get(id).name,
    })),
  };
}

/** The way to a page. */
export function breadcrumbData(content: Content, crumbs: readonly Crumb[]): Json {
  return {
    '@type': 'BreadcrumbList',
    itemListElement: crumbs.map(({ label, href }, index) => ({
      '@type': 'ListItem',
      position: index + 1,
      name: label,
      item: content.origins.site + href,
    })),
  };
}

function priceData({ price }: Listing): Record<string, Json | undefined> {
  if (price.kind === 'free') return { price: 0, priceCurrency: 'EUR' };
  return price.amount === null ? {} : { price: price.amount, priceCurrency: 'EUR' };
}

function imageUrl(content: Content, image: Image | null): string | undefined {
  const largest = image?.renditions.at(-1);
  return largest && `${content.origins.site}/media/${largest.file}`;
}
