import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ReleaseFactsSchema } from '@portal/site/contract';
import { startFeedStandIn, type FeedStandIn } from '../../support/feed-stand-in.ts';
import {
  createTestPublisher,
  makeDataDir,
  waitFor,
  type TestPublisher,
} from '../../support/publisher.ts';

let feed: FeedStandIn;
let dataDir: string;
let remove: () => void;
const running: TestPublisher[] = [];

beforeEach(async () => {
  feed = await startFeedStandIn(['pm', 'tf']);
  ({ dataDir, remove } = makeDataDir());
});

afterEach(async () => {
  for (const publisher of running.splice(0)) await publisher.reconciler.stop();
  await feed.stop();
  remove();
});

async function start(...args: Parameters<typeof createTestPublisher> | []): Promise<TestPublisher> {
  const publisher =
    args.length === 0 ? createTestPublisher(feed, dataDir) : createTestPublisher(...args);
  running.push(publisher);
  await publisher.reconciler.start();
  return publisher;
}

function read(region: string, file: string): string {
  return readFileSync(path.join(dataDir, 'releases', region, 'current/site', file), 'utf8');
}

const isReady = (publisher: TestPublisher) => () => publisher.reconciler.status().ready;
const isLive = (publisher: TestPublisher, revision: number) => () =>
  publisher.reconciler.status().regions['pm']?.liveRevision === revision;
const rename = (title: string) => (documents: Record<string, unknown>[]) => {
  for (const document of documents) if (document['type'] === 'page') document['title'] = title;
};

describe('a publisher on an empty data folder', () => {
  it('publishes every region and the umbrella and reports it to the CMS', async () => {
    const publisher = await start();
    expect(publisher.reconciler.status().ready).toBe(false);
    await waitFor('all regions are live', isReady(publisher));

    const { regions, umbrella } = publisher.reconciler.status();
    expect(Object.keys(regions)).toEqual(['pm', 'tf']);
    expect(regions['pm']).toMatchObject({
      cmsRevision: 1,
      liveRevision: 1,
      state: 'live',
      lastError: null,
      quarantine: [],
    });
    expect(umbrella.state).toBe('live');
    expect(regions['pm']?.releaseId).toMatch(/^1-[0-9a-f]{12}$/);
    expect(read('pm', 'index.html')).toContain('<h1>pm</h1>');
    const facts = ReleaseFactsSchema.parse(JSON.parse(read('pm', '.well-known/release.json')));
    expect(facts).toMatchObject({ region: 'pm', revision: 1, releaseId: regions['pm']?.releaseId });
    await waitFor('the CMS knows', () => feed.reports.get('pm')?.state === 'live');
    expect(
      feed.allReports.filter(({ region }) => region === 'pm').map(({ report }) => report.state),
    ).toContain('building');
  });
});

