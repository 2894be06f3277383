import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { AdminClient } from '../support/admin-client.ts';
import { ask } from '../support/http.ts';
import { startPortal } from '../support/portal.ts';

const STORIES = '/content-manager/collection-types/api::success-story.success-story';
const GIVE_UP_AFTER_MS = 60_000;

/** Waits until the umbrella, which follows every publish, is live too: the samples are single publishes. */
async function untilIdle(publisherPort: number): Promise<void> {
  for (;;) {
    const status = await ask(publisherPort, 'localhost', '/status');
    if (!/"state":"(?:queued|building)"/.test(status.text)) return;
    await sleep(100);
  }
}

/** Milliseconds from the start of a story's publish request until its page shows the new text. */
export async function benchPublish(times: number): Promise<object> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'portal-bench-'));
  const portal = await startPortal(dataDir);
  try {
    const login = portal.logins.find(({ region }) => region === 'pm');
    if (login === undefined) throw new Error('The demo has no editor for pm.');
    const editor = await AdminClient.signIn(portal.cmsPort, login.email, login.password);
    const list = await editor.call<{ results: { documentId: string; slug: string }[] }>(
      'GET',
      `${STORIES}?page=1&pageSize=1`,
    );
    const story = list.body.results[0];
    if (story === undefined) throw new Error('The editor sees no success story.');

    const samplesMs: number[] = [];
    for (let round = 1; round <= times; round += 1) {
      const marker = `Messung ${round} ${Date.now()}`;
      const startedAt = performance.now();
      const answer = await editor.call('POST', `${STORIES}/${story.documentId}/actions/publish`, {
        teaser: marker,
      });
      if (answer.status !== 200) throw new Error(`Publishing failed: ${JSON.stringify(answer)}`);
      for (;;) {
        const page = await ask(portal.gatewayPort, 'pm.localhost', `/erfolge/${story.slug}/`);
        if (page.text.includes(marker)) break;
        if (performance.now() - startedAt > GIVE_UP_AFTER_MS) {
          throw new Error(`Not live after ${GIVE_UP_AFTER_MS / 1000} s: ${marker}`);
        }
        await sleep(20);
      }
      samplesMs.push(Math.round(performance.now() - startedAt));
      await untilIdle(portal.publisherPort);
    }
    const sorted = samplesMs.toSorted((a, b) => a - b);
    const quantile = (share: number) => sorted[Math.ceil(share * sorted.length) - 1];
    return { publishToLiveMs: { p50: quantile(0.5), p95: quantile(0.95), samples: samplesMs } };
  } finally {
    await portal.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}
