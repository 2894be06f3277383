import type { Page } from '@playwright/test';
import { afterAll, describe, expect, inject, it } from 'vitest';
import { Journeys, PHONE } from '../../support/journey.ts';

const journeys = new Journeys(inject('portal'));
const SEARCH = `${journeys.siteOrigin('pm')}/suche/`;

afterAll(() => journeys.close());

async function visit(
  name: string,
  query: string,
  check: (page: Page) => Promise<void>,
): Promise<void> {
  await journeys.run(`bad-${name}`, PHONE, async (page) => {
    await page.addInitScript(() => {
      Object.assign(globalThis, { attacked: 0 });
    });
    await page.goto(`${SEARCH}?${query}`);
    await page.getByRole('searchbox').or(page.getByRole('combobox')).first().waitFor();
    await check(page);
    expect(await page.evaluate(() => Reflect.get(globalThis, 'attacked') as unknown)).toBe(0);
  });
}

const settled = (page: Page) => page.locator('.search-results[aria-busy="false"]').waitFor();
const hasFailed = (page: Page) => page.getByText('Die Suche ist gerade nicht erreichbar');

describe('the search page', () => {
  it.each([
    ['emoji', '🚜🚜'],
    ['only stop words', 'der die und mit'],
    ['regular expressions', '.*(?=[a-z]+)$^\\'],
    ['filters of engines', 'kran" OR region != "pm" AND _geoRadius(1,1,1)'],
    ['a quote', '"'],
    ['markup', '<img src=x onerror="globalThis.attacked=1"><script>globalThis.attacked=1</script>'],
    ['keys of objects', '__proto__ constructor'],
    ['10,000 characters', 'stapler '.repeat(1_250)],
    ['10,000 characters of one word', 'k'.repeat(10_000)],
  ])('stands %s', async (what, text) => {
    await visit(what, new URLSearchParams({ q: text }).toString(), async (page) => {
      await settled(page);
      expect(await hasFailed(page).count()).toBe(0);
      expect(await page.locator('.search-count img, .search-count script').count()).toBe(0);
      const shown = new URL(page.url()).searchParams.get('q') ?? '';
      expect(Array.from(shown).length).toBeLessThanOrEqual(200);
    });
  });

  it.each([
    ['unknown values of facets', 'art=alles&ort=atlantis&preis=umsonst&einrichtung=x'],
    ['broken numbers', 'seite=-1&umkreis=abc'],
    ['markup for a place', 'ort=%3Cscript%3E&nahe=%3Cscript%3Eattacked%3D1%3C/script%3E'],
    ['days that do not exist', 'von=2026-02-30&bis=morgen'],
    ['an empty text', 'q=+++'],
    ['bytes that are no text', 'q=%FF%00%C3'],
  ])('ignores %s', async (what, query) => {
    await visit(what, query, async (page) => {
      await page.locator('[data-decided]').waitFor({ state: 'attached' });
      expect(await hasFailed(page).count()).toBe(0);
    });
  });

  it.each([
    ['half of a vocabulary', 'vocabulary.json', '{"total":207,"terms":[["stapl",3,1,"Stap'],
    ['a page instead of its table', 'documents.json', '<!doctype html><title>Fehler</title>'],
    ['a table without columns', 'documents.json', '{}'],
  ])(
    'leads to the lists when it gets %s, and goes on once that is mended',
    async (what, file, body) => {
      await journeys.run(`bad-${what}`, PHONE, async (page) => {
        await page.route(`**/pagefind/${file}`, (route) => route.fulfill({ body }));
        await page.goto(`${SEARCH}?q=stapler`);
        await hasFailed(page).waitFor();
        expect(await page.getByRole('link', { name: 'Angebote' }).count()).toBeGreaterThan(0);
        await page.unroute(`**/pagefind/${file}`);
        await page.getByRole('button', { name: 'Noch einmal versuchen' }).click();
        await settled(page);
        expect(await page.locator('.search-hit').count()).toBeGreaterThan(0);
      });
    },
  );

  it('shows what there is when a part of its index is gone', async () => {
    await journeys.run('bad-stale', PHONE, async (page) => {
      let refused = 0;
      await page.route('**/pagefind/fragment/**', async (route) => {
        if (refused > 0) return route.continue();
        refused += 1;
        return route.fulfill({ status: 404, body: '' });
      });
      await page.goto(`${SEARCH}?q=stapler`);
      await settled(page);
      expect(refused).toBe(1);
      expect(await page.locator('.search-hit').count()).toBeGreaterThan(0);
    });
  });
});
