import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { startFeedStandIn, type FeedStandIn } from '../support/feed-stand-in.ts';
import type { Fault } from '../support/fault-points.ts';
import { freePort } from '../support/free-port.ts';
import { startGateway, type RunningGateway } from '../support/gateway-process.ts';
import { startPublisherChild, type PublisherChild } from '../support/publisher-child.ts';
import { waitFor } from '../support/publisher.ts';
import { makeQuickFolder } from '../support/quick-folder.ts';
import { mountSmallDisk, noSmallDisk, type SmallDisk } from '../support/small-disk.ts';
import { SmallRegion } from '../support/small-region.ts';
import { leftoversOf, lookAtWholeSite } from '../support/whole-site.ts';

let feed: FeedStandIn;
let gateway: RunningGateway;
let region: SmallRegion;
let port: number;
let publisher: PublisherChild;

/** Starts everything on a folder, with one release that is whole. */
async function begin(dataDir: string): Promise<void> {
  feed = await startFeedStandIn([]);
  region = new SmallRegion(feed, 'pm', 12);
  port = await freePort();
  publisher = await startPublisherChild({ feed, dataDir, port });
  gateway = await startGateway(dataDir);
}

async function end(): Promise<void> {
  await publisher.end();
  await gateway.stop();
  await feed.stop();
}

const look = (dataDir: string) => lookAtWholeSite(gateway.port, `${dataDir}/releases`, 'pm');

/** Something else each time: one page, every page, fewer pages. */
function edit(): number {
  return region.commit(() => {
    const { revision } = region;
    if (revision % 3 === 0) region.paint(`#1${String(revision).padStart(5, '0')}`);
    else if (revision % 3 === 1) region.put(`neu-${revision}`, { title: `Neu ${revision}` });
    else region.remove(region.ids[0] ?? '');
    region.put(region.ids[1] ?? '', { title: `Fassung ${revision}` });
  });
}

/** Publishes a change that goes well. */
async function publish(): Promise<number> {
  const revision = edit();
  await publisher.hint('pm');
  await publisher.untilLive('pm', revision, true);
  return revision;
}

/** Waits until a change is live or its publishing has failed; gives what editors read then. */
async function outcomeOf(revision: number): Promise<string | null> {
  let lastError: string | null = null;
  await waitFor(`revision ${revision} is live or has failed`, async () => {
    const report = await publisher.region('pm');
    lastError = report?.lastError ?? null;
    const isLive = report?.liveRevision === revision && report.state === 'live';
    return isLive || report?.state === 'failed';
  });
  return lastError;
}

describe('a file system that fails at one place after the other', () => {
  const folder = makeQuickFolder();
  beforeAll(() => begin(folder.dataDir));
  afterAll(async () => {
    await end();
    folder.remove();
  });

  const faults: { fault: Fault; isLasting: boolean; places: number }[] = [
    { fault: 'ENOSPC', isLasting: true, places: 30 },
    { fault: 'ENOSPC', isLasting: false, places: 10 },
    { fault: 'EIO', isLasting: false, places: 10 },
    { fault: 'EROFS', isLasting: true, places: 4 },
    { fault: 'EMFILE', isLasting: false, places: 4 },
  ];

  it.each(faults)(
    '($fault at $places places, lasting: $isLasting) leaves the live site whole, and nothing behind',
    async ({ fault, isLasting, places }) => {
      await publisher.arm(0, fault);
      await publish();
      const { count } = await publisher.operations();
      expect(count).toBeGreaterThan(100);
      let failures = 0;
      for (let place = 0; place < places; place += 1) {
        const at = 1 + Math.floor((place / places) * count);
        const before = region.revision;
        await publisher.arm(at, fault, isLasting);
        const revision = edit();
        await publisher.hint('pm');
        const problem = await outcomeOf(revision);
        if (problem !== null) failures += 1;
        if (problem !== null && fault === 'ENOSPC') expect(problem).toContain('kein Speicherplatz');
        const { facts } = await look(folder.dataDir);
        expect([before, revision]).toContain(facts.revision);
        await publisher.arm(0, fault);
        await publish();
        expect(publisher.isRunning).toBe(true);
      }
      // A fault that nobody meets would prove nothing.
      if (isLasting) expect(failures).toBeGreaterThan(0);
      await publish();
      await look(folder.dataDir);
      // What a broken disk does not let go of goes with the next start.
      if (fault !== 'ENOSPC') return;
      await waitFor('nothing is left over', () => leftoversOf(folder.dataDir, 'pm').length === 0);
    },
    240_000,
  );
});

