import { type Core } from '@strapi/strapi';
import { CONTENT_TYPES, LISTING_UID, ORGANISATION_UID, STORY_UID } from '../domain/content-types';
import { asSystem } from '../permissions/actor';
import { type Change } from './revision';
import { isPublishing, type Write } from './write';

/** Relations of a success story by the type that they lead to. */
const RELATIONS: Readonly<Record<string, readonly string[]>> = {
  [LISTING_UID]: ['listings'],
  [ORGANISATION_UID]: ['givers', 'receivers'],
};

/**
 * Keys of the published success stories that name an entry now. Strapi drops such a relation without
 * a word when the entry is withdrawn or deleted, so the stories are asked for before a write and after.
 *
 * @returns Empty for a write that changes nothing that is published.
 */
export async function storiesNaming(write: Write): Promise<string[]> {
  const { strapi, uid, action, params } = write;
  const { documentId } = params;
  const isPublic = isPublishing(write) || action === 'unpublish' || action === 'delete';
  if (documentId === undefined || !isPublic) return [];
  const stories = [];
  for (const relation of RELATIONS[uid] ?? []) {
    stories.push(...(await storiesWith(strapi, { [relation]: { documentId } })));
  }
  return stories;
}

/** The changes of stories that follow from the change of an entry that they name. */
export function storyChanges(stories: readonly string[]): Change[] {
  const type = CONTENT_TYPES[STORY_UID]?.name ?? '';
  return [...new Set(stories)].map((entryId) => ({ type, entryId, operation: 'update' }));
}

async function storiesWith(strapi: Core.Strapi, where: object): Promise<string[]> {
  const rows = (await asSystem(() =>
    strapi.db.query(STORY_UID).findMany({
      select: ['documentId'],
      where: { publishedAt: { $notNull: true }, ...where },
    }),
  )) as { documentId: string }[];
  return rows.map(({ documentId }) => documentId);
}