describe('a running publisher', () => {
  it('publishes a change without any hint', async () => {
    const publisher = await start();
    await waitFor('all regions are live', isReady(publisher));
    const revision = feed.publish('pm', (documents) => {
      for (const document of documents) {
        if (document['documentId'] === 'pm-s-01') document['title'] = 'Neuer Titel';
        if (document['type'] === 'page') document['title'] = 'Umbenannt';
      }
    });
    await waitFor(
      'the change is live',
      () => publisher.reconciler.status().regions['pm']?.liveRevision === revision,
    );
    expect(read('pm', 'impressum/index.html')).toContain('Umbenannt');
    expect(publisher.builder.builds.filter((region) => region === 'tf')).toHaveLength(1);
  });

  it('takes on a revision that changes no page without a switch', async () => {
    const publisher = await start();
    await waitFor('all regions are live', isReady(publisher));
    const before = publisher.reconciler.status().regions['pm'];
    const revision = feed.publish('pm');
    await waitFor(
      'the revision is live',
      () => publisher.reconciler.status().regions['pm']?.liveRevision === revision,
    );
    expect(publisher.reconciler.status().regions['pm']?.releaseId).toBe(before?.releaseId);
    expect(publisher.reconciler.status().regions['pm']?.deployedAt).toBe(before?.deployedAt);
    expect(JSON.parse(read('pm', '.well-known/release.json'))).toMatchObject({ revision });
  });

  it('builds nothing on a second start when nothing has changed', async () => {
    const first = await start();
    await waitFor('all regions are live', isReady(first));
    await first.reconciler.stop();
    const before = read('pm', '.well-known/release.json');
    // Without renderers that are made ready in the background.
    const second = await start(feed, dataDir, { warmRegions: 0 });
    await waitFor('the second publisher is ready', isReady(second));
    await waitFor('it has compared often', () => (feed.calls.get('regions') ?? 0) > 10);
    expect(second.builder.builds).toEqual([]);
    expect(read('pm', '.well-known/release.json')).toBe(before);
  });

  it('renders in the background after a start, so that the first change is as quick as others', async () => {
    const first = await start();
    await waitFor('all regions are live', isReady(first));
    await first.reconciler.stop();
    const before = read('pm', '.well-known/release.json');
    const second = await start();
    await waitFor('all are warm', () => second.builder.builds.length === 3);
    expect([...second.builder.builds].sort()).toEqual(['pm', 'tf', 'umbrella']);
    expect(read('pm', '.well-known/release.json')).toBe(before);
    feed.publish('pm', rename('Umbenannt'));
    await waitFor('the change is live', isLive(second, 2));
    expect(second.builder.asked.slice(3).map(({ kind }) => kind)).toEqual(['change']);
  });

  it('publishes what changed while nobody looked, although it renders in the background', async () => {
    const first = await start();
    await waitFor('all regions are live', isReady(first));
    await first.reconciler.stop();
    const second = createTestPublisher(feed, dataDir, { pollMs: 60_000 });
    // After the comparison, before the background asks for the snapshot of pm.
    second.builder.before = ({ region }) => {
      if (region === 'umbrella') feed.publish('pm', rename('Dazwischen'));
    };
    running.push(second);
    await second.reconciler.start();
    await waitFor('pm was rendered', () => second.builder.builds.includes('pm'));
    expect(isLive(second, 1)()).toBe(true);
    second.reconciler.wake();
    await waitFor('the change is live', isLive(second, 2));
    expect(read('pm', 'impressum/index.html')).toContain('Dazwischen');
  });

  it('takes changes in as deltas, or as a snapshot where the CMS has none', async () => {
    const publisher = await start();
    await waitFor('all regions are live', isReady(publisher));
    const snapshots = feed.calls.get('pm/snapshot');
    feed.publish('pm', rename('Aus dem Delta'));
    await waitFor('the delta is live', isLive(publisher, 2));
    expect(read('pm', 'impressum/index.html')).toContain('Aus dem Delta');
    expect(feed.calls.get('pm/snapshot')).toBe(snapshots);
    feed.hasDeltas = false;
    feed.publish('pm', rename('Aus dem Snapshot'));
    await waitFor('the snapshot is live', isLive(publisher, 3));
    expect(read('pm', 'impressum/index.html')).toContain('Aus dem Snapshot');
    expect(feed.calls.get('pm/snapshot')).toBe((snapshots ?? 0) + 1);
    const ofPm = publisher.builder.asked.filter(({ region }) => region === 'pm');
    expect(ofPm.map(({ kind }) => kind)).toEqual(['all', 'change', 'change']);
  });

  it('ends within moments although it renders in the background', async () => {
    const first = await start();
    await waitFor('all regions are live', isReady(first));
    await first.reconciler.stop();
    const second = createTestPublisher(feed, dataDir);
    second.builder.before = () => new Promise(() => undefined);
    await second.reconciler.start();
    await waitFor('it renders', () => second.builder.builds.length === 1);
    const startedAt = performance.now();
    await second.reconciler.stop();
    expect(performance.now() - startedAt).toBeLessThan(2_000);
  });

  it('builds twenty changes in a row at most twice, and the newest wins', async () => {
    const publisher = await start();
    await waitFor('all regions are live', isReady(publisher));
    publisher.builder.builds.length = 0;
    publisher.builder.before = () => new Promise((resolve) => setTimeout(resolve, 200));
    let revision = 0;
    for (let change = 0; change < 20; change += 1) {
      revision = feed.publish('pm', (documents) => {
        for (const document of documents) {
          if (document['type'] === 'page') document['title'] = `Fassung ${change}`;
        }
      });
      publisher.reconciler.wake();
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    await waitFor(
      'the newest change is live',
      () => publisher.reconciler.status().regions['pm']?.liveRevision === revision,
    );
    expect(publisher.builder.builds.length).toBeLessThanOrEqual(2);
    expect(read('pm', 'impressum/index.html')).toContain('Fassung 19');
  });

  it('shows a publish on the site of the region before the umbrella is begun', async () => {
    const publisher = await start(feed, dataDir, { parallel: 2 });
    await waitFor('all regions are live', isReady(publisher));
    let isWritten = false;
    let isSeenFirst: boolean | null = null;
    publisher.builder.before = async ({ region }) => {
      if (region === 'umbrella') isSeenFirst ??= isWritten;
      if (region !== 'pm') return;
      await new Promise((resolve) => setTimeout(resolve, 300));
      isWritten = true;
    };
    feed.publish('pm', rename('Neu'));
    feed.publish('umbrella');
    publisher.reconciler.wake();
    await waitFor('the umbrella is being built', () => isSeenFirst !== null);
    expect(isSeenFirst).toBe(true);
    publisher.builder.before = () => undefined;
  });

  it('builds the umbrella although a region hangs', async () => {
    const publisher = await start(feed, dataDir, { parallel: 2 });
    await waitFor('all regions are live', isReady(publisher));
    publisher.builder.builds.length = 0;
    const hanging = Promise.withResolvers<undefined>();
    publisher.builder.before = ({ region }) => (region === 'pm' ? hanging.promise : undefined);
    feed.publish('pm', rename('Neu'));
    feed.publish('umbrella');
    publisher.reconciler.wake();
    await waitFor('the umbrella is built', () => publisher.builder.builds.includes('umbrella'));
    expect(publisher.reconciler.status().regions['pm']?.state).toBe('building');
    hanging.resolve(undefined);
    await waitFor('pm is live', isLive(publisher, 2));
  });

  it('lets no busy region keep the others waiting', async () => {
    const publisher = await start(feed, dataDir, { parallel: 1 });
    await waitFor('all regions are live', isReady(publisher));
    publisher.builder.builds.length = 0;
    publisher.builder.before = ({ region }) => {
      if (region !== 'pm') return;
      feed.publish('pm');
      publisher.reconciler.wake();
      return new Promise((resolve) => setTimeout(resolve, 100));
    };
    feed.publish('pm');
    publisher.reconciler.wake();
    await waitFor('pm is being built', () => publisher.builder.builds.includes('pm'));
    feed.publish('tf');
    feed.publish('umbrella');
    publisher.reconciler.wake();
    await waitFor('the others had their turn', () => publisher.builder.builds.includes('umbrella'));
    const untilAllHadTheirTurn = publisher.builder.builds.filter(
      (region) => region === 'pm',
    ).length;
    expect(untilAllHadTheirTurn).toBeLessThanOrEqual(3);
    publisher.builder.before = () => undefined;
  });

  it('builds every site again when a new day begins in Berlin', async () => {
    let now = new Date('2026-11-24T22:30:00Z');
    const publisher = await start(feed, dataDir, { now: () => now });
    await waitFor('all regions are live', isReady(publisher));
    publisher.builder.builds.length = 0;
    now = new Date('2026-11-24T23:00:01Z');
    await waitFor('all were built', () => publisher.builder.builds.length === 3);
    await waitFor(
      'all are live',
      () => publisher.reconciler.status().regions['tf']?.state === 'live',
    );
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(publisher.builder.builds).toHaveLength(3);
  });

  it('goes back to an older revision when the CMS was restored from a backup', async () => {
    const publisher = await start();
    await waitFor('all regions are live', isReady(publisher));
    const backup = feed.snapshots.get('pm') ?? '';
    feed.publish('pm', (documents) => {
      for (const document of documents) {
        if (document['type'] === 'page') document['title'] = 'Neuer als die Sicherung';
      }
    });
    await waitFor('the change is live', isLive(publisher, 2));
    feed.snapshots.set('pm', backup);
    await waitFor('the backup is live', isLive(publisher, 1));
    expect(read('pm', 'impressum/index.html')).not.toContain('Neuer als die Sicherung');
  });

  it('builds every site again when the sources of the sites have changed', async () => {
    const first = await start();
    await waitFor('all regions are live', isReady(first));
    await first.reconciler.stop();
    const second = await start(feed, dataDir, { buildKey: 'another' });
    await waitFor('the second publisher is ready', isReady(second));
    expect([...second.builder.builds].sort()).toEqual(['pm', 'tf', 'umbrella']);
  });

  it('builds as many regions at a time as it may, each of them once', async () => {
    const publisher = createTestPublisher(feed, dataDir, { parallel: 2, warmRegions: 0 });
    running.push(publisher);
    let atATime = 0;
    let most = 0;
    publisher.builder.before = async () => {
      most = Math.max(most, (atATime += 1));
      await new Promise((resolve) => setTimeout(resolve, 100));
      atATime -= 1;
    };
    await publisher.reconciler.start();
    await waitFor('all regions are live', isReady(publisher));
    expect(most).toBe(2);
    expect([...publisher.builder.builds].sort()).toEqual(['pm', 'tf', 'umbrella']);
  });
});
