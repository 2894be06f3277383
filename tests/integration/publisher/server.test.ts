import type { Server } from 'node:http';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Webhook } from 'standardwebhooks';
import { close, listen } from '../../../scripts/lib/http.ts';
import { createLogger } from '../../../scripts/lib/logger.ts';
import type { PublisherStatus } from '../../../scripts/lib/publisher/reconciler.ts';
import { createPublisherServer } from '../../../scripts/lib/publisher/server.ts';
import { makeDataDir } from '../../support/publisher.ts';
import { askRaw, portOf } from '../../support/raw-http.ts';

const SECRET = `whsec_${Buffer.alloc(32, 7).toString('base64')}`;
const report = {
  cmsRevision: 7,
  liveRevision: 7,
  state: 'live' as const,
  releaseId: '7-0123456789ab',
  deployedAt: '2026-11-24T02:00:00.000Z',
  lastError: null,
  quarantine: [],
};
const STATUS: PublisherStatus = { ready: true, regions: { pm: report }, umbrella: report };

let server: Server;
let wakes: number;
let remove: () => void;

beforeEach(async () => {
  wakes = 0;
  const folder = makeDataDir();
  remove = folder.remove;
  server = createPublisherServer({
    reconciler: {
      wake: () => (wakes += 1),
      status: () => STATUS,
      hasRegion: (region) => ['pm', 'umbrella'].includes(region),
    },
    hintSecret: SECRET,
    hostSuffix: 'starke-region.example',
    logger: createLogger('publisher', folder.dataDir, 'silent'),
  });
  await listen(server, 0, '127.0.0.1', 'PUBLISHER_PORT');
});

afterEach(async () => {
  await close(server);
  remove();
});

function hint(changes: { id?: string; body?: string; at?: Date; secret?: string } = {}) {
  const at = changes.at ?? new Date();
  const id = changes.id ?? 'msg_1';
  const body =
    changes.body ??
    JSON.stringify({
      type: 'region.changed',
      timestamp: at.toISOString(),
      data: { region: 'pm', revision: 8 },
    });
  return {
    body,
    headers: {
      'content-type': 'application/json',
      'webhook-id': id,
      'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
      'webhook-signature': new Webhook(changes.secret ?? SECRET).sign(id, at, body),
    },
  };
}

const send = ({ body, headers }: { body: string; headers: Record<string, string | string[]> }) =>
  askRaw({ port: portOf(server), path: '/hint', method: 'POST', body, headers });

describe('POST /hint', () => {
  it('wakes the publisher for a hint that the CMS has signed', async () => {
    expect((await send(hint())).status).toBe(202);
    expect(wakes).toBe(1);
  });

  it('accepts one good signature among several, as while a secret is changed', async () => {
    const good = hint();
    const signature = `v1,${Buffer.alloc(32).toString('base64')} ${good.headers['webhook-signature']}`;
    const answer = await send({
      ...good,
      headers: { ...good.headers, 'webhook-signature': signature },
    });
    expect(answer.status).toBe(202);
  });

  it('ignores a hint that comes again', async () => {
    const same = hint();
    expect((await send(same)).status).toBe(202);
    expect((await send(same)).status).toBe(202);
    expect(wakes).toBe(1);
    expect((await send(hint({ id: 'msg_2' }))).status).toBe(202);
    expect(wakes).toBe(2);
  });

  const good = hint();
  const without = (name: string) => ({
    ...good,
    headers: Object.fromEntries(Object.entries(good.headers).filter(([key]) => key !== name)),
  });
  const withHeader = (name: string, value: string | string[]) => ({
    ...good,
    headers: { ...good.headers, [name]: value },
  });
  const minutes = (count: number) => new Date(Date.now() + count * 60_000);
  const forged: [string, () => { body: string; headers: Record<string, string | string[]> }][] = [
    ['without an id', () => without('webhook-id')],
    ['without a time', () => without('webhook-timestamp')],
    ['without a signature', () => without('webhook-signature')],
    ['with an empty signature', () => withHeader('webhook-signature', '')],
    [
      'with another secret',
      () => hint({ secret: `whsec_${Buffer.alloc(32, 8).toString('base64')}` }),
    ],
    ['with another body', () => ({ ...good, body: good.body.replace('8', '9') })],
    ['with a line more', () => ({ ...good, body: `${good.body}\n` })],
    ['with another id', () => withHeader('webhook-id', 'msg_9')],
    ['with a signature in hex', () => withHeader('webhook-signature', `v1,${'ab'.repeat(32)}`)],
    [
      'with a signature of an unknown kind',
      () =>
        withHeader('webhook-signature', good.headers['webhook-signature'].replace('v1,', 'v1a,')),
    ],
    [
      'with a thousand wrong signatures',
      () => withHeader('webhook-signature', 'v1,QUFB '.repeat(1000)),
    ],
    ['of six minutes ago', () => hint({ at: minutes(-6) })],
    ['of in six minutes', () => hint({ at: minutes(6) })],
    ['at no time', () => withHeader('webhook-timestamp', 'NaN')],
    ['at a negative time', () => withHeader('webhook-timestamp', '-1')],
    ['at the end of time', () => withHeader('webhook-timestamp', '1e20')],
    ['with a doubled id', () => withHeader('webhook-id', ['msg_1', 'msg_1'])],
    ['that is no JSON', () => hint({ body: 'region=pm' })],
    ['that is empty', () => hint({ body: '' })],
    ['of another kind', () => hint({ body: JSON.stringify({ type: 'entry.publish' }) })],
    [
      'for a region whose slug is a path',
      () =>
        hint({
          body: JSON.stringify({
            type: 'region.changed',
            timestamp: new Date().toISOString(),
            data: { region: '../../etc', revision: 1 },
          }),
        }),
    ],
  ];

  it.each(forged)('refuses a hint %s', async (_name, make) => {
    expect((await send(make())).status).toBe(401);
    expect(wakes).toBe(0);
  });

  it('refuses more than 20 kB', async () => {
    const { status } = await send(hint({ body: JSON.stringify({ type: 'x'.repeat(21_000) }) }));
    expect(status).toBe(413);
    expect(wakes).toBe(0);
  });
});

describe('the other routes', () => {
  const get = (path: string) => askRaw({ port: portOf(server), path });

  it('tell the state of all regions', async () => {
    const { status, body, headers } = await get('/status');
    expect(status).toBe(200);
    expect(JSON.parse(body)).toEqual(STATUS);
    expect(headers['cache-control']).toBe('no-store');
    expect((await get('/health')).body).toBe('{"status":"ok"}\n');
  });

  it('tell a web server whose certificates it may get', async () => {
    const ask = async (domain: string) =>
      (await get(`/tls-allowed?domain=${encodeURIComponent(domain)}`)).status;
    expect(await ask('starke-region.example')).toBe(200);
    expect(await ask('pm.starke-region.example')).toBe(200);
    expect(await ask('xy.starke-region.example')).toBe(404);
    expect(await ask('a.pm.starke-region.example')).toBe(404);
    expect(await ask('example.org')).toBe(404);
    expect(await ask('')).toBe(404);
  });

  it('are all there are', async () => {
    for (const path of ['/', '/hint', '/status/x', '//status', '/../status.json']) {
      expect((await get(path)).status, path).toBe(404);
    }
  });
});
