import { addDays } from '../domain/days';
import {
  type DemoListing,
  type DemoOrganisation,
  type DemoRegion,
  type DemoStory,
} from './demo-data';

type Refs = ReadonlyMap<string, string>;

/** The demo's listings end on different days, so that the lists change as in real life. */
const FIRST_END_DAYS = 30;
const END_SPREAD_DAYS = 61;

/** A region of the demo as the CMS stores it. All of them lie in Brandenburg. */
export function toRegion(
  region: DemoRegion,
  pictures: { logo: number | null; cover: number | null },
) {
  const { name, email, place, street, postalCode, phone } = region.operator;
  return {
    slug: region.ref,
    name: region.name,
    shortName: region.shortName,
    tagline: region.tagline.de,
    taglineEn: region.tagline.en,
    introduction: region.introduction,
    federalState: 'BB' as const,
    operator: { name, email, place, street, postalCode, phone },
    brand: { ...region.brand, logo: pictures.logo, cover: pictures.cover },
    latitude: region.center.latitude,
    longitude: region.center.longitude,
    partners: region.partners.map((partner) => ({ name: partner.name, role: partner.role })),
  };
}

/** An organisation of the demo as the CMS stores it. */
export function toOrganisation(organisation: DemoOrganisation, municipalities: Refs) {
  return {
    name: organisation.name,
    kind: organisation.type,
    sector: organisation.sector,
    description: organisation.description,
    municipality: find(municipalities, organisation.municipality),
    website: organisation.website,
    employees: organisation.employees,
    contact: organisation.contact,
    isReal: organisation.real ?? false,
  };
}

/**
 * A listing of the demo as the CMS stores it.
 *
 * @param index - Its position, which decides when it ends.
 * @param today - Day that its relative days count from.
 * @param refs - Document ids of what it points to.
 */
export function toListing(
  listing: DemoListing,
  index: number,
  today: string,
  refs: { municipalities: Refs; organisations: Refs; categories: Refs },
) {
  const day = (days: number | null) => (days === null ? null : addDays(today, days));
  return {
    kind: listing.kind,
    mode: listing.mode,
    category: find(refs.categories, listing.subcategory),
    title: listing.title,
    description: listing.description,
    organisation: find(refs.organisations, listing.organisation),
    municipality: find(refs.municipalities, listing.municipality),
    place: listing.place,
    quantity: listing.quantity,
    price: listing.price,
    availableFrom: day(listing.availableFromDays),
    availableUntil: day(listing.availableUntilDays),
    endsOn: addDays(today, FIRST_END_DAYS + (index % END_SPREAD_DAYS)),
    firstPublishedOn: addDays(today, -listing.publishedDaysAgo),
    audiences: listing.audiences,
    availability: listing.status,
    tags: listing.tags,
  };
}

/** A success story of the demo as the CMS stores it; each paragraph becomes a block. */
export function toStory(
  story: DemoStory,
  today: string,
  refs: { municipalities: Refs; organisations: Refs; listings: Refs },
) {
  return {
    title: story.title,
    teaser: story.teaser,
    body: story.body.map((text) => ({ type: 'paragraph', children: [{ type: 'text', text }] })),
    quote: story.quote,
    givers: story.givers.map((ref) => find(refs.organisations, ref)),
    receivers: story.receivers.map((ref) => find(refs.organisations, ref)),
    listings: story.listings.map((ref) => find(refs.listings, ref)),
    municipality:
      story.municipality === null ? null : find(refs.municipalities, story.municipality),
    impact: story.impact,
    firstPublishedOn: addDays(today, -story.publishedDaysAgo),
  };
}

function find(refs: Refs, ref: string): string {
  const documentId = refs.get(ref);
  if (documentId !== undefined) return documentId;
  throw new Error(
    `The demo content points to “${ref}”, which is not there. Check the files in demo/.`,
  );
}
