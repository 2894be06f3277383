import type { Server } from 'node:http';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { RegionReport } from '@portal/site/contract';
import { close, listen } from '../../../scripts/lib/http.ts';
import { createLogger } from '../../../scripts/lib/logger.ts';
import { createMetrics } from '../../../scripts/lib/publisher/metrics.ts';
import type { PublisherStatus } from '../../../scripts/lib/publisher/reconciler.ts';
import { createPublisherServer } from '../../../scripts/lib/publisher/server.ts';
import { makeDataDir } from '../../support/publisher.ts';
import { askRaw, portOf } from '../../support/raw-http.ts';
import { forgedMessages } from '../../support/forged-messages.ts';
import { messageOf, post, sign, type SignedMessage } from '../../support/hints.ts';

const HINT_SECRET = `whsec_${Buffer.alloc(32, 7).toString('base64')}`;
const report: RegionReport = {
  cmsRevision: 7,
  liveRevision: 7,
  state: 'live',
  releaseId: '7-0123456789ab',
  deployedAt: '2026-11-24T02:00:00.000Z',
  lastError: null,
  quarantine: [],
  searchRevision: 7,
  pinnedRelease: null,
  refusal: null,
  releases: [],
  publishToLiveMs: 800,
  origin: 'http://pm.starke-region.example',
};
const STATUS: PublisherStatus = {
  ready: true,
  regions: { pm: report },
  umbrella: report,
  searchServer: null,
};

let server: Server;
let wakes: number;
let commands: number;
let remove: () => void;

beforeEach(async () => {
  wakes = 0;
  commands = 0;
  const folder = makeDataDir();
  remove = folder.remove;
  const logger = createLogger('publisher', folder.dataDir, 'silent');
  server = createPublisherServer({
    searchFacts: () => Promise.resolve(null),
    reconciler: {
      wake: () => (wakes += 1),
      status: () => STATUS,
      hasRegion: (region) => ['pm', 'umbrella'].includes(region),
      command: () => {
        commands += 1;
        return Promise.resolve(report);
      },
      preview: () => Promise.resolve(null),
      previewFile: () => Promise.reject(new Error('There are no previews here.')),
      rendererPids: () => ({ pm: 4711 }),
    },
    metrics: createMetrics(),
    hintSecret: HINT_SECRET,
    hostSuffix: 'starke-region.example',
    cmsOrigin: 'https://cms.starke-region.example',
    umbrellaOrigin: 'http://starke-region.example',
    clientDir: folder.dataDir,
    mediaDir: folder.dataDir,
    logger,
  });
  await listen(server, 0, '127.0.0.1', 'PUBLISHER_PORT');
});

afterEach(async () => {
  await close(server);
  remove();
});

const get = (path: string) => askRaw({ port: portOf(server), path });
const HINT = { type: 'region.changed', data: { region: 'pm', revision: 8 } };
const COMMANDS = [
  { type: 'region.rollback', data: { region: 'pm', releaseId: '7-0123456789ab' } },
  { type: 'region.unpin', data: { region: 'pm' } },
  { type: 'region.accept-loss', data: { region: 'pm', revision: 8 } },
  { type: 'region.purge', data: { region: 'pm' } },
] as const;

/** The number that the publisher tells Prometheus. */
async function counted(kind: 'accepted' | 'replayed' | 'forged'): Promise<number> {
  const { body } = await get('/metrics');
  return Number(new RegExp(`^portal_hints_total\\{kind="${kind}"\\} (\\d+)$`, 'm').exec(body)?.[1]);
}

describe('POST /hint', () => {
  const send = (message: SignedMessage) => post(portOf(server), '/hint', message);

  it('wakes the publisher for a hint that the CMS has signed', async () => {
    expect((await send(messageOf(HINT_SECRET, HINT))).status).toBe(202);
    expect(wakes).toBe(1);
    expect(await counted('accepted')).toBe(1);
  });

  it('accepts one good signature among several, as while a secret is changed', async () => {
    const good = messageOf(HINT_SECRET, HINT);
    const signature = String(good.headers['webhook-signature']);
    const headers = { ...good.headers, 'webhook-signature': `v1,QUFB ${signature} v1,QkJC` };
    expect((await send({ ...good, headers })).status).toBe(202);
    expect(wakes).toBe(1);
  });

  it('takes a hint that comes twice for what it is', async () => {
    const twice = messageOf(HINT_SECRET, HINT, { id: 'msg_twice' });
    await send(twice);
    expect((await send(twice)).status).toBe(202);
    expect(wakes).toBe(1);
    expect(await counted('replayed')).toBe(1);
    expect((await send(messageOf(HINT_SECRET, HINT, { id: 'msg_other' }))).status).toBe(202);
    expect(wakes).toBe(2);
  });

  it.each(forgedMessages(HINT_SECRET, HINT))('refuses a hint %s', async (_name, make) => {
    expect((await send(make())).status).toBe(401);
    expect(wakes).toBe(0);
    expect(await counted('forged')).toBe(1);
  });

  it('refuses more than 20 kB', async () => {
    const body = JSON.stringify({ type: 'x'.repeat(21_000) });
    expect((await send(sign(HINT_SECRET, body))).status).toBe(413);
    expect(wakes).toBe(0);
  });

  it.each(COMMANDS)('does not take the command $type for a hint', async (command) => {
    expect((await send(messageOf(HINT_SECRET, command))).status).toBe(401);
    expect({ wakes, commands }).toEqual({ wakes: 0, commands: 0 });
  });
});

