import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startFeedStandIn, type FeedStandIn } from '../support/feed-stand-in.ts';
import { freePort } from '../support/free-port.ts';
import { startGateway, type RunningGateway } from '../support/gateway-process.ts';
import { findPostgres, startPostgres, type RunningPostgres } from '../support/postgres.ts';
import { PublisherChild } from '../support/publisher-child.ts';
import { waitFor } from '../support/publisher.ts';
import { makeQuickFolder } from '../support/quick-folder.ts';
import { SmallRegion } from '../support/small-region.ts';
import { leftoversOf, liveReleaseId, lookAtWholeSite } from '../support/whole-site.ts';

let feed: FeedStandIn;
let gateway: RunningGateway;
let folder: ReturnType<typeof makeQuickFolder>;
const publishers: PublisherChild[] = [];

beforeEach(async () => {
  feed = await startFeedStandIn([]);
  folder = makeQuickFolder();
  gateway = await startGateway(folder.dataDir);
});

afterEach(async () => {
  for (const publisher of publishers.splice(0)) {
    publisher.child.kill('SIGCONT');
    await publisher.end();
  }
  await gateway.stop();
  await feed.stop();
  folder.remove();
});

async function start(env: Record<string, string> = {}): Promise<PublisherChild> {
  const options = { feed, dataDir: folder.dataDir, port: await freePort(), env };
  const publisher = new PublisherChild(options);
  publishers.push(publisher);
  await publisher.untilReady();
  return publisher;
}

function isAsleep(pid: number): boolean {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  return stat.slice(stat.lastIndexOf(')') + 2).startsWith('T');
}

const look = (region: string) =>
  lookAtWholeSite(gateway.port, `${folder.dataDir}/releases`, region);
const edit = (region: SmallRegion) =>
  region.commit(() => region.put(`${region.slug}-0`, { title: `Fassung ${region.revision}` }));

describe('two publishers on one folder without a database', () => {
  it('are one, also right after the first was killed', async () => {
    const region = new SmallRegion(feed, 'pm', 4);
    const first = await start();
    const second = new PublisherChild({ feed, dataDir: folder.dataDir, port: await freePort() });
    expect(await second.ended()).toBe(1);
    expect(second.output).toContain('Another publisher');
    await first.end();
    // The lock of a dead process does not hold.
    const third = await start();
    const revision = edit(region);
    await third.hint('pm');
    await third.untilLive('pm', revision);
    await look('pm');
  });
});

describe('twenty regions that are published at once', () => {
  it('all go live within moments, and none is served twice before the others', async () => {
    const regions = Array.from({ length: 20 }, (_unused, index) => {
      return new SmallRegion(feed, `r${String(index).padStart(2, '0')}`, 4);
    });
    const publisher = await start({ FAULT_BUILD_MS: '60' });
    await waitFor(
      'all indexes have followed',
      async () => {
        const reports = Object.values((await publisher.status())?.regions ?? {});
        return reports.every((report) => report.searchRevision === report.liveRevision);
      },
      60_000,
    );
    publisher.builds.length = 0;
    const startedAt = performance.now();
    for (const region of regions) edit(region);
    feed.publish('umbrella');
    // One that cannot stop must not keep the others from their turn.
    const [busy] = regions;
    const busying = setInterval(() => {
      if (busy !== undefined) edit(busy);
      void publisher.hint('r00');
    }, 100);
    await publisher.hint('r00');
    const latest: number[] = [];
    for (const region of regions.slice(1)) {
      await waitFor(
        `${region.slug} is live`,
        async () => (await publisher.region(region.slug))?.liveRevision === region.revision,
        60_000,
      );
      latest.push(performance.now() - startedAt);
    }
    await waitFor(
      'the umbrella is live',
      async () => (await publisher.status())?.umbrella.liveRevision === 2,
      60_000,
    );
    clearInterval(busying);
    const begun = publisher.builds.filter(({ build }) => build === 'begins');
    const first = begun.findIndex(({ region }) => region === 'umbrella');
    const busyBefore = begun.slice(0, first).filter(({ region }) => region === 'r00').length;
    console.log(`19 regions and the umbrella within ${Math.round(Math.max(...latest))} ms`);
    // In 21 turns of two at a time, the busy one gets no more than its share.
    expect(busyBefore).toBeLessThanOrEqual(8);
    expect(Math.max(...latest)).toBeLessThan(30_000);
    for (const region of regions.slice(1)) {
      await publisher.untilLive(region.slug, region.revision, true);
      await look(region.slug);
    }
  });
});

