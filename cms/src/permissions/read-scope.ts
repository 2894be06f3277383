import { type Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import {
  CATEGORY_UID,
  CHANGE_UID,
  CONTENT_TYPES,
  FILE_UID,
  REGION_STATE_UID,
  REGION_UID,
} from '../domain/content-types';
import { currentActor } from './actor';
import { scopeOf, type RegionScope } from './region-scope';

interface ReadEvent {
  action: string;
  model: { uid: string };
  params?: { where?: unknown; populate?: unknown };
}

/**
 * Narrows every read of the database that happens while an editor's request is served: lists,
 * single entries, counts, relation pickers, checks for free names. Whatever way the admin panel
 * takes to the database, entries of other regions are not there.
 *
 * @param strapi - The CMS at bootstrap, when the database is there.
 */
export function registerReadScope(strapi: Core.Strapi): void {
  const narrow = (event: ReadEvent) => narrowRead(strapi, event);
  strapi.db.lifecycles.subscribe({
    models: [...Object.keys(CONTENT_TYPES), REGION_STATE_UID, CHANGE_UID, FILE_UID],
    beforeFindOne: narrow,
    beforeFindMany: narrow,
    beforeCount: narrow,
  });
}

async function narrowRead(strapi: Core.Strapi, event: ReadEvent): Promise<void> {
  const actor = currentActor(strapi);
  if (actor.kind === 'system' || actor.kind === 'super-admin') return;
  const { uid } = event.model;
  if (actor.kind === 'editor' && uid === CATEGORY_UID) return;
  const clause = actor.kind === 'editor' ? clauseFor(uid, await scopeOf(strapi, actor)) : null;
  if (clause === null || event.params === undefined) {
    throw new errors.ForbiddenError('Dieser Bereich ist für Sie nicht freigegeben.');
  }
  const { params } = event;
  params.where = params.where === undefined ? clause : { $and: [params.where, clause] };
  if (isBulkUnpublish(strapi) && event.action === 'beforeFindMany') {
    // Strapi asks the roles' condition here about rows that it loaded without their region.
    params.populate ??= { region: { select: ['documentId'] } };
  }
}

function clauseFor(uid: string, { regionIds, uploaderIds }: RegionScope): object | null {
  if (uid === REGION_UID) return { documentId: { $in: regionIds } };
  if (uid === FILE_UID) return { createdBy: { id: { $in: uploaderIds } } };
  if (CONTENT_TYPES[uid]?.isRegional === true) {
    return { region: { documentId: { $in: regionIds } } };
  }
  return null;
}

function isBulkUnpublish(strapi: Core.Strapi): boolean {
  return strapi.requestContext.get()?.path.endsWith('/actions/bulkUnpublish') === true;
}
