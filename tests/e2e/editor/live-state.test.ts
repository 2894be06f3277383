import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, expect, inject, it } from 'vitest';
import { ask } from '../../support/http.ts';
import { DESKTOP, Journeys, PHONE } from '../../support/journey.ts';

const portal = inject('portal');
const journeys = new Journeys(portal);
const STORIES = '/content-manager/collection-types/api::success-story.success-story';
const SOON_MS = 20_000;

afterAll(() => journeys.close());

/** Asks the site of tf until a page answers as expected. */
async function untilSite(path: string, isReached: (text: string) => boolean): Promise<void> {
  const deadline = Date.now() + SOON_MS;
  for (;;) {
    const { text } = await ask(portal.gatewayPort, 'tf.localhost', path);
    if (isReached(text)) return;
    if (Date.now() > deadline) throw new Error(`${path} does not show what was expected.`);
    await sleep(100);
  }
}

it('tells an editor when a change is live, and rolls it back and forth', async () => {
  const teaser = `Gemeinsam ging es schneller, Stand ${Date.now()}.`;
  await journeys.run('editor-sees-live-state', DESKTOP, async (page) => {
    await journeys.signIn(page, 'tf');
    await page.goto(`${journeys.adminUrl}${STORIES}`);
    await page.locator('tbody tr').first().click();
    await page
      .getByText(/Live seit/)
      .first()
      .waitFor();
    await page.locator('[name="teaser"]').fill(teaser);
    await page.getByRole('button', { name: 'Veröffentlichen', exact: true }).click();
    await page
      .getByText(/Wartet|Wird veröffentlicht/)
      .first()
      .waitFor();
    // Without a reload.
    await page
      .getByText(/Live seit \d\d:\d\d auf tf/)
      .first()
      .waitFor({ timeout: SOON_MS });
    const link = page.getByRole('link', { name: /Auf der Website ansehen/ }).first();
    const address = new URL((await link.getAttribute('href')) ?? '');
    expect(address.host).toBe(`tf.localhost:${portal.gatewayPort}`);
    await untilSite(address.pathname, (text) => text.includes(teaser));

    await page.goto(journeys.adminUrl);
    await page
      .getByRole('button', { name: /Auf den Stand von .* zurückrollen/ })
      .first()
      .click();
    await page.getByRole('button', { name: 'Zurückrollen', exact: true }).last().click();
    await untilSite(address.pathname, (text) => !text.includes(teaser));
    await page
      .getByRole('button', { name: /Zur aktuellen Fassung/ })
      .first()
      .click();
    await page
      .getByRole('alertdialog')
      .getByRole('button', { name: /Zur aktuellen Fassung/ })
      .click();
    await untilSite(address.pathname, (text) => text.includes(teaser));
  });
});

it('shows an editor a draft that was never published, on a phone too', async () => {
  const title = `Ein Entwurf, den noch niemand sieht ${Date.now()}`;
  await journeys.run('editor-previews-draft', DESKTOP, async (page) => {
    await journeys.signIn(page, 'tf');
    await page.goto(`${journeys.adminUrl}${STORIES}/create`);
    await page.locator('input[name="title"]').fill(title);
    await page.locator('[name="teaser"]').fill('Er ist noch nicht fertig.');
    const body = page.locator('[contenteditable="true"]').first();
    await body.click();
    await body.pressSequentially('Hier steht der Anfang.');
    await page.getByRole('button', { name: 'Speichern', exact: true }).click();
    await page.waitForURL((url) => !url.pathname.endsWith('/create'));
    await page.getByText('Noch nicht veröffentlicht').first().waitFor();
    const entryUrl = page.url();
    for (const { viewport } of [DESKTOP, PHONE]) {
      await page.setViewportSize(viewport);
      await page.goto(`${new URL(entryUrl).origin}${new URL(entryUrl).pathname}/preview`);
      const preview = page.frameLocator('iframe');
      await preview.getByText('Vorschau – nur für die Redaktion sichtbar').waitFor();
      expect(await preview.locator('h1').textContent()).toContain(title);
    }
  });
  const { text } = await ask(portal.gatewayPort, 'tf.localhost', '/erfolge/');
  expect(text).not.toContain(title);
});
