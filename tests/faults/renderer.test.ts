import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isAlive } from '../../scripts/lib/child-process.ts';
import { createRendererOpener } from '../../scripts/lib/site-build/renderer.ts';
import { startFeedStandIn, type FeedStandIn } from '../support/feed-stand-in.ts';
import { startGateway, type RunningGateway } from '../support/gateway-process.ts';
import type { Misbehaviour } from '../support/misbehaving-renderer.ts';
import { createTestPublisher, waitFor, type TestPublisher } from '../support/publisher.ts';
import { makeQuickFolder } from '../support/quick-folder.ts';
import { SmallRegion } from '../support/small-region.ts';
import { leftoversOf, lookAtWholeSite } from '../support/whole-site.ts';

const PROGRAM = path.join(import.meta.dirname, '../support/misbehaving-renderer.ts');
const TIMEOUT_MS = 3_000;
const HEAP_MIB = 128;

let feed: FeedStandIn;
let gateway: RunningGateway;
let pm: SmallRegion;
let tf: SmallRegion;
let folder: ReturnType<typeof makeQuickFolder>;
let publisher: TestPublisher;
let wishFile: string;

beforeAll(async () => {
  feed = await startFeedStandIn([]);
  pm = new SmallRegion(feed, 'pm', 6);
  tf = new SmallRegion(feed, 'tf', 6);
  folder = makeQuickFolder();
  const cacheDir = path.join(folder.dataDir, 'cache/site/pm');
  mkdirSync(cacheDir, { recursive: true });
  wishFile = path.join(cacheDir, 'misbehaviour');
  publisher = createTestPublisher(feed, folder.dataDir, {
    openRenderer: createRendererOpener({
      program: PROGRAM,
      timeoutMs: TIMEOUT_MS,
      maxHeapMib: HEAP_MIB,
    }),
    pollMs: 1_000,
  });
  await publisher.reconciler.start();
  await waitFor('all is live', () => publisher.reconciler.status().ready, 30_000);
  gateway = await startGateway(folder.dataDir);
});

afterAll(async () => {
  await publisher.reconciler.stop();
  await gateway.stop();
  await feed.stop();
  folder.remove();
});

const reportOf = (region = 'pm') => publisher.reconciler.status().regions[region];
const look = (region = 'pm') => lookAtWholeSite(gateway.port, `${folder.dataDir}/releases`, region);
const edit = (region: SmallRegion) =>
  region.commit(() => region.put(`${region.slug}-0`, { title: `Fassung ${region.revision}` }));

describe('a renderer that misbehaves', () => {
  const cases: { what: Misbehaviour; german: RegExp }[] = [
    { what: 'hang', german: /nach 3 Sekunden nicht geendet/ },
    { what: 'hang-with-child', german: /nach 3 Sekunden nicht geendet/ },
    { what: 'hang-before-ready', german: /nach 3 Sekunden nicht geendet/ },
    { what: 'answer-another-question', german: /nach 3 Sekunden nicht geendet/ },
    { what: 'out-of-memory', german: /ließ sich nicht bauen/ },
    { what: 'exit-0', german: /ließ sich nicht bauen/ },
    { what: 'exit-1', german: /could not go on/ },
    { what: 'kill-itself', german: /ließ sich nicht bauen/ },
    { what: 'throw', german: /page is not a function/ },
    { what: 'answer-nothing', german: /./ },
    { what: 'answer-text', german: /./ },
    { what: 'answer-half', german: /./ },
    { what: 'answer-of-another-region', german: /„another“ statt „pm“/ },
    { what: 'answer-old-revision', german: /Stand 0 statt/ },
    { what: 'name-files-that-are-not-there', german: /./ },
    { what: 'talk-without-end', german: /ließ sich nicht bauen/ },
  ];

  it.each(cases)(
    '($what) keeps the last good release, and no other region waiting',
    async ({ what, german }) => {
      const before = pm.revision;
      await waitFor('its index is live', () => reportOf()?.searchRevision === before, 30_000);
      writeFileSync(wishFile, what);
      edit(pm);
      const other = edit(tf);
      publisher.reconciler.wake();
      await waitFor(
        'the other region is live',
        () => reportOf('tf')?.liveRevision === other,
        20_000,
      );
      await waitFor(
        'editors read the cause',
        () => german.test(reportOf()?.lastError ?? ''),
        30_000,
      );
      expect(reportOf()?.state).toMatch(/failed|building|queued/);
      expect((await look()).facts.revision).toBe(before);
      const grandchild = path.join(path.dirname(wishFile), 'grandchild');
      if (what === 'hang-with-child') {
        const pid = Number(readFileSync(grandchild, 'utf8'));
        await waitFor('what it started is gone as well', () => !isAlive(pid));
      }
      expect(existsSync(grandchild)).toBe(what === 'hang-with-child');
      rmSync(grandchild, { force: true });
      rmSync(wishFile);
      const revision = edit(pm);
      publisher.reconciler.wake();
      await waitFor('publishing goes on', () => reportOf()?.liveRevision === revision, 20_000);
      expect(reportOf()?.lastError).toBeNull();
    },
  );

  it('leaves nothing behind', async () => {
    await waitFor(
      'the index has followed',
      () => reportOf()?.searchRevision === pm.revision,
      20_000,
    );
    await waitFor('nothing is left over', () => leftoversOf(folder.dataDir, 'pm').length === 0);
  });
});
