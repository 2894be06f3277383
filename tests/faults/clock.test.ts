import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startFeedStandIn, type FeedStandIn } from '../support/feed-stand-in.ts';
import { freePort } from '../support/free-port.ts';
import { hintOf, post } from '../support/hints.ts';
import {
  HINT_SECRET,
  startPublisherChild,
  type PublisherChild,
} from '../support/publisher-child.ts';
import { createTestPublisher, waitFor, type TestPublisher } from '../support/publisher.ts';
import { makeQuickFolder } from '../support/quick-folder.ts';
import { SmallRegion } from '../support/small-region.ts';
import { readLive } from '../support/whole-site.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

let feed: FeedStandIn;
let region: SmallRegion;
let folder: ReturnType<typeof makeQuickFolder>;

beforeEach(async () => {
  feed = await startFeedStandIn([]);
  folder = makeQuickFolder();
});

afterEach(async () => {
  await feed.stop();
  folder.remove();
});

const shown = () => readLive(folder.dataDir, 'pm', 'angebote/index.html');

describe('the day on which a listing ends', () => {
  let now: Date;
  let publisher: TestPublisher;

  const begin = async (at: string, today: string, endsOn: string) => {
    now = new Date(at);
    region = new SmallRegion(feed, 'pm', 3, today);
    region.commit(() => region.put('endet', { title: 'Endet bald', endsOn }));
    await start();
  };
  const start = async () => {
    publisher = createTestPublisher(feed, folder.dataDir, { now: () => now });
    await publisher.reconciler.start();
    await waitFor('all is live', () => publisher.reconciler.status().ready);
  };
  afterEach(() => publisher.reconciler.stop());

  // Moments in UTC; Berlin is one hour ahead, two in summer.
  const boundaries = [
    { name: 'an ordinary night', last: '2026-11-24T22:59:59Z', first: '2026-11-24T23:00:00Z' },
    {
      name: 'the night to summer time',
      last: '2026-03-28T22:59:59Z',
      first: '2026-03-28T23:00:00Z',
    },
    {
      name: 'the end of the short day',
      last: '2026-03-29T21:59:59Z',
      first: '2026-03-29T22:00:00Z',
    },
    {
      name: 'the night to winter time',
      last: '2026-10-24T21:59:59Z',
      first: '2026-10-24T22:00:00Z',
    },
    {
      name: 'the end of the long day',
      last: '2026-10-25T22:59:59Z',
      first: '2026-10-25T23:00:00Z',
    },
    {
      name: 'the night to 29 February',
      last: '2028-02-28T22:59:59Z',
      first: '2028-02-28T23:00:00Z',
    },
    { name: 'the end of 29 February', last: '2028-02-29T22:59:59Z', first: '2028-02-29T23:00:00Z' },
    {
      name: 'the end of a common February',
      last: '2027-02-28T22:59:59Z',
      first: '2027-02-28T23:00:00Z',
    },
    { name: 'the end of the year', last: '2026-12-31T22:59:59Z', first: '2026-12-31T23:00:00Z' },
  ];
  const berlin = (at: string) =>
    new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Berlin' }).format(new Date(at));

  it.each(boundaries)(
    'takes it off the site at midnight in Berlin: $name',
    async ({ last, first }) => {
      await begin(last, berlin(last), berlin(last));
      expect(shown()).toContain('endet');
      const builds = publisher.builder.builds.length;
      await new Promise((resolve) => setTimeout(resolve, 250));
      expect(publisher.builder.builds).toHaveLength(builds);
      region.newDay(berlin(first));
      now = new Date(first);
      await waitFor('it is gone', () => !shown().includes('endet'));
      expect(shown()).toContain('pm-0');
    },
  );

  it('takes it off at the return of a publisher that was down at that time', async () => {
    await begin('2026-11-24T12:00:00Z', '2026-11-24', '2026-11-25');
    await publisher.reconciler.stop();
    region.newDay('2026-11-29');
    now = new Date('2026-11-29T08:00:00Z');
    await start();
    await waitFor('it is gone', () => !shown().includes('endet'));
  });

  it('is met although the clock jumped a day ahead and back before', async () => {
    await begin('2026-11-24T12:00:00Z', '2026-11-24', '2026-11-24');
    now = new Date('2026-11-25T12:00:00Z');
    await waitFor('the jump was noticed', () => publisher.builder.builds.length >= 3);
    await waitFor(
      'it is live',
      () => publisher.reconciler.status().regions['pm']?.state === 'live',
    );
    now = new Date('2026-11-24T12:00:05Z');
    await new Promise((resolve) => setTimeout(resolve, 400));
    expect(shown()).toContain('endet');
    region.newDay('2026-11-25');
    now = new Date('2026-11-24T23:00:01Z');
    await waitFor('it is gone', () => !shown().includes('endet'));
  });
});

