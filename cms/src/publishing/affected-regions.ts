import { type Core } from '@strapi/strapi';
import { CATEGORY_UID, CONTENT_TYPES, REGION_UID } from '../domain/content-types';
import { asSystem } from '../permissions/actor';
import { type Change } from './revision';
import { liveVersion, type Version } from './versions';
import { isPublishing, type Write } from './write';

/** What a write means for the sites: the change, and the regions whose sites show it. */
export interface Effect {
  change: Change;
  regions: string[];
}

/**
 * Works out what a write changes for visitors.
 *
 * @param write - The write, with the versions before it.
 * @param after - All versions after the write.
 * @returns Null for a write that no site shows, such as the edit of a draft.
 */
export async function effectOf(write: Write, after: readonly Version[]): Promise<Effect | null> {
  const { uid, before, action } = write;
  const facts = CONTENT_TYPES[uid];
  const operation = operationOf(write, after);
  if (facts === undefined || operation === null) return null;
  const shown = [action === 'clone' ? [] : before, after].flatMap(
    (versions) => liveVersion(uid, versions) ?? [],
  );
  const entryId = shown[0]?.documentId;
  if (entryId === undefined) return null;
  return {
    change: { type: facts.name, entryId, operation },
    regions: await regionsShowing(write.strapi, uid, entryId, shown),
  };
}

function operationOf(write: Write, after: readonly Version[]): Change['operation'] | null {
  const { action, uid, before } = write;
  const wasLive = action !== 'clone' && liveVersion(uid, before) !== undefined;
  if (action === 'delete') return wasLive ? 'delete' : null;
  if (action === 'unpublish') return wasLive ? 'unpublish' : null;
  if (CONTENT_TYPES[uid]?.hasDrafts !== true) return wasLive ? 'update' : 'publish';
  return isPublishing(write) && liveVersion(uid, after) !== undefined ? 'publish' : null;
}

async function regionsShowing(
  strapi: Core.Strapi,
  uid: string,
  documentId: string,
  shown: readonly Version[],
): Promise<string[]> {
  if (uid === CATEGORY_UID) return slugsOfRegions(strapi, {});
  if (uid === REGION_UID) {
    const neighbours = await slugsOfRegions(strapi, { neighbours: { documentId } });
    return [...shown.flatMap(({ slug }) => slug ?? []), ...neighbours];
  }
  return shown.flatMap(({ region }) => region?.slug ?? []);
}

async function slugsOfRegions(strapi: Core.Strapi, where: object): Promise<string[]> {
  const rows = (await asSystem(() =>
    strapi.db.query(REGION_UID).findMany({ select: ['slug'], where }),
  )) as { slug: string }[];
  return rows.map(({ slug }) => slug);
}
