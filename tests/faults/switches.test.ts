import { existsSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startFeedStandIn, type FeedStandIn } from '../support/feed-stand-in.ts';
import { freePort } from '../support/free-port.ts';
import { startGateway, type RunningGateway } from '../support/gateway-process.ts';
import { commandOf, post } from '../support/hints.ts';
import { KeptConnections } from '../support/kept-connections.ts';
import {
  HINT_SECRET,
  startPublisherChild,
  type PublisherChild,
} from '../support/publisher-child.ts';
import { makeQuickFolder } from '../support/quick-folder.ts';
import { ReleaseHistory } from '../support/release-history.ts';
import { SmallRegion } from '../support/small-region.ts';
import { assetsOf, Visitors } from '../support/visitors.ts';
import { liveReleaseId, lookAtWholeSite } from '../support/whole-site.ts';

const SWITCHES = 200;
const VISITORS = 24;
const PAGES = [
  '/',
  '/angebote/',
  '/impressum/',
  '/datenschutz/',
  '/angebote/pm-0/',
  '/angebote/pm-1/',
];

let feed: FeedStandIn;
let gateway: RunningGateway;
let region: SmallRegion;
let folder: ReturnType<typeof makeQuickFolder>;
let port: number;
let publisher: PublisherChild;
let history: ReleaseHistory;
let noting: NodeJS.Timeout;

beforeAll(async () => {
  feed = await startFeedStandIn([]);
  region = new SmallRegion(feed, 'pm', 6);
  folder = makeQuickFolder();
  port = await freePort();
  publisher = await start();
  gateway = await startGateway(folder.dataDir);
  history = new ReleaseHistory(folder.dataDir, 'pm');
  noting = setInterval(() => void history.note(), 3);
});

afterAll(async () => {
  clearInterval(noting);
  await publisher.end();
  await gateway.stop();
  await feed.stop();
  folder.remove();
});

const start = () => startPublisherChild({ feed, dataDir: folder.dataDir, port });
const site = () => ({ port: gateway.port, host: 'pm.localhost' });

/** Every other change alters one page, the others all pages and the style that they name. */
function edit(): number {
  return region.commit(() => {
    const { revision } = region;
    if (revision % 2 === 0) region.paint(`#1${String(revision).padStart(5, '0')}`);
    else region.put('pm-0', { title: `Fassung ${revision}` });
  });
}

async function publish(): Promise<void> {
  const revision = edit();
  await publisher.hint('pm');
  await publisher.untilLive('pm', revision);
  await history.note();
}

const command = async (type: 'region.rollback' | 'region.unpin', data: object) =>
  (await post(port, '/commands', commandOf(HINT_SECRET, type, { region: 'pm', ...data }))).status;

describe('visitors', () => {
  it(`see ${SWITCHES} switches without one failed or mixed answer`, async () => {
    await history.note();
    const connection = new KeptConnections(gateway.port, 'pm.localhost', 1);
    const namedBefore = new Set<string>();
    const visitors = new Visitors(site(), VISITORS, PAGES, 15);
    for (let time = 0; time < SWITCHES; time += 1) {
      if (time % 20 === 0) {
        for (const asset of assetsOf((await connection.get('/')).body.toString())) {
          namedBefore.add(asset);
        }
      }
      await publish();
    }
    await visitors.stop();
    const { visits, failures } = visitors;
    console.log(`${history.length - 1} switches, ${visits.length} answers to ${VISITORS} visitors`);
    expect(failures).toEqual([]);
    expect(history.contradictions(visits)).toEqual([]);
    expect(history.length).toBeGreaterThan(SWITCHES);
    expect(visits.length).toBeGreaterThan(SWITCHES * VISITORS);
    // Whoever still has a page open that is many switches old gets what it names.
    expect(namedBefore.size).toBeGreaterThan(5);
    for (const asset of namedBefore) {
      expect((await connection.get(asset)).status, asset).toBe(200);
    }
    connection.close();
    await lookAtWholeSite(gateway.port, `${folder.dataDir}/releases`, 'pm');
  }, 240_000);

  it('see 20 rollbacks within two seconds each, and never a broken page', async () => {
    const visitors = new Visitors(site(), VISITORS, PAGES, 15);
    for (let time = 0; time < 20; time += 1) {
      const releases = (await publisher.region('pm'))?.releases ?? [];
      const wanted = releases[1 + (time % (releases.length - 1))]?.releaseId ?? '';
      const startedAt = performance.now();
      expect(await command('region.rollback', { releaseId: wanted })).toBe(200);
      expect(liveReleaseId(folder.dataDir, 'pm')).toBe(wanted);
      expect(performance.now() - startedAt).toBeLessThan(2_000);
      await history.note();
      // Changes are taken in meanwhile, but not shown.
      edit();
      await publisher.hint('pm');
      expect(await command('region.unpin', {})).toBe(200);
      await history.note();
      await publisher.untilLive('pm', region.revision);
      await history.note();
    }
    await visitors.stop();
    expect(visitors.failures).toEqual([]);
    expect(visitors.visits.filter(({ status }) => status !== 200)).toEqual([]);
    expect(visitors.visits.length).toBeGreaterThan(1_000);
  });

  it('keep what a rollback holds through kills of the publisher and changes in the CMS', async () => {
    const releases = (await publisher.region('pm'))?.releases ?? [];
    const wanted = releases.at(-1)?.releaseId ?? '';
    expect(await command('region.rollback', { releaseId: wanted })).toBe(200);
    for (let time = 0; time < 3; time += 1) {
      edit();
      await publisher.hint('pm');
      await new Promise((resolve) => setTimeout(resolve, 200));
      await publisher.end();
      publisher = await start();
      expect(liveReleaseId(folder.dataDir, 'pm')).toBe(wanted);
      expect(await publisher.region('pm')).toMatchObject({ pinnedRelease: wanted });
    }
    expect(existsSync(`${folder.dataDir}/releases/pm/${wanted}/manifest.json`)).toBe(true);
    await lookAtWholeSite(gateway.port, `${folder.dataDir}/releases`, 'pm');
    expect(await command('region.unpin', {})).toBe(200);
    await publisher.untilLive('pm', region.revision, true);
  });
});
