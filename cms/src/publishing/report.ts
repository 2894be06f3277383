import { type Core } from '@strapi/strapi';
import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { CHANGE_UID, REGION_STATE_UID } from '../domain/content-types';
import { hasFeed } from './change-log';
import { type RegionReport } from './report-schema';

/** The part of an earlier report that is looked at; it may come from an older version. */
interface StoredReport {
  liveRevision?: number;
}

/**
 * Keeps the publisher's last report with the region's state, without touching its revision, and
 * notes with every change since when it is live. Called several times a second under load, so
 * nothing is written that is there already.
 *
 * @returns False if there is no such region.
 */
export async function storeReport(
  strapi: Core.Strapi,
  slug: string,
  report: RegionReport,
): Promise<boolean> {
  if (!(await hasFeed(strapi, slug))) return false;
  const states = strapi.db.query(REGION_STATE_UID);
  const state = (await states.findOne({ select: ['id', 'report'], where: { slug } })) as {
    id: number;
    report: StoredReport | null;
  } | null;
  if (state === null) {
    await states.create({ data: { documentId: randomUUID(), slug, revision: 0, report } });
  } else if (!isDeepStrictEqual(state.report, report)) {
    await states.update({ where: { id: state.id }, data: { report } });
  }
  if (report.liveRevision > (state?.report?.liveRevision ?? 0)) {
    await markLive(strapi, slug, report);
  }
  return true;
}

/**
 * A release may be older than a change that it shows: one that alters no page keeps it. Such a
 * change is live from its own moment on.
 */
async function markLive(
  strapi: Core.Strapi,
  region: string,
  { liveRevision, deployedAt }: RegionReport,
): Promise<void> {
  const { tableName } = strapi.db.metadata.get(CHANGE_UID);
  const liveAt = deployedAt === null ? new Date() : new Date(deployedAt);
  await strapi.db
    .getConnection(tableName)
    .where({ region, live_at: null })
    .where('revision', '<=', liveRevision)
    .update({
      live_at: strapi.db.connection.raw('CASE WHEN ?? > ? THEN ?? ELSE ? END', [
        'at',
        liveAt,
        'at',
        liveAt,
      ]),
    });
}
