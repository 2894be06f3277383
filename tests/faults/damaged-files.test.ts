import { existsSync, readdirSync } from 'node:fs';
import { readFile, rename, rm, symlink, truncate, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CommandSchema } from '@portal/site/contract';
import type { z } from 'zod';
import { scrubAll } from '../../scripts/lib/publisher/scrub.ts';
import { startFeedStandIn, type FeedStandIn } from '../support/feed-stand-in.ts';
import { startGateway, type RunningGateway } from '../support/gateway-process.ts';
import { createTestPublisher, waitFor, type TestPublisher } from '../support/publisher.ts';
import { makeQuickFolder } from '../support/quick-folder.ts';
import { askRaw } from '../support/raw-http.ts';
import { SmallRegion } from '../support/small-region.ts';
import { liveReleaseId, lookAtWholeSite } from '../support/whole-site.ts';

/** Longer than a region must be quiet before its search index follows. */
const POLL_MS = 1_000;

let feed: FeedStandIn;
let gateway: RunningGateway;
let pm: SmallRegion;
let tf: SmallRegion;
let folder: ReturnType<typeof makeQuickFolder>;
let publisher: TestPublisher;

beforeAll(async () => {
  feed = await startFeedStandIn([]);
  pm = new SmallRegion(feed, 'pm', 6);
  tf = new SmallRegion(feed, 'tf', 6);
  folder = makeQuickFolder();
  await start();
  gateway = await startGateway(folder.dataDir);
  for (let time = 0; time < 3; time += 1) await publish();
});

afterAll(async () => {
  await publisher.reconciler.stop();
  await gateway.stop();
  await feed.stop();
  folder.remove();
});

async function start(): Promise<void> {
  publisher = createTestPublisher(feed, folder.dataDir, { pollMs: POLL_MS });
  await publisher.reconciler.start();
  await waitFor('all is live', () => publisher.reconciler.status().ready);
}

const reportOf = (region = 'pm') => publisher.reconciler.status().regions[region];
const at = (...names: string[]) => path.join(folder.dataDir, 'releases/pm', ...names);
/** Looks again when the index followed its pages meanwhile: then nothing can be said of one release. */
async function look(region = 'pm'): ReturnType<typeof lookAtWholeSite> {
  try {
    return await lookAtWholeSite(gateway.port, `${folder.dataDir}/releases`, region);
  } catch (error) {
    if (!String(error).includes('was published while it was looked at')) throw error;
    return look(region);
  }
}
const home = () => askRaw({ port: gateway.port, path: '/', host: `pm.localhost:${gateway.port}` });

async function publish(region = pm): Promise<number> {
  const revision = region.commit(() =>
    region.put(`${region.slug}-0`, { title: `Fassung ${region.revision}` }),
  );
  publisher.reconciler.wake();
  await untilWhole(revision, region.slug);
  return revision;
}

const untilWhole = (revision: number, region = 'pm') =>
  waitFor(`revision ${revision} of ${region} is live with its index`, () => {
    const report = reportOf(region);
    return (
      report?.liveRevision === revision &&
      report.searchRevision === revision &&
      report.state === 'live'
    );
  });

async function flipBit(file: string): Promise<void> {
  const bytes = await readFile(file);
  const middle = Math.floor(bytes.length / 2);
  bytes[middle] = (bytes[middle] ?? 0) ^ 1;
  // A new file: other releases share the old one.
  await rm(file);
  await writeFile(file, bytes);
}

const command = (type: 'region.rollback' | 'region.unpin', releaseId = '') =>
  publisher.reconciler.command({
    ...{ type, timestamp: new Date().toISOString(), data: { region: 'pm', releaseId } },
  } as z.infer<typeof CommandSchema>);

