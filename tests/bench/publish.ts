import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { AdminClient } from '../support/admin-client.ts';
import { ask } from '../support/http.ts';
import { meilisearchMissing } from '../support/meilisearch.ts';
import { startPortal, type StartedPortal } from '../support/portal.ts';
import { listingValues } from '../support/cms-world.ts';
import { fillSyntheticRegion } from '../support/synthetic-region.ts';
import { portalProcesses, type ProcessFigures } from './processes.ts';
import { quantiles } from './quantiles.ts';

/** How much a bench measures. */
export interface BenchOptions {
  /** Single publishes of each kind: a listing or a story with another text, and a new listing. */
  times: number;
  /** Listings of the region. */
  listings: number;
}

const REGION = 'bench';
const WARM_UPS = 5;
const POLL_MS = 5;
const GIVE_UP_AFTER_MS = 120_000;
const LOG_LINES = 20;
/** A search server that does not run must not hold up the rest. */
const PATIENCE_WITH_SERVER_MS = 60_000;
/** What follows more quickly is no single publish: the publisher collects it with what comes next. */
const BETWEEN_SINGLES_MS = 1_000;
const BURST = { publishes: 10, withinMs: 2_000 };

const ROUTES = {
  listing: '/content-manager/collection-types/api::listing.listing',
  story: '/content-manager/collection-types/api::success-story.success-story',
  organisation: '/content-manager/collection-types/api::organisation.organisation',
  municipality: '/content-manager/collection-types/api::municipality.municipality',
  category: '/content-manager/collection-types/api::category.category',
} as const;
type TypeName = keyof typeof ROUTES;

interface Entry {
  documentId: string;
  slug: string;
  kind?: string;
  /** Of a category of the second level. */
  parent?: object | null;
}

/**
 * Publishes something with a text of its own.
 *
 * @param round - Number of the publish; entries take turns.
 * @returns Path of the page that shows the text.
 */
type Publication = (round: number, text: string) => Promise<string>;

interface LogLine {
  region?: string;
  kind?: string;
  rendered?: number;
  tookMs?: number;
  /** Documents that a search server was told of. */
  changed?: number;
}

/**
 * Publishing on the real CMS, publisher and gateway, in a synthetic region of any size: the cold
 * build, single publishes from the request until the page shows the new text, and a burst; where
 * there is a search server, also how long its index takes, from when the pages are live.
 */
export async function benchPublish({ times, listings }: BenchOptions): Promise<object> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'portal-bench-'));
  // A search server without rights has its data elsewhere, and leaves it there, where it may not pass.
  chmodSync(dataDir, 0o711);
  try {
    await fillSyntheticRegion(dataDir, { slug: REGION, listings });
    const hasServer = (await meilisearchMissing()) === null;
    const portal = await startPortal(dataDir, hasServer ? { MEILISEARCH_HOST: '' } : {});
    try {
      return { listings, ...(await measure(portal, times)) };
    } finally {
      await portal.stop();
    }
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
}

async function measure(portal: StartedPortal, times: number): Promise<object> {
  const cold = logLines(portal).find(({ region, kind }) => region === REGION && kind === 'full');
  await untilIdle(portal.publisherPort);
  const snapshotSeconds = await timeSnapshot(portal);
  const editor = await signIn(portal);
  const publishes: Record<string, object> = {};
  for (const [name, publication] of Object.entries(await publicationsOf(editor))) {
    for (let round = 0; round < WARM_UPS; round += 1) await publishOne(portal, publication);
    await untilIdle(portal.publisherPort);
    const linesBefore = logLines(portal).length;
    const before = portalProcesses(portal.dataDir);
    const samples: number[] = [];
    for (let round = 0; round < times; round += 1) {
      samples.push(await publishOne(portal, publication));
      await untilIdle(portal.publisherPort);
      await sleep(BETWEEN_SINGLES_MS);
    }
    const lines = logLines(portal).slice(linesBefore);
    const rendered = lines.flatMap((line) =>
      line.region === REGION && line.rendered !== undefined ? [line.rendered] : [],
    );
    const updates = fillTimes(lines, 'change');
    publishes[name] = {
      publishToLiveMs: { ...quantiles(samples), max: Math.max(...samples) },
      filesRendered: quantiles(rendered),
      ...(updates.length > 0 && {
        searchServerUpdateMs: { ...quantiles(updates), max: Math.max(...updates) },
      }),
      bytesWrittenPerPublish: Math.round(bytesSince(before, portal.dataDir) / times),
    };
  }
  const burst = await measureBurst(portal, editor);
  const peakMemoryMiB = Object.fromEntries(
    portalProcesses(portal.dataDir).map(({ name, peakMemoryMib }) => [name, peakMemoryMib]),
  );
  const [firstFillMs] = fillTimes(logLines(portal), 'whole');
  return {
    ...(firstFillMs !== undefined && { searchServerFirstFillSeconds: firstFillMs / 1000 }),
    coldBuildSeconds: cold?.tookMs === undefined ? null : cold.tookMs / 1000,
    snapshotSeconds,
    ...publishes,
    burst,
    peakMemoryMiB,
  };
}