describe.skipIf(noSmallDisk !== null)(`a real disk (skipped: ${noSmallDisk ?? 'no'})`, () => {
  let disk: SmallDisk;
  beforeAll(async () => {
    disk = mountSmallDisk(16, true);
    await begin(disk.directory);
    await publish();
  });
  afterEach(() => {
    disk.setInodes(100_000);
    disk.clear();
  });
  afterAll(async () => {
    await end();
    disk.remove();
  });

  it.each([0, 16_384, 81_920, 163_840])(
    'with %d bytes free leaves the live site whole, and publishing goes on when there is room',
    async (freeBytes) => {
      const before = await publish();
      disk.fill(freeBytes);
      const revision = edit();
      await publisher.hint('pm');
      const problem = await outcomeOf(revision);
      if (freeBytes === 0) expect(problem).toContain('kein Speicherplatz');
      expect([before, revision]).toContain((await look(disk.directory)).facts.revision);
      disk.clear();
      await publish();
      await look(disk.directory);
    },
  );

  it('that is full while the publisher is started again is waited for', async () => {
    const before = await publish();
    await publisher.end();
    disk.fill(0);
    const revision = edit();
    publisher = await startPublisherChild({ feed, dataDir: disk.directory, port }).catch(
      () => publisher,
    );
    expect((await look(disk.directory)).facts.revision).toBe(before);
    disk.clear();
    if (!publisher.isRunning) {
      publisher = await startPublisherChild({ feed, dataDir: disk.directory, port });
    }
    await publisher.untilLive('pm', revision, true);
  });

  it.each([0, 10, 40])(
    'with room for %d more names leaves the live site whole, and publishing goes on',
    async (more) => {
      const before = await publish();
      // The publisher may still be tidying up, and take names meanwhile.
      await waitFor('the disk is at rest', async () => {
        const used = disk.usedInodes();
        await new Promise((resolve) => setTimeout(resolve, 300));
        return used === disk.usedInodes();
      });
      disk.setInodes(disk.usedInodes() + more);
      const revision = edit();
      await publisher.hint('pm');
      const problem = await outcomeOf(revision);
      if (more === 0) expect(problem).toContain('kein Speicherplatz');
      expect([before, revision]).toContain((await look(disk.directory)).facts.revision);
      disk.setInodes(100_000);
      await publish();
      await look(disk.directory);
    },
  );

  it('that failed so often keeps no leftovers', async () => {
    await publish();
    await waitFor('nothing is left over', () => leftoversOf(disk.directory, 'pm').length === 0);
  });
});

describe.skipIf(noSmallDisk !== null)(`a disk (skipped: ${noSmallDisk ?? 'no'})`, () => {
  let disk: SmallDisk;
  beforeAll(async () => {
    disk = mountSmallDisk(16, false);
    await begin(disk.directory);
  });
  afterAll(async () => {
    await end();
    disk.remove();
  });

  it('that can only be read leaves the live site whole and says so', async () => {
    const before = await publish();
    disk.setReadOnly(true);
    const revision = edit();
    await publisher.hint('pm');
    expect(await outcomeOf(revision)).toContain('nicht beschreiben');
    expect((await look(disk.directory)).facts.revision).toBe(before);
    disk.setReadOnly(false);
    await publish();
  });
});
