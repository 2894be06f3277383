import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startFeedStandIn, type FeedStandIn } from '../support/feed-stand-in.ts';
import { freePort } from '../support/free-port.ts';
import { startGateway, type RunningGateway } from '../support/gateway-process.ts';
import { isSameSet, Observer, type Observation, type SiteReader } from '../support/observer.ts';
import { HINT_SECRET, PublisherChild } from '../support/publisher-child.ts';
import { waitFor } from '../support/publisher.ts';
import { makeQuickFolder } from '../support/quick-folder.ts';
import { Random } from '../support/random.ts';
import { SmallRegion } from '../support/small-region.ts';
import { UnreliableHints } from '../support/unreliable-hints.ts';
import { leftoversOf, lookAtWholeSite } from '../support/whole-site.ts';

/** The long run takes `FAULT_OPERATIONS=10000`. */
const OPERATIONS = Number(process.env['FAULT_OPERATIONS'] ?? '1000');
const SEED = Number(process.env['FAULT_SEED'] ?? '20261124');
const OPERATION_MS = 40;
const OPERATIONS_PER_KILL = 40;
/** So few that no loss is large enough to be questioned. */
const FEWEST = 6;
const MOST = 9;

const READER: SiteReader = {
  listPath: '/angebote/',
  slugsOf: (html) =>
    new Set([...html.matchAll(/href="\/angebote\/([^"/]+)\/"/g)].map(([, slug = '']) => slug)),
  pageOf: (slug) => `/angebote/${slug}/`,
  indexPath: '/pagefind/pagefind-entry.json',
};

let feed: FeedStandIn;
let gateway: RunningGateway;
let regions: SmallRegion[];
let folder: ReturnType<typeof makeQuickFolder>;
let port: number;
let publisher: PublisherChild;
const random = new Random(SEED);

beforeAll(async () => {
  feed = await startFeedStandIn([]);
  regions = ['pm', 'tf', 'hvl'].map((slug) => new SmallRegion(feed, slug, 7));
  folder = makeQuickFolder();
  port = await freePort();
  publisher = start();
  await publisher.untilReady();
  gateway = await startGateway(folder.dataDir);
});

afterAll(async () => {
  await publisher.end();
  await gateway.stop();
  await feed.stop();
  folder.remove();
});

const start = () => new PublisherChild({ feed, dataDir: folder.dataDir, port });
const counts = { publish: 0, edit: 0, withdraw: 0, rename: 0, paint: 0 };

/** One transaction in one region. What was withdrawn never comes back under the same address. */
function operate(region: SmallRegion, number: number): void {
  const { ids, slug } = region;
  const dice = random.next();
  region.commit(() => {
    if (ids.length <= FEWEST || (dice < 0.3 && ids.length < MOST)) {
      counts.publish += 1;
      region.put(`${slug}-n${number}`, { title: `Neu ${number}` });
    } else if (dice < 0.6) {
      counts.edit += 1;
      region.put(random.pick(ids), { title: `Fassung ${number}` });
    } else if (dice < 0.85) {
      counts.withdraw += 1;
      region.remove(random.pick(ids));
    } else if (dice < 0.97) {
      counts.rename += 1;
      region.put(random.pick(ids), { slug: `${slug}-r${number}`, title: `Umbenannt ${number}` });
    } else {
      counts.paint += 1;
      region.paint(`#1${String(number).padStart(5, '0')}`);
    }
  });
}

/** What a site shows must be what was committed, all of it of one moment. */
function judge(region: SmallRegion) {
  return ({ facts, slugs, sample, index }: Observation): string | null => {
    const published = region.at(facts.revision);
    if (published === undefined) return 'this revision was never committed';
    if (!isSameSet(slugs, new Set(published.keys()))) {
      return `${[...slugs].join()} instead of ${[...published.keys()].join()}`;
    }
    const title = published.get(sample?.slug ?? '');
    if (sample !== null && !sample.html.includes(`<h1>${title ?? 'missing'}</h1>`)) {
      return `${sample.slug} does not show “${title ?? 'missing'}”`;
    }
    const found = new Set((JSON.parse(index ?? '{}') as { words: string[] }).words);
    const wanted = new Set(region.at(facts.searchRevision)?.values());
    if (!isSameSet(found, wanted)) {
      return `the index of ${facts.searchRevision} finds ${[...found].join()} instead of ${[...wanted].join()}`;
    }
    return null;
  };
}

it(
  `${OPERATIONS} random operations, lost hints and kills end in what the CMS says, and nothing else was ever live`,
  async () => {
    const hints = new UnreliableHints(port, HINT_SECRET, random);
    const observers = regions.map(
      (region) => new Observer(gateway.port, region.slug, READER, judge(region)),
    );
    let kills = 0;
    for (let number = 1; number <= OPERATIONS; number += 1) {
      const region = random.pick(regions);
      operate(region, number);
      hints.send(region.slug, region.revision);
      await sleep(random.below(2 * OPERATION_MS));
      if (!publisher.isRunning) {
        publisher = start();
        await waitFor('it answers', async () => (await publisher.status()) !== null, 30_000);
      } else if (number % OPERATIONS_PER_KILL === 0) {
        kills += 1;
        // Every other time it dies on its own, somewhere in its work.
        if (kills % 2 === 0) await publisher.arm(1 + random.below(300), 'kill');
        else await publisher.end();
      }
    }
    await hints.settled();
    if (!publisher.isRunning) publisher = start();
    await publisher.arm(0, 'kill');
    await publisher.untilReady();
    for (const region of regions) {
      await publisher.hint(region.slug);
      await publisher.untilLive(region.slug, region.revision, true);
    }
    await sleep(300);
    for (const observer of observers) await observer.stop();

    const seen = observers.reduce((sum, { count }) => sum + count, 0);
    const revisions = observers.reduce((sum, { revisions: { length } }) => sum + length, 0);
    console.log(
      `seed ${SEED}: ${OPERATIONS} operations ${JSON.stringify(counts)}, ${kills} kills, ` +
        `hints ${JSON.stringify(hints.counts)}, ${seen} observations of ${revisions} revisions`,
    );
    expect(observers.flatMap(({ faults }) => faults)).toEqual([]);
    expect(seen).toBeGreaterThan(OPERATIONS);
    expect(revisions).toBeGreaterThan(OPERATIONS / 20);
    for (const region of regions) {
      const { facts } = await lookAtWholeSite(
        gateway.port,
        `${folder.dataDir}/releases`,
        region.slug,
      );
      expect(facts).toMatchObject({ revision: region.revision, searchRevision: region.revision });
      await waitFor(
        'nothing is left over',
        () => leftoversOf(folder.dataDir, region.slug).length === 0,
      );
    }
  },
  60_000 + OPERATIONS * 400,
);
