import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startFeedStandIn, type FeedStandIn } from '../support/feed-stand-in.ts';
import { freePort } from '../support/free-port.ts';
import { startGateway, type RunningGateway } from '../support/gateway-process.ts';
import { startPublisherChild, type PublisherChild } from '../support/publisher-child.ts';
import { waitFor } from '../support/publisher.ts';
import { makeQuickFolder } from '../support/quick-folder.ts';
import { SmallRegion } from '../support/small-region.ts';
import { lookAtWholeSite } from '../support/whole-site.ts';

let feed: FeedStandIn;
let gateway: RunningGateway;
let region: SmallRegion;
let folder: ReturnType<typeof makeQuickFolder>;
let port: number;
let publisher: PublisherChild;

beforeEach(async () => {
  feed = await startFeedStandIn([]);
  region = new SmallRegion(feed, 'pm', 6);
  folder = makeQuickFolder();
  port = await freePort();
  publisher = await start();
  gateway = await startGateway(folder.dataDir);
});

afterEach(async () => {
  await publisher.end();
  await gateway.stop();
  await feed.stop();
  folder.remove();
});

const start = (env: Record<string, string> = {}) =>
  startPublisherChild({ feed, dataDir: folder.dataDir, port, env });
const look = () => lookAtWholeSite(gateway.port, `${folder.dataDir}/releases`, 'pm');
const edit = (title: string) => region.commit(() => region.put('pm-0', { title }));

describe('a publisher that was started again', () => {
  it('makes a whole release of the first change, after it has warmed up', async () => {
    const first = edit('Vor dem Neustart');
    await publisher.hint('pm');
    await publisher.untilLive('pm', first, true);
    await publisher.end();
    publisher = await start();
    await waitFor('it has warmed up', () => publisher.builds.some((note) => note.build === 'ends'));
    await new Promise((resolve) => setTimeout(resolve, 500));

    const second = edit('Nach dem Neustart');
    await publisher.hint('pm');
    await publisher.untilLive('pm', second, true);
    expect((await look()).facts).toMatchObject({ revision: second, searchRevision: second });
  });

  it('brings the search index after the pages, also of regions that it does not keep warm', async () => {
    const other = new SmallRegion(feed, 'tf', 6);
    await publisher.hint('tf');
    await publisher.untilLive('tf', 1, true);
    for (const [slug, site] of [
      ['pm', region],
      ['tf', other],
    ] as const) {
      const revision = site.commit(() => site.put(`${slug}-0`, { title: 'Gleich zu finden' }));
      await publisher.hint(slug);
      await publisher.untilLive(slug, revision);
    }
    await publisher.end();
    publisher = await start({ WARM_REGIONS: '1' });
    await publisher.untilLive('pm', region.revision, true);
    await publisher.untilLive('tf', other.revision, true);
    expect((await look()).facts.searchRevision).toBe(region.revision);
  });
});
