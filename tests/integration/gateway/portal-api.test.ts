import { createServer, type IncomingMessage, type Server } from 'node:http';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createGatewayServer } from '../../../scripts/lib/gateway/server.ts';
import { close, listen } from '../../../scripts/lib/http.ts';
import { createLogger } from '../../../scripts/lib/logger.ts';
import { dataPaths } from '../../../scripts/lib/paths.ts';
import { securityHeaders } from '../../../scripts/lib/security-headers.ts';
import { askRaw, portOf, type HttpQuestion } from '../../support/raw-http.ts';
import { makeDataDir } from '../../support/publisher.ts';
import { makeRelease, page } from '../../support/release.ts';

let cms: Server;
let gateway: Server;
let remove: () => void;
let received: { url: string; headers: IncomingMessage['headers']; bytes: number }[] = [];

beforeAll(async () => {
  cms = createServer((request, response) => {
    let bytes = 0;
    request.on('data', (chunk: Buffer) => (bytes += chunk.length));
    request.on('end', () => {
      received.push({ url: request.url ?? '', headers: request.headers, bytes });
      response.writeHead(201, {
        'content-type': 'application/json',
        'content-security-policy': 'script-src *',
        'x-powered-by': 'Strapi',
        server: 'CMS',
        'set-cookie': ['a=1', 'b=2'],
      });
      response.end('{"ok":true}');
    });
  });
  await listen(cms, 0, '127.0.0.1', 'CMS_PORT');
  const { dataDir, remove: removeDir } = makeDataDir();
  remove = removeDir;
  const paths = dataPaths(dataDir);
  await makeRelease(paths.releasesDir, 'pm', 1, { 'index.html': page('Start') });
  gateway = createGatewayServer({
    releasesDir: paths.releasesDir,
    hostSuffix: 'localhost',
    scheme: 'https',
    cmsUrl: `http://127.0.0.1:${portOf(cms)}`,
    publisherUrl: 'http://127.0.0.1:1',
    searchServer: null,
    logger: createLogger('gateway', paths.logsDir, 'silent'),
  });
  await listen(gateway, 0, '127.0.0.1', 'GATEWAY_PORT');
});

beforeEach(() => {
  received = [];
});

afterAll(async () => {
  await close(gateway);
  await close(cms);
  remove();
});

const post = (pathname: string, more: Partial<HttpQuestion> = {}) =>
  askRaw({ port: portOf(gateway), path: pathname, host: 'pm.localhost', method: 'POST', ...more });

describe("the way to the CMS's portal routes", () => {
  it('passes a request on and the answer back, with our own headers', async () => {
    const { status, body, headers } = await post('/api/portal/submissions?x=1', { body: 'abc' });
    expect(status).toBe(201);
    expect(body).toBe('{"ok":true}');
    expect(received).toMatchObject([{ url: '/api/portal/submissions?x=1', bytes: 3 }]);
    for (const [name, value] of Object.entries(securityHeaders('https'))) {
      expect(headers[name.toLowerCase()]).toBe(value);
    }
    expect(headers['x-powered-by']).toBeUndefined();
    expect(headers['server']).toBeUndefined();
    expect(headers['set-cookie']).toEqual(['a=1', 'b=2']);
  });

  it('replaces what a visitor claims about addresses', async () => {
    await post('/api/portal/x', {
      headers: {
        'x-forwarded-for': '1.2.3.4',
        'x-forwarded-host': 'böse.example'.normalize('NFD').replace(/[^\x20-\x7e]/g, ''),
        'x-forwarded-proto': 'ftp',
        'x-forwarded-port': '99',
        'x-real-ip': '1.2.3.4',
        forwarded: 'for=1.2.3.4',
      },
    });
    expect(received[0]?.headers).toMatchObject({
      'x-forwarded-for': '127.0.0.1',
      'x-forwarded-host': 'pm.localhost',
      'x-forwarded-proto': 'https',
    });
    for (const name of ['x-real-ip', 'forwarded', 'x-forwarded-port']) {
      expect(received[0]?.headers[name]).toBeUndefined();
    }
  });

  it.each([
    '/api/portal/../admin/login',
    '/api/portal/%2e%2e/admin/login',
    '/api/portal/%252e%252e/admin',
    '/api/portal/..%2fadmin',
    '/api/portal//admin',
    '/api/portal/%5c..%5cadmin',
    '/api/portal/%',
  ])('does not pass on %s, which might mean another route', async (pathname) => {
    expect((await post(pathname)).status).toBe(400);
    expect(received).toEqual([]);
  });

  it('passes nothing else on', async () => {
    for (const pathname of ['/api/feed/v1/regions', '/admin', '/api/portal', '/API/portal/x']) {
      expect((await post(pathname)).status).toBe(405);
    }
    expect((await post('/api/portal/x', { host: 'example.org' })).status).toBe(404);
    expect(received).toEqual([]);
  });

  it('refuses bodies of more than 10 MB, announced or not', async () => {
    const body = Buffer.alloc(10_000_001);
    const announced = await post('/api/portal/x', {
      headers: { 'content-length': '999999999' },
    }).catch(() => null);
    expect(announced?.status ?? 413).toBe(413);
    const chunked = await post('/api/portal/x', {
      headers: { 'transfer-encoding': 'chunked' },
      body,
    }).catch(() => null);
    expect(chunked?.status ?? 413).toBe(413);
    expect(received).toEqual([]);
    const allowed = await post('/api/portal/x', { body: body.subarray(0, 9_000_000) });
    expect(allowed.status).toBe(201);
    expect(received).toMatchObject([{ bytes: 9_000_000 }]);
  });

  it('says honestly, in the form that was asked for, that the CMS is down', async () => {
    await close(cms);
    const json = await post('/api/portal/x', { headers: { accept: 'application/json' } });
    expect(json.status).toBe(503);
    expect(json.headers['retry-after']).toBe('60');
    expect(JSON.parse(json.body)).toMatchObject({
      error: { status: 503, message: expect.stringContaining('nicht gespeichert') as string },
    });
    const html = await post('/api/portal/x', { headers: { accept: 'text/html' } });
    expect(html.body).toContain('<h1>Das Formular ist gerade nicht erreichbar</h1>');
    expect((await askRaw({ port: portOf(gateway), path: '/', host: 'pm.localhost' })).status).toBe(
      200,
    );
  });
});
