import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import type { Browser } from '@playwright/test';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import send from 'send';
import { launchBrowser } from '../support/browser.ts';
import { htmlFiles, readSiteFile, siteFiles } from '../support/site-files.ts';

const { hostile } = inject('sites');

it('turns no attack in a text into markup', () => {
  const broken = htmlFiles(hostile).filter((file) => {
    const html = readSiteFile(hostile, file)
      .replaceAll(/<script type="application\/(?:ld\+)?json"[^>]*>[^<]*<\/script>/g, '')
      // In a quoted value an attack is text; what would break out of the quotes is not replaced.
      .replaceAll(/="(?!javascript:|java\tscript:|data:|vbscript:|\/\/)[^"]*"/g, '=""');
    return /<script>|<img src=x|<svg onload|onerror="|="(?:javascript|java\tscript|data|vbscript):|="\/\//.test(
      html,
    );
  });
  expect(broken).toEqual([]);
});

it('lets no attack close the machine-readable facts of a page', () => {
  const page = htmlFiles(hostile).find((file) => /^angebote\/[^/]+\/index\.html$/.test(file)) ?? '';
  const html = readSiteFile(hostile, page);
  const opened = html.match(/<script/g)?.length ?? 0;
  const blocks = [...html.matchAll(/<script type="application\/ld\+json">([^<]*)<\/script>/g)];
  expect(blocks.length).toBeGreaterThan(0);
  expect(opened).toBe(blocks.length);
  for (const [, json] of blocks) expect(() => JSON.parse(json ?? '') as unknown).not.toThrow();
});

it('writes feeds and sitemaps that are well-formed XML', () => {
  for (const file of siteFiles(hostile).filter((name) => name.endsWith('.xml'))) {
    const xml = readSiteFile(hostile, file);
    expect(xml, file).not.toMatch(/<script>|<img|<svg/);
    expect(xml.replaceAll(/&(?:amp|lt|gt|quot|apos|#\d+|#x[0-9a-f]+);/gi, ''), file).not.toContain(
      '&',
    );
  }
});

it('writes JSON Feeds that any reader understands', () => {
  const files = siteFiles(hostile).filter((name) => name.endsWith('feed.json'));
  expect(files.length).toBeGreaterThan(20);
  for (const file of files) {
    const feed = JSON.parse(readSiteFile(hostile, file)) as {
      version: string;
      items: { id: string; url: string }[];
    };
    expect(feed.version, file).toBe('https://jsonfeed.org/version/1.1');
    for (const { url } of feed.items) expect(new URL(url).protocol, file).toMatch(/^https?:$/);
    expect(new Set(feed.items.map(({ id }) => id)).size, file).toBe(feed.items.length);
  }
});

let server: Server;
let browser: Browser;

beforeAll(async () => {
  server = createServer((request, response) => {
    // No Content-Security-Policy here: the pages must be safe without it.
    send(request, request.url?.replace(/\?.*$/, '') ?? '/', { root: hostile }).pipe(response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser.close();
  server.close();
});

it('runs no attack in a browser, not even in search results', async () => {
  const { port } = server.address() as AddressInfo;
  const page = await browser.newPage();
  const pages = htmlFiles(hostile)
    .filter((file) => file.endsWith('/index.html'))
    .filter((_, index) => index % 9 === 0)
    .map((file) => `/${file.replace('index.html', '')}`);
  for (const path of [
    '/',
    ...pages,
    '/suche/?q=script',
    '/suche/?q=<img src=x onerror=attacked=1>',
  ]) {
    await page.goto(`http://127.0.0.1:${port}${path}`, { waitUntil: 'networkidle' });
    const attacked = await page.evaluate(() => 'attacked' in globalThis);
    expect(attacked, path).toBe(false);
  }
}, 120_000);
