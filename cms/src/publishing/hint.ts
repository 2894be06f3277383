import { type Core } from '@strapi/strapi';
import { settings } from '../settings';
import { type RaisedRevision } from './revision';
import { postSigned } from './signed-post';

/** One editing step raises several revisions; they leave as one hint for each region. */
const COLLECT_MS = 50;
const TIMEOUT_MS = 2000;

const pending = new Map<string, number>();
let timer: NodeJS.Timeout | undefined;

/**
 * Wakes the publisher soon. To be called after the commit. A hint that gets lost costs one poll of
 * the publisher, so nothing waits for it and nothing fails because of it.
 *
 * @param strapi - The running CMS, for its log.
 * @param raised - Revisions that the transaction has reached.
 */
export function sendHints(strapi: Core.Strapi, raised: readonly RaisedRevision[]): void {
  for (const { region, revision } of raised) {
    pending.set(region, Math.max(revision, pending.get(region) ?? 0));
  }
  timer ??= setTimeout(() => {
    timer = undefined;
    const hints = [...pending].map(([region, revision]) => ({ region, revision }));
    pending.clear();
    for (const hint of hints) void post(strapi, hint);
  }, COLLECT_MS).unref();
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
