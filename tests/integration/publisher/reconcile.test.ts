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
    const second = await start();
    await waitFor('the second publisher is ready', isReady(second));
    expect(second.builder.builds).toEqual([]);
  });
});
