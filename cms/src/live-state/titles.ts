import { type Core } from '@strapi/strapi';
import { CONTENT_TYPES } from '../domain/content-types';
import { type EntryLink } from './answers';

const UIDS = new Map(Object.entries(CONTENT_TYPES).map(([uid, { name }]) => [name, uid]));

/** An entry as the change log names it. */
interface LoggedEntry {
  type: string;
  entryId: string;
}

/**
 * Looks up what entries are called, as far as the user may read them.
 *
 * @param strapi - The CMS while it serves a request of the admin panel.
 * @param entries - Rows of the change log.
 * @returns Titles by document id; entries that are gone are missing.
 */
export async function readTitles(
  strapi: Core.Strapi,
  entries: readonly LoggedEntry[],
): Promise<Map<string, string>> {
  const titles = new Map<string, string>();
  for (const [type, rows] of Map.groupBy(entries, (entry) => entry.type)) {
    const uid = UIDS.get(type);
    const field = uid === undefined ? undefined : CONTENT_TYPES[uid]?.titleField;
    if (uid === undefined || field === undefined) continue;
    const found = (await strapi.db.query(uid).findMany({
      select: ['documentId', field],
      where: { documentId: { $in: rows.map(({ entryId }) => entryId) } },
    })) as { documentId: string; title?: string; name?: string }[];
    for (const row of found) titles.set(row.documentId, row[field] ?? '');
  }
  return titles;
}

/**
 * Names an entry and tells where it can be edited.
 *
 * @param type - Name of its type in the feed; `media` and others have no form of their own.
 * @param documentId - Key of the entry.
 * @param titles - From `readTitles`.
 */
export function linkTo(
  type: string,
  documentId: string,
  titles: ReadonlyMap<string, string>,
): EntryLink {
  const title = titles.get(documentId);
  const uid = UIDS.get(type) ?? null;
  if (type === 'media') return { uid: null, documentId, title: title ?? 'Ein Bild' };
  if (title === undefined) return { uid: null, documentId, title: 'Ein gelöschter Eintrag' };
  return { uid, documentId, title: title === '' ? 'Ohne Titel' : title };
}