async function timeSnapshot(portal: StartedPortal): Promise<number> {
  const secrets = JSON.parse(
    readFileSync(path.join(portal.dataDir, 'test-secrets.json'), 'utf8'),
  ) as { FEED_TOKEN: string };
  const startedAt = performance.now();
  const answer = await fetch(`http://127.0.0.1:${portal.cmsPort}/api/feed/v1/${REGION}/snapshot`, {
    headers: { authorization: `Bearer ${secrets.FEED_TOKEN}` },
  });
  await answer.text();
  return round((performance.now() - startedAt) / 1000);
}

async function signIn(portal: StartedPortal): Promise<AdminClient> {
  const login = portal.logins.find(({ region }) => region === REGION);
  if (login === undefined) throw new Error(`There is no editor for ${REGION}.`);
  return AdminClient.signIn(portal.cmsPort, login.email, login.password);
}

async function someEntries(editor: AdminClient, type: TypeName): Promise<Entry[]> {
  const answer = await editor.call<{ results: Entry[] }>(
    'GET',
    `${ROUTES[type]}?page=1&pageSize=20`,
  );
  if (answer.body.results.length === 0) throw new Error(`The editor sees no ${type}.`);
  return answer.body.results;
}

/** What editors publish most: an entry with another text, and a listing that is new. */
async function publicationsOf(editor: AdminClient): Promise<Record<string, Publication>> {
  const [listings, stories] = [
    await someEntries(editor, 'listing'),
    await someEntries(editor, 'story'),
  ];
  const [organisations, municipalities, categories] = [
    await someEntries(editor, 'organisation'),
    await someEntries(editor, 'municipality'),
    await someEntries(editor, 'category'),
  ];
  const subcategories = categories.filter(({ parent }) => parent != null);
  return {
    listing: async (round, text) => {
      const entry = turnOf(listings, round);
      await publish(editor, `listing/${entry.documentId}`, { description: text });
      return listingPage(entry);
    },
    newListing: async (round, text) => {
      const [organisation, municipality] = [organisations, municipalities].map(
        (entries) => turnOf(entries, round).documentId,
      );
      const values = listingValues(
        { organisation: organisation ?? '', municipality: municipality ?? '' },
        turnOf(subcategories, round).documentId,
        text,
      );
      const { documentId } = await publish(editor, 'listing', values);
      // The answer to a publish of what is new names no address.
      const answer = await editor.call<{ data: Entry }>('GET', `${ROUTES.listing}/${documentId}`);
      return listingPage(answer.body.data);
    },
    story: async (round, text) => {
      const { documentId, slug } = turnOf(stories, round);
      await publish(editor, `story/${documentId}`, { teaser: text });
      return `/erfolge/${slug}/`;
    },
  };
}

function turnOf(entries: readonly Entry[], round: number): Entry {
  const entry = entries[round % entries.length];
  if (entry === undefined) throw new Error('There are no entries.');
  return entry;
}

function listingPage({ kind, slug }: Entry): string {
  return `/${kind === 'request' ? 'gesuche' : 'angebote'}/${slug}/`;
}

let publishCount = 0;

/** Publishes something with a text of its own; returns the milliseconds until visitors see it. */
async function publishOne(portal: StartedPortal, publication: Publication): Promise<number> {
  publishCount += 1;
  const text = `Messung ${publishCount} ${Date.now()}`;
  const startedAt = performance.now();
  await untilVisible(portal, await publication(publishCount, text), text, startedAt);
  return performance.now() - startedAt;
}