const { reason } = findPostgres();
describe.skipIf(reason !== null)(`publishers with PostgreSQL (skipped: ${reason ?? 'no'})`, () => {
  let database: RunningPostgres;
  beforeEach(async () => {
    database = await startPostgres();
  });
  afterEach(async () => {
    for (const publisher of publishers.splice(0)) {
      publisher.child.kill('SIGCONT');
      await publisher.end();
    }
    await database.stop();
  });

  const pair = async () => {
    const env = { DATABASE_URL: database.url };
    const first = await start(env);
    const second = await start(env);
    return [first, second] as const;
  };

  /** Who of the two builds a region, found out by a change. */
  async function ownerOf(region: SmallRegion, pair: readonly PublisherChild[]) {
    for (const publisher of pair) publisher.builds.length = 0;
    const revision = edit(region);
    for (const publisher of pair) await publisher.hint(region.slug);
    for (const publisher of pair) await publisher.untilLive(region.slug, revision);
    const owners = pair.filter(({ builds }) => builds.some((note) => note.region === region.slug));
    expect(owners).toHaveLength(1);
    return owners[0] as PublisherChild;
  }

  it('never build a region both, and one takes over when the other is killed while it renders', async () => {
    const region = new SmallRegion(feed, 'pm', 4);
    const both = await pair();
    const owner = await ownerOf(region, both);
    const other = both.find((publisher) => publisher !== owner) as PublisherChild;
    owner.builds.length = 0;
    other.builds.length = 0;
    await owner.order({ do: 'slow-down', ms: 5_000 });
    const revision = edit(region);
    await owner.hint('pm');
    await waitFor('it renders', () => owner.builds.some(({ build }) => build === 'begins'));
    await other.hint('pm');
    await sleep(1_500);
    expect(other.builds.filter((note) => note.region === 'pm')).toEqual([]);
    const killedAt = performance.now();
    await owner.end();
    await other.untilLive('pm', revision, true);
    console.log(`taken over and live after ${Math.round(performance.now() - killedAt)} ms`);
    expect(owner.builds.filter(({ build }) => build === 'ends')).toEqual([]);
    await look('pm');
    const last = edit(region);
    await other.hint('pm');
    await other.untilLive('pm', last, true);
    await waitFor('nothing is left over', () => leftoversOf(folder.dataDir, 'pm').length === 0);
  });

  const moments = [
    { moment: 'while it renders', only: null },
    { moment: 'while it seals', only: '^open releases/pm/.spare' },
    { moment: 'right before it switches', only: '^sync releases/pm$' },
  ];
  it.each(moments)(
    'do not let one that was asleep $moment, and lost its lease, put an old release in front',
    async ({ only }) => {
      const region = new SmallRegion(feed, 'pm', 4);
      const both = await pair();
      const owner = await ownerOf(region, both);
      const other = both.find((publisher) => publisher !== owner) as PublisherChild;
      await owner.untilLive('pm', region.revision, true);
      await sleep(500);
      owner.builds.length = 0;
      if (only === null) await owner.order({ do: 'slow-down', ms: 1_000 });
      else await owner.arm(1, 'stop', false, only);
      edit(region);
      await owner.hint('pm');
      await waitFor('it renders', () => owner.builds.some(({ build }) => build === 'begins'));
      if (only === null) owner.child.kill('SIGSTOP');
      await waitFor('it is asleep', () => isAsleep(owner.child.pid ?? 0));
      const client = new Client({ connectionString: database.url });
      await client.connect();
      // As a network failure would: the database lets go, the sleeping process does not know.
      await client.query(
        `SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory' AND granted`,
      );
      await client.end();
      const newest = edit(region);
      await other.hint('pm');
      await other.untilLive('pm', newest, true);
      const release = liveReleaseId(folder.dataDir, 'pm');
      const seen: string[] = [];
      const watching = setInterval(() => {
        seen.push(liveReleaseId(folder.dataDir, 'pm'));
      }, 2);
      owner.child.kill('SIGCONT');
      await sleep(3_000);
      clearInterval(watching);
      expect([...new Set(seen)]).toEqual([release]);
      expect((await look('pm')).facts.revision).toBe(newest);
    },
  );
});
