import type { Server } from 'node:http';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createGatewayServer } from '../../../scripts/lib/gateway/server.ts';
import { close, listen } from '../../../scripts/lib/http.ts';
import { startFeedStandIn, type FeedStandIn } from '../../support/feed-stand-in.ts';
import {
  createTestPublisher,
  makeDataDir,
  waitFor,
  type TestPublisher,
} from '../../support/publisher.ts';
import { askRaw, portOf } from '../../support/raw-http.ts';

let feed: FeedStandIn;
let publisher: TestPublisher;
let gateway: Server;
let remove: () => void;

beforeEach(async () => {
  feed = await startFeedStandIn(['pm', 'tf']);
  const folder = makeDataDir();
  remove = folder.remove;
  publisher = createTestPublisher(feed, folder.dataDir);
  await publisher.reconciler.start();
  await waitFor('all regions are live', () => publisher.reconciler.status().ready);
  gateway = createGatewayServer({
    releasesDir: publisher.paths.releasesDir,
    hostSuffix: 'localhost',
    scheme: 'http',
    cmsUrl: 'http://127.0.0.1:1',
    publisherUrl: 'http://127.0.0.1:1',
    searchServer: null,
    logger: publisher.options.logger,
  });
  await listen(gateway, 0, '127.0.0.1', 'GATEWAY_PORT');
});

afterEach(async () => {
  await publisher.reconciler.stop();
  await close(gateway);
  await feed.stop();
  remove();
});

/** What the umbrella site hands out as a region's index. */
const index = (region: string) =>
  askRaw({
    port: portOf(gateway),
    host: 'localhost',
    path: `/regionen/${region}/pagefind/pagefind-entry.json`,
  });
const holds = (region: string, text: string) => async () =>
  (await index(region)).body.includes(text);
const listingsOf = (documents: Record<string, unknown>[]) =>
  documents.filter(({ type }) => type === 'listing');
const retitle = (title: string) => (documents: Record<string, unknown>[]) => {
  Object.assign(listingsOf(documents)[0] ?? {}, { title });
};

describe('the search over regions on the umbrella site', () => {
  it('shows what a region publishes, and no longer what it unpublishes', async () => {
    feed.publish('pm', retitle('Drehbank'));
    await waitFor('what was published can be found', holds('pm', 'Drehbank'));
    feed.publish('pm', (documents) => {
      documents.splice(
        documents.findIndex(({ title }) => title === 'Drehbank'),
        1,
      );
    });
    const isGone = async () => !(await holds('pm', 'Drehbank')());
    await waitFor('what was unpublished is gone', isGone, 5_000);
    expect((await index('pm')).status).toBe(200);
  });

  it('needs no release of the umbrella for that', async () => {
    const before = publisher.builder.builds.filter((region) => region === 'umbrella').length;
    feed.publish('tf', retitle('Fräse'));
    await waitFor('what was published can be found', holds('tf', 'Fräse'));
    expect(publisher.builder.builds.filter((region) => region === 'umbrella')).toHaveLength(before);
  });

  it('goes on with the others when a region cannot be published', async () => {
    const last = await index('tf');
    const [header = '', ...lines] = (feed.snapshots.get('tf') ?? '').split('\n');
    const broken = { ...(JSON.parse(header) as object), revision: 2, documents: 9_999 };
    feed.snapshots.set('tf', [JSON.stringify(broken), ...lines].join('\n'));
    await waitFor(
      'it fails',
      () => publisher.reconciler.status().regions['tf']?.state === 'failed',
    );
    feed.publish('pm', retitle('Drehbank'));
    await waitFor('what was published can be found', holds('pm', 'Drehbank'));
    expect((await index('tf')).body).toBe(last.body);
  });

  it('no longer has a region that is gone', async () => {
    expect((await index('tf')).status).toBe(200);
    feed.snapshots.delete('tf');
    await waitFor('its index is gone', async () => (await index('tf')).status === 404);
    expect((await index('pm')).status).toBe(200);
  });
});
