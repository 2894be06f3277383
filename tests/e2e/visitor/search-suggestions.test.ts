import type { Page } from '@playwright/test';
import { afterAll, describe, expect, inject, it } from 'vitest';
import { DESKTOP, Journeys, PHONE } from '../../support/journey.ts';

const journeys = new Journeys(inject('portal'));

afterAll(() => journeys.close());

const boxOf = (page: Page) => page.getByRole('combobox', { name: 'Wonach suchen Sie?' });
const optionsOf = (page: Page) => page.getByRole('listbox', { name: 'Vorschläge' });

async function openSearch(page: Page, query = ''): Promise<void> {
  await page.goto(`${journeys.siteOrigin('pm')}/suche/${query}`);
  // The page's script has taken over.
  await boxOf(page).waitFor();
}

async function type(page: Page, text: string): Promise<void> {
  await boxOf(page).pressSequentially(text);
  await page.getByRole('heading', { level: 2, name: `für „${text}“` }).waitFor();
}

describe('the suggestions of the search', () => {
  it('come in groups, by other words too, and leave the field as it is', async () => {
    await journeys.run('suggestions', DESKTOP, async (page) => {
      await openSearch(page);
      await type(page, 'Hänger');
      await page.getByRole('option', { name: /Kühlanhänger/ }).waitFor();
      expect(await optionsOf(page).ariaSnapshot()).toMatch(
        /group "Kategorien":[^]*option "Anhänger & Ladungssicherung Transport & Logistik"[^]*group "Angebote und Gesuche"/,
      );
      expect(await boxOf(page).inputValue()).toBe('Hänger');
      expect(await boxOf(page).getAttribute('aria-expanded')).toBe('true');
      expect(await boxOf(page).getAttribute('aria-activedescendant')).toBe('');
    });
  });

  it('are chosen by keyboard: a category narrows the search', async () => {
    await journeys.run('suggestion-by-keyboard', DESKTOP, async (page) => {
      await openSearch(page);
      await type(page, 'Anhänger');
      await page.keyboard.press('ArrowDown');
      const chosen = page.getByRole('option', { name: /^Anhänger & Ladungssicherung/ });
      expect(await chosen.getAttribute('aria-selected')).toBe('true');
      expect(await boxOf(page).getAttribute('aria-activedescendant')).toBe(
        await chosen.getAttribute('id'),
      );
      await page.keyboard.press('Enter');
      await page
        .getByRole('button', { name: 'Filter „Anhänger & Ladungssicherung“ entfernen' })
        .waitFor();
      expect(new URL(page.url()).search).toBe('?kategorie=anhaenger-ladungssicherung');
      await expect.poll(() => boxOf(page).inputValue()).toBe('');
    });
  });

  it('keep the rest of the text when a place is chosen, and the back button brings it back', async () => {
    await journeys.run('suggestion-of-place', { ...PHONE }, async (page) => {
      await openSearch(page);
      await type(page, 'Anhänger in Werd');
      await page.getByRole('option', { name: 'Werder (Havel)', exact: true }).tap();
      await page.waitForURL((url) => url.searchParams.get('ort') === 'werder-havel');
      await expect.poll(() => boxOf(page).inputValue()).toBe('Anhänger');
      await page.goBack();
      await page.waitForURL((url) => !url.searchParams.has('ort'));
      await expect.poll(() => boxOf(page).inputValue()).toBe('Anhänger in Werd');
    });
  });

  it('lead to an organisation', async () => {
    await journeys.run('suggestion-of-organisation', DESKTOP, async (page) => {
      await openSearch(page);
      await type(page, 'Maschinenbau');
      await page.getByRole('option', { name: /^Zahn & Spindel Maschinenbau/ }).click();
      await page.waitForURL('**/organisationen/**');
      expect(await page.locator('h1').textContent()).toContain('Zahn & Spindel');
    });
  });

  it('let Enter search, Escape close and clear, and Tab pass without choosing', async () => {
    await journeys.run('suggestions-left-alone', DESKTOP, async (page) => {
      await openSearch(page);
      await type(page, 'Anhänger');
      await optionsOf(page).waitFor();
      await page.keyboard.press('Enter');
      await optionsOf(page).waitFor({ state: 'hidden' });
      expect(new URL(page.url()).searchParams.get('q')).toBe('Anhänger');

      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Tab');
      await optionsOf(page).waitFor({ state: 'hidden' });
      expect(new URL(page.url()).search).toBe('?q=Anh%C3%A4nger');

      await boxOf(page).focus();
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Escape');
      await optionsOf(page).waitFor({ state: 'hidden' });
      expect(await boxOf(page).inputValue()).toBe('Anhänger');
      await page.keyboard.press('Escape');
      await expect.poll(() => boxOf(page).inputValue()).toBe('');
    });
  });

  it('take pasted text and wait for input methods', async () => {
    await journeys.run('suggestions-pasted', DESKTOP, async (page) => {
      await openSearch(page);
      await boxOf(page).focus();
      await page.keyboard.insertText('Gabelstapler');
      await optionsOf(page).waitFor();
      const devtools = await page.context().newCDPSession(page);
      await boxOf(page).fill('');
      await devtools.send('Input.imeSetComposition', {
        selectionStart: 3,
        selectionEnd: 3,
        text: 'Anh',
      });
      await page.keyboard.press('Enter');
      expect(await boxOf(page).inputValue()).toBe('Anh');
      await devtools.send('Input.insertText', { text: 'Anhänger' });
      await page.getByRole('option', { name: /Kühlanhänger/ }).waitFor();
    });
  });

  it('never show an older answer', async () => {
    await journeys.run('suggestions-in-order', DESKTOP, async (page) => {
      let held: (() => Promise<void>) | undefined;
      let isHolding = false;
      await page.route('**/pagefind/fragment/**', async (route) => {
        if (isHolding && held === undefined) {
          held = () => route.continue();
          return;
        }
        await route.continue();
      });
      await openSearch(page);
      await type(page, 'Anhänger');
      isHolding = true;
      await boxOf(page).fill('Gabelstapler');
      await expect.poll(() => held !== undefined).toBe(true);
      isHolding = false;
      await boxOf(page).fill('Drohne');
      await page.getByRole('heading', { level: 2, name: 'für „Drohne“' }).waitFor();
      await held?.();
      await page.waitForLoadState('networkidle');
      expect(await optionsOf(page).ariaSnapshot()).not.toContain('stapler');
      expect(await page.getByRole('heading', { level: 2, name: 'für „Drohne“' }).count()).toBe(1);
    });
  });
});
