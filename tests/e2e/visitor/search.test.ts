import { afterAll, describe, expect, inject, it } from 'vitest';
import { DESKTOP, Journeys, PHONE } from '../../support/journey.ts';

const journeys = new Journeys(inject('portal'));

afterAll(() => journeys.close());

describe.each([
  ['on a phone', PHONE],
  ['on a desktop', DESKTOP],
])('a visitor %s', (name, options) => {
  it('searches from the home page and opens a listing', async () => {
    await journeys.run(`search-${name}`, options, async (page) => {
      await page.goto(`${journeys.siteOrigin('pm')}/`);
      await page.getByRole('searchbox').first().fill('Teleskoplader');
      await page.getByRole('searchbox').first().press('Enter');
      await page.waitForURL('**/suche/?**');
      const hit = page.getByRole('link', { name: /Teleskoplader Manitou/ }).first();
      await hit.click();
      await page.waitForURL('**/angebote/teleskoplader-manitou-**');
      expect(await page.locator('h1').textContent()).toContain('Teleskoplader Manitou MLT 735');
    });
  });

  it('finds the same listing without JavaScript, by category', async () => {
    const withoutScript = { ...options, javaScriptEnabled: false };
    await journeys.run(`browse-${name}`, withoutScript, async (page) => {
      await page.goto(`${journeys.siteOrigin('pm')}/suche/`);
      await page
        .getByRole('link', { name: /Maschinen & Geräte/ })
        .first()
        .click();
      await page.waitForURL('**/kategorien/**');
      await page
        .getByRole('link', { name: /Teleskoplader Manitou/ })
        .first()
        .click();
      expect(await page.locator('h1').textContent()).toContain('Teleskoplader Manitou MLT 735');
    });
  });
});
