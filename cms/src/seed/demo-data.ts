import { readFileSync } from 'node:fs';
import path from 'node:path';
import { type Data } from '@strapi/strapi';

type Organisation = Data.ContentType<'api::organisation.organisation'>;
type Listing = Data.ContentType<'api::listing.listing'>;

interface DemoText {
  de: string;
  en: string;
}

export interface DemoOperator {
  name: string;
  email: string;
  place: string;
  street?: string;
  postalCode?: string;
  phone?: string;
}

export interface DemoRegion {
  /** Slug of the region. */
  ref: string;
  name: string;
  shortName: string;
  tagline: DemoText;
  introduction: string;
  operator: DemoOperator;
  brand: { primary: string; accent: string };
  center: { latitude: number; longitude: number };
  neighbours: string[];
  partners: { name: string; role: string }[];
}

export interface DemoCategory {
  /** Key of the category, such as `machines/lifting`. */
  ref: string;
  name: DemoText;
  description?: DemoText;
  children?: DemoCategory[];
}

interface DemoMunicipality {
  ref: string;
  name: string;
  postalCodes: string[];
  latitude: number;
  longitude: number;
}

export interface DemoOrganisation {
  ref: string;
  name: string;
  type: NonNullable<Organisation['kind']>;
  municipality: string;
  sector: string | null;
  description: string;
  website: string | null;
  contact: { name: string; email: string };
  employees: number | null;
  real?: boolean;
}

export interface DemoListing {
  ref: string;
  kind: NonNullable<Listing['kind']>;
  mode: NonNullable<Listing['mode']>;
  subcategory: string;
  title: string;
  description: string;
  organisation: string;
  municipality: string;
  place: NonNullable<Listing['place']>;
  quantity: string | null;
  price: {
    kind: 'free' | 'fee' | 'negotiable' | 'swap';
    amount: number | null;
    unit: NonNullable<NonNullable<Listing['price']>['unit']> | null;
    amountNonprofit: number | null;
  };
  availableFromDays: number | null;
  availableUntilDays: number | null;
  publishedDaysAgo: number;
  audiences: string[];
  status: NonNullable<Listing['availability']>;
  tags: string[];
}

export interface DemoStory {
  ref: string;
  title: string;
  teaser: string;
  /** One paragraph each. */
  body: string[];
  quote: { text: string; person: string; role: string | null } | null;
  givers: string[];
  receivers: string[];
  listings: string[];
  municipality: string | null;
  publishedDaysAgo: number;
  impact: { label: string; value: string }[];
}

/** The files of the demo content. */
export interface DemoData {
  regions: DemoRegion[];
  umbrella: { name: string; operator: DemoOperator };
  categories: DemoCategory[];
  municipalities(region: string): DemoMunicipality[];
  organisations(region: string): DemoOrganisation[];
  listings(region: string): DemoListing[];
  stories(region: string): DemoStory[];
}

/**
 * Reads the demo content.
 *
 * @param folder - The folder `demo` of the CMS.
 */
export function readDemoData(folder: string): DemoData {
  const read = <T>(file: string) => JSON.parse(readFileSync(path.join(folder, file), 'utf8')) as T;
  return {
    regions: read('regions.json'),
    umbrella: read('umbrella.json'),
    categories: read('categories.json'),
    municipalities: (region) => read(`${region}.municipalities.json`),
    organisations: (region) => read(`${region}.organisations.json`),
    listings: (region) => read(`${region}.listings.json`),
    stories: (region) => read(`${region}.stories.json`),
  };
}
