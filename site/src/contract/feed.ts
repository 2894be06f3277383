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

/** Documents that a delta can bring. A change of anything else needs a whole snapshot. */
export const DELTA_TYPES = ['listing', 'organisation', 'success-story', 'page'] as const;

/**
 * First line of a delta, `GET /api/feed/v1/:region/delta?since=REVISION`: what has changed since a
 * revision, read in one transaction. A line each follows: a published document as in a snapshot, or
 * a {@link RemovedDocumentSchema}.
 */
export const DeltaHeaderSchema = z.object({
  type: z.literal('delta'),
  version: z.literal(FEED_VERSION),
  region: SlugSchema,
  /** Revision that the reader has. */
  since: z.number().int().nonnegative(),
  /** Revision that the reader has after taking in the delta. */
  revision: z.number().int().nonnegative(),
  /** Day in Europe/Berlin; a delta is for readers whose snapshot is of the same day. */
  asOf: DaySchema,
  /** Number of lines that follow. */
  documents: z.number().int().nonnegative(),
});

/** A document that is not published any more. */
export const RemovedDocumentSchema = z.object({
  type: z.literal('removed'),
  documentType: z.enum(DELTA_TYPES),
  documentId: z.string().min(1),
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

/** A release that is kept and can be made live again. */
export const KeptReleaseSchema = z.object({
  releaseId: z.string(),
  revision: z.number().int().nonnegative(),
  builtAt: z.iso.datetime(),
  /** What it holds, such as `{"pages": 497, "listings": 148}`. */
  counts: z.record(z.string(), z.number().int().nonnegative()),
});

/** Why the gate refused a site, in the editors' language. */
export const RefusalSchema = z.object({
  /** Revision that was refused. */
  revision: z.number().int().nonnegative(),
  problems: z.array(
    z.object({
      rule: z.enum(['legal-pages', 'links', 'search-index', 'losses', 'brand-contrast', 'schema']),
      message: z.string(),
    }),
  ),
  /** Whether an editor may let it go live all the same: a loss may be meant, a dead link never is. */
  mayAccept: z.boolean(),
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
  /** Revision that the live search index shows; it follows the pages. */
  searchRevision: z.number().int().nonnegative(),
  /** Release that a rollback holds live whatever the CMS says; null: the newest is live. */
  pinnedRelease: z.string().nullable(),
  refusal: RefusalSchema.nullable(),
  /** Kept releases, the newest first, the live one among them. */
  releases: z.array(KeptReleaseSchema),
  /** Time from the change in the CMS until it was live, in milliseconds; null before the first. */
  publishToLiveMs: z.number().nonnegative().nullable(),
  /** Origin of the site, without trailing slash. */
  origin: z.string(),
});

/** Body of the hint that the CMS sends after a commit. A wake-up call, never the truth. */
export const HintSchema = z.object({
  type: z.literal('region.changed'),
  timestamp: z.iso.datetime(),
  data: z.object({ region: SlugSchema, revision: z.number().int().nonnegative() }),
});

/**
 * Body of `POST PUBLISHER_URL/commands`, signed like a hint. Answered with the region's new
 * {@link RegionReportSchema}, or with 409 and `{"error": "what to do, in German"}`.
 */
export const CommandSchema = z.discriminatedUnion('type', [
  /** Makes a kept release live again and holds it there. */
  z.object({
    type: z.literal('region.rollback'),
    timestamp: z.iso.datetime(),
    data: z.object({ region: SlugSchema, releaseId: z.string() }),
  }),
  /** Ends a rollback: the newest content goes live again. */
  z.object({
    type: z.literal('region.unpin'),
    timestamp: z.iso.datetime(),
    data: z.object({ region: SlugSchema }),
  }),
  /** Lets the refused revision go live although it loses much. */
  z.object({
    type: z.literal('region.accept-loss'),
    timestamp: z.iso.datetime(),
    data: z.object({ region: SlugSchema, revision: z.number().int().nonnegative() }),
  }),
  /** Writes the site anew and removes everything that was kept of earlier ones. */
  z.object({
    type: z.literal('region.purge'),
    timestamp: z.iso.datetime(),
    data: z.object({ region: SlugSchema }),
  }),
]);

/**
 * What a preview link carries, signed with HMAC-SHA-256 under a key derived from `HINT_SECRET`:
 * `base64url(JSON) + '.' + base64url(signature)`.
 */
export const PreviewClaimsSchema = z.object({
  region: SlugSchema,
  type: z.enum(DELTA_TYPES),
  documentId: z.string().min(1),
  status: z.enum(['draft', 'published']),
  /** End of its life, in seconds since 1970. */
  expiresAt: z.number().int().positive(),
});

/** Content of `/.well-known/release.json` on every site. */
export const ReleaseFactsSchema = z.object({
  region: SlugSchema,
  revision: z.number().int().nonnegative(),
  /** Revision that the search index shows. */
  searchRevision: z.number().int().nonnegative(),
  releaseId: z.string(),
  builtAt: z.iso.datetime(),
});

export type SnapshotHeader = z.infer<typeof SnapshotHeaderSchema>;
export type RegionsAnswer = z.infer<typeof RegionsAnswerSchema>;
export type ChangesAnswer = z.infer<typeof ChangesAnswerSchema>;
export type QuarantineEntry = z.infer<typeof QuarantineEntrySchema>;
export type RegionReport = z.infer<typeof RegionReportSchema>;
export type DeltaHeader = z.infer<typeof DeltaHeaderSchema>;
export type RemovedDocument = z.infer<typeof RemovedDocumentSchema>;
export type DeltaType = (typeof DELTA_TYPES)[number];
export type KeptRelease = z.infer<typeof KeptReleaseSchema>;
export type Refusal = z.infer<typeof RefusalSchema>;
export type Command = z.infer<typeof CommandSchema>;
export type PreviewClaims = z.infer<typeof PreviewClaimsSchema>;
export type Hint = z.infer<typeof HintSchema>;
export type ReleaseFacts = z.infer<typeof ReleaseFactsSchema>;
