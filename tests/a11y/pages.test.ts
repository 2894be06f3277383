import { afterAll, describe, expect, inject, it } from 'vitest';
import { violationsOf } from '../support/axe.ts';
import { DESKTOP, Journeys, PHONE } from '../support/journey.ts';
import { pageTypes, sitemapPaths } from '../support/sample-pages.ts';

const portal = inject('portal');
const journeys = new Journeys(portal);
const NARROW = { width: 320, height: 640 };

/** Other regions share the pages of `pm` and differ in their colours. */
const COLOUR_SAMPLES = /^\/(?:(?:angebote|gesuche|erfolge|organisationen)\/(?:[^/]+\/)?|suche\/)?$/;

afterAll(() => journeys.close());

describe.each([
  { region: 'pm', atLeast: 20 },
  { region: 'tf', atLeast: 8 },
  { region: 'hvl', atLeast: 8 },
  { region: undefined, atLeast: 4 },
])('the pages of $region', { concurrent: true, timeout: 180_000 }, ({ region, atLeast }) => {
  const host = region === undefined ? 'localhost' : `${region}.localhost`;
  const origin = journeys.siteOrigin(region);

  async function paths(): Promise<string[]> {
    const types = pageTypes(await sitemapPaths(portal.gatewayPort, host));
    const sample =
      region === 'tf' || region === 'hvl'
        ? types.filter((path) => COLOUR_SAMPLES.test(path))
        : types;
    expect(sample.length).toBeGreaterThanOrEqual(atLeast);
    return [...sample, ...(region === undefined ? [] : ['/einbetten/rahmen/']), '/gibt-es-nicht/'];
  }

  it('have no axe violation on a desktop, ask no third party and store nothing', async () => {
    await journeys.run(`light-${host}`, { ...DESKTOP, colorScheme: 'light' }, async (page) => {
      const foreign: string[] = [];
      page.on('request', (request) => {
        if (!request.url().startsWith(origin)) foreign.push(request.url());
      });
      const found: string[] = [];
      for (const path of await paths()) {
        await page.goto(origin + path);
        found.push(...(await violationsOf(page, path)));
      }
      expect(found).toEqual([]);
      expect(foreign).toEqual([]);
      expect(await page.context().cookies()).toEqual([]);
      expect(await page.evaluate(() => localStorage.length + sessionStorage.length)).toBe(0);
    });
  });

  it('have no axe violation on a dark phone and fit 320 pixels', async () => {
    await journeys.run(`dark-${host}`, { ...PHONE, colorScheme: 'dark' }, async (page) => {
      const found: string[] = [];
      for (const path of await paths()) {
        await page.setViewportSize(PHONE.viewport);
        await page.goto(origin + path);
        found.push(...(await violationsOf(page, path)));
        await page.setViewportSize(NARROW);
        const width = await page.evaluate(() => document.documentElement.scrollWidth);
        if (width > NARROW.width) found.push(`${path}: ${width} px wide`);
      }
      expect(found).toEqual([]);
    });
  });
});
