import { mkdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import type { Server } from 'node:http';
import path from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createGatewayServer } from '../../../scripts/lib/gateway/server.ts';
import { partFile, partOf } from '../../../scripts/lib/file-list.ts';
import { close, listen } from '../../../scripts/lib/http.ts';
import { createLogger } from '../../../scripts/lib/logger.ts';
import { dataPaths, type DataPaths } from '../../../scripts/lib/paths.ts';
import { ReleaseStore } from '../../../scripts/lib/publisher/release-store.ts';
import { openingHeaders, securityHeaders } from '../../../scripts/lib/security-headers.ts';
import { askRaw, portOf, type HttpQuestion } from '../../support/raw-http.ts';
import { makeDataDir, waitFor } from '../../support/publisher.ts';
import { makeRelease, page } from '../../support/release.ts';

let server: Server;
let paths: DataPaths;
let remove: () => void;

const ENTRY = 'pagefind/pagefind-entry.json';
const HAVELLAND = {
  'index.html': page('Havelland'),
  '404.html': page('Nicht gefunden'),
  [ENTRY]: '{"version":"1.6.0"}',
  'pagefind/fragment/de_1.pf_fragment': 'x',
  '.secret': 'geheim',
};

const FILES = {
  'index.html': page('Start'),
  'einbetten/index.html': page('Einbetten'),
  'einbetten/rahmen/index.html': page('Rahmen'),
  'feeds/feed.json': '{}',
  '404.html': page('Nicht gefunden in pm'),
  'angebote/index.html': page('Angebote'),
  'angebote/kühl-anhänger/index.html': page('Umlaut'),
  '_astro/style.abcdef12.css': `body{}${'/* x */'.repeat(100)}`,
  'favicon.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
  '.well-known/security.txt': 'Contact: mailto:a@example.org',
  '.secret': 'geheim',
  'sub/.hidden/index.html': 'geheim',
};

beforeAll(async () => {
  const folder = makeDataDir();
  remove = folder.remove;
  paths = dataPaths(folder.dataDir);
  writeFileSync(path.join(folder.dataDir, 'geheim.txt'), 'geheim');
  await makeRelease(paths.releasesDir, 'pm', 1, FILES);
  await makeRelease(paths.releasesDir, 'umbrella', 1, { 'index.html': page('Alle Regionen') });
  await makeRelease(paths.releasesDir, 'hvl', 1, HAVELLAND);
  await new ReleaseStore(paths.releasesDir).addRegion('tf');
  server = createGatewayServer({
    releasesDir: paths.releasesDir,
    hostSuffix: 'localhost',
    scheme: 'http',
    cmsUrl: 'http://127.0.0.1:1',
    publisherUrl: 'http://127.0.0.1:1',
    searchServer: null,
    logger: createLogger('gateway', paths.logsDir, 'silent'),
  });
  await listen(server, 0, '127.0.0.1', 'GATEWAY_PORT');
});

afterAll(async () => {
  await close(server);
  remove();
});

const get = (pathname: string, host = 'pm.localhost', more: Partial<HttpQuestion> = {}) =>
  askRaw({ port: portOf(server), path: pathname, host, ...more });

describe('what sites show of other regions', () => {
  const entry = `/regionen/hvl/${ENTRY}`;

  it('is handed out under the own origin, as the region itself would', async () => {
    const own = await get(`/${ENTRY}`, 'hvl.localhost');
    for (const host of ['localhost', 'pm.localhost']) {
      const guest = await get(entry, host);
      expect(guest.status).toBe(200);
      expect(guest.body).toBe(own.body);
      for (const name of ['etag', 'cache-control', 'content-security-policy']) {
        expect(guest.headers[name]).toBe(own.headers[name]);
      }
    }
    const fragment = await get('/regionen/hvl/pagefind/fragment/de_1.pf_fragment', 'localhost');
    expect(fragment.headers['cache-control']).toContain('immutable');
  });

  it('is the search index and pictures, and nothing else', async () => {
    for (const file of ['', 'index.html', '.secret', 'pagefind/nichts', 'pagefind/']) {
      expect((await get(`/regionen/hvl/${file}`, 'localhost')).status, file).toBe(404);
    }
    for (const file of ['../index.html', '%2e%2e/.secret', '../../../../geheim.txt']) {
      const { status, body } = await get(`/regionen/hvl/pagefind/${file}`, 'localhost');
      expect(status, file).toBe(404);
      expect(body).not.toMatch(/geheim|<h1>Havelland/);
    }
    const post = await get(entry, 'localhost', { method: 'POST' });
    expect(post.status).toBe(405);
  });

  it('follows the releases of a region, and is gone with it', async () => {
    for (const region of ['xy', 'tf', 'umbrella']) {
      expect((await get(entry.replace('hvl', region), 'localhost')).status).toBe(404);
    }
    const now = async () => (await get(entry, 'localhost')).body;
    await makeRelease(paths.releasesDir, 'hvl', 2, { ...HAVELLAND, [ENTRY]: '{"neu":1}' });
    await waitFor('the new index is served', async () => (await now()) === '{"neu":1}');
    const regionDir = path.join(paths.releasesDir, 'hvl');
    renameSync(path.join(regionDir, 'current'), path.join(regionDir, 'withdrawn'));
    await waitFor('it is gone', async () => (await get(entry, 'localhost')).status === 404);
  });
});

