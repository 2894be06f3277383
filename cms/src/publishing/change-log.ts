import { type Core } from '@strapi/strapi';
import { CHANGE_UID, REGION_STATE_UID, REGION_UID } from '../domain/content-types';
import { UMBRELLA } from '../domain/region-names';
import { readRevision } from './snapshot/snapshot';
import { readOneMoment } from './transaction';

interface ChangeRow {
  revision: number;
  type: string;
  entryId: string;
  operation: string;
  at: string | Date;
}

/** All regions and the umbrella with their revisions, as `GET /regions` answers. */
export async function readRegionsAnswer(strapi: Core.Strapi): Promise<object> {
  // Regions first: a region without its counter is at 0, a counter without its region is history.
  const regions = (await strapi.db.query(REGION_UID).findMany({
    select: ['slug', 'name'],
    orderBy: { slug: 'asc' },
  })) as { slug: string; name: string }[];
  const states = (await strapi.db
    .query(REGION_STATE_UID)
    .findMany({ select: ['slug', 'revision'] })) as { slug: string; revision: number }[];
  const revisions = new Map(states.map(({ slug, revision }) => [slug, revision]));
  return {
    regions: regions.map(({ slug, name }) => ({ slug, name, revision: revisions.get(slug) ?? 0 })),
    umbrella: { revision: revisions.get(UMBRELLA) ?? 0 },
  };
}

/** Whether a slug has a feed: a region that exists, or the umbrella. */
export async function hasFeed(strapi: Core.Strapi, slug: string): Promise<boolean> {
  if (slug === UMBRELLA) return true;
  return (await strapi.db.query(REGION_UID).count({ where: { slug } })) > 0;
}

/** What the log tells about the time after a revision. */
interface Log {
  /** The region's latest revision. */
  revision: number;
  /** False when the log does not reach back that far, or when the reader is ahead of the CMS. */
  isComplete: boolean;
  /** One row or more for each revision, oldest first. */
  rows: ChangeRow[];
}

/**
 * Reads the log of a region after a revision. To be called in a transaction.
 *
 * @param strapi - The running CMS.
 * @param region - Slug of a region, or the umbrella's.
 * @param since - Revision that the reader has. It may be ahead of the CMS, as after a restored backup.
 */
export async function readLog(strapi: Core.Strapi, region: string, since: number): Promise<Log> {
  const revision = await readRevision(strapi, region);
  const rows = (await strapi.db.query(CHANGE_UID).findMany({
    select: ['revision', 'type', 'entryId', 'operation', 'at'],
    where: { region, revision: { $gt: since, $lte: revision } },
    orderBy: [{ revision: 'asc' }, { id: 'asc' }],
  })) as ChangeRow[];
  const revisions = new Set(rows.map((row) => row.revision));
  return {
    revision,
    isComplete: since <= revision && revisions.size === revision - since,
    rows,
  };
}

/**
 * The changes of a region after a revision, oldest first.
 *
 * @param strapi - The running CMS.
 * @param region - Slug of a region, or the umbrella's.
 * @param since - Revision that the reader has.
 * @returns Null if there is no such region.
 */
export async function readChanges(
  strapi: Core.Strapi,
  region: string,
  since: number,
): Promise<object | null> {
  if (!(await hasFeed(strapi, region))) return null;
  const { revision, isComplete, rows } = await readOneMoment(strapi, () =>
    readLog(strapi, region, since),
  );
  return {
    region,
    revision,
    complete: isComplete,
    changes: rows.map((row) => ({
      revision: row.revision,
      type: row.type,
      documentId: row.entryId,
      operation: row.operation,
      at: new Date(row.at).toISOString(),
    })),
  };
}
