import { readdirSync, readFileSync } from 'node:fs';
import type { Server } from 'node:http';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Command, RegionReport } from '@portal/site/contract';
import { close, listen } from '../../../scripts/lib/http.ts';
import { findDamage } from '../../../scripts/lib/publisher/scrub.ts';
import { createPublisherServer } from '../../../scripts/lib/publisher/server.ts';
import { startFeedStandIn, type FeedStandIn } from '../../support/feed-stand-in.ts';
import { commandOf, post } from '../../support/hints.ts';
import {
  createTestPublisher,
  makeDataDir,
  waitFor,
  type TestPublisher,
} from '../../support/publisher.ts';
import { askRaw, portOf } from '../../support/raw-http.ts';

const HINT_SECRET = `whsec_${Buffer.alloc(32, 7).toString('base64')}`;

let feed: FeedStandIn;
let dataDir: string;
let remove: () => void;
let publisher: TestPublisher;
let server: Server;

beforeEach(async () => {
  feed = await startFeedStandIn(['pm', 'tf']);
  ({ dataDir, remove } = makeDataDir());
  await start();
});

afterEach(async () => {
  await stop();
  await feed.stop();
  remove();
});

/** Starts a publisher with its server and waits until everything is live. */
async function start(): Promise<void> {
  // What is rendered in the background would count as a build.
  publisher = createTestPublisher(feed, dataDir, { warmRegions: 0 });
  const { reconciler, options, paths } = publisher;
  server = createPublisherServer({
    searchFacts: () => Promise.resolve(null),
    reconciler,
    metrics: options.metrics,
    hintSecret: HINT_SECRET,
    hostSuffix: 'localhost',
    cmsOrigin: 'http://localhost:1337',
    umbrellaOrigin: options.umbrellaOrigin,
    clientDir: dataDir,
    mediaDir: paths.mediaDir,
    logger: options.logger,
  });
  await listen(server, 0, '127.0.0.1', 'PUBLISHER_PORT');
  await reconciler.start();
  await waitFor('all regions are live', () => reconciler.status().ready);
}

async function stop(): Promise<void> {
  await publisher.reconciler.stop();
  await close(server);
}

const status = () => publisher.reconciler.status().regions['pm'];
const live = (file: string) =>
  readFileSync(path.join(dataDir, 'releases/pm/current/site', file), 'utf8');
const title = () => /<h1>([^<]*)<\/h1>/.exec(live('impressum/index.html'))?.[1];
const facts = () => JSON.parse(live('.well-known/release.json')) as { revision: number };

const rename = (text: string) => (documents: Record<string, unknown>[]) => {
  for (const document of documents) if (document['type'] === 'page') document['title'] = text;
};

/** Publishes a title and waits until it is live. */
async function publish(text: string): Promise<number> {
  const revision = feed.publish('pm', rename(text));
  publisher.reconciler.wake();
  await waitFor(`${text} is live`, () => facts().revision === revision);
  await waitFor('the report says so', () => status()?.liveRevision === revision);
  return revision;
}

async function command(type: Command['type'], data: object) {
  const { status: code, body } = await post(
    portOf(server),
    '/commands',
    commandOf(HINT_SECRET, type, { region: 'pm', ...data }),
  );
  return { code, answer: JSON.parse(body) as RegionReport & { error?: string } };
}

/** Waits until the publisher has compared again, and not found anything to do. */
async function pollAgain(): Promise<void> {
  const asked = feed.calls.get('regions') ?? 0;
  await waitFor('it has compared again', () => (feed.calls.get('regions') ?? 0) > asked + 3);
}

