import { z } from 'zod';
import { DaySchema, SlugSchema } from './documents.ts';

/** Version of the feed. A change that an older reader would misread raises it. */
export const FEED_VERSION = 1;

/** First line of a snapshot. `documents` tells a complete file from one that broke off. */
export const SnapshotHeaderSchema = z.object({
  type: z.literal('header'),
  version: z.literal(FEED_VERSION),
  /** Slug of a region, or `umbrella`. */
  region: SlugSchema,
  /** The region's latest committed change that this snapshot holds. */
  revision: z.number().int().nonnegative(),
  /** Day of the snapshot in Europe/Berlin. Builds take it as today, so that they can be repeated. */
  asOf: DaySchema,
  /** Number of document lines that follow. */
  documents: z.number().int().nonnegative(),
});

/** Answer of `GET /api/feed/v1/regions`. */
export const RegionsAnswerSchema = z.object({
  regions: z.array(
    z.object({
      slug: SlugSchema,
      name: z.string(),
      revision: z.number().int().nonnegative(),
    }),
  ),
  umbrella: z.object({ revision: z.number().int().nonnegative() }),
});

/** Answer of `GET /api/feed/v1/:region/changes?since=REVISION`, oldest first. */
export const ChangesAnswerSchema = z.object({
  region: SlugSchema,
  revision: z.number().int().nonnegative(),
  /** False when the log no longer reaches back to `since`: take a snapshot. */
  complete: z.boolean(),
  changes: z.array(
    z.object({
      revision: z.number().int().positive(),
      type: z.string(),
      documentId: z.string(),
      operation: z.enum(['publish', 'unpublish', 'update', 'delete']),
      at: z.iso.datetime(),
    }),
  ),
});

export const BUILD_STATES = ['queued', 'building', 'live', 'failed'] as const;

/** A document or file that was left out of a release, and why, in the editors' language. */
export const QuarantineEntrySchema = z.object({
  type: z.string(),
  documentId: z.string(),
  title: z.string(),
  problems: z.array(z.string()),
});

/** What the publisher reports to `POST /api/feed/v1/:region/report`, and what `/status` shows. */
export const RegionReportSchema = z.object({
  cmsRevision: z.number().int().nonnegative(),
  liveRevision: z.number().int().nonnegative(),
  state: z.enum(BUILD_STATES),
  releaseId: z.string().nullable(),
  deployedAt: z.iso.datetime().nullable(),
  lastError: z.string().nullable(),
  quarantine: z.array(QuarantineEntrySchema),
});

/** Body of the hint that the CMS sends after a commit. A wake-up call, never the truth. */
export const HintSchema = z.object({
  type: z.literal('region.changed'),
  timestamp: z.iso.datetime(),
  data: z.object({ region: SlugSchema, revision: z.number().int().nonnegative() }),
});

/** Content of `/.well-known/release.json` on every site. */
export const ReleaseFactsSchema = z.object({
  region: SlugSchema,
  revision: z.number().int().nonnegative(),
  releaseId: z.string(),
  builtAt: z.iso.datetime(),
});

export type SnapshotHeader = z.infer<typeof SnapshotHeaderSchema>;
export type RegionsAnswer = z.infer<typeof RegionsAnswerSchema>;
export type ChangesAnswer = z.infer<typeof ChangesAnswerSchema>;
export type QuarantineEntry = z.infer<typeof QuarantineEntrySchema>;
export type RegionReport = z.infer<typeof RegionReportSchema>;
export type Hint = z.infer<typeof HintSchema>;
export type ReleaseFacts = z.infer<typeof ReleaseFactsSchema>;
