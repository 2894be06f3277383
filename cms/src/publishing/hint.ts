import { type Core } from '@strapi/strapi';
import { settings } from '../settings';
import { type RaisedRevision } from './revision';
import { postSigned } from './signed-post';

/** Hints of a region that follow one another keep this distance: time enough to compare revisions. */
const DISTANCE_MS = 300;
const TIMEOUT_MS = 2000;

/** Regions that had a hint just now, with the revision for their next one; 0 if there is none. */
const pending = new Map<string, number>();

/**
 * Wakes the publisher. To be called after the commit. The first hint of a region leaves at once, and
 * what changes soon after it is collected. A hint that gets lost costs one poll of the publisher, so
 * nothing waits for it and nothing fails because of it.
 *
 * @param strapi - The running CMS, for its log.
 * @param raised - Revisions that the transaction has reached.
 */
export function sendHints(strapi: Core.Strapi, raised: readonly RaisedRevision[]): void {
  for (const { region, revision } of raised) {
    const isFirst = !pending.has(region);
    pending.set(region, Math.max(revision, pending.get(region) ?? 0));
    // Not before the other changes of the same transaction have been told.
    if (isFirst) setImmediate(() => sendNext(strapi, region));
  }
}

function sendNext(strapi: Core.Strapi, region: string): void {
  const revision = pending.get(region) ?? 0;
  if (revision === 0) {
    pending.delete(region);
    return;
  }
  pending.set(region, 0);
  void post(strapi, { region, revision });
  setTimeout(() => sendNext(strapi, region), DISTANCE_MS).unref();
}

async function post(strapi: Core.Strapi, data: RaisedRevision): Promise<void> {
  try {
    const answer = await postSigned('/hint', { type: 'region.changed', data }, TIMEOUT_MS);
    await answer.body?.cancel();
    if (!answer.ok) strapi.log.debug(`The publisher answered the hint with ${answer.status}.`);
  } catch (error) {
    strapi.log.debug(`No publisher took the hint at ${settings.publisherUrl}: ${String(error)}`);
  }
}
