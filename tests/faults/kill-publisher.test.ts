import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startFeedStandIn, type FeedStandIn } from '../support/feed-stand-in.ts';
import { freePort } from '../support/free-port.ts';
import { startGateway, type RunningGateway } from '../support/gateway-process.ts';
import { startPublisherChild, type PublisherChild } from '../support/publisher-child.ts';
import { waitFor } from '../support/publisher.ts';
import { makeQuickFolder } from '../support/quick-folder.ts';
import { Random } from '../support/random.ts';
import { SmallRegion } from '../support/small-region.ts';
import { leftoversOf, lookAtWholeSite } from '../support/whole-site.ts';

/** `FAULT_KILLS=200` for the long run. */
const KILLS = Number(process.env['FAULT_KILLS'] ?? '32');
const SEED = Number(process.env['FAULT_SEED'] ?? '20261124');

let feed: FeedStandIn;
let gateway: RunningGateway;
let region: SmallRegion;
let folder: ReturnType<typeof makeQuickFolder>;
let port: number;
let publisher: PublisherChild;
const random = new Random(SEED);

beforeAll(async () => {
  feed = await startFeedStandIn([]);
  region = new SmallRegion(feed, 'pm', 6);
  folder = makeQuickFolder();
  port = await freePort();
  publisher = await start();
  gateway = await startGateway(folder.dataDir);
});

afterAll(async () => {
  await publisher.end();
  await gateway.stop();
  await feed.stop();
  folder.remove();
});

const start = () => startPublisherChild({ feed, dataDir: folder.dataDir, port });
const releasesDir = () => `${folder.dataDir}/releases`;
const look = () => lookAtWholeSite(gateway.port, releasesDir(), 'pm');

/** The gateway looks at the disk at most every 100 ms; before, it may still serve what was live. */
const untilGatewayLooks = () => new Promise((resolve) => setTimeout(resolve, 150));

/** A change as editors make them: of one entry, of several, or of the whole look. */
function edit(): number {
  return region.commit(() => {
    const kind = random.below(4);
    if (kind === 0) region.paint(`#12${random.below(0x10000).toString(16).padStart(4, '0')}`);
    else if (kind === 1 && region.ids.length > 4) region.remove(random.pick(region.ids));
    else if (kind === 2) region.put(`neu-${region.revision}`, { title: 'Ein neues Angebot' });
    else region.put(random.pick(region.ids), { title: `Fassung ${region.revision}` });
  });
}

/** What a new entry costs in operations of the file system, with the search index that follows. */
async function countOperations(): Promise<{ count: number; names: string[] }> {
  await publisher.arm(0, 'kill');
  const revision = region.commit(() => {
    region.put('erster', { title: 'Ein erstes Angebot' });
  });
  await publisher.hint('pm');
  await publisher.untilLive('pm', revision, true);
  await new Promise((resolve) => setTimeout(resolve, 300));
  return publisher.operations();
}

describe('kill -9 of the publisher', () => {
  it(
    `at ${KILLS} instants leaves the last good release served in full, and the next start catches up`,
    async () => {
      const { count, names } = await countOperations();
      // Otherwise the kills below would not reach what they are for.
      for (const step of [
        /\.incoming/,
        /\.spare/,
        /manifest/,
        /\.current/,
        /snapshots/,
        /pagefind/,
      ]) {
        expect(names.join('\n')).toMatch(step);
      }
      const killedAt: string[] = [];
      for (let kill = 0; kill < KILLS; kill += 1) {
        // Half of them at an operation on the disk, spread over all of them; half at any time.
        const at = kill % 2 === 0 ? 1 + Math.floor(((kill + random.next()) / KILLS) * count) : 0;
        if (at > 0) await publisher.arm(at, 'kill');
        const revision = edit();
        await publisher.hint('pm');
        if (at === 0) await new Promise((resolve) => setTimeout(resolve, random.below(900)));
        else await Promise.race([publisher.ended(), new Promise((r) => setTimeout(r, 6_000))]);
        killedAt.push(/killed at operation \d+: (.*)/.exec(publisher.output)?.[1] ?? 'any time');
        await publisher.end();

        await untilGatewayLooks();
        const after = await look();
        expect([revision - 1, revision]).toContain(after.facts.revision);
        publisher = await start();
        await publisher.untilLive('pm', revision, true);
        const settled = await look();
        expect(settled.facts).toMatchObject({ revision, searchRevision: revision });
      }
      console.log(`${KILLS} kills (seed ${SEED}):\n${killedAt.sort().join('\n')}`);
      const revision = edit();
      await publisher.hint('pm');
      await publisher.untilLive('pm', revision, true);
      await waitFor('nothing is left over', () => leftoversOf(folder.dataDir, 'pm').length === 0);
    },
    30_000 + KILLS * 8_000,
  );
});
