import type { Page } from '@playwright/test';
import { afterAll, describe, expect, inject, it } from 'vitest';
import { DESKTOP, Journeys } from '../../support/journey.ts';

const journeys = new Journeys(inject('portal'));

afterAll(() => journeys.close());

const MOST_STEPS = 120;

/** Presses Tab until what has focus has this role and name. */
async function tabTo(page: Page, name: RegExp | string, backwards = false): Promise<void> {
  for (let step = 0; step < MOST_STEPS; step += 1) {
    await page.keyboard.press(backwards ? 'Shift+Tab' : 'Tab');
    const focused = await nameOfFocused(page);
    if (typeof name === 'string' ? focused === name : name.test(focused)) return;
  }
  throw new Error(`Tab does not lead to ${String(name)}.`);
}

async function nameOfFocused(page: Page): Promise<string> {
  return page.evaluate(() => {
    const element = document.activeElement;
    const label =
      element instanceof HTMLInputElement || element instanceof HTMLSelectElement
        ? element.labels?.[0]?.textContent
        : null;
    return (element?.getAttribute('aria-label') ?? label ?? element?.textContent ?? '').trim();
  });
}

const heading = (page: Page) => page.locator('.search-count');

async function answerAfter(page: Page, act: () => Promise<void>): Promise<string> {
  const before = await heading(page).textContent();
  await act();
  await expect.poll(() => heading(page).textContent()).not.toBe(before);
  return (await heading(page).textContent()) ?? '';
}

describe('the search by keyboard alone', () => {
  it('leads from the first letter to an entry and back', async () => {
    await journeys.run('search-keyboard', DESKTOP, async (page) => {
      await page.goto(`${journeys.siteOrigin('pm')}/suche/`);
      await page.getByRole('combobox', { name: 'Wonach suchen Sie?' }).waitFor();
      await tabTo(page, /Wonach suchen Sie/);
      expect(await page.getByRole('search').first().ariaSnapshot()).toMatch(
        /combobox "Wonach suchen Sie\?"[^]*button "Suchen"[^]*group "Was möchten Sie finden\?"[^]*radio "Alles" \[checked\]/,
      );

      // Suggestions, a choice, its chip.
      await page.keyboard.type('Transp');
      const option = page.getByRole('option', { name: 'Transport & Logistik', exact: true });
      await option.waitFor();
      await page.keyboard.press('ArrowDown');
      expect(await option.getAttribute('aria-selected')).toBe('true');
      await page.keyboard.press('Enter');
      const chip = page.getByRole('button', { name: 'Filter „Transport & Logistik“ entfernen' });
      await chip.waitFor();
      expect(new URL(page.url()).search).toBe('?kategorie=transport-logistik');

      // A search in the category, and another order.
      await page.keyboard.type('Anhänger');
      await heading(page).filter({ hasText: '„Anhänger“' }).waitFor();
      await page.keyboard.press('Enter');
      await tabTo(page, /^Sortieren nach/);
      await page.keyboard.type('Neueste');
      await page.waitForURL((url) => url.searchParams.get('sortierung') === 'neueste');

      // A filter by mode, then the kind.
      await tabTo(page, /^Mieten\s*\d+$/);
      await answerAfter(page, () => page.keyboard.press('Space'));
      await page.waitForURL((url) => url.searchParams.get('modus') === 'mieten');
      await tabTo(page, 'Filter „Mieten“ entfernen');
      const all = await answerAfter(page, () => page.keyboard.press('Enter'));
      expect(await nameOfFocused(page)).toBe(all);

      // The map.
      await tabTo(page, /^[^:]+: \d+ Treffer$/);
      const place = await nameOfFocused(page);
      const [name = ''] = place.split(':');
      const pressed = page.getByRole('button', { name: place, pressed: true });
      await page.keyboard.press('Enter');
      await pressed.waitFor();
      await page.getByRole('button', { name: `Filter „${name}“ entfernen` }).waitFor();
      expect(await page.getByRole('region', { name: 'Karte' }).ariaSnapshot()).toMatch(
        /heading "Karte" \[level=3\][^]*group "Karte":[^]*\[pressed\]/,
      );
      await page.keyboard.press('Space');
      await pressed.waitFor({ state: 'detached' });
      await tabTo(page, 'Karte überspringen', true);
      await page.keyboard.press('Enter');
      await page.keyboard.press('Tab');
      expect(await nameOfFocused(page)).toBe('Filter „Transport & Logistik“ entfernen');
    });
  });

  it('goes on at the first new result, opens it, and comes back to it', async () => {
    await journeys.run('search-keyboard-more', DESKTOP, async (page) => {
      await page.goto(`${journeys.siteOrigin('pm')}/suche/?art=angebote`);
      await heading(page).waitFor();
      const hits = page.locator('.search-hits > li');
      await hits.first().waitFor();
      const firstNew = hits.nth(await hits.count()).getByRole('link');
      await tabTo(page, /weitere anzeigen/);
      await page.keyboard.press('Enter');
      await firstNew.waitFor();
      const title = (await firstNew.textContent()) ?? '';
      await expect.poll(() => nameOfFocused(page)).toBe(title);
      await page.keyboard.press('Enter');
      await page.waitForURL('**/angebote/**');
      expect(await page.locator('h1').textContent()).toContain(title);
      await page.goBack();
      await firstNew.waitFor();
      expect(new URL(page.url()).search).toBe('?art=angebote&seite=2');
    });
  });
});
