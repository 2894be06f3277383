import { type Core } from '@strapi/strapi';
import {
  CATEGORY_UID,
  CONTENT_TYPES,
  LISTING_UID,
  REGION_UID,
  type ContentTypeFacts,
} from '../domain/content-types';
import { asSystem } from '../permissions/actor';

/** The region of an entry. */
export interface RegionKey {
  id: number;
  documentId: string;
  slug: string;
}

/** One stored version of an entry: the draft, the published one, or the only one. */
export interface Version {
  id: number;
  documentId: string;
  publishedAt: string | null;
  region?: RegionKey | null;
  slug?: string | null;
  [attribute: string]: unknown;
}

/**
 * Reads every version of an entry with what the rules ask about: its region, the regions of its
 * relation targets, its media and the components that have rules.
 *
 * @param strapi - The running CMS.
 * @param uid - One of `CONTENT_TYPES`.
 * @param documentId - Key of the entry.
 */
export async function loadVersions(
  strapi: Core.Strapi,
  uid: string,
  documentId: string,
): Promise<Version[]> {
  const facts = CONTENT_TYPES[uid];
  if (facts === undefined) return [];
  const rows = await asSystem(() =>
    strapi.db.query(uid).findMany({ where: { documentId }, populate: populateOf(uid, facts) }),
  );
  return rows as Version[];
}

/** The version that editors work on. */
export function workingVersion(versions: readonly Version[]): Version | undefined {
  return versions.find(({ publishedAt }) => publishedAt === null) ?? versions[0];
}

/** The version that visitors see, if there is one. */
export function liveVersion(uid: string, versions: readonly Version[]): Version | undefined {
  if (CONTENT_TYPES[uid]?.hasDrafts !== true) return versions[0];
  return versions.find(({ publishedAt }) => publishedAt !== null);
}

function populateOf(uid: string, facts: ContentTypeFacts): Record<string, object> {
  const regionKey = { select: ['id', 'documentId', 'slug'] };
  const populate: Record<string, object> = {};
  if (facts.isRegional) populate['region'] = regionKey;
  for (const field of Object.keys(facts.regionalRelations)) {
    populate[field] = { select: ['id', 'documentId'], populate: { region: regionKey } };
  }
  for (const field of facts.mediaFields) {
    const [first = '', second] = field.split('.');
    if (second === undefined) populate[first] = { select: ['id'] };
    else {
      const component = (populate[first] ??= { populate: {} }) as { populate: object };
      Object.assign(component.populate, { [second]: { select: ['id'] } });
    }
  }
  const parent = { select: ['id', 'documentId', 'key'] };
  if (uid === LISTING_UID) {
    populate['price'] = {};
    populate['category'] = { select: ['id', 'documentId'], populate: { parent } };
  }
  if (uid === CATEGORY_UID) {
    populate['parent'] = { ...parent, populate: { parent } };
    populate['children'] = { select: ['id'] };
  }
  if (uid === REGION_UID) {
    populate['neighbours'] = { select: ['id', 'documentId'] };
    populate['editors'] = { select: ['id'] };
  }
  return populate;
}
