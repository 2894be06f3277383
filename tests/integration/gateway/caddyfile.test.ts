import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import path from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { close, listen } from '../../../scripts/lib/http.ts';
import { ROOT_DIR } from '../../../scripts/lib/paths.ts';
import { ReleaseStore } from '../../../scripts/lib/publisher/release-store.ts';
import { IMMUTABLE_FOLDERS } from '../../../scripts/lib/release.ts';
import {
  IMMUTABLE_CACHE_CONTROL,
  openingHeaders,
  OPENINGS,
  securityHeaders,
  type Opening,
} from '../../../scripts/lib/security-headers.ts';
import { makeDataDir, waitFor } from '../../support/publisher.ts';
import { askRaw, portOf, type HttpQuestion } from '../../support/raw-http.ts';
import { makeRelease, page } from '../../support/release.ts';

/** The headers of a path that is open to other websites. */
function opened(opening: Opening): Record<string, string> {
  const headers = { ...securityHeaders('https'), ...openingHeaders('https', opening) };
  return Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) => (value === null ? [] : [[name, value]])),
  );
}

const CADDYFILE = path.join(ROOT_DIR, 'Caddyfile');
const hasCaddy = spawnSync('caddy', ['version']).status === 0;

describe('the Caddyfile', () => {
  const text = readFileSync(CADDYFILE, 'utf8');
  const headersOf = (snippet: string): Record<string, string> => {
    const pattern = new RegExp(`\\(${snippet}\\) \\{\\n\\theader \\{\\n([\\s\\S]*?)\\n\\t\\}`);
    const block = pattern.exec(text)?.[1] ?? '';
    const lines = block.matchAll(/^\t\t([A-Z][A-Za-z-]+) "([^"]*)"$/gm);
    return Object.fromEntries(Array.from(lines, ([, name = '', value = '']) => [name, value]));
  };

  it('has the same security headers as the gateway', () => {
    expect(headersOf('security')).toEqual(securityHeaders('https'));
  });

  it.each(['framed', 'shared'] as const)(
    'is open to other websites where the gateway is: %s',
    (opening) => {
      expect(headersOf(opening)).toEqual(opened(opening));
      const paths = new RegExp(`@${opening} path (.*)`).exec(text)?.[1]?.split(' ');
      expect(paths).toEqual(OPENINGS[opening]);
    },
  );

  it('lets browsers keep the same files for ever', () => {
    const folders = /@immutable path (.*)/.exec(text)?.[1]?.split(' ');
    expect(folders).toEqual(IMMUTABLE_FOLDERS.map((folder) => `/${folder}/*`));
    expect(text).toContain(`header @immutable Cache-Control "${IMMUTABLE_CACHE_CONTROL}"`);
  });
});

