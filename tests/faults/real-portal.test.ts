import { spawn, type ChildProcess } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { close, listen } from '../../scripts/lib/http.ts';
import { startCms, type RunningCms } from '../support/cms.ts';
import {
  COLLECTIONS,
  createEntry,
  createRegion,
  listingValues,
  paragraph,
  publishEntry,
  UIDS,
  type RegionContent,
} from '../support/cms-world.ts';
import { freePort } from '../support/free-port.ts';
import { startGateway, type RunningGateway } from '../support/gateway-process.ts';
import { isSameSet, Observer, type Observation, type SiteReader } from '../support/observer.ts';
import { HINT_SECRET, type Status } from '../support/publisher-child.ts';
import { waitFor } from '../support/publisher.ts';
import { makeQuickFolder } from '../support/quick-folder.ts';
import { Random } from '../support/random.ts';
import { askRaw, portOf } from '../support/raw-http.ts';
import { lookAtWholeSite } from '../support/whole-site.ts';

/** The long run takes `FAULT_REAL_OPERATIONS=1000`. */
const OPERATIONS = Number(process.env['FAULT_REAL_OPERATIONS'] ?? '150');
const SEED = Number(process.env['FAULT_SEED'] ?? '20261124');
const ENTRY = path.join(import.meta.dirname, '../../scripts/publisher.ts');
const FEED_TOKEN = 'feed-token-of-the-faults-0123456789abcdef';
const REGIONS = ['alpha', 'beta', 'gamma'];
const OPERATIONS_PER_KILL = 30;
const LISTING = `${COLLECTIONS}/${UIDS.listing}`;

const READER: SiteReader = {
  listPath: '/sitemap-0.xml',
  slugsOf: (xml) =>
    new Set([...xml.matchAll(/\/angebote\/([a-z0-9-]+)\/</g)].map(([, slug = '']) => slug)),
  pageOf: (slug) => `/angebote/${slug}/`,
  indexPath: null,
};

let cms: RunningCms;
let publisher: ChildProcess;
let gateway: RunningGateway;
let hints: Server;
let output = '';
let category: string;
let cmsEnv: Record<string, string>;
const cmsFolder = makeQuickFolder();
const folder = makeQuickFolder();
const random = new Random(SEED);
const worlds = new Map<string, RegionContent>();
/** What each region published at the revisions that were asked for, by slug. */
const committed = new Map<string, Map<number, Map<string, string>>>();
const lost = { hints: 0, passed: 0 };
let publisherPort: number;
let cmsPort: number;

beforeAll(async () => {
  [publisherPort, cmsPort] = [await freePort(), await freePort()];
  hints = await startLossyHints();
  cmsEnv = {
    FEED_TOKEN,
    HINT_SECRET,
    CMS_PORT: String(cmsPort),
    PUBLISHER_URL: `http://127.0.0.1:${portOf(hints)}`,
  };
  cms = await startCms({ dataDir: cmsFolder.dataDir, env: cmsEnv });
  await fill();
  publisher = startPublisher();
  await waitFor(
    'every region is live',
    async () => {
      const reports = Object.values((await status())?.regions ?? {});
      return reports.length > 0 && reports.every(({ state }) => state === 'live');
    },
    170_000,
  );
  gateway = await startGateway(folder.dataDir);
}, 240_000);

afterAll(async () => {
  await kill(publisher);
  await gateway?.stop();
  await cms?.stop();
  await close(hints);
  folder.remove();
  cmsFolder.remove();
});

/** Between CMS and publisher: of the hints, 30 % get lost, some come twice or late. */
async function startLossyHints(): Promise<Server> {
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      response.writeHead(202).end();
      const dice = random.next();
      if (dice < 0.3) lost.hints += 1;
      else lost.passed += 1;
      const times = dice < 0.3 ? 0 : dice < 0.5 ? 2 : 1;
      for (let time = 0; time < times; time += 1) {
        void sleep(dice < 0.7 ? random.below(1_500) : 0).then(() =>
          askRaw({
            ...{ port: publisherPort, path: '/hint', method: 'POST', timeoutMs: 5_000 },
            ...{ headers: request.headers, body: Buffer.concat(chunks) },
          }).catch(() => undefined),
        );
      }
    });
  });
  await listen(server, 0, '127.0.0.1', 'PORT');
  return server;
}

