import { dayInBerlin } from '../../domain/days';
import { searchWordGroups } from '../../domain/search-words';
import { type ImageAnswer, type UploadedFile } from '../../media/image-of';
import {
  type CategoryRow,
  type ListingRow,
  type MunicipalityRow,
  type NeighbourRow,
  type OrganisationRow,
  type PageRow,
  type RegionRow,
  type StoryRow,
} from './rows';

/** Finds the image of a file; null if there is none or it cannot be read. */
export type FindImage = (file: UploadedFile | null | undefined) => ImageAnswer['image'];

/** A document of the feed. Its keys are written in a fixed order, so equal content gives equal bytes. */
export interface FeedDocument {
  type: string;
  documentId: string;
  [field: string]: unknown;
}

/** The region itself, as its site shows it. */
export function toRegion(row: RegionRow, find: FindImage): FeedDocument {
  const { operator, brand } = row;
  return {
    type: 'region',
    documentId: row.documentId,
    slug: row.slug,
    name: row.name,
    shortName: row.shortName,
    tagline: localised(row.tagline, row.taglineEn),
    introduction: text(row.introduction),
    searchWords: searchWordGroups(row.searchWords),
    federalState: row.federalState,
    operator: {
      name: operator?.name,
      place: operator?.place,
      street: text(operator?.street),
      postalCode: text(operator?.postalCode),
      phone: text(operator?.phone),
      email: operator?.email,
      website: text(operator?.website),
    },
    brand: {
      primary: brand?.primary,
      accent: brand?.accent,
      logo: find(brand?.logo),
      cover: find(brand?.cover),
    },
    center: { latitude: row.latitude, longitude: row.longitude },
    neighbours: row.neighbours.map(toNeighbour),
    partners: row.partners.map(({ name, role, website, logo }) => ({
      name,
      role: text(role),
      website: text(website),
      logo: find(logo),
    })),
  };
}

/** A region as a neighbour or the umbrella site shows it. */
export function toNeighbour(row: Omit<NeighbourRow, 'id' | 'documentId'>): object {
  return {
    slug: row.slug,
    name: row.name,
    shortName: row.shortName,
    tagline: localised(row.tagline, row.taglineEn),
    primary: row.brand?.primary,
    accent: row.brand?.accent,
  };
}

/** A municipality. */
export function toMunicipality(row: MunicipalityRow): FeedDocument {
  return {
    type: 'municipality',
    documentId: row.documentId,
    slug: row.slug,
    name: row.name,
    postalCodes: row.postalCodes,
    latitude: row.latitude,
    longitude: row.longitude,
  };
}

/** A category of either level. */
export function toCategory(row: CategoryRow): FeedDocument {
  return {
    type: 'category',
    documentId: row.documentId,
    slug: row.slug,
    key: row.key,
    name: localised(row.name, row.nameEn),
    description:
      text(row.description) === null ? null : localised(row.description, row.descriptionEn),
    parent: row.parent?.documentId ?? null,
    position: row.position,
  };
}

/** An organisation, without its contact. */
export function toOrganisation(row: OrganisationRow, find: FindImage): FeedDocument {
  return {
    type: 'organisation',
    documentId: row.documentId,
    slug: row.slug,
    name: row.name,
    kind: row.kind,
    sector: text(row.sector),
    description: row.description,
    municipality: row.municipality?.documentId ?? null,
    website: text(row.website),
    employees: row.employees,
    logo: find(row.logo),
    createdAt: moment(row.createdAt),
  };
}

/** A listing; what the CMS calls its availability is its status here. */
export function toListing(row: ListingRow, find: FindImage): FeedDocument {
  const { price } = row;
  return {
    type: 'listing',
    documentId: row.documentId,
    slug: row.slug,
    kind: row.kind,
    mode: row.mode,
    category: row.category?.documentId ?? null,
    title: row.title,
    description: row.description,
    organisation: row.organisation?.documentId ?? null,
    municipality: row.municipality?.documentId ?? null,
    place: row.place,
    quantity: text(row.quantity),
    condition: text(row.condition),
    dimensions: text(row.dimensions),
    weightKg: row.weightKg,
    price: {
      kind: price?.kind ?? null,
      amount: price?.amount ?? null,
      unit: text(price?.unit),
      amountNonprofit: price?.amountNonprofit ?? null,
    },
    availableFrom: text(row.availableFrom),
    availableUntil: text(row.availableUntil),
    endsOn: row.endsOn,
    publishedOn: row.firstPublishedOn,
    audiences: row.audiences,
    status: row.availability,
    tags: row.tags ?? [],
    images: (row.images ?? []).flatMap((file) => find(file) ?? []),
    createdAt: moment(row.createdAt),
  };
}

/**
 * A success story. It may name listings that have ended: whether they are on the site is for the
 * reader to see, so that this line depends on nothing but the story itself.
 */
export function toStory(row: StoryRow, find: FindImage): FeedDocument {
  return {
    type: 'success-story',
    documentId: row.documentId,
    slug: row.slug,
    title: row.title,
    teaser: row.teaser,
    body: row.body,
    quote:
      row.quote === null
        ? null
        : { text: row.quote.text, person: row.quote.person, role: text(row.quote.role) },
    givers: idsOf(row.givers),
    receivers: idsOf(row.receivers),
    listings: idsOf(row.listings),
    municipality: row.municipality?.documentId ?? null,
    impact: (row.impact ?? []).map(({ label, value }) => ({ label, value })),
    cover: find(row.cover),
    publishedOn: row.firstPublishedOn,
    createdAt: moment(row.createdAt),
  };
}

/** An editorial or legal page. */
export function toPage(row: PageRow): FeedDocument {
  return {
    type: 'page',
    documentId: row.documentId,
    slug: row.slug,
    title: row.title,
    summary: text(row.summary),
    body: row.body,
    updatedOn: dayInBerlin(new Date(row.updatedAt)),
  };
}

/** A text with its English version. */
function localised(german: string | null, english: string | null): object {
  return { de: german, en: text(english) };
}

/** Forms store an emptied field as an empty text. */
function text(value: string | null | undefined): string | null {
  return value === undefined || value === '' ? null : value;
}

/** A moment in UTC; left out of the line where the database has none. */
function moment(value: string | Date | null): string | undefined {
  return value === null ? undefined : new Date(value).toISOString();
}

function idsOf(keys: readonly { documentId: string }[]): string[] {
  return [...new Set(keys.map(({ documentId }) => documentId))];
}