describe('releases while the clock jumps', () => {
  it.each([
    { name: 'a day back', jumpMs: -DAY_MS },
    { name: 'an hour back', jumpMs: -60 * MINUTE_MS },
    { name: 'a day ahead', jumpMs: DAY_MS },
    { name: 'ten years ahead', jumpMs: 3_653 * DAY_MS },
  ])('keep their order: $name', async ({ jumpMs }) => {
    region = new SmallRegion(feed, 'pm', 3);
    let offsetMs = 0;
    const publisher = createTestPublisher(feed, folder.dataDir, {
      now: () => new Date(Date.now() + offsetMs),
    });
    const { reconciler, store } = publisher;
    const publish = async () => {
      const revision = region.commit(() =>
        region.put('pm-0', { title: `Fassung ${region.revision}` }),
      );
      reconciler.wake();
      await waitFor(
        `revision ${revision} is live`,
        () => reconciler.status().regions['pm']?.liveRevision === revision,
      );
      return revision;
    };
    try {
      await reconciler.start();
      await waitFor('all is live', () => reconciler.status().ready);
      await publish();
      offsetMs = jumpMs;
      await publish();
      publisher.builder.asked.length = 0;
      await publish();
      await publish();
      // The next change leads on from the last release, whatever time it bears.
      expect(publisher.builder.asked.filter(({ kind }) => kind === 'all')).toEqual([]);
      offsetMs = 0;
      await publish();
      const revision = await publish();
      expect((await store.kept('pm'))[0]?.manifest.revision).toBe(revision);
      expect((await store.live('pm'))?.manifest.revision).toBe(revision);
      const [, earlier] = await store.kept('pm');
      const { releaseId = '' } = earlier?.manifest ?? {};
      const timestamp = new Date().toISOString();
      await reconciler.command({
        ...{ type: 'region.rollback', timestamp, data: { region: 'pm', releaseId } },
      });
      const report = await reconciler.command({
        ...{ type: 'region.unpin', timestamp, data: { region: 'pm' } },
      });
      expect(report.liveRevision).toBe(revision);
    } finally {
      await reconciler.stop();
    }
  });
});

describe('hints while the clock of the publisher is wrong', () => {
  let publisher: PublisherChild;
  afterEach(() => publisher.end());

  it('are refused, and the next poll publishes all the same', async () => {
    region = new SmallRegion(feed, 'pm', 3);
    const port = await freePort();
    publisher = await startPublisherChild({ feed, dataDir: folder.dataDir, port });
    const revision = region.commit(() => region.put('pm-0', { title: 'Trotzdem' }));
    for (const offsetMs of [10 * MINUTE_MS, -10 * MINUTE_MS, -DAY_MS]) {
      await publisher.order({ do: 'shift-clock', ms: offsetMs });
      expect((await post(port, '/hint', hintOf(HINT_SECRET, 'pm', revision))).status).toBe(401);
    }
    await publisher.untilLive('pm', revision);
  }, 60_000);
});
