import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createGatewayServer } from '../../../scripts/lib/gateway/server.ts';
import { close, listen, readBody } from '../../../scripts/lib/http.ts';
import { createLogger } from '../../../scripts/lib/logger.ts';
import { securityHeaders } from '../../../scripts/lib/security-headers.ts';
import { ask } from '../../support/http.ts';
import { portOf } from '../../support/raw-http.ts';
import { makeRelease } from '../../support/release.ts';

/** What the stand-in for the search server answers; null: nothing. */
let answer: { status: number; body: string } | null;
let seen: { url: string; headers: IncomingHttpHeaders; body: string }[];
let upstream: Server;
let folder: string;
const gateways: Server[] = [];

async function startGateway(searchServer: string | null): Promise<Server> {
  const gateway = createGatewayServer({
    releasesDir: folder,
    hostSuffix: 'localhost',
    scheme: 'http',
    cmsUrl: 'http://127.0.0.1:1',
    publisherUrl: 'http://127.0.0.1:1',
    searchServer,
    logger: createLogger('gateway', path.join(folder, '../logs'), 'silent'),
  });
  await listen(gateway, 0, '127.0.0.1', 'GATEWAY_PORT');
  gateways.push(gateway);
  return gateway;
}

let gateway: Server;
beforeAll(async () => {
  folder = path.join(mkdtempSync(path.join(tmpdir(), 'portal-search-proxy-')), 'releases');
  await makeRelease(folder, 'pm', 1, { 'index.html': '<h1>pm</h1>' });
  upstream = createServer((request, response) => {
    void readBody(request, 1_000_000).then((body) => {
      seen.push({ url: request.url ?? '', headers: request.headers, body });
      if (answer === null) return;
      response.writeHead(answer.status, { 'content-type': 'text/html', server: 'upstream' });
      response.end(answer.body);
    });
  });
  await listen(upstream, 0, '127.0.0.1', 'PORT');
  gateway = await startGateway(`http://127.0.0.1:${portOf(upstream)}`);
});
afterAll(async () => {
  for (const server of [upstream, ...gateways]) {
    server.closeAllConnections();
    await close(server);
  }
  rmSync(path.dirname(folder), { recursive: true });
});
beforeEach(() => {
  answer = { status: 200, body: '{"results":[]}' };
  seen = [];
});

const search = (options: Parameters<typeof ask>[3] = {}, to = gateway, host = 'pm.localhost') =>
  ask(portOf(to), host, '/api/search', {
    method: 'POST',
    body: '{"queries":[]}',
    ...options,
    headers: { authorization: 'Bearer a.visitor.key', ...options.headers },
  });

describe('a search', () => {
  it('reaches the search server with the key of the visitor and nothing else of them', async () => {
    const { status, text, headers } = await search({
      headers: { cookie: 'a=b', 'user-agent': 'Mine', 'x-forwarded-for': '9.9.9.9', referer: 'x' },
    });
    expect([status, text]).toEqual([200, '{"results":[]}']);
    expect(headers['content-type']).toBe('application/json; charset=utf-8');
    expect(headers['cache-control']).toBe('no-store');
    expect(headers).not.toHaveProperty('server');
    for (const [name, value] of Object.entries(securityHeaders('http'))) {
      expect(headers[name.toLowerCase()]).toBe(value);
    }
    expect(seen).toMatchObject([{ url: '/multi-search', body: '{"queries":[]}' }]);
    expect(seen[0]?.headers).toMatchObject({ authorization: 'Bearer a.visitor.key' });
    for (const name of ['cookie', 'x-forwarded-for', 'referer']) {
      expect(seen[0]?.headers).not.toHaveProperty(name);
    }
    expect(seen[0]?.headers['user-agent']).not.toBe('Mine');
  });

  it('is told when the server refuses it, in the words of the server', async () => {
    answer = { status: 403, body: '{"code":"invalid_api_key","message":"no"}' };
    const { status, text } = await search();
    expect([status, JSON.parse(text)]).toEqual([403, { code: 'invalid_api_key', message: 'no' }]);
  });

  it.each([
    ['without a key', { headers: { authorization: '' } }, 401],
    ['with something else than a key', { headers: { authorization: 'Basic eDp5' } }, 401],
    ['that is not sent with POST', { method: 'PUT' }, 405],
    ['that is too long', { body: 'x'.repeat(64_001) }, 413],
  ])('%s is refused in JSON', async (_, options, expected) => {
    const { status, text } = await search(options);
    expect(status).toBe(expected);
    expect(JSON.parse(text)).toMatchObject({ error: { status: expected } });
    expect(seen).toEqual([]);
  });

  it.each([
    ['a page', { status: 200, body: '<!doctype html><h1>Hello</h1>' }],
    ['an error page', { status: 500, body: '<h1>Oops</h1>' }],
    ['nothing', { status: 200, body: '' }],
    ['too much', { status: 200, body: JSON.stringify({ a: 'x'.repeat(4_000_000) }) }],
  ])('that is answered with %s does not reach the visitor', async (_, page) => {
    answer = page;
    const { status, text } = await search();
    expect(status).toBe(502);
    expect(JSON.parse(text)).toMatchObject({ error: { status: 502 } });
  });

  it('that the server is slow with ends in time', async () => {
    answer = null;
    const startedAt = performance.now();
    const { status, text } = await search();
    expect(status).toBe(504);
    expect(JSON.parse(text)).toMatchObject({ error: { status: 504 } });
    expect(performance.now() - startedAt).toBeLessThan(3_000);
  });

  it('ends at once when there is nobody', async () => {
    const down = await startGateway('http://127.0.0.1:1');
    expect((await search({}, down)).status).toBe(502);
    const none = await startGateway(null);
    expect((await search({}, none)).status).toBe(404);
  });

  it('is only possible on the hosts of sites', async () => {
    expect((await search({}, gateway, 'nirgends.localhost')).status).toBe(404);
    expect(seen).toEqual([]);
  });
});

describe('what a site is told of the search server', () => {
  it('is nothing while there is no index, or only a damaged note of one', async () => {
    const facts = () => ask(portOf(gateway), 'pm.localhost', '/.well-known/search.json');
    expect(await facts()).toMatchObject({ status: 404 });
    expect((await facts()).headers['cache-control']).toBe('no-store');
  });
});
