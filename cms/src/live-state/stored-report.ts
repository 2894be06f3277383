import { type Core } from '@strapi/strapi';
import { z } from '@strapi/utils';
import { REGION_STATE_UID } from '../domain/content-types';
import { siteOriginOf } from '../domain/site-addresses';
import { asSystem } from '../permissions/actor';
import { settings } from '../settings';

const ReleaseSchema = z.object({
  releaseId: z.string(),
  revision: z.number(),
  builtAt: z.string(),
  counts: z.record(z.string(), z.number()).catch({}),
});

/** The report of the contract. What an older publisher does not send yet counts as absent. */
const StoredReportSchema = z.object({
  cmsRevision: z.number(),
  liveRevision: z.number(),
  state: z.enum(['queued', 'building', 'live', 'failed']),
  releaseId: z.string().nullable(),
  deployedAt: z.string().nullable(),
  lastError: z.string().nullable(),
  quarantine: z.array(
    z.object({
      type: z.string(),
      documentId: z.string(),
      title: z.string(),
      problems: z.array(z.string()),
    }),
  ),
  pinnedRelease: z.string().nullable().catch(null),
  refusal: z
    .object({
      revision: z.number(),
      problems: z.array(z.object({ message: z.string() })),
      mayAccept: z.boolean(),
    })
    .nullable()
    .catch(null),
  releases: z.array(ReleaseSchema).catch([]),
  publishToLiveMs: z.number().nullable().catch(null),
  origin: z.string().nullable().catch(null),
});

/** What the publisher said last about a site. */
export type StoredReport = z.infer<typeof StoredReportSchema>;

/** Revision and last report of a region, or of the umbrella. */
export interface SiteStanding {
  slug: string;
  revision: number;
  report: StoredReport | null;
  /** Origin of the site, without trailing slash. */
  origin: string;
}

interface StateRow {
  slug: string;
  revision: number;
  report: unknown;
}

/**
 * Reads where sites stand. Whoever calls it has checked that the user may know.
 *
 * @param strapi - The running CMS.
 * @param slugs - Regions, or the umbrella; each of them gets an answer.
 */
export async function readStandings(
  strapi: Core.Strapi,
  slugs: readonly string[],
): Promise<SiteStanding[]> {
  const rows = (await asSystem(() =>
    strapi.db.query(REGION_STATE_UID).findMany({ where: { slug: { $in: slugs } } }),
  )) as StateRow[];
  return slugs.map((slug) => {
    const row = rows.find((candidate) => candidate.slug === slug);
    const report = parseReport(row?.report);
    return {
      slug,
      revision: row?.revision ?? 0,
      report,
      origin: report?.origin ?? siteOriginOf(slug, settings.umbrellaOrigin),
    };
  });
}

/** Reads what is stored of a report; null if there is none, or none that can be understood. */
export function parseReport(stored: unknown): StoredReport | null {
  const parsed = StoredReportSchema.safeParse(stored);
  return parsed.success ? parsed.data : null;
}
