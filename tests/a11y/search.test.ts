import type { Page } from '@playwright/test';
import { afterAll, describe, expect, inject, it } from 'vitest';
import { violationsOf } from '../support/axe.ts';
import { DESKTOP, Journeys, PHONE } from '../support/journey.ts';

const journeys = new Journeys(inject('portal'));

afterAll(() => journeys.close());

const countOf = (page: Page, name: RegExp) => page.getByRole('heading', { level: 2, name });

async function open(page: Page, query = ''): Promise<void> {
  await page.goto(`${journeys.siteOrigin('pm')}/suche/${query}`);
  await page.getByRole('combobox').first().waitFor();
}

/** Names what is too small for a thumb, of what a search is done with. */
async function tooSmall(page: Page): Promise<string[]> {
  const targets = page.locator('[data-search]').locator('button, select, input[type="text"]');
  const found: string[] = [];
  for (const target of await targets.all()) {
    const box = await target.boundingBox();
    if (box !== null && box.height < 44) found.push(await target.innerText());
  }
  return found;
}

const STATES: [string, (page: Page) => Promise<void>][] = [
  ['empty', (page) => open(page)],
  [
    'with suggestions',
    async (page) => {
      await open(page);
      await page.getByRole('combobox').first().pressSequentially('Anhänger');
      await page.getByRole('option', { name: /Kühlanhänger/ }).waitFor();
      await page.keyboard.press('ArrowDown');
    },
  ],
  [
    'with results',
    async (page) => {
      await open(page, '?q=Anhänger&art=angebote');
      await countOf(page, /Treffer für/).waitFor();
    },
  ],
  [
    'with filters open',
    async (page) => {
      await open(page, '?art=angebote&ort=teltow');
      await countOf(page, /Treffer/).waitFor();
      const opener = page.getByRole('button', { name: /^Filter \(/ });
      if (await opener.isVisible()) await opener.click();
    },
  ],
  [
    'with the map open',
    async (page) => {
      await open(page, '?art=angebote&ort=teltow&ort=werder-havel');
      await countOf(page, /Treffer/).waitFor();
      const opener = page.getByRole('button', { name: 'Karte', exact: true });
      if (await opener.isVisible()) await opener.click();
      await page.getByRole('button', { name: /^Teltow: \d+ Treffer/ }).focus();
    },
  ],
  [
    'without results',
    async (page) => {
      await open(page, '?q=Xylofonzertrümmerer&art=angebote');
      await countOf(page, /Keine Treffer/).waitFor();
    },
  ],
  [
    'without an engine',
    async (page) => {
      await page.route('**/pagefind/**', (route) => route.abort());
      await open(page, '?q=Anhänger');
      await page.getByRole('alert').waitFor();
    },
  ],
];

describe.each([
  ['a light desktop', { ...DESKTOP, colorScheme: 'light' }],
  ['a dark desktop', { ...DESKTOP, colorScheme: 'dark' }],
  ['a light phone', { ...PHONE, colorScheme: 'light' }],
  ['a dark phone', { ...PHONE, colorScheme: 'dark' }],
] as const)('the search page on %s', { concurrent: true }, (device, options) => {
  it('has no axe violation in any state, and targets for a thumb', async () => {
    const found: string[] = [];
    for (const [state, reach] of STATES) {
      await journeys.run(`search-${device}-${state}`, options, async (page) => {
        await reach(page);
        found.push(...(await violationsOf(page, state)));
        if ('hasTouch' in options) {
          found.push(...(await tooSmall(page)).map((name) => `${state}: “${name}” is small`));
          const width = await page.evaluate(() => document.documentElement.scrollWidth);
          if (width > PHONE.viewport.width) found.push(`${state}: ${width} px wide`);
        }
      });
    }
    expect(found).toEqual([]);
  }, 240_000);
});
