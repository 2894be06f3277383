import fc from 'fast-check';
import {
  AUDIENCES,
  LEGAL_PAGE_SLUGS,
  LISTING_KINDS,
  LISTING_STATUSES,
  MODES,
  ORGANISATION_KINDS,
} from '@portal/site/contract';
import { TOP_CATEGORIES } from './default-documents.ts';
import { blocks, LATE_FILES, picture, PICTURE_COUNT } from './edit-values.ts';
import { numbered, REGION, SIZES, type Edit, type EditedType, type Size } from './region-model.ts';

// A few more than a region begins with: what is created, and what references lead nowhere with.
const ORGANISATIONS = numbered('o', 8);
const LISTINGS = numbered('l', 26);
const STORIES = numbered('s', 6);
const MUNICIPALITIES = numbered('m', 5);
const CATEGORIES = numbered('c', 11);
const EDITORIAL_PAGES = ['ueber', 'p00', 'p01'];

const DAYS = ['2026-11-18', '2026-11-21', '2026-11-23', '2026-11-24', '2026-11-25', '2026-12-02'];

/** Addresses that a text may link to; some are never there. */
const ADDRESSES = [
  ...['/angebote/l00/', '/angebote/l03', '/gesuche/l02/', '/angebote/l24/', '/erfolge/s00/'],
  ...['/erfolge/s01/', '/erfolge/s05', '/organisationen/o01/', '/organisationen/o07/#kontakt'],
  ...['/kategorien/c04/', '/kategorien/c10/', '/angebote/art/verleihen/', '/orte/m04/'],
  ...['/p00/', '/ueber', '/rss.xml', '/nirgends/', 'https://example.org/', '#oben'],
];

const from = <T>(items: readonly T[]) => fc.constantFrom(...items);
const orNull = <T>(value: fc.Arbitrary<T>) => fc.option(value, { freq: 2 });
// From a list, because making a random text smaller takes many renderings and explains nothing.
const text = from([
  ...['Leihen', 'Über den Zaun', 'ärger', 'Zuletzt', 'Ärger & <b>Freude</b> "sofort"', '   '],
  ...[
    'a\u0000b\u0008',
    'halb \ud83d',
    '👩‍🌾\u202e',
    'Ende \uffff',
    'Anfang \ufffe',
    'zwei\nZeilen\n\nund mehr',
  ],
]);
/** What offers and requests may meet by. */
const THINGS = ['Gabelstapler', 'Flurförderzeug gesucht', 'Kühlanhänger', 'Anhänger', 'Wuppdich'];
const image = fc.nat(PICTURE_COUNT - 1).map(picture);
const someOf = <T>(items: readonly T[], maxLength: number) =>
  fc.uniqueArray(from(items), { maxLength });
const day = from(DAYS);
const localised = text.map((de) => ({ de, en: null }));
const body = fc.tuple(text, fc.option(from(ADDRESSES), { nil: undefined })).map(([words, url]) => {
  return blocks(words, url);
});
const slugAmong = (ids: readonly string[]) => from([...ids.slice(0, 2), ids.at(-1) ?? '', 'neu']);