/**
 * Publishes an entry with some new values, as the editor's form does.
 *
 * @param target - Type, and for an entry that is there already its id: `listing/abc`.
 */
async function publish(editor: AdminClient, target: string, values: object): Promise<Entry> {
  const [type, documentId] = target.split('/') as [TypeName, string | undefined];
  const entry = documentId === undefined ? ROUTES[type] : `${ROUTES[type]}/${documentId}`;
  const answer = await editor.call<{ data: Entry }>('POST', `${entry}/actions/publish`, values);
  if (answer.status >= 300) throw new Error(`Publishing failed: ${JSON.stringify(answer.body)}`);
  return answer.body.data;
}

async function untilVisible(
  portal: StartedPortal,
  page: string,
  text: string,
  startedAt: number,
): Promise<void> {
  for (;;) {
    const answer = await ask(portal.gatewayPort, `${REGION}.localhost`, page);
    if (answer.text.includes(text)) return;
    if (performance.now() - startedAt > GIVE_UP_AFTER_MS) {
      const log = readFileSync(path.join(portal.dataDir, 'logs/publisher.log'), 'utf8');
      const lastLines = log.trimEnd().split('\n').slice(-LOG_LINES).join('\n');
      throw new Error(`Not live after ${GIVE_UP_AFTER_MS / 1000} s: ${page}\n${lastLines}`);
    }
    await sleep(POLL_MS);
  }
}

/** Ten publishes in two seconds: how many builds, and how long after the last all are visible. */
async function measureBurst(portal: StartedPortal, editor: AdminClient): Promise<object> {
  await untilIdle(portal.publisherPort);
  const entries = (await someEntries(editor, 'listing')).slice(0, BURST.publishes);
  const linesBefore = logLines(portal).length;
  const marker = `Ansturm ${Date.now()}`;
  const startedAt = performance.now();
  for (const [index, entry] of entries.entries()) {
    const dueMs = (index * BURST.withinMs) / (entries.length - 1);
    await sleep(Math.max(0, dueMs - (performance.now() - startedAt)));
    await publish(editor, `listing/${entry.documentId}`, { description: marker });
  }
  const lastAt = performance.now();
  for (const entry of entries) await untilVisible(portal, listingPage(entry), marker, lastAt);
  const visibleAfterLastMs = Math.round(performance.now() - lastAt);
  const builds = logLines(portal)
    .slice(linesBefore)
    .filter(({ region, rendered }) => region === REGION && rendered !== undefined).length;
  const withinMs = Math.round(lastAt - startedAt);
  return { publishes: entries.length, withinMs, builds, visibleAfterLastMs };
}

/** Waits until nothing is published any more and the search has caught up: the next sample is a single publish. */
async function untilIdle(publisherPort: number): Promise<void> {
  const startedAt = performance.now();
  for (;;) {
    const status = JSON.parse((await ask(publisherPort, 'localhost', '/status')).text) as {
      regions: Record<string, { state: string; liveRevision: number; searchRevision: number }>;
      umbrella: { state: string };
      searchServer: { regions: Record<string, { state: string }> } | null;
    };
    const index = status.searchServer?.regions[REGION];
    const region = status.regions[REGION];
    const isIdle =
      region?.state === 'live' &&
      status.umbrella.state === 'live' &&
      region.searchRevision === region.liveRevision &&
      (status.searchServer === null ||
        index?.state === 'current' ||
        performance.now() - startedAt > PATIENCE_WITH_SERVER_MS);
    if (isIdle) return;
    await sleep(50);
  }
}

function logLines(portal: StartedPortal): LogLine[] {
  return readFileSync(path.join(portal.dataDir, 'logs/publisher.log'), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as LogLine);
}

/** How long the search server's index took each time, in milliseconds. */
function fillTimes(lines: readonly LogLine[], wanted: 'whole' | 'change'): number[] {
  return lines.flatMap(({ region, kind, tookMs, changed }) =>
    region === REGION && kind === wanted && tookMs !== undefined && changed !== undefined
      ? [tookMs]
      : [],
  );
}

function bytesSince(before: readonly ProcessFigures[], dataDir: string): number {
  const written = (figures: readonly ProcessFigures[]) =>
    figures
      .filter(({ name }) => name === 'publisher' || name.startsWith('renderer'))
      .reduce((sum, { bytesWritten }) => sum + bytesWritten, 0);
  return written(portalProcesses(dataDir)) - written(before);
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
