import AxeBuilder from '@axe-core/playwright';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { ask } from '../support/http.ts';
import { DESKTOP, Journeys, PHONE } from '../support/journey.ts';
import { pageTypes, sitemapPaths } from '../support/sample-pages.ts';

const portal = inject('portal');
const journeys = new Journeys(portal);
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

afterAll(() => journeys.close());

const LOOKS = [
  { look: 'light on a desktop', options: { ...DESKTOP, colorScheme: 'light' as const } },
  { look: 'dark on a phone', options: { ...PHONE, colorScheme: 'dark' as const } },
];

describe.each(['pm', 'tf', 'hvl', undefined])('every type of page of %s', (region) => {
  const host = region === undefined ? 'localhost' : `${region}.localhost`;
  let paths: string[] = [];

  beforeAll(async () => {
    paths = [...pageTypes(await sitemapPaths(portal.gatewayPort, host)), '/gibt-es-nicht/'];
    expect(paths.length).toBeGreaterThan(region === undefined ? 3 : 14);
  });

  it.each(LOOKS)('has no axe violation, $look', async ({ look, options }) => {
    await journeys.run(`axe-${host}-${look}`, options, async (page) => {
      const found: string[] = [];
      for (const path of paths) {
        await page.goto(`${journeys.siteOrigin(region)}${path}`);
        const { violations } = await new AxeBuilder({ page }).withTags(TAGS).analyze();
        for (const { id, nodes } of violations) {
          found.push(`${path}: ${id} at ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
        }
      }
      expect(found).toEqual([]);
    });
  });

  it('asks no third party and stores nothing', async () => {
    await journeys.run(`privacy-${host}`, DESKTOP, async (page) => {
      const foreign: string[] = [];
      page.on('request', (request) => {
        if (!request.url().startsWith(journeys.siteOrigin(region))) foreign.push(request.url());
      });
      for (const path of paths) await page.goto(`${journeys.siteOrigin(region)}${path}`);
      expect(foreign).toEqual([]);
      expect(await page.context().cookies()).toEqual([]);
      expect(await page.evaluate(() => localStorage.length + sessionStorage.length)).toBe(0);
    });
  });

  it('fits 320 pixels without scrolling sideways', async () => {
    await journeys.run(
      `reflow-${host}`,
      { viewport: { width: 320, height: 640 } },
      async (page) => {
        const wide: string[] = [];
        for (const path of paths) {
          await page.goto(`${journeys.siteOrigin(region)}${path}`);
          const width = await page.evaluate(() => document.documentElement.scrollWidth);
          if (width > 320) wide.push(`${path}: ${width} px`);
        }
        expect(wide).toEqual([]);
      },
    );
  });
});

it('serves no page that the sitemap names with anything but 200', async () => {
  const paths = await sitemapPaths(portal.gatewayPort, 'pm.localhost');
  const broken: string[] = [];
  for (const path of paths) {
    const { status } = await ask(portal.gatewayPort, 'pm.localhost', path);
    if (status !== 200) broken.push(`${path}: ${status}`);
  }
  expect(broken).toEqual([]);
});