const FIELDS = {
  listing: {
    title: fc.oneof(text, from(THINGS)),
    description: text,
    slug: slugAmong(LISTINGS),
    kind: from(LISTING_KINDS),
    mode: from(MODES.slice(0, 4)),
    category: from(CATEGORIES),
    organisation: from(ORGANISATIONS),
    municipality: from(MUNICIPALITIES),
    price: from([
      { kind: 'free', amount: null, unit: null, amountNonprofit: null },
      { kind: 'fee', amount: 12.5, unit: 'day', amountNonprofit: 10 },
      { kind: 'negotiable', amount: null, unit: null, amountNonprofit: null },
    ]),
    availableFrom: orNull(day),
    availableUntil: orNull(day),
    endsOn: day,
    publishedOn: day,
    audiences: fc.array(from(AUDIENCES), { minLength: 1, maxLength: 3 }),
    status: from(LISTING_STATUSES),
    tags: fc.array(fc.oneof(text, from(THINGS)), { maxLength: 2 }),
    images: fc.array(image, { maxLength: 2 }),
  },
  organisation: {
    name: text,
    slug: slugAmong(ORGANISATIONS),
    kind: from(ORGANISATION_KINDS),
    sector: orNull(text),
    description: text,
    municipality: from(MUNICIPALITIES),
    employees: orNull(fc.integer({ min: 1, max: 3 })),
    logo: orNull(image),
  },
  'success-story': {
    title: text,
    teaser: text,
    slug: slugAmong(STORIES),
    body,
    givers: someOf(ORGANISATIONS, 3),
    receivers: someOf(ORGANISATIONS, 2),
    listings: someOf(LISTINGS, 3),
    municipality: orNull(from(MUNICIPALITIES)),
    cover: orNull(image),
    publishedOn: day,
    impact: fc.array(fc.record({ label: text, value: text }), { maxLength: 1 }),
  },
  page: {
    title: text,
    summary: orNull(text),
    slug: from(['ueber', 'p00', 'hilfe']),
    body,
    updatedOn: day,
  },
  category: {
    name: localised,
    description: orNull(localised),
    position: fc.nat(12),
    parent: orNull(from(TOP_CATEGORIES)),
    slug: slugAmong(CATEGORIES),
  },
  municipality: {
    name: text,
    slug: slugAmong(MUNICIPALITIES),
    latitude: fc.integer({ min: 51, max: 53 }),
  },
  region: {
    name: text,
    tagline: localised,
    introduction: orNull(text),
    searchWords: from([[], [['Anhänger', 'Wuppdich']], [['Ärger', 'Freude', 'Zaun']]]),
    brand: fc.record({
      primary: from(['#00594f', '#7a1f3d', '#000000']),
      accent: from(['#f2a900', '#00a9f2']),
      logo: orNull(image),
      cover: orNull(image),
    }),
    neighbours: fc.array(
      from(['hvl', 'tf']).map((slug) => ({
        ...{ slug, name: `Region ${slug}`, shortName: slug, tagline: { de: 'Nebenan', en: null } },
        ...{ primary: '#102030', accent: '#f0f0f0' },
      })),
      { maxLength: 2 },
    ),
    partners: fc
      .array(fc.record({ name: text, logo: orNull(image) }), { maxLength: 2 })
      .map((partners) => partners.map((partner) => ({ ...partner, role: null, website: null }))),
  },
} satisfies Record<EditedType, Record<string, fc.Arbitrary<unknown>>>;

type Fields = Record<string, fc.Arbitrary<unknown>>;

/** New values of at most three fields. */
function values(fields: Fields): fc.Arbitrary<Record<string, unknown>> {
  const single = Object.entries(fields).map(([name, value]) =>
    value.map((given) => [name, given] as const),
  );
  return fc
    .array(fc.oneof(...single), { maxLength: 3 })
    .map((entries): Record<string, unknown> => Object.fromEntries(entries));
}

const put = (type: EditedType, ids: readonly string[], fields: Fields = FIELDS[type]) =>
  fc.record({ put: fc.constant(type), id: from(ids), values: values(fields) });
const broken = (type: EditedType, ids: readonly string[]) =>
  put(type, ids).map((edit) => ({ ...edit, isBroken: true }));
const take = (type: EditedType, ids: readonly string[]) =>
  fc.record({ take: fc.constant(type), id: from(ids) });

const without = (fields: Fields, ...names: string[]): Fields =>
  Object.fromEntries(Object.entries(fields).filter(([name]) => !names.includes(name)));

// The first municipality and the categories of the first level stay: no region is without.
const topCategoryFields = without(FIELDS.category, 'slug', 'parent');
const legalPageFields = without(FIELDS.page, 'slug');

