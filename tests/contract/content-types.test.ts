import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { type z } from 'zod';
import {
  AUDIENCES,
  CategorySchema,
  CONDITIONS,
  FEDERAL_STATES,
  LISTING_KINDS,
  LISTING_STATUSES,
  ListingSchema,
  MODES,
  MunicipalitySchema,
  ORGANISATION_KINDS,
  OrganisationSchema,
  PageSchema,
  PLACES,
  PRICE_KINDS,
  PRICE_UNITS,
  PriceSchema,
  RegionSchema,
  SuccessStorySchema,
} from '@portal/site/contract';

const CMS_SRC = path.join(import.meta.dirname, '../../cms/src');

interface Attribute {
  type: string;
  enum?: string[];
  required?: boolean;
  default?: unknown;
}

function attributesOf(file: string): Record<string, Attribute> {
  const schema = JSON.parse(readFileSync(path.join(CMS_SRC, file), 'utf8')) as {
    attributes: Record<string, Attribute>;
  };
  return schema.attributes;
}

const contentType = (name: string) => attributesOf(`api/${name}/content-types/${name}/schema.json`);
const component = (name: string) => attributesOf(`components/${name.replace('.', '/')}.json`);

/** Fields that the feed fills in itself: it names the document, and the CMS makes these on save. */
const MADE_BY_THE_CMS = [
  'type',
  'documentId',
  'slug',
  'endsOn',
  'publishedOn',
  'updatedOn',
  'createdAt',
];

/** Contract field → attribute of the CMS, where the names differ. */
const SOURCES: Record<string, Record<string, string>> = {
  region: { center: 'latitude' },
  listing: { status: 'availability' },
};

const CASES: { name: string; shape: Record<string, z.ZodType> }[] = [
  { name: 'region', shape: RegionSchema.shape },
  { name: 'municipality', shape: MunicipalitySchema.shape },
  { name: 'category', shape: CategorySchema.shape },
  { name: 'organisation', shape: OrganisationSchema.shape },
  { name: 'listing', shape: ListingSchema.shape },
  { name: 'success-story', shape: SuccessStorySchema.shape },
  { name: 'page', shape: PageSchema.shape },
];

describe.each(CASES)('the content type $name', ({ name, shape }) => {
  const attributes = contentType(name);

  it.each(Object.entries(shape).filter(([field]) => !MADE_BY_THE_CMS.includes(field)))(
    'has a home for %s, required where the contract needs it',
    (field, fieldSchema) => {
      const attribute = attributes[SOURCES[name]?.[field] ?? field];
      expect(attribute, `attribute for ${field}`).toBeDefined();
      const acceptsNothing =
        fieldSchema.safeParse(null).success || fieldSchema.safeParse([]).success;
      const mayBeEmptyText = fieldSchema.safeParse('').success;
      if (acceptsNothing || mayBeEmptyText) return;
      expect(
        attribute?.required === true || attribute?.default !== undefined,
        `${name}.${field} must be required in the CMS`,
      ).toBe(true);
    },
  );
});

describe('closed vocabularies', () => {
  it.each([
    ['listing.kind', contentType('listing')['kind'], LISTING_KINDS],
    ['listing.mode', contentType('listing')['mode'], MODES],
    ['listing.place', contentType('listing')['place'], PLACES],
    ['listing.availability', contentType('listing')['availability'], LISTING_STATUSES],
    ['listing.condition', contentType('listing')['condition'], CONDITIONS],
    ['listing.price.kind', component('listing.price')['kind'], PRICE_KINDS],
    ['listing.price.unit', component('listing.price')['unit'], PRICE_UNITS],
    ['organisation.kind', contentType('organisation')['kind'], ORGANISATION_KINDS],
    ['region.federalState', contentType('region')['federalState'], FEDERAL_STATES],
  ] as const)('are the same for %s in the CMS and in the contract', (_name, attribute, values) => {
    expect(attribute?.enum).toEqual([...values]);
  });

  it('covers every field of a price', () => {
    expect(Object.keys(component('listing.price'))).toEqual(
      expect.arrayContaining(Object.keys(PriceSchema.shape)),
    );
  });
});

describe('the demo content', () => {
  it('has a home for every field of its listings', () => {
    const demo = JSON.parse(
      readFileSync(path.join(CMS_SRC, '../demo/pm.listings.json'), 'utf8'),
    ) as Record<string, unknown>[];
    const homes: Record<string, string> = {
      subcategory: 'category',
      availableFromDays: 'availableFrom',
      availableUntilDays: 'availableUntil',
      publishedDaysAgo: 'firstPublishedOn',
      status: 'availability',
      ref: 'slug',
    };
    const fields = new Set(demo.flatMap((listing) => Object.keys(listing)));
    const attributes = contentType('listing');
    for (const field of fields) expect(attributes).toHaveProperty(homes[field] ?? field);
  });

  it('uses only audiences that the contract knows', () => {
    for (const region of ['pm', 'tf', 'hvl']) {
      const listings = JSON.parse(
        readFileSync(path.join(CMS_SRC, `../demo/${region}.listings.json`), 'utf8'),
      ) as { audiences: string[] }[];
      const unknown = listings.flatMap(({ audiences }) =>
        audiences.filter((audience) => !(AUDIENCES as readonly string[]).includes(audience)),
      );
      expect(unknown).toEqual([]);
    }
  });
});
