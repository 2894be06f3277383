import { type Core } from '@strapi/strapi';
import { CHANGE_UID, CONTENT_TYPES } from '../domain/content-types';
import { asSystem } from '../permissions/actor';
import { type LoggedChange } from './entry-state';

/** Enough for every site of an entry and for all that can wait in a long pause of the publisher. */
const MOST_ROWS = 1000;

/** A row of the change log. */
export interface SiteChange extends LoggedChange {
  region: string;
  type: string;
  entryId: string;
}

interface ChangeRow {
  region: string;
  revision: number;
  type: string;
  entryId: string;
  operation: string;
  at: string | Date;
  liveAt?: string | Date | null;
}

/** Types that editors publish; their other changes follow from those of entries they point to. */
const DRAFTED = new Set(
  Object.values(CONTENT_TYPES).flatMap(({ name, hasDrafts }) => (hasDrafts ? [name] : [])),
);

/**
 * Reads what somebody did to entries from the change log, the newest first. Whoever calls it has checked that the user may
 * know.
 *
 * @param strapi - The running CMS.
 * @param where - Which rows, in the form of Strapi's queries.
 */
export async function readChangeRows(strapi: Core.Strapi, where: object): Promise<SiteChange[]> {
  const rows = (await asSystem(() =>
    strapi.db
      .query(CHANGE_UID)
      .findMany({ where, orderBy: { revision: 'desc' }, limit: MOST_ROWS }),
  )) as ChangeRow[];
  const own = rows.filter(({ type, operation }) => operation !== 'update' || !DRAFTED.has(type));
  return own.map(({ region, revision, type, entryId, operation, at, liveAt }) => ({
    region,
    revision,
    type,
    entryId,
    operation,
    at: new Date(at),
    liveAt: liveAt === null || liveAt === undefined ? null : new Date(liveAt),
  }));
}
