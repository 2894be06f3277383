import { type UploadedFile } from '../../media/image-of';

/**
 * Rows as the snapshot reads them: only the columns and relations that may reach a site. What is
 * not named here, such as an organisation's contact, is never even read.
 */
export interface Row {
  id: number;
  documentId: string;
}

/** A relation, of which only the key matters. */
type Key = { documentId: string } | null;

interface BrandRow {
  primary: string;
  accent: string;
  logo: UploadedFile | null;
  cover: UploadedFile | null;
}

export interface NeighbourRow extends Row {
  slug: string;
  name: string;
  shortName: string;
  tagline: string;
  taglineEn: string | null;
  brand: { primary: string; accent: string } | null;
}

export interface RegionRow extends Omit<NeighbourRow, 'brand'> {
  introduction: string | null;
  searchWords: string | null;
  federalState: string;
  latitude: number;
  longitude: number;
  operator: {
    name: string;
    place: string;
    street: string | null;
    postalCode: string | null;
    phone: string | null;
    email: string;
    website: string | null;
  } | null;
  brand: BrandRow | null;
  neighbours: NeighbourRow[];
  partners: {
    name: string;
    role: string | null;
    website: string | null;
    logo: UploadedFile | null;
  }[];
}

export interface MunicipalityRow extends Row {
  slug: string;
  name: string;
  postalCodes: string[];
  latitude: number;
  longitude: number;
}

export interface CategoryRow extends Row {
  slug: string;
  key: string;
  name: string;
  nameEn: string | null;
  description: string | null;
  descriptionEn: string | null;
  parent: Key;
  position: number;
}

export interface OrganisationRow extends Row {
  slug: string;
  name: string;
  kind: string;
  sector: string | null;
  description: string;
  municipality: Key;
  website: string | null;
  employees: number | null;
  logo: UploadedFile | null;
  createdAt: string | Date | null;
}

export interface ListingRow extends Row {
  slug: string;
  kind: string;
  mode: string;
  category: Key;
  title: string;
  description: string;
  organisation: Key;
  municipality: Key;
  place: string;
  quantity: string | null;
  condition: string | null;
  dimensions: string | null;
  weightKg: number | null;
  price: {
    kind: string;
    amount: number | null;
    unit: string | null;
    amountNonprofit: number | null;
  } | null;
  availableFrom: string | null;
  availableUntil: string | null;
  endsOn: string;
  firstPublishedOn: string;
  audiences: string[];
  availability: string;
  tags: string[] | null;
  images: UploadedFile[] | null;
  createdAt: string | Date | null;
}

export interface StoryRow extends Row {
  slug: string;
  title: string;
  teaser: string;
  body: unknown;
  quote: { text: string; person: string; role: string | null } | null;
  givers: { documentId: string }[];
  receivers: { documentId: string }[];
  listings: { documentId: string }[];
  municipality: Key;
  impact: { label: string; value: string }[] | null;
  cover: UploadedFile | null;
  firstPublishedOn: string;
  createdAt: string | Date | null;
}

export interface PageRow extends Row {
  slug: string;
  title: string;
  summary: string | null;
  body: unknown;
  updatedAt: string | Date;
}
