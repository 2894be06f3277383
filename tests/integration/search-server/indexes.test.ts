import { existsSync, readdirSync, readFileSync } from 'node:fs';
import type { Server } from 'node:http';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createGatewayServer } from '../../../scripts/lib/gateway/server.ts';
import { close, listen } from '../../../scripts/lib/http.ts';
import { createLogger } from '../../../scripts/lib/logger.ts';
import { SearchServerClient } from '../../../scripts/lib/search-server/client.ts';
import { parentKey, visitorKey } from '../../../scripts/lib/search-server/keys.ts';
import { startFeedStandIn, type FeedStandIn } from '../../support/feed-stand-in.ts';
import { ask } from '../../support/http.ts';
import {
  meilisearchMissing,
  startMeilisearch,
  type RunningMeilisearch,
} from '../../support/meilisearch.ts';
import {
  createTestPublisher,
  makeDataDir,
  waitFor as waitForAtMost,
  type TestPublisher,
} from '../../support/publisher.ts';
import { portOf } from '../../support/raw-http.ts';

/** The server does its work in its own time, and tests share the computer. */
const waitFor = (what: string, holds: () => boolean | Promise<boolean>) =>
  waitForAtMost(what, holds, 30_000);
const missing = await meilisearchMissing();
let meilisearch: RunningMeilisearch;
let feed: FeedStandIn;
let dataDir: string;
let remove: () => void;
let gateway: Server;
const running: TestPublisher[] = [];

interface Facts {
  index: string | null;
  key: string;
  expiresAt: string;
  revision: number | null;
  indexes: { region: string; index: string; revision: number; count: number }[];
}
interface Found {
  hits: { id: string; hit: { title: string; organisationName: string | null } }[];
  estimatedTotalHits: number;
}

