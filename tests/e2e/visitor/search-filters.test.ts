import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { afterAll, describe, expect, inject, it } from 'vitest';
import { DESKTOP, Journeys, PHONE } from '../../support/journey.ts';

const journeys = new Journeys(inject('portal'));
const SEARCH = `${journeys.siteOrigin('pm')}/suche/`;

afterAll(() => journeys.close());

async function open(page: Page, query: string): Promise<void> {
  await page.goto(`${SEARCH}${query}`);
  await page.locator('.search-results[aria-busy="false"]').waitFor();
}

const countOf = async (page: Page) =>
  Number.parseInt((await page.locator('.search-count').textContent()) ?? '', 10) || 0;

async function expectNoViolations(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ target }) => target)])).toEqual([]);
}

describe('the filters of the search', () => {
  it('narrow by distance, widen again by the chip, and come back by the back button', async () => {
    await journeys.run('search-near', DESKTOP, async (page) => {
      await open(page, '?art=angebote');
      const all = await countOf(page);
      await page.getByLabel('Ort oder Postleitzahl').fill('14513');
      const chip = page.getByRole('button', {
        name: 'Filter „bis 25 km um 14513 Teltow“ entfernen',
      });
      await chip.waitFor();
      expect(page.url()).toContain('nahe=14513&umkreis=25');
      await expect.poll(() => countOf(page)).toBeLessThan(all);
      await page.getByLabel('Umkreis').selectOption('5');
      await page.waitForURL('**umkreis=5**');
      await page.locator('.search-results[aria-busy="false"]').waitFor();
      const facts = await page.locator('.search-hit-facts').allTextContents();
      const distances = facts.map((text) => Number(/(\d+) km entfernt/.exec(text)?.[1] ?? 0));
      expect(Math.max(...distances)).toBeLessThanOrEqual(5);
      await expectNoViolations(page);
      await page.goBack();
      await chip.waitFor();
      expect(await page.getByLabel('Umkreis').inputValue()).toBe('25');
      await chip.click();
      await expect.poll(() => countOf(page)).toBe(all);
    });
  });

  it('say what was expected of an unknown place, and keep what was chosen', async () => {
    await journeys.run('search-unknown-place', DESKTOP, async (page) => {
      await open(page, '?art=angebote&nahe=teltow&umkreis=25');
      const before = await countOf(page);
      const field = page.getByLabel('Ort oder Postleitzahl');
      await field.fill('Atlantis');
      await field.press('Enter');
      const error = page.getByRole('alert');
      await error.waitFor();
      expect(await error.textContent()).toMatch(/Potsdam-Mittelmark.*fünfstellige Postleitzahl/);
      expect(await field.getAttribute('aria-invalid')).toBe('true');
      expect(await countOf(page)).toBe(before);
      await expectNoViolations(page);
    });
  });

  it('narrow by days, price and kind of organisation', async () => {
    await journeys.run('search-days', DESKTOP, async (page) => {
      await open(page, '?art=angebote&einrichtung=unternehmen');
      const all = await countOf(page);
      await page.getByRole('checkbox', { name: /^Kostenfrei/ }).check();
      await page.waitForURL('**preis=kostenlos**');
      await expect.poll(() => countOf(page)).toBeLessThan(all);
      await page.getByText('Zeitraum').click();
      await page.getByLabel('Verfügbar von').fill('2090-01-01');
      await page.waitForURL('**von=2090-01-01**');
      await page.getByLabel('Verfügbar bis').fill('2089-01-01');
      expect(await page.getByRole('alert').textContent()).toContain('vor dem ersten');
      await expectNoViolations(page);
      await page.getByRole('button', { name: 'Alle Filter entfernen' }).first().click();
      await page.waitForURL((url) => url.search === '?art=angebote');
    });
  });

  it('ask for a place before the nearest can come first, and show how far away things are', async () => {
    await journeys.run('search-nearest', DESKTOP, async (page) => {
      await open(page, '?q=anh%C3%A4nger');
      await page.getByLabel('Sortieren nach').selectOption('nearest');
      await page
        .getByRole('group', { name: /Von wo aus/ })
        .getByRole('textbox')
        .or(page.getByRole('group', { name: /Von wo aus/ }).getByRole('combobox'))
        .fill('Teltow');
      await page.waitForURL('**nahe=teltow&sortierung=naechste');
      await page.locator('.search-results[aria-busy="false"]').waitFor();
      const facts = await page.locator('.search-hit-facts').allTextContents();
      const distances = facts.map((text) => Number(/(\d+) km entfernt/.exec(text)?.[1] ?? 0));
      expect(distances.length).toBeGreaterThan(1);
      expect(distances).toEqual(distances.toSorted((a, b) => a - b));
      await expectNoViolations(page);
    });
  });

  it('say when things end where that decides the order', async () => {
    await journeys.run('search-ending', DESKTOP, async (page) => {
      await open(page, '?art=angebote&sortierung=endet-bald');
      expect(await page.locator('.search-hit-facts').first().textContent()).toContain('endet am');
    });
  });

  it('lie in reach of the thumb on a phone, and let go of it', async () => {
    await journeys.run('search-sheet', PHONE, async (page) => {
      await open(page, '?art=angebote');
      await page.evaluate(() => {
        scrollTo(0, 1500);
      });
      const opener = page.locator('.search-filters-opener');
      const box = await opener.boundingBox();
      expect(box?.y).toBeGreaterThan(PHONE.viewport.height / 2);
      await opener.click();
      await page.getByRole('checkbox', { name: /^Kostenfrei/ }).check();
      await page.waitForURL('**preis=kostenlos');
      await expectNoViolations(page);
      await page.getByRole('button', { name: /Treffer zeigen/ }).click();
      expect(await page.locator('.search-filters').isVisible()).toBe(false);
      expect(await opener.evaluate((button) => button === document.activeElement)).toBe(true);
      await opener.click();
      await page.keyboard.press('Escape');
      expect(await page.locator('.search-filters').isVisible()).toBe(false);
    });
  });

  it('keep the map of a phone open in links, and close it by the back button', async () => {
    await journeys.run('search-map-link', PHONE, async (page) => {
      await open(page, '?q=Anhänger');
      const map = page.getByRole('region', { name: 'Karte' });
      expect(await map.isVisible()).toBe(false);
      await page.getByRole('button', { name: 'Karte', exact: true }).click();
      await page.waitForURL('**karte=offen');
      await page.reload();
      await map.waitFor();
      await page.goBack();
      await map.waitFor({ state: 'hidden' });
      expect(page.url()).not.toContain('karte');
    });
  });
});

