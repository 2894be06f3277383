import { type Core } from '@strapi/strapi';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import { answerReader, FeedError, type FeedContext } from '../../../publishing/feed-access';
import { readChanges, readRegionsAnswer } from '../../../publishing/change-log';
import { storeReport } from '../../../publishing/report';
import { RegionReportSchema } from '../../../publishing/report-schema';
import { readDelta } from '../../../publishing/snapshot/delta';
import { readVersion } from '../../../publishing/snapshot/draft';
import { isPublicationType } from '../../../publishing/snapshot/publications';
import { readSnapshot } from '../../../publishing/snapshot/snapshot';
import { settings } from '../../../settings';

const RENDITION_NAME = /^[0-9a-f]{32}\.(webp|png|svg)$/;
const MEDIA_TYPES = { webp: 'image/webp', png: 'image/png', svg: 'image/svg+xml' } as const;
const YEAR_S = 31_536_000;

export default ({ strapi }: { strapi: Core.Strapi }) => ({
  regions: answerReader(async (context) => {
    context.body = await readRegionsAnswer(strapi);
  }),

  snapshot: answerReader(async (context) => {
    const lines = await readSnapshot(strapi, regionOf(context));
    if (lines === null) throw unknownRegion(context);
    answerLines(context, lines);
  }),

  delta: answerReader(async (context) => {
    const lines = await readDelta(strapi, regionOf(context), sinceOf(context));
    if (lines === null) throw unknownRegion(context);
    answerLines(context, lines);
  }),

  changes: answerReader(async (context) => {
    const changes = await readChanges(strapi, regionOf(context), sinceOf(context));
    if (changes === null) throw unknownRegion(context);
    context.body = changes;
  }),

  draft: answerReader(async (context) => {
    const { type = '', documentId = '' } = context.params;
    const status = context.query['status'] ?? 'draft';
    if (status !== 'draft' && status !== 'published') {
      throw badRequest('The parameter “status” must be “draft” or “published”.');
    }
    const documents = isPublicationType(type)
      ? await readVersion(strapi, regionOf(context), { type, documentId, status })
      : null;
    if (documents === null) {
      throw new FeedError(404, 'NotFound', `This region has no such ${status} version.`);
    }
    context.body = { documents };
  }),

  media: answerReader(async (context) => {
    const name = context.params['file'] ?? '';
    const extension = RENDITION_NAME.exec(name)?.[1] as keyof typeof MEDIA_TYPES | undefined;
    const file = path.join(settings.renditionsDir, name);
    const facts = extension === undefined ? null : await stat(file).catch(() => null);
    if (extension === undefined || facts?.isFile() !== true) {
      throw new FeedError(404, 'NotFound', 'There is no such rendition. Take a new snapshot.');
    }
    // Named by its content, so it never changes; private, because the feed has a token.
    context.set('Cache-Control', `private, max-age=${YEAR_S}, immutable`);
    context.set('Content-Length', String(facts.size));
    context.set('Content-Type', MEDIA_TYPES[extension]);
    context.body = createReadStream(file);
  }),

  report: answerReader(async (context) => {
    const report = RegionReportSchema.safeParse(context.request.body);
    if (!report.success) {
      const problems = report.error.issues.map(
        (issue) => `${issue.path.join('.') || 'body'}: ${issue.message}`,
      );
      throw badRequest(`The body is not a RegionReport: ${problems.join('; ')}.`);
    }
    const isKnown = await storeReport(strapi, regionOf(context), report.data);
    if (!isKnown) throw unknownRegion(context);
    context.status = 204;
  }),
});

function regionOf(context: FeedContext): string {
  return context.params['region'] ?? '';
}

function sinceOf({ query: { since } }: FeedContext): number {
  if (typeof since === 'string' && /^\d{1,15}$/.test(since)) return Number(since);
  throw badRequest(
    'The parameter “since” must be a revision: a whole number from 0, such as ?since=12.',
  );
}

function badRequest(message: string): FeedError {
  return new FeedError(400, 'BadRequest', message);
}

function answerLines(context: FeedContext, lines: readonly string[]): void {
  context.set('Content-Type', 'application/x-ndjson; charset=utf-8');
  context.body = Readable.from(lines, { objectMode: false });
}

function unknownRegion(context: FeedContext): FeedError {
  return new FeedError(
    404,
    'NotFound',
    `There is no region “${regionOf(context).slice(0, 40)}”. GET /api/feed/v1/regions lists all of them.`,
  );
}