describe('a damaged live release', () => {
  const damages: [string, () => Promise<void>][] = [
    ['a manifest that is cut off', () => truncate(at('current/manifest.json'), 100)],
    ['an empty manifest', () => truncate(at('current/manifest.json'))],
    ['no manifest', () => rm(at('current/manifest.json'))],
    ['a manifest of somebody else', () => writeFile(at('current/manifest.json'), '{"version":9}')],
    ['a symlink to nowhere', () => pointTo('99-0123456789ab')],
    ['a symlink out of the folder', () => pointTo('../../../../etc')],
    ['no folder any more', () => rm(at(liveReleaseId(folder.dataDir, 'pm')), { recursive: true })],
    ['a file for a symlink', () => rm(at('current')).then(() => writeFile(at('current'), 'x'))],
  ];

  async function pointTo(target: string): Promise<void> {
    await symlink(target, at('.test-link'));
    await rename(at('.test-link'), at('current'));
  }

  it.each(damages)(
    '(%s) is replaced by itself, and visitors notice nothing',
    async (_what, damage) => {
      const { revision } = pm;
      expect((await home()).status).toBe(200);
      await damage();
      const answers: number[] = [];
      publisher.reconciler.wake();
      await waitFor('it is whole again', async () => {
        answers.push((await home()).status);
        return look().then(
          ({ facts }) => facts.revision === revision,
          () => false,
        );
      });
      // A gateway that has served the site before goes on with what it has, where that is still there.
      expect(answers.filter((status) => ![200, 500, 503].includes(status))).toEqual([]);
      expect((await look('tf')).facts.revision).toBe(tf.revision);
      await publish();
      await look();
    },
  );

  const files: [string, (file: string) => Promise<void>][] = [
    ['a wrong bit', flipBit],
    ['half of it', (file) => truncate(file, 10)],
    ['nothing at all', (file) => rm(file)],
  ];
  it.each(files)('is found by the hourly look: of a page there is %s', async (_what, damage) => {
    const page = at('current/site/impressum/index.html');
    const good = await readFile(page);
    await rm(page);
    await writeFile(page, good);
    await damage(page);
    await scrubAll({ ...publisher, logger: publisher.options.logger });
    await waitFor('it is whole again', () =>
      look().then(
        () => true,
        () => false,
      ),
    );
    expect(reportOf()?.state).toBe('live');
  });

  it('is found by the hourly look: a part of the list is wrong', async () => {
    const part = readdirSync(at('current/files'))[0] ?? '';
    await flipBit(at('current/files', part));
    await scrubAll({ ...publisher, logger: publisher.options.logger });
    await waitFor('it is whole again', () =>
      look().then(
        () => true,
        () => false,
      ),
    );
  });

  it('that a rollback holds is replaced by the newest one', async () => {
    const [, earlier] = reportOf()?.releases ?? [];
    await command('region.rollback', earlier?.releaseId);
    await rm(at(earlier?.releaseId ?? '', 'manifest.json'));
    const revision = pm.commit(() => pm.put('pm-0', { title: 'Neuer als der Schaden' }));
    publisher.reconciler.wake();
    await waitFor('the newest is live', async () =>
      look().then(
        ({ facts }) => facts.revision === revision,
        () => false,
      ),
    );
    expect(reportOf()?.pinnedRelease).toBeNull();
  });
});

/** After so many publishes, no folder is one that was there before. */
const FOLDERS_IN_TURN = 4;

/** The spare may be in the making just then. */
const WITH_ALL = { recursive: true, maxRetries: 10, retryDelay: 50 } as const;

