import { type Core } from '@strapi/strapi';
import { CONTENT_TYPES, LISTING_UID, ORGANISATION_UID, STORY_UID } from '../domain/content-types';
import { type Change } from './revision';
import { type Transaction } from './transaction';
import { type Version } from './versions';

/** Relations of a success story by the type that they lead to. */
const RELATIONS: Readonly<Record<string, readonly string[]>> = {
  [LISTING_UID]: ['listings'],
  [ORGANISATION_UID]: ['givers', 'receivers'],
};

/** How the database keeps a relation to many. */
interface JoinTable {
  name: string;
  joinColumn: { name: string };
  inverseJoinColumn: { name: string };
}

/**
 * Keys of the published success stories that name an entry. Strapi drops such a relation without a
 * word when the entry is withdrawn or deleted, so they are asked for before a write and after it.
 *
 * @param strapi - The running CMS.
 * @param transaction - That of the write.
 * @param uid - Type of the entry.
 * @param versions - Its stored versions.
 */
export async function storiesNaming(
  strapi: Core.Strapi,
  transaction: Transaction,
  uid: string,
  versions: readonly Version[],
): Promise<string[]> {
  const { tableName, attributes } = strapi.db.metadata.get(STORY_UID);
  const ids = versions.map(({ id }) => id);
  const stories: string[] = [];
  for (const relation of ids.length === 0 ? [] : (RELATIONS[uid] ?? [])) {
    const { joinTable } = attributes[relation] as unknown as { joinTable: JoinTable };
    const { name, joinColumn, inverseJoinColumn } = joinTable;
    // Not by the query layer: its outer joins make SQLite read every story.
    const rows: { document_id: string }[] = await strapi.db
      .getConnection(tableName)
      .transacting(transaction)
      .innerJoin(name, `${name}.${joinColumn.name}`, `${tableName}.id`)
      .whereIn(`${name}.${inverseJoinColumn.name}`, ids)
      .whereNotNull(`${tableName}.published_at`)
      .select(`${tableName}.document_id`);
    stories.push(...rows.map(({ document_id }) => document_id));
  }
  return stories;
}

/** The changes of stories that follow from the change of an entry that they name. */
export function storyChanges(stories: readonly string[]): Change[] {
  const type = CONTENT_TYPES[STORY_UID]?.name ?? '';
  return [...new Set(stories)].map((entryId) => ({ type, entryId, operation: 'update' }));
}
