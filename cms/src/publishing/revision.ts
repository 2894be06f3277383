import { type Core } from '@strapi/strapi';
import { randomUUID } from 'node:crypto';
import { CHANGE_UID, REGION_STATE_UID } from '../domain/content-types';
import { UMBRELLA } from '../domain/region-names';
import { type Transaction } from './transaction';

/** A change that a site has to follow, as the feed reports it. */
export interface Change {
  /** Name of the type in the feed, such as `listing`; `media` for a file of the media library. */
  type: string;
  entryId: string;
  operation: 'publish' | 'unpublish' | 'update' | 'delete';
}

/** The revision that a region has reached. */
export interface RaisedRevision {
  region: string;
  revision: number;
}

/** How many changes are kept for each region. Who asks for older ones takes a snapshot. */
const KEPT_CHANGES = 10_000;

/** Old changes are removed in batches, so that not every publication pays for it. */
const PRUNE_EVERY = 100;

/**
 * Makes every write wait for the one before it, by locking the umbrella's counter until the end of
 * the transaction. Every write takes this lock first, so two of them never wait for each other, and
 * commits happen in the order of revisions. SQLite has one writer anyway.
 */
export async function lockRevisions(strapi: Core.Strapi, transaction: Transaction): Promise<void> {
  const lock = () =>
    states(strapi, transaction).where({ slug: UMBRELLA }).forUpdate().select('revision');
  const rows = (await lock()) as unknown[];
  if (rows.length > 0) return;
  await ensureState(strapi, transaction, UMBRELLA);
  await lock();
}

/**
 * Raises the revision of regions and of the umbrella by one each and writes the change beside it.
 *
 * @param strapi - The running CMS.
 * @param transaction - The transaction of the change itself.
 * @param slugs - Affected regions; may be empty for a change of the umbrella site alone.
 * @param change - What has changed.
 * @param consequences - What has changed with it on the sites of the regions.
 * @returns The new revisions, the umbrella's among them.
 */
export async function raiseRevisions(
  strapi: Core.Strapi,
  transaction: Transaction,
  slugs: Iterable<string>,
  change: Change,
  consequences: readonly Change[] = [],
): Promise<RaisedRevision[]> {
  const at = new Date();
  const raised: RaisedRevision[] = [];
  const others = [...new Set(slugs)].filter((slug) => slug !== UMBRELLA).sort();
  for (const region of [UMBRELLA, ...others]) {
    const revision = await raise(strapi, transaction, region);
    const changes = region === UMBRELLA ? [change] : [change, ...consequences];
    const rows = changes.map((row) => ({ documentId: randomUUID(), region, revision, ...row, at }));
    await strapi.db.queryBuilder(CHANGE_UID).insert(rows).execute();
    if (revision % PRUNE_EVERY === 0) await prune(strapi, region, revision - KEPT_CHANGES);
    raised.push({ region, revision });
  }
  return raised;
}

/** In one statement: the entries of a bulk action are written side by side in one transaction. */
async function raise(strapi: Core.Strapi, transaction: Transaction, slug: string): Promise<number> {
  const increment = async () => {
    const rows: { revision: number }[] = await states(strapi, transaction)
      .where({ slug })
      .increment('revision', 1)
      .returning('revision');
    return rows[0]?.revision;
  };
  const revision = await increment();
  if (revision !== undefined) return Number(revision);
  await ensureState(strapi, transaction, slug);
  return Number(await increment());
}

async function ensureState(
  strapi: Core.Strapi,
  transaction: Transaction,
  slug: string,
): Promise<void> {
  const now = new Date();
  await states(strapi, transaction)
    .insert({ document_id: randomUUID(), slug, revision: 0, created_at: now, updated_at: now })
    .onConflict('slug')
    .ignore();
}

async function prune(strapi: Core.Strapi, region: string, upTo: number): Promise<void> {
  if (upTo <= 0) return;
  await strapi.db
    .queryBuilder(CHANGE_UID)
    .where({ region, revision: { $lte: upTo } })
    .delete()
    .execute();
}

function states(strapi: Core.Strapi, transaction: Transaction) {
  const { tableName } = strapi.db.metadata.get(REGION_STATE_UID);
  return strapi.db.getConnection(tableName).transacting(transaction);
}