describe('damage to what the publisher keeps for itself', () => {
  const spare = () => readdirSync(at()).find((name) => name.startsWith('.spare-')) ?? 'missing';
  const cases: [string, () => Promise<void>][] = [
    ['its spare is gone', () => rm(at(spare()), WITH_ALL)],
    ['its spare has no site', () => rm(at(spare(), 'site'), WITH_ALL)],
    ['its spare lacks a list', () => rm(at(spare(), 'files'), WITH_ALL)],
    ['its spare is a file', () => rm(at(spare()), WITH_ALL).then(() => writeFile(at(spare()), ''))],
    ['the snapshot is cut off', () => truncate(`${folder.dataDir}/snapshots/pm.ndjson`, 500)],
    ['the snapshot is gone', () => rm(`${folder.dataDir}/snapshots/pm.ndjson`)],
    [
      'all snapshots and changes are gone',
      () => rm(`${folder.dataDir}/snapshots`, { recursive: true }),
    ],
    ['a change is cut off', () => truncateDelta()],
    ['the wishes are unreadable', () => writeFile(at('wishes.json'), '{"pinned')],
  ];

  async function truncateDelta(): Promise<void> {
    const [delta = ''] = readdirSync(`${folder.dataDir}/snapshots`).filter((name) =>
      /^pm\..*delta/.test(name),
    );
    await truncate(`${folder.dataDir}/snapshots/${delta}`, 20);
  }

  it.each(cases)('(%s) breaks no release', async (_what, damage) => {
    await publish();
    await waitFor('there is a spare', () => spare() !== 'missing');
    // It may still be in the making: what is removed meanwhile would come back in part.
    await sleep(500);
    await damage();
    await publish();
    await look();
    await publish();
    expect((await look()).facts).toMatchObject({
      revision: pm.revision,
      searchRevision: pm.revision,
    });
    await publisher.reconciler.stop();
    await start();
    await publish();
    await look();
  });

  it('(a page of its spare is gone) is mended by the hourly look at the latest', async () => {
    await publish();
    await waitFor('there is a spare', () => existsSync(at(spare(), 'site/impressum/index.html')));
    // It may still be in the making, which would put the page back.
    await sleep(500);
    await rm(at(spare(), 'site/impressum/index.html'));
    // A release of the index, which follows at once, may stand on a whole folder, and the next one on
    // the damaged folder again.
    await waitFor(
      'it is whole and stays so',
      async () => {
        await publish();
        await scrubAll({ ...publisher, logger: publisher.options.logger });
        for (let time = 0; time < FOLDERS_IN_TURN; time += 1) {
          await publish();
          const isWhole = await look().then(
            () => true,
            () => false,
          );
          if (!isWhole) return false;
        }
        return true;
      },
      60_000,
    );
  });

  it('(an older release) leaves the others alone, and it goes', async () => {
    const [, , earlier] = reportOf()?.releases ?? [];
    await writeFile(at(earlier?.releaseId ?? '', 'manifest.json'), '{');
    await publish();
    await look();
    await waitFor('it is gone', () => !existsSync(at(earlier?.releaseId ?? '')));
  });

  it('(the whole cache) costs nothing but time', async () => {
    await publisher.reconciler.stop();
    await rm(`${folder.dataDir}/cache`, { recursive: true, force: true });
    await start();
    await publish();
    await look();
  });
});

describe('a folder of one region that cannot be used', () => {
  it('keeps none of the others waiting', async () => {
    await publisher.reconciler.stop();
    await rename(at(), `${folder.dataDir}/aside`);
    await writeFile(at(), 'no folder');
    publisher = createTestPublisher(feed, folder.dataDir, { pollMs: POLL_MS });
    await publisher.reconciler.start();
    const revision = tf.commit(() => tf.put('tf-0', { title: 'Die anderen' }));
    publisher.reconciler.wake();
    await waitFor('the other is live', () => reportOf('tf')?.liveRevision === revision);
    expect(reportOf('tf')?.lastError).toBeNull();
    expect(reportOf('pm')?.state).toBe('failed');
    await rm(at());
    await rename(`${folder.dataDir}/aside`, at());
    await publish();
    await look();
  });
});

describe('tidying up', () => {
  it('never removes what is live, held by a rollback, or led on from', async () => {
    let offsetMs = 0;
    await publisher.reconciler.stop();
    publisher = createTestPublisher(feed, folder.dataDir, {
      pollMs: POLL_MS,
      now: () => new Date(Date.now() + offsetMs),
    });
    await publisher.reconciler.start();
    await waitFor('all is live', () => publisher.reconciler.status().ready);
    const [, held] = reportOf()?.releases ?? [];
    await command('region.rollback', held?.releaseId);
    for (let day = 1; day <= 8; day += 1) {
      offsetMs = day * 25 * 3_600_000;
      pm.commit(() => pm.put('pm-0', { title: `Tag ${day}` }));
      publisher.reconciler.wake();
      await new Promise((resolve) => setTimeout(resolve, 300));
      expect(liveReleaseId(folder.dataDir, 'pm')).toBe(held?.releaseId);
      expect(existsSync(at(held?.releaseId ?? '', 'manifest.json'))).toBe(true);
    }
    await look();
    expect((await command('region.unpin')).pinnedRelease).toBeNull();
    await untilWhole(pm.revision);
    await look();
  });

  it('at the moment of a rollback removes nothing that becomes live by it', async () => {
    for (let time = 0; time < 15; time += 1) {
      const revision = pm.commit(() => pm.put('pm-0', { title: `Runde ${time}` }));
      publisher.reconciler.wake();
      await waitFor('it is live', () => reportOf()?.liveRevision === revision);
      // The publisher is tidying up now.
      const oldest = reportOf()?.releases.at(-1);
      await command('region.rollback', oldest?.releaseId).catch(() => undefined);
      await look();
      await command('region.unpin');
      await waitFor('the newest is live', () => reportOf()?.liveRevision === revision);
    }
    await untilWhole(pm.revision);
    await look();
  });
});
