import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startCms, type CmsAnswer, type CmsClient, type RunningCms } from '../../support/cms.ts';
import {
  COLLECTIONS,
  connect,
  createEntry,
  createWorld,
  listingValues,
  paragraph,
  publishEntry,
  regionValues,
  UIDS,
  type TypeName,
  type World,
} from '../../support/cms-world.ts';

let cms: RunningCms;
let world: World;
beforeAll(async () => {
  cms = await startCms();
  world = await createWorld(cms);
});
afterAll(() => cms?.stop());

interface Refusal {
  error: { message: string; details?: { errors?: { path: string[]; message: string }[] } };
}

const entryOf = (type: TypeName, id = '') => `${COLLECTIONS}/${UIDS[type]}/${id}`;
const listing = (title: string, more: object = {}) => ({
  ...listingValues(world.alpha, world.category, title),
  ...more,
});
const createListing = (title: string, more: object = {}) =>
  createEntry(world.editorOfAlpha, 'listing', listing(title, more));
const readListing = async (id: string) =>
  (await cms.superAdmin.must<{ data: Record<string, unknown> }>('GET', entryOf('listing', id)))
    .data;
const pathsOf = (answer: CmsAnswer) =>
  (answer.body as Refusal).error.details?.errors?.map(({ path }) => path.join('.'));
const berlinDay = (offset: number) =>
  new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Berlin' }).format(
    Date.now() + offset * 86_400_000,
  );

describe('a slug', () => {
  it('is made from the title and numbered within its region', async () => {
    const titles = ['Große Bühne', 'Große Bühne', 'Große Bühne'];
    const slugs: unknown[] = [];
    for (const title of titles) slugs.push((await readListing(await createListing(title)))['slug']);
    expect(slugs).toEqual(['grosse-buehne', 'grosse-buehne-2', 'grosse-buehne-3']);
    const { editorOfBeta, beta, category } = world;
    const elsewhere = await createEntry(
      editorOfBeta,
      'listing',
      listingValues(beta, category, 'Große Bühne'),
    );
    expect((await readListing(elsewhere))['slug']).toBe('grosse-buehne');
  });

  it('comes with the first title and then stays, whatever anybody sends', async () => {
    const { editorOfAlpha } = world;
    const id = await createEntry(editorOfAlpha, 'page', { body: paragraph('Text') });
    const slugAfter = async (client: CmsClient, values: object) => {
      await client.must('PUT', entryOf('page', id), values);
      const { data } = await client.must<{ data: { slug: string } }>('GET', entryOf('page', id));
      return data.slug;
    };
    expect(await slugAfter(editorOfAlpha, { title: 'Mein Titel' })).toBe('mein-titel');
    expect(await slugAfter(editorOfAlpha, { title: 'Neuer Titel' })).toBe('mein-titel');
    expect(await slugAfter(cms.superAdmin, { slug: 'gefaelscht' })).toBe('mein-titel');
  });

  it('cannot be chosen by an editor', async () => {
    const id = await createListing('Echter Titel', { slug: 'gefaelscht' });
    expect((await readListing(id))['slug']).toBe('echter-titel');
  });

  it('of a region is chosen by the operator, or made from the name without “Landkreis”', async () => {
    const values = { ...regionValues('x', 'Landkreis Dahme-Spreewald'), slug: undefined };
    const id = await createEntry(cms.superAdmin, 'region', values);
    const { data } = await cms.superAdmin.must<{ data: { slug: string } }>(
      'GET',
      entryOf('region', id),
    );
    expect(data.slug).toBe('dahme-spreewald');
  });
});

describe('the dates of a listing', () => {
  it('are set on its first publication and kept on the next', async () => {
    const { editorOfAlpha } = world;
    const id = await createListing('Mit Frist', { firstPublishedOn: '2001-01-01' });
    expect(await readListing(id)).toMatchObject({ firstPublishedOn: null, endsOn: null });
    await publishEntry(editorOfAlpha, 'listing', id);
    const dates = { firstPublishedOn: berlinDay(0), endsOn: berlinDay(90) };
    expect(await readListing(id)).toMatchObject({ ...dates, status: 'published' });
    await editorOfAlpha.must('PUT', entryOf('listing', id), { firstPublishedOn: '2001-01-01' });
    await publishEntry(editorOfAlpha, 'listing', id);
    expect(await readListing(id)).toMatchObject(dates);
  });

  it('respect the end that an editor has set', async () => {
    const id = await createListing('Kurz', { endsOn: berlinDay(7) });
    await publishEntry(world.editorOfAlpha, 'listing', id);
    expect(await readListing(id)).toMatchObject({ endsOn: berlinDay(7) });
  });
});

