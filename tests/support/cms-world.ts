import { existsSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { type CmsClient, type RunningCms } from './cms.ts';

/** Address of the admin API for a content type. */
export const COLLECTIONS = '/content-manager/collection-types';

export const UIDS = {
  region: 'api::region.region',
  municipality: 'api::municipality.municipality',
  category: 'api::category.category',
  organisation: 'api::organisation.organisation',
  listing: 'api::listing.listing',
  story: 'api::success-story.success-story',
  page: 'api::page.page',
} as const;

/** Types whose entries belong to a region. */
export const REGIONAL_TYPES = ['municipality', 'organisation', 'listing', 'story', 'page'] as const;

export type TypeName = keyof typeof UIDS;

interface AdminEntry {
  data: { id: number; documentId: string; slug: string; [field: string]: unknown };
}

/** Content of one region: one published entry of each type, and a draft listing. */
export interface RegionContent {
  slug: string;
  region: string;
  municipality: string;
  organisation: string;
  listing: string;
  draft: string;
  story: string;
  page: string;
}

/** Two regions with content, their editors, and a careless role. */
export interface World {
  category: string;
  topCategory: string;
  alpha: RegionContent;
  beta: RegionContent;
  /** Editors with the role that the portal makes for editors. */
  editorOfAlpha: CmsClient;
  editorOfBeta: CmsClient;
  /** Edits Alpha too, with a role that may do everything and knows no conditions. */
  carelessEditorOfAlpha: CmsClient;
}

/** What every text of region Beta holds, so that a leak can be seen in any answer. */
export const CANARY = 'Geheimberg';

/** Creates an entry through the admin API and returns its document id. */
export async function createEntry(
  client: CmsClient,
  type: TypeName,
  values: object,
): Promise<string> {
  const { data } = await client.must<AdminEntry>('POST', `${COLLECTIONS}/${UIDS[type]}`, values);
  return data.documentId;
}

/** Publishes the draft of an entry. */
export async function publishEntry(
  client: CmsClient,
  type: TypeName,
  documentId: string,
): Promise<void> {
  await client.must('POST', `${COLLECTIONS}/${UIDS[type]}/${documentId}/actions/publish`, {});
}

/** A relation as the forms of the admin panel send it. */
export function connect(...documentIds: string[]): object {
  return { connect: documentIds.map((documentId) => ({ documentId })), disconnect: [] };
}

/** A paragraph of rich text. */
export function paragraph(text: string): object[] {
  return [{ type: 'paragraph', children: [{ type: 'text', text }] }];
}

/** A form for a region with every required field. */
export function regionValues(slug: string, name: string): object {
  return {
    slug,
    name,
    shortName: slug.slice(0, 3).toUpperCase(),
    tagline: `Gemeinsam stark in ${name}`,
    federalState: 'BB',
    operator: { name: `Landkreis ${name}`, place: name, email: `post@${slug}.example` },
    brand: { primary: '#00594f', accent: '#ffcc00' },
    latitude: 52.3,
    longitude: 12.9,
  };
}

/** A form for a listing with every required field; without region, which a single editor's gets. */
export function listingValues(
  content: Pick<RegionContent, 'organisation' | 'municipality'>,
  category: string,
  title: string,
): object {
  return {
    kind: 'offer',
    mode: 'lend',
    title,
    description: `${title}: in gutem Zustand.`,
    category: connect(category),
    organisation: connect(content.organisation),
    municipality: connect(content.municipality),
    place: 'on-site',
    price: { kind: 'free' },
    audiences: ['public'],
    availability: 'active',
    tags: ['Werkzeug'],
  };
}

/** Fills an empty CMS with two regions and their editors. */
export async function createWorld(cms: RunningCms): Promise<World> {
  const { superAdmin } = cms;
  const topCategory = await createEntry(superAdmin, 'category', {
    name: 'Maschinen',
    key: 'machines',
    position: 0,
  });
  const category = await createEntry(superAdmin, 'category', {
    name: 'Hebezeuge',
    key: 'machines/lifting',
    position: 0,
    parent: connect(topCategory),
  });
  const alpha = await createRegion(superAdmin, 'alpha', 'Alphatal', category);
  const beta = await createRegion(superAdmin, 'beta', CANARY, category);
  const editorRole = await findRole(superAdmin, 'region-editor');
  const carelessRole = await createCarelessRole(superAdmin);
  const editorOfAlpha = await cms.createUser('alpha@example.org', editorRole);
  const editorOfBeta = await cms.createUser('beta@example.org', editorRole);
  const carelessEditorOfAlpha = await cms.createUser('careless@example.org', carelessRole);
  await setEditors(superAdmin, alpha.region, [editorOfAlpha, carelessEditorOfAlpha]);
  await setEditors(superAdmin, beta.region, [editorOfBeta]);
  return {
    category,
    topCategory,
    alpha,
    beta,
    editorOfAlpha,
    editorOfBeta,
    carelessEditorOfAlpha,
  };
}

/** Creates a region with one published entry of each type, and a draft listing. */
export async function createRegion(
  superAdmin: CmsClient,
  slug: string,
  name: string,
  category: string,
): Promise<RegionContent> {
  const region = await createEntry(superAdmin, 'region', regionValues(slug, name));
  const inRegion = { region: connect(region) };
  const municipality = await createEntry(superAdmin, 'municipality', {
    ...inRegion,
    name: `${name} Stadt`,
    postalCodes: ['14806'],
    latitude: 52.1,
    longitude: 12.6,
  });
  const organisation = await createEntry(superAdmin, 'organisation', {
    ...inRegion,
    name: `${name} Werke`,
    kind: 'company',
    description: `Ein Betrieb in ${name}.`,
    municipality: connect(municipality),
    contact: { name: `Vertrauensperson ${name}`, email: `vertraulich@${slug}.example` },
  });
  await publishEntry(superAdmin, 'organisation', organisation);
  const content = { organisation, municipality };
  const listing = await createEntry(superAdmin, 'listing', {
    ...inRegion,
    ...listingValues(content, category, `Kran in ${name}`),
  });
  await publishEntry(superAdmin, 'listing', listing);
  const draft = await createEntry(superAdmin, 'listing', {
    ...inRegion,
    ...listingValues(content, category, `Entwurf in ${name}`),
  });
  const story = await createEntry(superAdmin, 'story', {
    ...inRegion,
    title: `Erfolg in ${name}`,
    teaser: `Wie ${name} hilft.`,
    body: paragraph(`So war es in ${name}.`),
    givers: connect(organisation),
    listings: connect(listing),
    municipality: connect(municipality),
  });
  await publishEntry(superAdmin, 'story', story);
  const page = await createEntry(superAdmin, 'page', {
    ...inRegion,
    title: `Über ${name}`,
    body: paragraph(`Über ${name}.`),
  });
  await publishEntry(superAdmin, 'page', page);
  return { slug, region, municipality, organisation, listing, draft, story, page };
}

/** Names the editors of a region. */
async function setEditors(
  superAdmin: CmsClient,
  region: string,
  editors: readonly CmsClient[],
): Promise<void> {
  await superAdmin.must('PUT', `${COLLECTIONS}/${UIDS.region}/${region}`, {
    editors: { connect: editors.map(({ userId }) => ({ id: userId })), disconnect: [] },
  });
}

/** The revision of a region or the umbrella, by the feed. */
export async function revisionOf(cms: RunningCms, slug: string): Promise<number> {
  const { revision } = await cms.feed.must<{ revision: number }>(
    'GET',
    `/api/feed/v1/${slug}/changes?since=0`,
  );
  return revision;
}

/**
 * Everything that an SQLite CMS holds of content, files and revisions, as one text: all tables but
 * those of logins and of Strapi itself.
 */
export function contentOf(cms: Pick<RunningCms, 'dataDir'>): string {
  return readDatabase(cms.dataDir, (database) => {
    const tables = database
      .prepare("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")
      .all() as { name: string }[];
    return tables
      .filter(({ name }) => !/^(?:strapi|admin|sqlite)_/.test(name))
      .map(
        ({ name }) => `${name}${JSON.stringify(database.prepare(`SELECT * FROM "${name}"`).all())}`,
      )
      .join('\n');
  });
}

/** How many rows a table of an SQLite CMS has; 0 while the CMS has not made it yet. */
export function countRows(dataDir: string, table: string): number {
  if (!existsSync(databaseFile(dataDir))) return 0;
  return readDatabase(dataDir, (database) => {
    const exists = database.prepare('SELECT 1 FROM sqlite_master WHERE name = ?').get(table);
    if (exists === undefined) return 0;
    const row = database.prepare(`SELECT count(*) AS amount FROM "${table}"`).get();
    return Number(row?.['amount']);
  });
}

function readDatabase<T>(dataDir: string, read: (database: DatabaseSync) => T): T {
  const database = new DatabaseSync(databaseFile(dataDir), { readOnly: true, timeout: 2000 });
  try {
    return read(database);
  } finally {
    database.close();
  }
}

function databaseFile(dataDir: string): string {
  return path.join(dataDir, 'cms/portal.db');
}

/** The id of a role by its code. */
export async function findRole(superAdmin: CmsClient, code: string): Promise<number> {
  const { data } = await superAdmin.must<{ data: { id: number; code: string }[] }>(
    'GET',
    '/admin/roles',
  );
  const role = data.find((candidate) => candidate.code === code);
  if (role === undefined) throw new Error(`The CMS has no role ${code}.`);
  return role.id;
}

/** A role as somebody makes it who gives every right and forgets the conditions. */
async function createCarelessRole(superAdmin: CmsClient): Promise<number> {
  const { data: role } = await superAdmin.must<{ data: { id: number } }>('POST', '/admin/roles', {
    name: 'Alles',
    description: 'Every right on content and media, without conditions',
  });
  const types = await superAdmin.must<{
    data: { uid: string; attributes: Record<string, { type: string; component?: string }> }[];
  }>('GET', '/content-manager/content-types');
  const components = await superAdmin.must<{
    data: { uid: string; attributes: Record<string, { type: string }> }[];
  }>('GET', '/content-manager/components');
  const uids: readonly string[] = Object.values(UIDS);
  const technical =
    /^(?:id|documentId|createdAt|updatedAt|publishedAt|createdBy|updatedBy|locale)$/;
  const permissions = types.data
    .filter(({ uid }) => uids.includes(uid))
    .flatMap(({ uid, attributes }) => {
      const fields = Object.entries(attributes).flatMap(([name, { component }]) => {
        if (technical.test(name)) return [];
        const parts = components.data.find((candidate) => candidate.uid === component)?.attributes;
        if (parts === undefined) return [name];
        return Object.keys(parts)
          .filter((part) => part !== 'id')
          .map((part) => `${name}.${part}`);
      });
      const hasDrafts = 'publishedAt' in attributes && !/region\.|municip|categ/.test(uid);
      const actions = ['create', 'read', 'update', 'delete', ...(hasDrafts ? ['publish'] : [])];
      return actions.map((action) => ({
        action: `plugin::content-manager.explorer.${action}`,
        subject: uid,
        properties: ['delete', 'publish'].includes(action) ? {} : { fields },
        conditions: [],
      }));
    });
  const media = ['read', 'assets.create', 'assets.update', 'assets.download'].map((action) => ({
    action: `plugin::upload.${action}`,
    subject: null,
    properties: {},
    conditions: [],
  }));
  await superAdmin.must('PUT', `/admin/roles/${role.id}/permissions`, {
    permissions: [...permissions, ...media],
  });
  return role.id;
}
