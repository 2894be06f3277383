import { type Core } from '@strapi/strapi';
import { REGION_UID } from '../domain/content-types';
import { type Actor, asSystem } from './actor';

/** What an editor may see and change. */
export interface RegionScope {
  /** Document ids of the regions that name the editor. */
  regionIds: string[];
  /** Users whose uploads count as the regions' own: all editors of these regions. */
  uploaderIds: number[];
}

interface RegionRow {
  documentId: string;
  editors: { id: number }[];
}

/** Who asks, and the request during which the answer holds. */
type Editor = Pick<Actor & { kind: 'editor' }, 'userId' | 'request'>;

const scopes = new WeakMap<object, Map<number, RegionScope>>();

/**
 * Looks up the regions of an editor, once for each request.
 *
 * The value is kept, not the promise: two parts of a request may ask at once, one of them inside a
 * transaction, and on SQLite the one inside would wait for a lookup that waits for its connection.
 *
 * @param strapi - The running CMS.
 * @param editor - User and request.
 */
export async function scopeOf(strapi: Core.Strapi, editor: Editor): Promise<RegionScope> {
  const { userId, request } = editor;
  const ofRequest = scopes.get(request) ?? new Map<number, RegionScope>();
  scopes.set(request, ofRequest);
  const known = ofRequest.get(userId);
  if (known !== undefined) return known;
  const scope = await readScope(strapi, userId);
  ofRequest.set(userId, scope);
  return scope;
}

/** Reads the regions of a user from the database. */
export async function readScope(strapi: Core.Strapi, userId: number): Promise<RegionScope> {
  const regions = (await asSystem(() =>
    strapi.db.query(REGION_UID).findMany({
      select: ['documentId'],
      where: { editors: { id: userId } },
      populate: { editors: { select: ['id'] } },
    }),
  )) as RegionRow[];
  const uploaderIds = new Set([userId]);
  for (const { editors } of regions) for (const { id } of editors) uploaderIds.add(id);
  return { regionIds: regions.map(({ documentId }) => documentId), uploaderIds: [...uploaderIds] };
}