describe('hosts', () => {
  it('serves a region on its subdomain, whatever the port and the case', async () => {
    for (const host of ['pm.localhost', 'pm.localhost:4321', 'PM.LocalHost', 'pm.localhost.']) {
      expect((await get('/', host)).body).toContain('<h1>Start</h1>');
    }
  });

  it('serves the umbrella site on the bare host', async () => {
    expect((await get('/', 'localhost:4321')).body).toContain('Alle Regionen');
  });

  it('answers unknown hosts with a friendly page that names nothing internal', async () => {
    const hosts = [
      'xy.localhost',
      'example.org',
      'a.pm.localhost',
      'umbrella.localhost',
      '..localhost',
      '',
    ];
    for (const host of hosts) {
      const { status, body } = await get('/', host);
      expect(status, host).toBe(404);
      expect(body).toContain('Diese Adresse gibt es hier nicht');
      expect(body).not.toMatch(/pm|releases|\.data/);
    }
  });

  it('asks for patience while a region has no release yet', async () => {
    const { status, headers, body } = await get('/', 'tf.localhost');
    expect(status).toBe(503);
    expect(headers['retry-after']).toBe('15');
    expect(body).toContain('Die Region wird gerade eingerichtet');
  });

  it('does not serve a region that was withdrawn', async () => {
    await makeRelease(paths.releasesDir, 'hvl', 1, FILES);
    expect((await get('/', 'hvl.localhost')).status).toBe(200);
    await new ReleaseStore(paths.releasesDir).withdraw('hvl');
    await new Promise((resolve) => setTimeout(resolve, 150));
    expect((await get('/', 'hvl.localhost')).status).toBe(404);
  });
});

describe('files', () => {
  it('lets browsers keep hashed assets for ever and ask again for pages', async () => {
    expect((await get('/_astro/style.abcdef12.css')).headers['cache-control']).toBe(
      'public, max-age=31536000, immutable',
    );
    expect((await get('/')).headers['cache-control']).toBe('no-cache');
  });

  it('answers 304 when the browser has the page already', async () => {
    const { etag = '' } = (await get('/')).headers;
    const again = await get('/', 'pm.localhost', { headers: { 'if-none-match': etag } });
    expect(again.status).toBe(304);
    expect(again.body).toBe('');
  });

  it('sends the smallest form that the browser understands', async () => {
    const brotli = await get('/', 'pm.localhost', { headers: { 'accept-encoding': 'gzip, br' } });
    expect(brotli.headers['content-encoding']).toBe('br');
    expect(brotli.headers['content-type']).toBe('text/html; charset=utf-8');
    expect(brotli.headers.vary).toBe('Accept-Encoding');
    expect(brotliDecompressSync(brotli.bytes).toString()).toBe(FILES['index.html']);
    const plain = await get('/');
    expect(plain.headers['content-encoding']).toBeUndefined();
    expect(brotli.headers.etag).not.toBe(plain.headers.etag);
    const withoutBrotli = { headers: { 'accept-encoding': 'gzip, br;q=0' } };
    const style = '_astro/style.abcdef12.css';
    const gzip = await get(`/${style}`, 'pm.localhost', withoutBrotli);
    expect(gunzipSync(gzip.bytes).toString()).toBe(FILES[style]);
    // Pages have no such twin.
    expect((await get('/', 'pm.localhost', withoutBrotli)).body).toBe(FILES['index.html']);
  });

  it('leads to the address with a slash at the end', async () => {
    const { status, headers } = await get('/angebote?q=1');
    expect(status).toBe(301);
    expect(headers.location).toBe('/angebote/?q=1');
    expect((await get('//angebote')).status).toBe(404);
  });

  it('serves addresses with umlauts', async () => {
    expect((await get(encodeURI('/angebote/kühl-anhänger/'))).body).toContain('Umlaut');
    const { headers } = await get(encodeURI('/angebote/kühl-anhänger'));
    expect(headers.location).toBe(encodeURI('/angebote/kühl-anhänger/'));
  });

  it("answers with the region's own page when there is nothing", async () => {
    const { status, headers, body } = await get('/gibt/es/nicht/');
    expect(status).toBe(404);
    expect(body).toContain('Nicht gefunden in pm');
    expect(headers['cache-control']).toBe('no-cache');
  });

  it('ignores ranges, which no page of ours needs', async () => {
    for (const range of ['bytes=5-2', 'bytes=0-', 'bytes=-0', `bytes=${'0-0,'.repeat(500)}`]) {
      const { status, body } = await get('/', 'pm.localhost', { headers: { range } });
      expect(status).toBe(200);
      expect(body).toBe(FILES['index.html']);
    }
  });

  it('answers HEAD without a body', async () => {
    const { status, body, headers } = await get('/', 'pm.localhost', { method: 'HEAD' });
    expect(status).toBe(200);
    expect(body).toBe('');
    expect(headers['content-length']).toBe(String(FILES['index.html'].length));
  });

  it('serves release facts fresh each time', async () => {
    const { headers, body } = await get('/.well-known/release.json');
    expect(headers['cache-control']).toBe('no-store');
    expect(JSON.parse(body)).toMatchObject({ region: 'pm', revision: 1 });
  });
});

