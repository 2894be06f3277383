import { z } from '@strapi/utils';

const RevisionSchema = z.number().int().nonnegative();

/** What the publisher reports about a region; the same as in the contract. */
export const RegionReportSchema = z.object({
  cmsRevision: RevisionSchema,
  liveRevision: RevisionSchema,
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
  searchRevision: RevisionSchema,
  pinnedRelease: z.string().nullable(),
  refusal: z
    .object({
      revision: RevisionSchema,
      problems: z.array(
        z.object({
          rule: z.enum([
            'legal-pages',
            'links',
            'search-index',
            'losses',
            'brand-contrast',
            'schema',
          ]),
          message: z.string(),
        }),
      ),
      mayAccept: z.boolean(),
    })
    .nullable(),
  releases: z.array(
    z.object({
      releaseId: z.string(),
      revision: RevisionSchema,
      builtAt: z.iso.datetime(),
      counts: z.record(z.string(), z.number().int().nonnegative()),
    }),
  ),
  publishToLiveMs: z.number().nonnegative().nullable(),
  origin: z.string(),
});

/** The last report of the publisher about a region. */
export type RegionReport = z.infer<typeof RegionReportSchema>;
