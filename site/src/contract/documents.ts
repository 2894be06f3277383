import { z } from 'zod';
import { BlocksSchema } from './blocks.ts';
import {
  AUDIENCES,
  CONDITIONS,
  FEDERAL_STATES,
  LISTING_KINDS,
  LISTING_STATUSES,
  MODES,
  ORGANISATION_KINDS,
  PLACES,
  PRICE_KINDS,
  PRICE_UNITS,
} from './vocabulary.ts';

/** Key of a document in the CMS: the same for its draft and its published version. */
const DocumentIdSchema = z.string().min(1);

/** Part of an address: lower-case ASCII words joined by hyphens. */
export const SlugSchema = z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/);

const HexColourSchema = z.string().regex(/^#[0-9a-f]{6}$/i);

/** Calendar day in the time zone Europe/Berlin, `YYYY-MM-DD`. */
export const DaySchema = z.iso.date();

const WebUrlSchema = z.url({ protocol: /^https?$/ });

/** A text in German, with an English version where the portal's interface needs one. */
const LocalisedTextSchema = z.object({ de: z.string().min(1), en: z.string().nullable() });

/** File name of one rendition: SHA-256 of its bytes in hex, cut to 32 characters, and an extension. */
const MediaFileSchema = z.string().regex(/^[0-9a-f]{32}\.(?:webp|png|svg)$/);

/**
 * An image in the widths that the site needs. The renditions are made once, on upload, carry no
 * metadata and are named by their content, so that a build only copies files.
 */
export const ImageSchema = z.object({
  /** What the image shows, for people who do not see it; empty for decoration. */
  alt: z.string(),
  credit: z.string().nullable(),
  /** Renditions in ascending width; never empty. Width and height in CSS pixels. */
  renditions: z
    .array(
      z.object({
        width: z.number().int().positive(),
        height: z.number().int().positive(),
        file: MediaFileSchema,
      }),
    )
    .min(1),
});

/** What a region shows of a neighbour or the umbrella site of a region. */
const NeighbourSchema = z.object({
  slug: SlugSchema,
  name: z.string().min(1),
  shortName: z.string().min(1),
  tagline: LocalisedTextSchema,
  primary: HexColourSchema,
  accent: HexColourSchema,
});

export const RegionSchema = z.object({
  type: z.literal('region'),
  documentId: DocumentIdSchema,
  slug: SlugSchema,
  name: z.string().min(1),
  /** Number plate letters or another short form, for small spaces. */
  shortName: z.string().min(1),
  tagline: LocalisedTextSchema,
  /** Some sentences about the region for the home page and search engines. */
  introduction: z.string().nullable(),
  /** Groups of words that mean the same in the region, from its editors. */
  searchWords: z.array(z.array(z.string().min(1)).min(2)).default([]),
  federalState: z.enum(FEDERAL_STATES),
  operator: z.object({
    name: z.string().min(1),
    place: z.string().min(1),
    street: z.string().nullable(),
    postalCode: z.string().nullable(),
    phone: z.string().nullable(),
    /** Public address of the editorial office. It is the operator's own and may be shown. */
    email: z.email(),
    website: WebUrlSchema.nullable(),
  }),
  brand: z.object({
    primary: HexColourSchema,
    accent: HexColourSchema,
    logo: ImageSchema.nullable(),
    cover: ImageSchema.nullable(),
  }),
  /** Middle of the region, WGS84 in degrees. */
  center: z.object({ latitude: z.number(), longitude: z.number() }),
  neighbours: z.array(NeighbourSchema),
  partners: z.array(
    z.object({
      name: z.string().min(1),
      role: z.string().nullable(),
      website: WebUrlSchema.nullable(),
      logo: ImageSchema.nullable(),
    }),
  ),
});

export const MunicipalitySchema = z.object({
  type: z.literal('municipality'),
  documentId: DocumentIdSchema,
  slug: SlugSchema,
  name: z.string().min(1),
  postalCodes: z.array(z.string().regex(/^\d{5}$/)),
  /** WGS84, in degrees. */
  latitude: z.number().min(-90).max(90),
  longitude: z.number().min(-180).max(180),
});

export const CategorySchema = z.object({
  type: z.literal('category'),
  documentId: DocumentIdSchema,
  slug: SlugSchema,
  /** Stable name that illustrations and search rules refer to: `machines`, `machines/lifting`. */
  key: z.string().min(1),
  name: LocalisedTextSchema,
  description: LocalisedTextSchema.nullable(),
  /** Document id of the top-level category; null at the top. */
  parent: DocumentIdSchema.nullable(),
  /** Position among its siblings, from 0. */
  position: z.number().int().nonnegative(),
});

/** When an entry was made, in UTC: tells what is newer among entries of one day. An older CMS leaves it out. */
const CreatedAtSchema = z.iso.datetime().optional();

export const OrganisationSchema = z.object({
  type: z.literal('organisation'),
  documentId: DocumentIdSchema,
  slug: SlugSchema,
  name: z.string().min(1),
  kind: z.enum(ORGANISATION_KINDS),
  sector: z.string().nullable(),
  description: z.string(),
  municipality: DocumentIdSchema,
  website: WebUrlSchema.nullable(),
  employees: z.number().int().positive().nullable(),
  logo: ImageSchema.nullable(),
  createdAt: CreatedAtSchema,
});

export const PriceSchema = z.object({
  kind: z.enum(PRICE_KINDS),
  /** In euro; null when the price is not fixed. */
  amount: z.number().nonnegative().nullable(),
  unit: z.enum(PRICE_UNITS).nullable(),
  /** Reduced price for non-profit bodies, in euro and the same unit. */
  amountNonprofit: z.number().nonnegative().nullable(),
});

export const ListingSchema = z.object({
  type: z.literal('listing'),
  documentId: DocumentIdSchema,
  slug: SlugSchema,
  kind: z.enum(LISTING_KINDS),
  mode: z.enum(MODES),
  /** Document id of a category of the second level. */
  category: DocumentIdSchema,
  title: z.string().min(1),
  /** Plain text; a blank line separates paragraphs. */
  description: z.string(),
  organisation: DocumentIdSchema,
  municipality: DocumentIdSchema,
  place: z.enum(PLACES),
  quantity: z.string().nullable(),
  condition: z.enum(CONDITIONS).nullable(),
  dimensions: z.string().nullable(),
  /** In kilograms. */
  weightKg: z.number().nonnegative().nullable(),
  price: PriceSchema,
  availableFrom: DaySchema.nullable(),
  availableUntil: DaySchema.nullable(),
  /** Last day on the site. */
  endsOn: DaySchema,
  publishedOn: DaySchema,
  audiences: z.array(z.enum(AUDIENCES)).min(1),
  status: z.enum(LISTING_STATUSES),
  tags: z.array(z.string().min(1)),
  images: z.array(ImageSchema),
  createdAt: CreatedAtSchema,
});

export const SuccessStorySchema = z.object({
  type: z.literal('success-story'),
  documentId: DocumentIdSchema,
  slug: SlugSchema,
  title: z.string().min(1),
  teaser: z.string().min(1),
  body: BlocksSchema,
  quote: z
    .object({ text: z.string().min(1), person: z.string().min(1), role: z.string().nullable() })
    .nullable(),
  givers: z.array(DocumentIdSchema),
  receivers: z.array(DocumentIdSchema),
  listings: z.array(DocumentIdSchema),
  municipality: DocumentIdSchema.nullable(),
  impact: z.array(z.object({ label: z.string().min(1), value: z.string().min(1) })),
  cover: ImageSchema.nullable(),
  publishedOn: DaySchema,
  createdAt: CreatedAtSchema,
});

/** The pages that the law demands of every region, by slug. A region without them is not published. */
export const LEGAL_PAGE_SLUGS = ['impressum', 'datenschutz', 'barrierefreiheit'] as const;

export const PageSchema = z.object({
  type: z.literal('page'),
  documentId: DocumentIdSchema,
  slug: SlugSchema,
  title: z.string().min(1),
  /** One sentence for search engines and link previews. */
  summary: z.string().nullable(),
  body: BlocksSchema,
  updatedOn: DaySchema,
});

/** One region as the umbrella site shows it. */
export const RegionSummarySchema = z.object({
  type: z.literal('region-summary'),
  documentId: DocumentIdSchema,
  region: NeighbourSchema,
  operatorName: z.string().min(1),
  center: z.object({ latitude: z.number(), longitude: z.number() }),
  cover: ImageSchema.nullable(),
  counts: z.object({
    offers: z.number().int().nonnegative(),
    requests: z.number().int().nonnegative(),
    organisations: z.number().int().nonnegative(),
    stories: z.number().int().nonnegative(),
  }),
  newestStories: z.array(
    z.object({
      slug: SlugSchema,
      title: z.string().min(1),
      teaser: z.string().min(1),
      publishedOn: DaySchema,
    }),
  ),
  newestListings: z.array(
    z.object({
      slug: SlugSchema,
      title: z.string().min(1),
      kind: z.enum(LISTING_KINDS),
      mode: z.enum(MODES),
      categoryKey: z.string().min(1),
      municipalityName: z.string().min(1),
      publishedOn: DaySchema,
    }),
  ),
});

/** Everything that a snapshot can hold, told apart by `type`. */
export const DocumentSchema = z.discriminatedUnion('type', [
  RegionSchema,
  MunicipalitySchema,
  CategorySchema,
  OrganisationSchema,
  ListingSchema,
  SuccessStorySchema,
  PageSchema,
  RegionSummarySchema,
]);

export type Image = z.infer<typeof ImageSchema>;
export type Region = z.infer<typeof RegionSchema>;
export type Municipality = z.infer<typeof MunicipalitySchema>;
export type Category = z.infer<typeof CategorySchema>;
export type Organisation = z.infer<typeof OrganisationSchema>;
export type Price = z.infer<typeof PriceSchema>;
export type Listing = z.infer<typeof ListingSchema>;
export type SuccessStory = z.infer<typeof SuccessStorySchema>;
export type Page = z.infer<typeof PageSchema>;
export type RegionSummary = z.infer<typeof RegionSummarySchema>;
export type PortalDocument = z.infer<typeof DocumentSchema>;