describe('what is open to other websites', () => {
  it.each([
    ['framed', '/einbetten/rahmen/'],
    ['shared', '/feeds/feed.json'],
  ] as const)('is %s, and nothing beside it', async (opening, pathname) => {
    const { headers, status } = await get(pathname);
    expect(status).toBe(200);
    for (const [name, value] of Object.entries(openingHeaders('http', opening))) {
      expect(headers[name.toLowerCase()], name).toBe(value ?? undefined);
    }
    for (const closed of ['/', '/einbetten/', `${pathname}nichts/`, '/einbetten/rahmen/nichts']) {
      const answer = await get(closed);
      expect(answer.headers['x-frame-options'], closed).toBe('DENY');
      expect(answer.headers['content-security-policy']).toContain("frame-ancestors 'none'");
      expect(answer.headers['access-control-allow-origin'], closed).toBeUndefined();
    }
  });
});

describe('attacks', () => {
  const traversals = [
    '/../geheim.txt',
    '/..%2f..%2f..%2fgeheim.txt',
    '/%2e%2e/%2e%2e/%2e%2e/%2e%2e/geheim.txt',
    '/..%5c..%5cgeheim.txt',
    '/..\\..\\geheim.txt',
    '/....//....//geheim.txt',
    '/%c0%ae%c0%ae/geheim.txt',
    '/%00',
    '/index.html%00.css',
    '/angebote/../../manifest.json',
    '/../manifest.json',
    '/.secret',
    '/sub/.hidden/',
    '/.git/config',
    '/.env',
    '/link.txt',
    '/__proto__',
    '/constructor',
    '/index.html.br',
    'http://example.org/../geheim.txt',
    '*',
    '/%',
  ];

  it.each(traversals)('does not leave the release for %s', async (pathname) => {
    symlinkOnce();
    const { status, body } = await get(pathname);
    expect([400, 404]).toContain(status);
    expect(body).not.toContain('geheim');
    expect(body).not.toContain('"files"');
  });

  it('refuses every method but GET and HEAD', async () => {
    for (const method of ['POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'TRACE', 'PROPFIND']) {
      const { status, headers } = await get('/', 'pm.localhost', { method });
      expect(status, method).toBe(405);
      expect(headers.allow).toBe('GET, HEAD');
    }
  });

  it('sends the security headers with every answer', async () => {
    const answers = [
      await get('/'),
      await get('/nichts'),
      await get('/angebote'),
      await get('/%'),
      await get('/_astro/style.abcdef12.css'),
      await get('/', 'xy.localhost'),
      await get('/', 'tf.localhost'),
      await get('/', 'pm.localhost', { method: 'POST' }),
      await get('/api/portal/x', 'pm.localhost', { method: 'POST' }),
    ];
    for (const { headers } of answers) {
      for (const [name, value] of Object.entries(securityHeaders('http'))) {
        expect(headers[name.toLowerCase()]).toBe(value);
      }
      expect(headers['server']).toBeUndefined();
    }
  });

  function symlinkOnce(): void {
    const site = path.join(paths.releasesDir, 'pm/current/site');
    try {
      mkdirSync(site, { recursive: true });
      symlinkSync(path.join(paths.dataDir, 'geheim.txt'), path.join(site, 'link.txt'));
    } catch {
      // Made for an earlier path.
    }
  }
});

describe('a switch', () => {
  it('never mixes two releases and keeps old assets reachable', async () => {
    const versions = [1, 2, 3, 4, 5, 6];
    const html = (version: number) =>
      `${page(`Fassung ${version}`)}<!-- style.0000000${version}.css -->`;
    await makeRelease(paths.releasesDir, 'wechsel', 1, { 'index.html': html(1) });
    let isSwitching = true;
    const seen = new Set<string>();
    const reader = (async () => {
      while (isSwitching) {
        const { status, body } = await get('/', 'wechsel.localhost');
        expect(status).toBe(200);
        const [, title] = /<h1>Fassung (\d)<\/h1>/.exec(body) ?? [];
        expect(body).toContain(`style.0000000${title}.css`);
        seen.add(title ?? '');
      }
    })();
    for (const version of versions) {
      await makeRelease(paths.releasesDir, 'wechsel', version, {
        'index.html': html(version),
        [`_astro/style.0000000${version}.css`]: `/* ${version} */`,
      });
      await new Promise((resolve) => setTimeout(resolve, 60));
    }
    isSwitching = false;
    await reader;
    expect(seen.size).toBeGreaterThan(2);
    await new Promise((resolve) => setTimeout(resolve, 120));
    for (const version of versions) {
      const { status, headers, body } = await get(
        `/_astro/style.0000000${version}.css`,
        'wechsel.localhost',
      );
      expect(status).toBe(200);
      expect(body).toBe(`/* ${version} */`);
      expect(headers['cache-control']).toContain('immutable');
    }
  });

  it('shows a new release within 250 ms', async () => {
    await makeRelease(paths.releasesDir, 'neu', 1, { 'index.html': page('Alt') });
    await get('/', 'neu.localhost');
    await makeRelease(paths.releasesDir, 'neu', 2, { 'index.html': page('Frisch') });
    await new Promise((resolve) => setTimeout(resolve, 250));
    expect((await get('/', 'neu.localhost')).body).toContain('Frisch');
  });
});

describe('a release that vanishes under a request', () => {
  const asset = '_astro/style.11111111.css';

  it('is answered from the newest one', async () => {
    for (const round of [1, 2, 3]) {
      const region = `weg-${round}`;
      const host = `${region}.localhost`;
      const first = await makeRelease(paths.releasesDir, region, 1, { 'index.html': page('Alt') });
      // Known now; what is known is not looked up again for a moment.
      expect((await get('/', host)).body).toContain('Alt');
      await makeRelease(paths.releasesDir, region, 2, {
        'index.html': page('Neu'),
        'neu/index.html': page('Dazugekommen'),
      });
      rmSync(first.directory, { recursive: true });
      const [home, added, missing] = await Promise.all([
        get('/', host, { headers: { 'accept-encoding': 'br' } }),
        get('/neu/', host),
        get('/gibt-es-nicht/', host),
      ]);
      expect(home.status).toBe(200);
      expect(brotliDecompressSync(home.bytes).toString()).toContain('Neu');
      expect(home.headers['content-length']).toBe(String(home.bytes.length));
      expect([200, 404]).toContain(added.status);
      expect(missing.status).toBe(404);
    }
  });

  it('and whose assets were purged answers that there is nothing', async () => {
    const region = 'bereinigt';
    const host = `${region}.localhost`;
    await makeRelease(paths.releasesDir, region, 1, {
      'index.html': page('Alt'),
      '404.html': page('Nicht gefunden'),
      [asset]: '/* alt */',
    });
    const second = await makeRelease(paths.releasesDir, region, 2, {
      'index.html': page('Neu'),
      '404.html': page('Nicht gefunden'),
    });
    expect((await get(`/${asset}`, host)).status).toBe(200);
    await new ReleaseStore(paths.releasesDir).removeAllBut(region, second);
    const { status, body, headers } = await get(`/${asset}`, host);
    expect(status).toBe(404);
    expect(body).toContain('Nicht gefunden');
    expect(headers['cache-control']).toBe('no-cache');
    expect((await get('/', host)).body).toContain('Neu');
  });
});

describe('a live release that is damaged', () => {
  const host = 'kaputt.localhost';
  let directory: string;
  beforeAll(async () => {
    const files = { 'index.html': page('Beschädigt'), 'ganz/index.html': page('Ganz') };
    ({ directory } = await makeRelease(paths.releasesDir, 'kaputt', 1, files));
  });

  it('answers in German, without a word of the inside, for what is damaged', async () => {
    rmSync(partFile(directory, partOf('index.html')));
    const { status, body, headers } = await get('/', host);
    expect(status).toBe(500);
    expect(body).toContain('Hier ist etwas schiefgegangen');
    expect(body).not.toMatch(/ENOENT|releases|kaputt|files/);
    expect(headers['cache-control']).toBe('no-store');
    expect(headers['etag']).toBeUndefined();
  });

  it('answers as ever for everything else', async () => {
    expect((await get('/ganz/', host)).body).toContain('Ganz');
  });
});