describe('a rollback', () => {
  it('makes an earlier release live within two seconds and holds it there', async () => {
    await publish('Gut');
    const good = status()?.releaseId ?? '';
    await publish('Schlecht');
    const startedAt = performance.now();
    const { code, answer } = await command('region.rollback', { releaseId: good });
    expect(title()).toBe('Gut');
    expect(performance.now() - startedAt).toBeLessThan(2_000);
    expect(code).toBe(200);
    expect(answer).toMatchObject({
      releaseId: good,
      pinnedRelease: good,
      liveRevision: 2,
      cmsRevision: 3,
      state: 'live',
      refusal: null,
      lastError: null,
    });
    expect(answer.releases.map(({ revision }) => revision)).toEqual([3, 2, 1]);
    await waitFor('the CMS knows', () => feed.reports.get('pm')?.pinnedRelease === good);
    await pollAgain();
    expect(title()).toBe('Gut');
    const { body } = await askRaw({ port: portOf(server), path: '/metrics' });
    expect(body).toContain('portal_pinned{region="pm"} 1\n');
    expect(body).toContain('portal_pinned{region="tf"} 0\n');
  });

  it('is not undone by changes, polls or a restart', async () => {
    await publish('Gut');
    const good = status()?.releaseId ?? '';
    await publish('Schlecht');
    await command('region.rollback', { releaseId: good });
    const builds = publisher.builder.builds.length;
    feed.publish('pm', rename('Noch eins'));
    await pollAgain();
    expect(title()).toBe('Gut');
    expect(publisher.builder.builds).toHaveLength(builds);
    expect(status()).toMatchObject({ cmsRevision: 4, liveRevision: 2, pinnedRelease: good });

    await stop();
    await start();
    feed.publish('tf');
    await waitFor('others go on', () => {
      return publisher.reconciler.status().regions['tf']?.liveRevision === 2;
    });
    await pollAgain();
    expect(title()).toBe('Gut');
    expect(publisher.builder.builds).toEqual(['tf']);
    expect(status()).toMatchObject({ cmsRevision: 4, liveRevision: 2, pinnedRelease: good });
  });

  it('that is ended brings what came meanwhile', async () => {
    await publish('Gut');
    const good = status()?.releaseId ?? '';
    await publish('Schlecht');
    await command('region.rollback', { releaseId: good });
    feed.publish('pm', rename('Besser'));
    await pollAgain();
    const { code, answer } = await command('region.unpin', {});
    expect(code).toBe(200);
    expect(answer.pinnedRelease).toBeNull();
    await waitFor('what came meanwhile is live', () => title() === 'Besser');
    expect(facts().revision).toBe(4);
    await waitFor('the CMS knows', () => feed.reports.get('pm')?.liveRevision === 4);
    expect(feed.reports.get('pm')?.pinnedRelease).toBeNull();
  });

  it('that is ended without a change shows the newest release at once, and builds nothing', async () => {
    const first = status()?.releaseId ?? '';
    await publish('Gut');
    await waitFor('the search has followed', () => status()?.searchRevision === 2);
    const newest = status()?.releaseId;
    const { answer: held } = await command('region.rollback', { releaseId: first });
    expect(held.liveRevision).toBe(1);
    const builds = publisher.builder.builds.length;
    const { answer } = await command('region.unpin', {});
    expect(title()).toBe('Gut');
    expect(answer.liveRevision).toBe(2);
    expect(answer.releaseId).toBe(newest);
    await pollAgain();
    expect(publisher.builder.builds).toHaveLength(builds);
  });

  it('waits for no build, and is not undone by one that is under way', async () => {
    await publish('Gut');
    const good = status()?.releaseId ?? '';
    await publish('Schlecht');
    let finish: (() => void) | undefined;
    publisher.builder.before = () => new Promise((resolve) => (finish = resolve));
    feed.publish('pm', rename('Noch schlechter'));
    await waitFor('it is being built', () => finish !== undefined);
    const startedAt = performance.now();
    const { code } = await command('region.rollback', { releaseId: good });
    expect(performance.now() - startedAt).toBeLessThan(2_000);
    expect(code).toBe(200);
    expect(title()).toBe('Gut');
    finish?.();
    await waitFor('the build has ended', () => status()?.state === 'live');
    await pollAgain();
    expect(title()).toBe('Gut');
    expect(status()).toMatchObject({ pinnedRelease: good, releaseId: good });
  });

  it('is not undone by a search index that is under way', async () => {
    await publish('Gut');
    await waitFor('the search has followed', () => status()?.searchRevision === 2);
    const good = status()?.releaseId ?? '';
    let finish: (() => void) | undefined;
    publisher.builder.beforeIndex = () => new Promise((resolve) => (finish = resolve));
    await publish('Schlecht');
    await waitFor('an index is being made', () => finish !== undefined);
    await command('region.rollback', { releaseId: good });
    finish?.();
    await pollAgain();
    await pollAgain();
    expect(title()).toBe('Gut');
    expect(status()?.releaseId).toBe(good);
  });

  it('can lead on to another release', async () => {
    const first = status()?.releaseId ?? '';
    await publish('Zwei');
    const second = status()?.releaseId ?? '';
    await publish('Drei');
    await command('region.rollback', { releaseId: second });
    const { answer } = await command('region.rollback', { releaseId: first });
    expect(answer).toMatchObject({ releaseId: first, pinnedRelease: first, liveRevision: 1 });
  });

  it.each(['9-0123456789ab', '../../tf/current', '', 'current'])(
    'to “%s”, which is not kept, is refused in German and changes nothing',
    async (releaseId) => {
      const before = status();
      const { code, answer } = await command('region.rollback', { releaseId });
      expect(code).toBe(409);
      expect(answer).toEqual({
        error: 'Diese Fassung wird nicht mehr aufbewahrt. Bitte wählen Sie eine andere.',
      });
      expect(status()).toEqual(before);
      await publish('Weiter');
    },
  );

  it.each<Command['type']>([
    'region.rollback',
    'region.unpin',
    'region.accept-loss',
    'region.purge',
  ])('and %s of a region that does not exist are refused', async (type) => {
    const { code, answer } = await command(type, { region: 'xy', releaseId: '1', revision: 1 });
    expect(code).toBe(409);
    expect(answer).toEqual({ error: 'Die Region „xy“ gibt es nicht.' });
    expect(readdirSync(path.join(dataDir, 'releases')).sort()).toEqual(['pm', 'tf', 'umbrella']);
  });
});