describe('a search that finds nothing', () => {
  it('leads to a wider radius with the number of its hits', async () => {
    await journeys.run('search-zero-radius', PHONE, async (page) => {
      await open(page, '?q=teleskoplader&nahe=teltow&umkreis=5');
      const wider = page.getByRole('button', {
        name: /Bis \d+ km um Teltow suchen|Ohne „bis 5 km/,
      });
      await wider.first().waitFor();
      await expectNoViolations(page);
      const total = Number(/\d+$/.exec((await wider.first().textContent()) ?? '')?.[0]);
      await wider.first().click();
      await expect.poll(() => countOf(page)).toBe(total);
    });
  });

  it('leads to the form for requests and to the editorial office', async () => {
    await journeys.run('search-zero-help', PHONE, async (page) => {
      await open(page, '?q=xylophonquartett');
      const help = page.locator('.empty');
      expect(await help.getByRole('link', { name: 'Gesuch einstellen' }).getAttribute('href')).toBe(
        '/einstellen/',
      );
      const mail = await help
        .getByRole('link', { name: 'Um Nachricht bitten' })
        .getAttribute('href');
      expect(mail).toMatch(/^mailto:[^?]+@[^?]+\?subject=.*xylophonquartett/);
      await expectNoViolations(page);
    });
  });
});
