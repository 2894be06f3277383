import { type Core } from '@strapi/strapi';
import { dayInBerlin } from '../../domain/days';
import { UMBRELLA } from '../../domain/region-names';
import { readLog } from '../change-log';
import { FeedError } from '../feed-access';
import { readOneMoment } from '../transaction';
import { compareText, toLines, writeDocuments } from './lines';
import {
  isPublicationType,
  type PublicationType,
  type Reading,
  readPublications,
  shownIn,
} from './publications';
import { findRegionId } from './queries';
import { FEED_VERSION } from './snapshot';

/** Ids that are looked up at once: never more parameters than SQLite takes. */
const BATCH_SIZE = 500;

/** Ids of what has changed, by type. */
type ChangedIds = ReadonlyMap<PublicationType, ReadonlySet<string>>;

/**
 * Writes what has changed in a region since a revision as NDJSON: a header, then one line for each
 * changed document, as a snapshot would hold it now, or that it is gone. A snapshot of `since` with
 * these lines put in is the snapshot of the delta's revision.
 *
 * @param strapi - The running CMS.
 * @param slug - A region.
 * @param since - Revision of the snapshot that the reader has.
 * @returns The lines, each with its line break; null if there is no such region.
 * @throws {@link FeedError} 410 `SnapshotNeeded` if the change cannot be told as a delta.
 */
export async function readDelta(
  strapi: Core.Strapi,
  slug: string,
  since: number,
): Promise<string[] | null> {
  if (slug === UMBRELLA) throw snapshotNeeded('The umbrella has no deltas.');
  const asOf = dayInBerlin();
  const delta = await readOneMoment(strapi, () => read(strapi, slug, since, asOf));
  if (delta === null) return null;

  const documents = await writeDocuments(strapi, delta.readings);
  const shown = new Set(documents.map(({ documentId }) => documentId));
  const removed = [...delta.changed].flatMap(([documentType, ids]) =>
    [...ids]
      .filter((documentId) => !shown.has(documentId))
      .map((documentId) => ({ type: 'removed', documentType, documentId })),
  );
  const lines = [
    ...documents.map((line) => ({ documentType: line.type, documentId: line.documentId, line })),
    ...removed.map((line) => ({ ...line, line })),
  ].sort(
    (a, b) =>
      compareText(a.documentType, b.documentType) || compareText(a.documentId, b.documentId),
  );
  const header = {
    type: 'delta',
    version: FEED_VERSION,
    region: slug,
    since,
    revision: delta.revision,
    asOf,
    documents: lines.length,
  };
  return toLines([header, ...lines.map(({ line }) => line)]);
}

async function read(strapi: Core.Strapi, slug: string, since: number, asOf: string) {
  const regionId = await findRegionId(strapi, slug);
  if (regionId === undefined) return null;
  const { revision, isComplete, rows } = await readLog(strapi, slug, since);
  if (!isComplete) {
    throw snapshotNeeded(
      since > revision
        ? `Revision ${since} is ahead of the CMS, which is at ${revision}.`
        : `The log of changes does not reach back to revision ${since}.`,
    );
  }
  const changed = idsByType(rows);
  const readings: Reading[] = [];
  for (const [type, ids] of changed) {
    const all = [...ids];
    for (let start = 0; start < all.length; start += BATCH_SIZE) {
      const documentId = { $in: all.slice(start, start + BATCH_SIZE) };
      const where = { ...shownIn(type, regionId, asOf), documentId };
      readings.push(await readPublications(strapi, type, where));
    }
  }
  return { revision, changed, readings };
}

function idsByType(rows: readonly { type: string; entryId: string }[]): ChangedIds {
  const changed = new Map<PublicationType, Set<string>>();
  for (const { type, entryId } of rows) {
    if (!isPublicationType(type)) {
      throw snapshotNeeded(`A change of the type “${type}” may show in any document.`);
    }
    const ids = changed.get(type) ?? new Set();
    changed.set(type, ids.add(entryId));
  }
  return changed;
}

function snapshotNeeded(reason: string): FeedError {
  return new FeedError(410, 'SnapshotNeeded', `${reason} Take a new snapshot.`);
}