describe('an accepted loss', () => {
  const halve = (documents: Record<string, unknown>[]) => {
    const kept = documents.filter(({ type }, index) => type !== 'listing' || index % 2 === 0);
    documents.splice(0, documents.length, ...kept);
  };

  it('goes live, and only that one', async () => {
    const listings = status()?.releases[0]?.counts['listings'] ?? 0;
    const revision = feed.publish('pm', halve);
    await waitFor('it is refused', () => status()?.refusal?.revision === revision);
    expect(status()?.refusal?.mayAccept).toBe(true);
    const { code } = await command('region.accept-loss', { revision });
    expect(code).toBe(200);
    await waitFor('it is live', () => status()?.liveRevision === revision);
    expect(status()?.releases[0]?.counts['listings']).toBeLessThan(listings * 0.7);
    expect(status()?.refusal).toBeNull();
    const next = feed.publish('pm', halve);
    await waitFor('the next one is refused', () => status()?.refusal?.revision === next);
  });

  it('of a later revision does not open the gate for an earlier one', async () => {
    const revision = feed.publish('pm', halve);
    await waitFor('it is refused', () => status()?.refusal?.revision === revision);
    await command('region.accept-loss', { revision: revision + 5 });
    await waitFor('it is refused again', () => status()?.refusal?.revision === revision);
    await pollAgain();
    expect(status()).toMatchObject({ liveRevision: 1, state: 'failed' });
  });
});

describe('a purge', () => {
  it('leaves nothing of earlier sites, and what is live is whole', async () => {
    feed.publish('pm', (documents) => {
      const listing = documents.find(({ type }) => type === 'listing');
      Object.assign(listing ?? {}, { title: 'Erika Mustermann persönlich' });
    });
    await waitFor('it is live', () => status()?.searchRevision === 2);
    const revision = feed.publish('pm', (documents) => {
      const at = documents.findIndex(({ type }) => type === 'listing');
      documents.splice(at, 1);
    });
    await waitFor('it is gone', () => status()?.searchRevision === revision);
    expect(filesWith('Erika Mustermann').length).toBeGreaterThan(0);
    const { code, answer } = await command('region.purge', {});
    expect(code).toBe(200);
    expect(filesWith('Erika Mustermann')).toEqual([]);
    expect(answer).toMatchObject({ liveRevision: revision, searchRevision: revision });
    expect(answer.releases).toHaveLength(1);
    const release = await publisher.store.live('pm');
    expect(release && (await findDamage(release))).toBeNull();
    await publish('Weiter');
  });

  it('ends a rollback', async () => {
    const first = status()?.releaseId ?? '';
    await publish('Neu');
    await command('region.rollback', { releaseId: first });
    const { answer } = await command('region.purge', {});
    expect(answer).toMatchObject({ pinnedRelease: null, liveRevision: 2 });
    expect(title()).toBe('Neu');
  });

  function filesWith(text: string): string[] {
    return readdirSync(dataDir, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => path.join(entry.parentPath, entry.name))
      .filter((file) => file.includes('/pm') && readFileSync(file, 'utf8').includes(text));
  }
});