describe('POST /commands', () => {
  const send = (message: SignedMessage) => post(portOf(server), '/commands', message);

  it.each(COMMANDS)('carries out $type and answers how the region is now', async (command) => {
    const { status, body } = await send(messageOf(HINT_SECRET, command));
    expect(status).toBe(200);
    expect(JSON.parse(body)).toEqual(report);
    expect(commands).toBe(1);
  });

  it('carries out a command once, however often it comes', async () => {
    const command = messageOf(HINT_SECRET, COMMANDS[0]);
    expect((await send(command)).status).toBe(200);
    const { status, body } = await send(command);
    expect(status).toBe(409);
    expect(JSON.parse(body)).toEqual({ error: 'Dieser Auftrag wurde schon ausgeführt.' });
    expect(commands).toBe(1);
  });

  for (const command of COMMANDS) {
    it.each(forgedMessages(HINT_SECRET, command))(
      `refuses ${command.type} %s`,
      async (_name, make) => {
        expect((await send(make())).status).toBe(401);
        expect({ wakes, commands }).toEqual({ wakes: 0, commands: 0 });
      },
    );
  }

  it('refuses more than 20 kB, and commands that lack something', async () => {
    const long = JSON.stringify({ ...COMMANDS[0], timestamp: 'x'.repeat(21_000) });
    expect((await send(sign(HINT_SECRET, long))).status).toBe(413);
    const lacking = { type: 'region.rollback', data: { region: 'pm' } };
    expect((await send(messageOf(HINT_SECRET, lacking))).status).toBe(401);
    expect((await send(messageOf(HINT_SECRET, HINT))).status).toBe(401);
    expect(commands).toBe(0);
  });
});

describe('the other routes', () => {
  it('tell the state of all regions', async () => {
    const { status, body, headers } = await get('/status');
    expect(status).toBe(200);
    expect(JSON.parse(body)).toEqual({ ...STATUS, renderers: { pm: 4711 } });
    expect(headers['cache-control']).toBe('no-store');
    expect((await get('/health')).body).toBe('{"status":"ok"}\n');
  });

  it('tell Prometheus the numbers', async () => {
    const { status, headers, body } = await get('/metrics');
    expect(status).toBe(200);
    expect(headers['content-type']).toMatch(/^text\/plain; version=0\.0\.4/);
    expect(headers['cache-control']).toBe('no-store');
    expect(body).toContain('# TYPE portal_publish_to_live_seconds histogram\n');
    expect(body).toContain('# TYPE portal_queue_length gauge\n');
  });

  it('tell a web server whose certificates it may get', async () => {
    const ask = async (domain: string) =>
      (await get(`/tls-allowed?domain=${encodeURIComponent(domain)}`)).status;
    expect(await ask('starke-region.example')).toBe(200);
    expect(await ask('pm.starke-region.example')).toBe(200);
    expect(await ask('vorschau-pm.starke-region.example')).toBe(200);
    expect(await ask('xy.starke-region.example')).toBe(404);
    expect(await ask('vorschau-xy.starke-region.example')).toBe(404);
    expect(await ask('a.pm.starke-region.example')).toBe(404);
    expect(await ask('example.org')).toBe(404);
    expect(await ask('')).toBe(404);
  });

  it('are all there are', async () => {
    for (const path of ['/', '/hint', '/commands', '/status/x', '//status', '/../status.json']) {
      expect((await get(path)).status, path).toBe(404);
    }
    for (const path of ['/status', '/metrics', '/health']) {
      const { status } = await askRaw({ port: portOf(server), path, method: 'POST' });
      expect(status, path).toBe(404);
    }
  });
});