describe.skipIf(missing !== null)('the indexes of the search server', () => {
  beforeAll(async () => {
    meilisearch = await startMeilisearch();
  });
  afterAll(() => meilisearch.stop());

  beforeEach(async () => {
    feed = await startFeedStandIn(['pm', 'tf']);
    ({ dataDir, remove } = makeDataDir());
    gateway = createGatewayServer({
      releasesDir: path.join(dataDir, 'releases'),
      hostSuffix: 'localhost',
      scheme: 'http',
      cmsUrl: 'http://127.0.0.1:1',
      publisherUrl: 'http://127.0.0.1:1',
      searchServer: meilisearch.host,
      logger: createLogger('gateway', path.join(dataDir, 'logs'), 'silent'),
    });
    await listen(gateway, 0, '127.0.0.1', 'GATEWAY_PORT');
  });

  afterEach(async () => {
    for (const publisher of running.splice(0)) await publisher.reconciler.stop();
    gateway.closeAllConnections();
    await close(gateway);
    await feed.stop();
    remove();
    await meilisearch.restart();
    for (const region of ['pm', 'tf']) {
      await meilisearch.client
        .carryOut('DELETE', `/indexes/portal-${region}`)
        .catch(() => undefined);
    }
  });

  async function start(changes: Parameters<typeof createTestPublisher>[2] = {}) {
    const { host, masterKey: key } = meilisearch;
    const client = new SearchServerClient({ host, key, timeoutMs: 2_000 });
    const publisher = createTestPublisher(feed, dataDir, {
      searchServer: { host, client, checkMs: 50 },
      ...changes,
    });
    running.push(publisher);
    await publisher.reconciler.start();
    await waitFor('all regions are live', () => publisher.reconciler.status().ready);
    return publisher;
  }

  const factsOf = async (host = 'pm.localhost'): Promise<Facts | null> => {
    const { status, text, headers } = await ask(portOf(gateway), host, '/.well-known/search.json');
    expect(headers['cache-control']).toBe('no-store');
    return status === 200 ? (JSON.parse(text) as Facts) : null;
  };
  const holds = (revision: number, region = 'pm') =>
    waitFor(
      `the index of ${region} holds revision ${revision}`,
      async () => (await factsOf(`${region}.localhost`))?.revision === revision,
    );
  /** All of them, so that nothing of the start comes in between later. */
  const areFilled = async () => {
    await holds(1);
    await holds(1, 'tf');
    await waitFor('the umbrella may', async () => (await factsOf('localhost')) !== null);
  };
  const search = async (q: string, index = 'portal-pm', host = 'pm.localhost') => {
    const facts = await factsOf(host);
    const { status, text } = await ask(portOf(gateway), host, '/api/search', {
      method: 'POST',
      headers: { authorization: `Bearer ${facts?.key ?? ''}` },
      body: JSON.stringify({ queries: [{ indexUid: index, q, limit: 1_000 }] }),
    });
    expect(status, text).toBe(200);
    return (JSON.parse(text) as { results: [Found] }).results[0];
  };
  const titles = async (q: string) => (await search(q)).hits.map(({ hit }) => hit.title);
  const statusOf = (publisher: TestPublisher) => publisher.reconciler.status().searchServer;
  const wholeFills = (publisher: TestPublisher) => {
    const regions: string[] = [];
    publisher.builder.beforeRecords = (region, knownFile) => {
      if (knownFile === null) regions.push(region);
    };
    return regions;
  };
  const retitle = (title: string) => (documents: Record<string, unknown>[]) => {
    Object.assign(documents.find(({ type }) => type === 'listing') ?? {}, { title });
  };

  it('are filled with what is live, and searched through the site with its own key', async () => {
    const publisher = await start();
    await areFilled();
    const facts = await factsOf();
    expect(facts).toMatchObject({ index: 'portal-pm', revision: 1 });
    expect(statusOf(publisher)?.state).toBe('up');
    const count = facts?.indexes[0]?.count ?? 0;
    expect(count).toBeGreaterThan(50);
    expect((await search('')).estimatedTotalHits).toBe(count);
    expect(await titles('stapler')).not.toEqual([]);
  });

  it('learn what has changed and what is gone, and nothing else', async () => {
    const publisher = await start();
    await areFilled();
    const before = await search('');
    const whole = wholeFills(publisher);
    feed.publish('pm', retitle('Drehbank'));
    await holds(2);
    // And after it who has it.
    expect(await titles('drehbank')).toEqual(['Drehbank', 'Agrargenossenschaft Buckauwiesen eG']);
    const [gone] = (await search('drehbank')).hits;
    feed.publish('pm', (documents) => {
      const at = documents.findIndex(({ documentId }) => documentId === gone?.id);
      documents.splice(at, 1);
    });
    await holds(3);
    expect(await titles('drehbank')).toEqual([]);
    expect((await search('')).estimatedTotalHits).toBe(before.estimatedTotalHits - 1);
    expect(whole).toEqual([]);
    const metrics = async () => (await publisher.options.metrics.text()).body;
    expect(await metrics()).toContain('fills_total{region="pm",kind="change",outcome="done"} 2');
    await waitFor('the metrics know', async () =>
      (await metrics()).includes('search_server_revision{region="pm"} 3'),
    );
  });

  it('show the new name of an organisation with all its listings', async () => {
    await start();
    await areFilled();
    feed.publish('pm', (documents) => {
      const listing = documents.find(({ type }) => type === 'listing');
      const owner = documents.find(({ documentId }) => documentId === listing?.['organisation']);
      Object.assign(owner ?? {}, { name: 'Zweckverband Havelblick' });
    });
    await holds(2);
    const { hits } = await search('havelblick');
    const named = hits.filter(({ hit }) => hit.organisationName === 'Zweckverband Havelblick');
    expect(named.length).toBeGreaterThan(0);
    expect(await titles('havelblick')).toContain('Zweckverband Havelblick');
  });

  it('lose what ends with the day, though nobody has changed anything', async () => {
    let shiftMs = 0;
    const publisher = await start({ now: () => new Date(Date.now() + shiftMs) });
    await areFilled();
    const before = await search('');
    const [header = '', ...documents] = (feed.snapshots.get('pm') ?? '').trimEnd().split('\n');
    const ended = documents.findIndex((line) => line.includes('"type":"listing"'));
    documents.splice(ended, 1);
    shiftMs = 86_400_000;
    const asOf = new Date(Date.now() + shiftMs).toISOString().slice(0, 10);
    const next = { ...(JSON.parse(header) as object), asOf, documents: documents.length };
    feed.snapshots.set(
      'pm',
      [JSON.stringify(next), ...documents].map((line) => `${line}\n`).join(''),
    );
    publisher.reconciler.wake();
    await waitFor('it holds one less', async () => {
      const facts = await factsOf();
      return facts?.revision === 1 && facts.indexes[0]?.count === before.estimatedTotalHits - 1;
    });
    expect((await search('')).estimatedTotalHits).toBe(before.estimatedTotalHits - 1);
  });

  it('are offered to a site only while they hold what it shows', async () => {
    const publisher = await start();
    await areFilled();
    let release: (() => void) | undefined;
    publisher.builder.beforeRecords = () => new Promise((resolve) => (release = resolve));
    feed.publish('pm', retitle('Drehbank'));
    try {
      await waitFor('records are asked for', () => release !== undefined);
      expect(await factsOf()).toBeNull();
      expect((await factsOf('localhost'))?.indexes.map(({ region }) => region)).toEqual(['tf']);
    } finally {
      publisher.builder.beforeRecords = () => undefined;
      release?.();
    }
    await holds(2);
  });

  it('are not offered while a rollback shows something older', async () => {
    const publisher = await start();
    await areFilled();
    const [first] = await publisher.store.kept('pm');
    feed.publish('pm', retitle('Drehbank'));
    await holds(2);
    const data = { region: 'pm', releaseId: first?.manifest.releaseId ?? '' };
    const timestamp = new Date().toISOString();
    await publisher.reconciler.command({ type: 'region.rollback', timestamp, data });
    expect(await factsOf()).toBeNull();
    await publisher.reconciler.command({ type: 'region.unpin', timestamp, data: { region: 'pm' } });
    await holds(2);
  });

  it('are searched together by the umbrella site, and by neighbours', async () => {
    await start();
    await areFilled();
    const umbrella = await factsOf('localhost');
    expect(umbrella).toMatchObject({ index: null, revision: null });
    expect(umbrella?.indexes.map(({ index }) => index)).toEqual(['portal-pm', 'portal-tf']);
    expect((await search('', 'portal-tf', 'localhost')).estimatedTotalHits).toBeGreaterThan(0);
    expect((await factsOf())?.indexes.map(({ region }) => region)).toEqual(['pm', 'tf']);
    expect((await search('', 'portal-tf')).estimatedTotalHits).toBeGreaterThan(0);
  });

  it('are filled again by a publisher that starts later only if somebody touched them', async () => {
    const first = await start();
    await areFilled();
    await first.reconciler.stop();
    running.splice(0);
    const second = createTestPublisher(feed, dataDir);
    const whole = wholeFills(second);
    const { host, client } = meilisearch;
    const again = await start({
      openRenderer: second.options.openRenderer,
      searchServer: { host, client, checkMs: 50 },
    });
    feed.publish('pm', retitle('Drehbank'));
    await holds(2);
    expect(whole).toEqual([]);
    await client.carryOut('POST', '/indexes/portal-pm/documents', '{"id":"foreign"}\n');
    await waitFor('it is filled anew', () => whole.includes('pm'));
    await holds(2);
    expect((await search('')).hits.map(({ id }) => id)).not.toContain('foreign');
    expect(statusOf(again)?.regions['pm']).toMatchObject({ state: 'current', revision: 2 });
  });

  it('that lost documents, or are gone, are filled anew', async () => {
    await start();
    await areFilled();
    const { client } = meilisearch;
    const { estimatedTotalHits } = await search('');
    const half = (await search('')).hits.slice(0, 20).map(({ id }) => id);
    await client.carryOut('POST', '/indexes/portal-pm/documents/delete-batch', half);
    const isWhole = async () => {
      const stats = await client.ask('GET', '/indexes/portal-pm/stats').catch(() => null);
      const { numberOfDocuments = 0 } = (stats ?? {}) as { numberOfDocuments?: number };
      return numberOfDocuments === estimatedTotalHits && (await factsOf()) !== null;
    };
    expect(half.length).toBe(20);
    await waitFor('it is whole again', isWhole);
    await client.carryOut('DELETE', '/indexes/portal-pm');
    await waitFor('it is there again', isWhole);
    expect((await search('')).estimatedTotalHits).toBe(estimatedTotalHits);
  });

  it('never hold back a publish while the server is down, and follow when it is back', async () => {
    const publisher = await start();
    await areFilled();
    let isAsked = false;
    publisher.builder.beforeRecords = async () => {
      isAsked = true;
      await meilisearch.kill();
    };
    feed.publish('pm', retitle('Drehbank'));
    await waitFor('the server was killed in a publish', () => isAsked);
    publisher.builder.beforeRecords = () => undefined;
    await waitFor('it is seen', () => statusOf(publisher)?.state === 'down');
    expect(statusOf(publisher)?.lastError).toContain('does not answer');
    expect(await factsOf()).toBeNull();
    feed.publish('pm', retitle('Fräse'));
    await waitFor(
      'the pages are live',
      () => publisher.reconciler.status().regions['pm']?.liveRevision === 3,
    );
    await waitFor(
      'Pagefind follows',
      () => publisher.reconciler.status().regions['pm']?.searchRevision === 3,
    );
    await meilisearch.restart();
    await holds(3);
    expect(await titles('')).toContain('Fräse');
    expect(statusOf(publisher)).toMatchObject({ state: 'up', lastError: null });
  });

  it('stay away when the key is wrong, which is said once and with the mend', async () => {
    const { host } = meilisearch;
    const client = new SearchServerClient({ host, key: 'a-wrong-admin-key' });
    const publisher = await start({ searchServer: { host, client, checkMs: 50 } });
    await waitFor('it is seen', () => statusOf(publisher)?.state === 'down');
    expect(statusOf(publisher)?.lastError).toContain('MEILISEARCH_ADMIN_KEY');
    expect(statusOf(publisher)?.lastError).not.toContain('a-wrong-admin-key');
    expect(await factsOf()).toBeNull();
  });

  it('of a region that left the CMS are deleted', async () => {
    await start();
    await areFilled();
    feed.snapshots.delete('tf');
    const indexes = async () => JSON.stringify(await meilisearch.client.ask('GET', '/indexes'));
    await waitFor('its index is gone', async () => !(await indexes()).includes('portal-tf'));
    expect(await indexes()).toContain('portal-pm');
    expect(existsSync(path.join(dataDir, 'releases/tf/search.json'))).toBe(false);
  });

  it('are filled from nothing when a region is purged', async () => {
    const publisher = await start();
    await areFilled();
    const whole = wholeFills(publisher);
    const timestamp = new Date().toISOString();
    await publisher.reconciler.command({
      ...{ type: 'region.purge', timestamp, data: { region: 'pm' } },
    });
    expect(whole).toEqual(['pm']);
    await areFilled();
  });

  it('cannot be searched with a key that has expired, or written with any that is served', async () => {
    await start();
    await areFilled();
    const parent = await parentKey(meilisearch.client);
    const keyOf = (moment: number) => visitorKey(parent, ['pm'], new Date(moment));
    const searchWith = (key: string) =>
      ask(portOf(gateway), 'pm.localhost', '/api/search', {
        method: 'POST',
        headers: { authorization: `Bearer ${key}` },
        body: JSON.stringify({ queries: [{ indexUid: 'portal-pm', q: '' }] }),
      });
    expect((await searchWith(keyOf(Date.now() + 60_000))).status).toBe(200);
    expect((await searchWith(keyOf(Date.now() - 1_000))).status).toBe(403);
    expect((await searchWith(keyOf(Date.now() + 60_000).slice(0, -3))).status).toBe(403);
    const key = (await factsOf())?.key ?? '';
    const visitor = new SearchServerClient({ host: meilisearch.host, key });
    for (const [method, target] of [
      ['DELETE', '/indexes/portal-pm'],
      ['GET', '/indexes/portal-pm/documents'],
      ['GET', '/keys'],
      ['GET', '/stats'],
    ] as const) {
      await expect(visitor.ask(method, target)).rejects.toMatchObject({ code: 'invalid_api_key' });
    }
  });

  it('get keys that live for days and are renewed well before they end', async () => {
    let shiftMs = 0;
    await start({ now: () => new Date(Date.now() + shiftMs) });
    await areFilled();
    const first = (await factsOf())?.expiresAt ?? '';
    const days = (Date.parse(first) - Date.now()) / 86_400_000;
    expect(days).toBeGreaterThan(2);
    expect(days).toBeLessThan(15);
    shiftMs = (days - 2) * 86_400_000;
    await waitFor('there is another', async () => {
      const now = await factsOf();
      return now !== null && now.expiresAt > first;
    });
  });

  it('are written with a key that is in no file, no log and no answer', async () => {
    const publisher = await start({
      logger: createLogger('publisher', path.join(dataDir, 'logs'), 'debug'),
    });
    await areFilled();
    await meilisearch.kill();
    await waitFor('it is seen', () => statusOf(publisher)?.state === 'down');
    await meilisearch.restart();
    await areFilled();
    const parent = await parentKey(meilisearch.client);
    const files = readdirSync(dataDir, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => path.join(entry.parentPath, entry.name));
    expect(files.some((file) => file.endsWith('search.json'))).toBe(true);
    for (const secret of [meilisearch.masterKey, parent.key]) {
      for (const file of files) expect(readFileSync(file, 'latin1'), file).not.toContain(secret);
      expect(JSON.stringify(await factsOf())).not.toContain(secret);
      expect(JSON.stringify(publisher.reconciler.status())).not.toContain(secret);
    }
  });
});
