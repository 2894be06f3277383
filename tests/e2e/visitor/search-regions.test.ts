import { afterAll, describe, expect, inject, it } from 'vitest';
import { DESKTOP, Journeys, PHONE } from '../../support/journey.ts';

const journeys = new Journeys(inject('portal'));

afterAll(() => journeys.close());

describe.each([
  ['on a phone', PHONE],
  ['on a desktop', DESKTOP],
])('a visitor %s', (name, options) => {
  it('searches all regions, chooses one and opens a hit on its site', async () => {
    await journeys.run(`search-regions-${name}`, options, async (page) => {
      const asked: string[] = [];
      page.on('request', (request) => asked.push(request.url()));
      await page.goto(`${journeys.siteOrigin()}/`);
      await page.getByRole('searchbox').first().fill('Anhänger');
      await page.getByRole('searchbox').first().press('Enter');
      await page.waitForURL('**/suche/?**');
      const hits = page.locator('.search-hit');
      await hits.first().waitFor();
      const regions = new Set(await hits.locator('.search-region').allTextContents());
      expect(regions.size).toBeGreaterThan(1);
      if (options === PHONE)
        await page.getByRole('button', { name: 'Filter', exact: true }).click();
      await page.getByRole('checkbox', { name: /Teltow-Fläming/ }).check();
      await page.waitForURL('**region=tf**');
      if (options === PHONE) await page.getByRole('button', { name: /Treffer zeigen/ }).click();
      await expect
        .poll(async () => new Set(await hits.locator('.search-region').allTextContents()))
        .toEqual(new Set(['Teltow-Fläming']));
      const own = new URL(journeys.siteOrigin()).origin;
      expect(asked.filter((url) => new URL(url).origin !== own)).toEqual([]);
      await hits.first().getByRole('link').first().click();
      await page.waitForURL(`${journeys.siteOrigin('tf')}/**`);
      expect(await page.locator('h1').textContent()).not.toBe('');
    });
  });

  it('is told what neighbours have for a search that finds little', async () => {
    await journeys.run(`search-neighbours-${name}`, options, async (page) => {
      await page.goto(`${journeys.siteOrigin('hvl')}/suche/?q=Teleskoplader`);
      const neighbours = page.getByRole('region', { name: 'In den Nachbarregionen' });
      await neighbours
        .getByRole('link', { name: /Teleskoplader/ })
        .first()
        .waitFor();
      await neighbours.getByRole('link', { name: /Treffer in Potsdam-Mittelmark/ }).click();
      await page.waitForURL(`${journeys.siteOrigin('pm')}/suche/?q=Teleskoplader`);
      await page
        .getByRole('link', { name: /Teleskoplader Manitou/ })
        .first()
        .waitFor();
    });
  });
});

describe('the search of all regions', () => {
  it('goes on without a region that cannot be searched', async () => {
    await journeys.run('search-regions-broken', DESKTOP, async (page) => {
      await page.route('**/regionen/pm/pagefind/**', (route) => route.fulfill({ status: 404 }));
      await page.goto(`${journeys.siteOrigin()}/suche/?q=Anhänger`);
      const hits = page.locator('.search-hit');
      await hits.first().waitFor();
      const regions = await hits.locator('.search-region').allTextContents();
      expect(regions).not.toContain('Potsdam-Mittelmark');
    });
  });
});
