import { type Core } from '@strapi/strapi';
import { CONTENT_TYPES } from '../domain/content-types';

/**
 * Adds what Strapi's tables of components lack: an index by field and entry. It has one by field
 * alone, by which SQLite would walk through the components of all entries to find those of one.
 * Strapi leaves indexes alone that it does not know.
 *
 * @param strapi - The CMS at bootstrap, when its tables are there.
 */
export async function ensureComponentIndexes(strapi: Core.Strapi): Promise<void> {
  for (const uid of Object.keys(CONTENT_TYPES)) {
    const { attributes } = strapi.contentType(uid as 'api::listing.listing');
    if (Object.values(attributes).every(({ type }) => type !== 'component')) continue;
    const table = `${strapi.db.metadata.get(uid).tableName}_cmps`;
    await strapi.db.connection.raw('CREATE INDEX IF NOT EXISTS ?? ON ?? (??, ??)', [
      `${table}_field_entity_index`,
      table,
      'field',
      'entity_id',
    ]);
  }
}