describe('a save is refused with a German message at the field', () => {
  it.each<[string, TypeName, () => object, string, RegExp]>([
    [
      'a price that does not fit',
      'listing',
      () => listing('A', { mode: 'rent' }),
      'price.kind',
      /Mieten/,
    ],
    [
      'an end before the beginning',
      'listing',
      () => listing('B', { availableFrom: '2026-05-02', availableUntil: '2026-05-01' }),
      'availableUntil',
      /1\.5\.2026/,
    ],
    [
      'an unknown audience',
      'listing',
      () => listing('C', { audiences: ['all'] }),
      'audiences',
      /Zielgruppe/,
    ],
    ['an empty tag', 'listing', () => listing('D', { tags: [''] }), 'tags', /Schlagwörter/],
    [
      'a top-level category',
      'listing',
      () => listing('E', { category: connect(world.topCategory) }),
      'category',
      /Unterkategorie/,
    ],
    [
      'a short postal code',
      'municipality',
      () => ({ name: 'Dorf', postalCodes: ['1480'], latitude: 52, longitude: 12 }),
      'postalCodes',
      /fünf Ziffern/,
    ],
  ])('for %s', async (_, type, values, path, message) => {
    const answer = await world.editorOfAlpha.call('POST', entryOf(type), values());
    expect(answer.status, answer.text).toBe(400);
    expect(pathsOf(answer)).toEqual([path]);
    expect((answer.body as Refusal).error.message).toMatch(message);
  });

  it.each<[string, object, string]>([
    [
      'a light primary colour',
      { brand: { primary: '#ffcc00', accent: '#00594f' } },
      'brand.primary',
    ],
    ['no colour at all', { brand: { primary: '#00594f', accent: 'gelb' } }, 'brand.accent'],
    ['a position off the earth', { latitude: 91 }, 'latitude'],
    ['search words that are no pair', { searchWords: 'Kran = Heber\nStapler' }, 'searchWords'],
    ['a reserved slug', { slug: 'umbrella' }, 'slug'],
    ['a slug that is no host name', { slug: 'Über uns' }, 'slug'],
  ])('for a region with %s', async (_, values, path) => {
    const answer = await cms.superAdmin.call('POST', entryOf('region'), {
      ...regionValues('delta', 'Deltatal'),
      ...values,
    });
    expect(answer.status, answer.text).toBe(400);
    expect(pathsOf(answer)).toEqual([path]);
  });

  it('for a third level of categories', async () => {
    const { superAdmin } = cms;
    const values = {
      name: 'Kleinkrane',
      key: 'small',
      position: 0,
      parent: connect(world.category),
    };
    expect(pathsOf(await superAdmin.call('POST', entryOf('category'), values))).toEqual(['parent']);
    const answer = await superAdmin.call('PUT', entryOf('category', world.topCategory), {
      parent: connect(world.category),
    });
    expect(pathsOf(answer)).toEqual(['parent']);
  });

  it('for a super admin who mixes regions or forgets the region', async () => {
    const { superAdmin } = cms;
    const mixed = await superAdmin.call('POST', entryOf('listing'), {
      ...listing('Gemischt'),
      region: connect(world.beta.region),
    });
    expect(pathsOf(mixed)).toEqual(['organisation', 'municipality']);
    expect(pathsOf(await superAdmin.call('POST', entryOf('listing'), listing('Ohne')))).toEqual([
      'region',
    ]);
  });

  it('for a listing whose organisation is not public', async () => {
    const { editorOfAlpha, alpha } = world;
    const organisation = await createEntry(editorOfAlpha, 'organisation', {
      name: 'Noch Entwurf',
      kind: 'company',
      description: 'Kurz.',
      municipality: connect(alpha.municipality),
    });
    const id = await createListing('Zu früh', { organisation: connect(organisation) });
    const answer = await editorOfAlpha.call(
      'POST',
      `${entryOf('listing', id)}/actions/publish`,
      {},
    );
    expect(answer.status).toBe(400);
    expect(pathsOf(answer)).toEqual(['organisation']);
  });
});

describe('what others stand on', () => {
  it.each<[string, TypeName, () => string, RegExp]>([
    ['a region with content', 'region', () => world.alpha.region, /noch Inhalte/],
    [
      'an organisation with public listings',
      'organisation',
      () => world.alpha.organisation,
      /ziehen Sie/,
    ],
    ['a municipality in use', 'municipality', () => world.alpha.municipality, /verweisen/],
    ['a category in use', 'category', () => world.category, /Einträge in ihr/],
    ['a category with children', 'category', () => world.topCategory, /Unterkategorien/],
  ])('cannot be deleted: %s', async (_, type, id, message) => {
    const answer = await cms.superAdmin.call('DELETE', entryOf(type, id()));
    expect(answer.status).toBe(400);
    expect((answer.body as Refusal).error.message).toMatch(message);
  });

  it('cannot be withdrawn: an organisation with public listings', async () => {
    const { editorOfAlpha, alpha } = world;
    const answer = await editorOfAlpha.call(
      'POST',
      `${entryOf('organisation', alpha.organisation)}/actions/unpublish`,
      {},
    );
    expect(answer.status).toBe(400);
    expect((answer.body as Refusal).error.message).toMatch(/zurückgezogen.*noch \d+ Eintr/);
  });

  it('may go when nothing stands on it', async () => {
    const id = await createEntry(cms.superAdmin, 'region', regionValues('leer', 'Leertal'));
    expect((await cms.superAdmin.call('DELETE', entryOf('region', id))).status).toBe(200);
  });
});