async function fill(): Promise<void> {
  const { superAdmin } = cms;
  const top = { name: 'Maschinen', key: 'machines', position: 0 };
  const parent = await createEntry(superAdmin, 'category', top);
  category = await createEntry(superAdmin, 'category', {
    ...{ name: 'Hebezeuge', key: 'machines/lifting', position: 0 },
    parent: { connect: [{ documentId: parent }], disconnect: [] },
  });
  for (const slug of REGIONS) {
    worlds.set(slug, await createRegion(superAdmin, slug, slug, category));
    committed.set(slug, new Map());
  }
  const { results } = await superAdmin.must<{ results: { documentId: string; slug: string }[] }>(
    'GET',
    `${COLLECTIONS}/${UIDS.page}?pageSize=100`,
  );
  for (const { documentId } of results) {
    const page = `${COLLECTIONS}/${UIDS.page}/${documentId}`;
    await superAdmin.must('PUT', page, { body: paragraph('Angaben des Betreibers.') });
    await superAdmin.must('POST', `${page}/actions/publish`, {});
  }
}

function startPublisher(): ChildProcess {
  const child = spawn(process.execPath, [ENTRY], {
    env: {
      ...{ PATH: process.env['PATH'], HOME: process.env['HOME'], FEED_TOKEN, HINT_SECRET },
      ...{ DATA_DIR: folder.dataDir, PUBLISHER_PORT: String(publisherPort) },
      CMS_URL: `http://127.0.0.1:${cmsPort}`,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
  }
  return child;
}

async function kill(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGKILL');
  await ended;
}

/** As a power failure would, in whatever it does; its commits stay, its hints are gone. */
async function killCms(): Promise<void> {
  const own = readdirSync('/proc').filter((name) => {
    try {
      const stat = readFileSync(`/proc/${name}/stat`, 'utf8');
      const parent = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1];
      const isCms = readFileSync(`/proc/${name}/cmdline`, 'utf8').includes('cms-process.ts');
      return isCms && Number(parent) === process.pid;
    } catch {
      return false;
    }
  });
  expect(own).toHaveLength(1);
  process.kill(Number(own[0]), 'SIGKILL');
  await cms.stop();
  cms = await startCms({ dataDir: cmsFolder.dataDir, env: cmsEnv });
}

async function status(): Promise<Status | null> {
  try {
    const answer = await askRaw({ port: publisherPort, path: '/status', timeoutMs: 5_000 });
    return JSON.parse(answer.body) as Status;
  } catch {
    return null;
  }
}

/** Asks the CMS what a region has published, and at which revision. */
async function noteCommitted(slug: string): Promise<{ revision: number; ids: string[] }> {
  const answer = await fetch(`${cms.origin}/api/feed/v1/${slug}/snapshot`, {
    headers: { authorization: `Bearer ${FEED_TOKEN}` },
  });
  const lines = (await answer.text()).trimEnd().split('\n');
  const [header, ...documents] = lines.map((line) => JSON.parse(line) as Record<string, string>);
  const revision = Number(header?.['revision']);
  const listings = documents.filter(({ type }) => type === 'listing');
  committed
    .get(slug)
    ?.set(revision, new Map(listings.map(({ slug: own = '', title = '' }) => [own, title])));
  return { revision, ids: listings.map(({ documentId = '' }) => documentId) };
}

/** One thing that an editor does to the listings of a region. */
async function operate(slug: string, number: number): Promise<void> {
  const { superAdmin } = cms;
  const world = worlds.get(slug) as RegionContent;
  const { ids } = await noteCommitted(slug);
  const [chosen] = ids.length > 0 ? [random.pick(ids)] : [];
  const dice = random.next();
  if (chosen === undefined || ids.length < 4 || (dice < 0.35 && ids.length < 9)) {
    const region = { connect: [{ documentId: world.region }], disconnect: [] };
    const values = { ...listingValues(world, category, `Angebot ${slug} ${number}`), region };
    await publishEntry(superAdmin, 'listing', await createEntry(superAdmin, 'listing', values));
  } else if (dice < 0.6) {
    await superAdmin.must('PUT', `${LISTING}/${chosen}`, { title: `Fassung ${number}` });
    await publishEntry(superAdmin, 'listing', chosen);
  } else if (dice < 0.75) {
    await superAdmin.must('POST', `${LISTING}/${chosen}/actions/unpublish`, {});
  } else if (dice < 0.88) {
    await superAdmin.must('DELETE', `${LISTING}/${chosen}`);
  } else {
    await superAdmin.must('PUT', `${LISTING}/${chosen}`, { slug: `umbenannt-${number}` });
    await publishEntry(superAdmin, 'listing', chosen);
  }
  await noteCommitted(slug);
}

let judged = 0;
function judge(slug: string) {
  return ({ facts, slugs, sample }: Observation): string | null => {
    const published = committed.get(slug)?.get(facts.revision);
    // One step may raise the revision more than once; the states between were not asked for.
    if (published === undefined) return null;
    judged += 1;
    if (!isSameSet(slugs, new Set(published.keys()))) {
      return `${[...slugs].join()} instead of ${[...published.keys()].join()}`;
    }
    const title = published.get(sample?.slug ?? '') ?? 'missing';
    return sample === null || sample.html.includes(title) ? null : `“${title}” is not shown`;
  };
}

it(
  `${OPERATIONS} random operations in the real CMS, lost hints and kills end in what it says, and nothing else was ever live`,
  async () => {
    for (const slug of REGIONS) await noteCommitted(slug);
    const observers = REGIONS.map((slug) => new Observer(gateway.port, slug, READER, judge(slug)));
    const kills = { publisher: 0, cms: 0 };
    for (let number = 1; number <= OPERATIONS; number += 1) {
      const slug = random.pick(REGIONS);
      await operate(slug, number);
      if (number % (2 * OPERATIONS_PER_KILL) === 0) {
        kills.cms += 1;
        await killCms();
        await noteCommitted(slug);
      } else if (number % OPERATIONS_PER_KILL === 0) {
        kills.publisher += 1;
        await kill(publisher);
        publisher = startPublisher();
        await waitFor('it answers', async () => (await status()) !== null, 30_000);
      }
    }
    for (const slug of REGIONS) {
      const { revision } = await noteCommitted(slug);
      await waitFor(
        `${slug} shows revision ${revision}; the publisher wrote ${output.slice(-2_000)}`,
        async () => {
          const report = (await status())?.regions[slug];
          return report?.liveRevision === revision && report.searchRevision === revision;
        },
        90_000,
      );
    }
    await sleep(500);
    for (const observer of observers) await observer.stop();
    const seen = observers.reduce((sum, { count }) => sum + count, 0);
    const revisions = observers.reduce((sum, { revisions: { length } }) => sum + length, 0);
    console.log(
      `seed ${SEED}: ${OPERATIONS} operations, ${kills.publisher} kills of the publisher, ${kills.cms} of the CMS, ` +
        `${lost.hints} of ${lost.hints + lost.passed} hints lost, ${seen} observations of ${revisions} revisions, ${judged} judged`,
    );
    expect(observers.flatMap(({ faults }) => faults)).toEqual([]);
    expect(judged).toBeGreaterThan(seen / 2);
    for (const slug of REGIONS) {
      await lookAtWholeSite(gateway.port, `${folder.dataDir}/releases`, slug);
    }
  },
  120_000 + OPERATIONS * 1_500,
);

it('a CMS that is killed right after a commit, before its hint, costs no publish', async () => {
  const [slug = ''] = REGIONS;
  const world = worlds.get(slug) as RegionContent;
  const region = { connect: [{ documentId: world.region }], disconnect: [] };
  const values = { ...listingValues(world, category, 'Kurz vor dem Ausfall'), region };
  const id = await createEntry(cms.superAdmin, 'listing', values);
  const before = lost.hints + lost.passed;
  await publishEntry(cms.superAdmin, 'listing', id);
  await killCms();
  const { revision } = await noteCommitted(slug);
  await waitFor(
    'it is live',
    async () => (await status())?.regions[slug]?.liveRevision === revision,
    60_000,
  );
  console.log(`${lost.hints + lost.passed - before} hints left the CMS before it was killed`);
  const { body } = await askRaw({
    ...{ port: gateway.port, path: '/angebote/kurz-vor-dem-ausfall/' },
    host: `${slug}.localhost:${gateway.port}`,
  });
  expect(body).toContain('Kurz vor dem Ausfall');
}, 120_000);
