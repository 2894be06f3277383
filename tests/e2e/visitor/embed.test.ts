import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { DESKTOP, Journeys } from '../../support/journey.ts';

const journeys = new Journeys(inject('portal'));
const origin = journeys.siteOrigin('pm');
let server: Server;

beforeAll(async () => {
  server = createServer((_request, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.end(`<!doctype html><title>Stadt</title>
      <script type="module" src="${origin}/einbetten/liste.js"></script>
      <starke-region-liste id="gut" art="angebote" anzahl="3"></starke-region-liste>
      <starke-region-liste id="falsch" kategorie="nichts"><a href="/">Ersatz</a></starke-region-liste>
      <iframe id="rahmen" src="${origin}/einbetten/rahmen/" title="Liste"></iframe>
      <iframe id="start" src="${origin}/" title="Startseite"></iframe>`);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});

afterAll(async () => {
  server.close();
  await journeys.close();
});

it('another website shows the list and the frame, and nothing else of the portal', async () => {
  await journeys.run('embed', DESKTOP, async (page) => {
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    const links = page.locator('#gut li a');
    await links.first().waitFor();
    expect(await links.count()).toBe(3);
    expect(await links.first().getAttribute('href')).toMatch(`${origin}/angebote/`);
    await page.locator('#falsch a').waitFor();
    const frame = page.frameLocator('#rahmen');
    await frame.locator('.listing-card').first().waitFor();
    expect(await frame.locator('base').getAttribute('target')).toBe('_blank');
    expect(await page.frameLocator('#start').locator('.site-footer').count()).toBe(0);
    expect(await page.context().cookies()).toEqual([]);
  });
});

it('the page for other websites shows what is chosen, and the lines for it', async () => {
  await journeys.run('embed-page', DESKTOP, async (page) => {
    await page.goto(`${origin}/einbetten/`);
    await page.getByLabel('Kategorie').selectOption('fahrzeuge');
    await page.getByLabel('Anzahl').selectOption('3');
    const code = page.locator('[data-embed-code]');
    expect(await code.textContent()).toContain(
      '<starke-region-liste kategorie="fahrzeuge" anzahl="3">',
    );
    expect(await page.locator('[data-embed-frame]').textContent()).toContain(
      `${origin}/einbetten/rahmen/kategorien/fahrzeuge/`,
    );
    await page.locator('starke-region-liste li a').first().waitFor();
  });
});
