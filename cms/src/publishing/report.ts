import { type Core } from '@strapi/strapi';
import { z } from '@strapi/utils';
import { randomUUID } from 'node:crypto';
import { REGION_STATE_UID } from '../domain/content-types';
import { hasFeed } from './change-log';

/** What the publisher reports about a region; the same as in the contract. */
export const RegionReportSchema = z.object({
  cmsRevision: z.number().int().nonnegative(),
  liveRevision: z.number().int().nonnegative(),
  state: z.enum(['queued', 'building', 'live', 'failed']),
  releaseId: z.string().nullable(),
  deployedAt: z.iso.datetime().nullable(),
  lastError: z.string().nullable(),
  quarantine: z.array(
    z.object({
      type: z.string(),
      documentId: z.string(),
      title: z.string(),
      problems: z.array(z.string()),
    }),
  ),
});

/** The last report of the publisher about a region. */
export type RegionReport = z.infer<typeof RegionReportSchema>;

/**
 * Keeps the publisher's last report with the region's state, without touching its revision.
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
  const stored: unknown = await states.update({ where: { slug }, data: { report } });
  if (stored === null) {
    await states.create({ data: { documentId: randomUUID(), slug, revision: 0, report } });
  }
  return true;
}