describe.skipIf(!hasCaddy)(
  'Caddy with the Caddyfile (skipped where caddy is not installed)',
  () => {
    let caddy: ChildProcess;
    let cms: Server;
    let port = 0;
    let editorsPort = 0;
    let remove: () => void;
    let received: { url: string; headers: IncomingMessage['headers'] }[] = [];

    beforeAll(async () => {
      const folder = makeDataDir();
      remove = folder.remove;
      const releasesDir = path.join(folder.dataDir, 'releases');
      const old = { '_astro/alt.11111111.css': '/* alt */', 'index.html': page('Alt') };
      await makeRelease(releasesDir, 'pm', 1, old);
      await makeRelease(releasesDir, 'pm', 2, {
        'index.html': page('Start'),
        '404.html': page('Nicht gefunden in pm'),
        'angebote/index.html': page('Angebote'),
        'einbetten/rahmen/index.html': page('Rahmen'),
        'feeds/feed.json': '{}',
        '_astro/neu.22222222.css': '/* neu */',
        '.well-known/security.txt': 'Contact: mailto:a@example.org',
        '.secret': 'geheim',
        'pagefind/pagefind-entry.json': '{"version":"1.6.0"}',
        'pagefind/index/de_1.pf_index': 'x',
      });
      await makeRelease(releasesDir, 'umbrella', 1, { 'index.html': page('Alle Regionen') });
      await new ReleaseStore(releasesDir).addRegion('tf');
      cms = createServer((request, response) => {
        received.push({ url: request.url ?? '', headers: request.headers });
        response.setHeader('content-security-policy', 'script-src *');
        response.end('CMS');
      });
      await listen(cms, 0, '127.0.0.1', 'CMS_PORT');
      [port, editorsPort] = [await freePort(), await freePort()];
      caddy = spawn('caddy', ['run', '--config', CADDYFILE, '--adapter', 'caddyfile'], {
        env: {
          ...process.env,
          HOME: folder.dataDir,
          XDG_DATA_HOME: folder.dataDir,
          XDG_CONFIG_HOME: folder.dataDir,
          UMBRELLA_SITE: `http://localhost:${port}`,
          REGION_SITES: `http://*.localhost:${port}`,
          CMS_SITE: `http://redaktion.example:${editorsPort}`,
          DATA_DIR: folder.dataDir,
          CMS_UPSTREAM: `127.0.0.1:${portOf(cms)}`,
          PUBLISHER_UPSTREAM: `127.0.0.1:${portOf(cms)}`,
          MEILISEARCH_UPSTREAM: `127.0.0.1:${portOf(cms)}`,
        },
        stdio: 'ignore',
      });
      await waitFor('Caddy answers', () =>
        get('/', 'localhost').then(
          () => true,
          () => false,
        ),
      );
    });

    afterAll(async () => {
      const ended = new Promise((resolve) => caddy.once('exit', resolve));
      caddy.kill('SIGTERM');
      await ended;
      await close(cms);
      remove();
    });

    const get = (pathname: string, host = 'pm.localhost', more: Partial<HttpQuestion> = {}) =>
      askRaw({ port, path: pathname, host: `${host}:${port}`, ...more });

    it('serves regions and umbrella from their live release, compressed', async () => {
      expect((await get('/')).body).toContain('<h1>Start</h1>');
      expect((await get('/', 'localhost')).body).toContain('Alle Regionen');
      const brotli = await get('/', 'pm.localhost', { headers: { 'accept-encoding': 'br' } });
      expect(brotli.headers['content-encoding']).toBe('br');
      expect(brotliDecompressSync(brotli.bytes).toString()).toContain('<h1>Start</h1>');
    });

    it('sends the security headers with every answer', async () => {
      const answers = [
        await get('/'),
        await get('/nichts/'),
        await get('/', 'localhost'),
        await get('/', 'xy.localhost'),
        await get('/', 'pm.localhost', { method: 'POST' }),
        await get('/api/portal/x', 'pm.localhost', { method: 'POST' }),
      ];
      for (const { headers, status } of answers) {
        for (const [name, value] of Object.entries(securityHeaders('https'))) {
          expect(headers[name.toLowerCase()], `${status} ${name}`).toBe(value);
        }
        expect(headers['server']).toBeUndefined();
      }
    });

    it.each([
      ['framed', '/einbetten/rahmen/'],
      ['shared', '/feeds/feed.json'],
    ] as const)('lets other websites have what is %s', async (opening, pathname) => {
      const { headers, status } = await get(pathname);
      expect(status).toBe(200);
      for (const [name, value] of Object.entries(openingHeaders('https', opening))) {
        expect(headers[name.toLowerCase()], name).toBe(value ?? undefined);
      }
      expect(headers['x-content-type-options']).toBe('nosniff');
      const missing = await get(`${pathname}nichts`);
      expect(missing.status).toBe(404);
      expect(missing.headers['x-frame-options']).toBe('DENY');
      expect(missing.headers['access-control-allow-origin']).toBeUndefined();
    });

    it("answers with the region's own 404 page", async () => {
      const { status, body } = await get('/nichts/');
      expect(status).toBe(404);
      expect(body).toContain('Nicht gefunden in pm');
    });

    it('keeps browsers to the same caching as the gateway', async () => {
      expect((await get('/')).headers['cache-control']).toBe('no-cache');
      expect((await get('/_astro/neu.22222222.css')).headers['cache-control']).toBe(
        IMMUTABLE_CACHE_CONTROL,
      );
      expect((await get('/.well-known/release.json')).headers['cache-control']).toBe('no-store');
    });

    it('still serves assets of earlier releases', async () => {
      const { status, body, headers } = await get('/_astro/alt.11111111.css');
      expect(status).toBe(200);
      expect(body).toBe('/* alt */');
      expect(headers['cache-control']).toBe(IMMUTABLE_CACHE_CONTROL);
    });

    it('hands out what sites show of each other, and nothing else', async () => {
      const entry = await get('/regionen/pm/pagefind/pagefind-entry.json', 'localhost');
      expect(entry.body).toBe('{"version":"1.6.0"}');
      expect(entry.headers['cache-control']).toBe('no-cache');
      const index = await get('/regionen/pm/pagefind/index/de_1.pf_index', 'localhost');
      expect(index.headers['cache-control']).toBe(IMMUTABLE_CACHE_CONTROL);
      for (const name of ['Content-Security-Policy', 'X-Frame-Options'] as const) {
        expect(entry.headers[name.toLowerCase()]).toBe(securityHeaders('https')[name]);
      }
      for (const file of ['index.html', '.secret', 'pagefind/../.secret', 'pagefind/nichts']) {
        expect((await get(`/regionen/pm/${file}`, 'localhost')).status, file).toBe(404);
      }
      const post = { method: 'POST' };
      expect((await get('/regionen/pm/pagefind/x', 'localhost', post)).status).toBe(405);
    });

    it('leads to the address with a slash at the end', async () => {
      const { status, headers } = await get('/angebote');
      expect([301, 308]).toContain(status);
      expect(headers.location).toMatch(/angebote\/$/);
    });

    it('shows nothing but the site', async () => {
      for (const pathname of [
        '/.secret',
        '/../manifest.json',
        '/..%2fmanifest.json',
        '/manifest.json',
      ]) {
        const { status, body } = await get(pathname);
        expect([400, 404], pathname).toContain(status);
        expect(body).not.toMatch(/geheim|"files"/);
      }
      expect((await get('/.well-known/security.txt')).status).toBe(200);
      expect((await get('/', 'tf.localhost')).status).toBe(404);
      expect((await get('/', 'umbrella.localhost')).status).toBe(404);
      expect((await get('/', 'pm.localhost', { method: 'POST' })).status).toBe(405);
    });

    it('passes forms on to the CMS, with addresses that it has seen itself', async () => {
      received = [];
      const answer = await get('/api/portal/x?y=1', 'pm.localhost', {
        method: 'POST',
        headers: { 'x-forwarded-for': '1.2.3.4', 'x-real-ip': '1.2.3.4', forwarded: 'for=1.2.3.4' },
      });
      expect(answer.body).toBe('CMS');
      expect(received).toHaveLength(1);
      expect(received[0]?.url).toBe('/api/portal/x?y=1');
      expect(received[0]?.headers['x-forwarded-for']).toBe('127.0.0.1');
      expect(received[0]?.headers['x-real-ip']).toBeUndefined();
      expect(received[0]?.headers['forwarded']).toBeUndefined();
      const elsewhere = await get('/api/feed/v1/regions');
      expect(elsewhere.status).toBe(404);
      expect((await get('/api/portal/../feed/v1/regions')).body).not.toBe('CMS');
      expect(received).toHaveLength(1);
    });

    it('leads searches to the search server, and asks the publisher whether there is one', async () => {
      received = [];
      const search = await get('/api/search', 'pm.localhost', {
        method: 'POST',
        headers: { authorization: 'Bearer a.visitor.key', cookie: 'a=b', 'user-agent': 'Mine' },
      });
      expect(search.headers['cache-control']).toBe('no-store');
      expect(received[0]?.url).toBe('/multi-search');
      expect(received[0]?.headers.authorization).toBe('Bearer a.visitor.key');
      expect(received[0]?.headers['user-agent']).not.toBe('Mine');
      for (const name of ['cookie', 'x-forwarded-for']) {
        expect(received[0]?.headers).not.toHaveProperty(name);
      }
      await get('/.well-known/search.json');
      await get('/.well-known/search.json', 'localhost');
      expect(received.slice(1).map(({ url }) => url)).toEqual(['/search/pm', '/search/umbrella']);
      const [, csp] = Object.entries(securityHeaders('https'))[0] ?? [];
      expect(search.headers['content-security-policy']).toBe(csp);
      expect((await get('/api/search')).status).toBe(404);
    });

    it('gives editors a host of their own, without the API of the sites', async () => {
      const host = `redaktion.example:${editorsPort}`;
      expect((await askRaw({ port: editorsPort, path: '/admin', host })).body).toBe('CMS');
      expect((await askRaw({ port: editorsPort, path: '/api/feed/v1/regions', host })).status).toBe(
        404,
      );
    });
  },
);

async function freePort(): Promise<number> {
  const server = createServer();
  await listen(server, 0, '127.0.0.1', 'PORT');
  const port = portOf(server);
  await close(server);
  return port;
}
