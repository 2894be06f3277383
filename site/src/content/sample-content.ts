import type {
  Category,
  Listing,
  Municipality,
  Organisation,
  Page,
  Snapshot,
  SuccessStory,
} from '../contract/index.ts';
import { Content } from './content.ts';

const ORIGINS = { SITE_ORIGIN: 'http://pm.localhost', UMBRELLA_ORIGIN: 'http://localhost' };

/** A category for tests; the second level has a parent. */
function sampleCategory(id: string, parent: string | null = null): Category {
  return {
    type: 'category',
    documentId: id,
    slug: id,
    key: parent === null ? id : `${parent}/${id}`,
    name: { de: id, en: null },
    description: null,
    parent,
    position: 0,
  };
}

/** A municipality for tests, on a line from west to east; one degree is some 68 km. */
function sampleMunicipality(id: string, longitude: number): Municipality {
  return {
    type: 'municipality',
    documentId: id,
    slug: id,
    name: id,
    postalCodes: [],
    latitude: 52,
    longitude,
  };
}

/** An organisation for tests. */
export function sampleOrganisation(id: string, municipality = 'west'): Organisation {
  return {
    type: 'organisation',
    documentId: id,
    slug: id,
    name: id,
    kind: 'company',
    sector: null,
    description: '',
    municipality,
    website: null,
    employees: null,
    logo: null,
  };
}

/** A listing for tests: an offer that anyone can take up. */
export function sampleListing(id: string, values: Partial<Listing> = {}): Listing {
  return {
    type: 'listing',
    documentId: id,
    slug: id,
    kind: 'offer',
    mode: 'lend',
    category: 'lifting',
    title: `Titel ${id}`,
    description: '',
    organisation: 'o1',
    municipality: 'west',
    place: 'on-site',
    quantity: null,
    condition: null,
    dimensions: null,
    weightKg: null,
    price: { kind: 'free', amount: null, unit: null, amountNonprofit: null },
    availableFrom: null,
    availableUntil: null,
    endsOn: '2026-12-31',
    publishedOn: '2026-10-01',
    audiences: ['companies'],
    status: 'active',
    tags: [],
    images: [],
    ...values,
  };
}

/** A success story for tests. */
export function sampleStory(id: string, values: Partial<SuccessStory> = {}): SuccessStory {
  return {
    type: 'success-story',
    documentId: id,
    slug: id,
    title: `Geschichte ${id}`,
    teaser: 'Teaser',
    body: [],
    quote: null,
    givers: [],
    receivers: [],
    listings: [],
    municipality: null,
    impact: [],
    cover: null,
    publishedOn: '2026-10-01',
    ...values,
  };
}

/** A page for tests. */
export function samplePage(slug: string): Page {
  return {
    type: 'page',
    documentId: slug,
    slug,
    title: slug,
    summary: null,
    body: [],
    updatedOn: '2026-10-01',
  };
}

/** A small region for tests: two categories in one, one in another, three places, two organisations. */
export function sampleSnapshot(values: Partial<Snapshot> = {}): Snapshot {
  return {
    header: {
      type: 'header',
      version: 1,
      region: 'pm',
      revision: 1,
      asOf: '2026-11-24',
      documents: 0,
    },
    region: {
      type: 'region',
      documentId: 'pm',
      slug: 'pm',
      name: 'Potsdam-Mittelmark',
      shortName: 'PM',
      tagline: { de: 'Gemeinsam mehr nutzen', en: null },
      introduction: null,
      searchWords: [],
      federalState: 'BB',
      operator: {
        name: 'Betreiber',
        place: 'Teltow',
        street: null,
        postalCode: null,
        phone: null,
        email: 'redaktion@pm.example',
        website: null,
      },
      brand: { primary: '#00594f', accent: '#f2a900', logo: null, cover: null },
      center: { latitude: 52, longitude: 12.5 },
      neighbours: [],
      partners: [],
    },
    municipalities: [
      sampleMunicipality('west', 12),
      sampleMunicipality('mitte', 12.2),
      sampleMunicipality('ost', 13),
    ],
    categories: [
      sampleCategory('machines'),
      sampleCategory('lifting', 'machines'),
      sampleCategory('tools', 'machines'),
      sampleCategory('rooms'),
      sampleCategory('offices', 'rooms'),
    ],
    organisations: [sampleOrganisation('o1'), sampleOrganisation('o2', 'ost')],
    listings: [],
    stories: [],
    pages: [],
    regionSummaries: [],
    quarantine: [],
    ...values,
  };
}

/** The content of {@link sampleSnapshot}. */
export function sampleContent(values: Partial<Snapshot> = {}): Content {
  return new Content(sampleSnapshot(values), ORIGINS);
}
