import { afterAll, expect, inject, it } from 'vitest';
import { DESKTOP, Journeys } from '../../support/journey.ts';

const journeys = new Journeys(inject('portal'));
afterAll(() => journeys.close());

const REGIONS = '/content-manager/collection-types/api::region.region';

it('keeps what an editor typed when it cannot be saved', async () => {
  await journeys.run('editor-refused-save', DESKTOP, async (page) => {
    await journeys.signIn(page, 'hvl');
    await page.goto(`${journeys.adminUrl}${REGIONS}`);
    await page.locator('tbody tr').first().click();
    const words = page.locator('textarea[name="searchWords"]');
    await words.fill('Stapler = Hubwagen\nWuppdich, Kran');
    const save = page.getByRole('button', { name: 'Speichern', exact: true });
    await save.click();
    await page.getByText('Zeile 2: „Wuppdich, Kran“').first().waitFor();
    expect(await words.inputValue()).toBe('Stapler = Hubwagen\nWuppdich, Kran');

    await words.fill('Stapler = Hubwagen\nWuppdich = Kran');
    const saved = page.waitForResponse((answer) => answer.request().method() === 'PUT');
    await save.click();
    expect((await saved).status()).toBe(200);
    await page.reload();
    await words.waitFor();
    expect(await words.inputValue()).toBe('Stapler = Hubwagen\nWuppdich = Kran');
  });
});
