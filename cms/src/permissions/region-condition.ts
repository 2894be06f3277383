import { type Core } from '@strapi/strapi';
import { CATEGORY_UID, CONTENT_TYPES, REGION_UID } from '../domain/content-types';
import { readScope, scopeOf } from './region-scope';

interface PermissionSubject {
  id: number;
  permission: { action: string; subject?: string | null };
}

/** Name under which roles refer to the condition: `api::in-my-regions`. */
const CONDITION_NAME = 'in-my-regions';

/**
 * Registers the condition that shapes what editors see in the admin panel. It is not what keeps the
 * regions apart: Strapi does not ask it on create and asks it about the old row only on update.
 *
 * @param strapi - The CMS at bootstrap, before roles that use the condition are written.
 */
export async function registerRegionCondition(strapi: Core.Strapi): Promise<void> {
  const permissions = strapi.service('admin::permission') as unknown as {
    conditionProvider: { register(condition: object): Promise<unknown> };
  };
  await permissions.conditionProvider.register({
    name: CONDITION_NAME,
    displayName: 'Nur die eigenen Regionen',
    category: 'Region',
    handler: (user: PermissionSubject) => restrictionFor(strapi, user),
  });
}

async function restrictionFor(
  strapi: Core.Strapi,
  { id, permission: { action, subject } }: PermissionSubject,
): Promise<object | boolean> {
  // Categories belong to all regions; only operators change them.
  if (subject === CATEGORY_UID) return action === 'plugin::content-manager.explorer.read';
  // Strapi asks for every right of the user's role, some thirty times in a request.
  const request = strapi.requestContext.get();
  const { regionIds, uploaderIds } =
    request === undefined
      ? await readScope(strapi, id)
      : await scopeOf(strapi, { userId: id, request });
  if (action.startsWith('plugin::upload.')) return { 'createdBy.id': { $in: uploaderIds } };
  if (subject === REGION_UID) return { documentId: { $in: regionIds } };
  if (subject !== null && subject !== undefined && CONTENT_TYPES[subject]?.isRegional === true) {
    return { 'region.documentId': { $in: regionIds } };
  }
  return false;
}