/** Edits that a delta can tell of, the frequent ones first. */
const DELTA_EDITS: fc.WeightedArbitrary<Edit>[] = [
  { weight: 12, arbitrary: put('listing', LISTINGS) },
  { weight: 5, arbitrary: take('listing', LISTINGS) },
  { weight: 6, arbitrary: put('organisation', ORGANISATIONS) },
  { weight: 3, arbitrary: take('organisation', ORGANISATIONS) },
  { weight: 8, arbitrary: put('success-story', STORIES) },
  { weight: 3, arbitrary: take('success-story', STORIES) },
  { weight: 3, arbitrary: put('page', EDITORIAL_PAGES) },
  { weight: 2, arbitrary: take('page', EDITORIAL_PAGES) },
  { weight: 1, arbitrary: put('page', LEGAL_PAGE_SLUGS, legalPageFields) },
  { weight: 1, arbitrary: take('page', LEGAL_PAGE_SLUGS) },
  { weight: 1, arbitrary: broken('listing', LISTINGS) },
  { weight: 1, arbitrary: broken('organisation', ORGANISATIONS) },
  { weight: 1, arbitrary: broken('success-story', STORIES) },
  { weight: 1, arbitrary: broken('page', EDITORIAL_PAGES) },
];

/** Edits that need a whole snapshot. */
const SNAPSHOT_EDITS: fc.WeightedArbitrary<Edit>[] = [
  { weight: 2, arbitrary: put('category', CATEGORIES.slice(TOP_CATEGORIES.length)) },
  { weight: 1, arbitrary: put('category', TOP_CATEGORIES, topCategoryFields) },
  { weight: 1, arbitrary: take('category', CATEGORIES.slice(TOP_CATEGORIES.length)) },
  { weight: 1, arbitrary: broken('category', CATEGORIES.slice(TOP_CATEGORIES.length)) },
  { weight: 1, arbitrary: put('municipality', MUNICIPALITIES) },
  { weight: 1, arbitrary: take('municipality', MUNICIPALITIES.slice(1)) },
  { weight: 2, arbitrary: put('region', [REGION]) },
  { weight: 2, arbitrary: fc.integer({ min: 1, max: 9 }).map((days) => ({ days })) },
  { weight: 2, arbitrary: from(LATE_FILES).map((deliver) => ({ deliver })) },
];

/** A document as an editor writes it, not published yet. */
const draft = fc.oneof(...DELTA_EDITS.map(({ arbitrary }) => arbitrary)).filter((edit) => {
  return 'put' in edit;
});

/** What happens between two looks at the site. */
export type Step =
  /** Some edits, told of by a delta if possible and wanted; then a look at all files, or not. */
  | { edits: Edit[]; source: 'delta' | 'snapshot'; isChecked: boolean }
  | { preview: Edit[]; path: string | null }
  /** The renderer's process ends and another takes over. */
  | 'restart';

const edits = fc.oneof(
  { weight: 6, arbitrary: fc.array(fc.oneof(...DELTA_EDITS), { maxLength: 3 }) },
  {
    weight: 1,
    arbitrary: fc.array(fc.oneof(...DELTA_EDITS, ...SNAPSHOT_EDITS), {
      minLength: 1,
      maxLength: 3,
    }),
  },
  { weight: 1, arbitrary: fc.oneof(...SNAPSHOT_EDITS).map((edit) => [edit]) },
);

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 20,
    arbitrary: fc.record({
      edits,
      source: fc.oneof(
        { weight: 4, arbitrary: fc.constant('delta' as const) },
        { weight: 1, arbitrary: fc.constant('snapshot' as const) },
      ),
      isChecked: fc.oneof(
        { weight: 3, arbitrary: fc.constant(false) },
        { weight: 1, arbitrary: fc.constant(true) },
      ),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      preview: fc.array(draft, { minLength: 1, maxLength: 2 }),
      path: orNull(from(ADDRESSES.filter((address) => address.endsWith('/')))),
    }),
  },
  { weight: 1, arbitrary: fc.constant('restart' as const) },
);

/** What happens to a region. */
export const steps: fc.Arbitrary<Step[]> = fc.array(step, { minLength: 1, maxLength: 8 });

/** Mostly small, because most can be learned there in little time. */
export const size: fc.Arbitrary<Size> = fc.oneof(
  { weight: 18, arbitrary: fc.constant(SIZES.small) },
  { weight: 1, arbitrary: fc.constant(SIZES.empty) },
  { weight: 1, arbitrary: fc.constant(SIZES.large) },
);
