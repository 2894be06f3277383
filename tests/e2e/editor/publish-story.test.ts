import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, expect, inject, it } from 'vitest';
import { ask } from '../../support/http.ts';
import { DESKTOP, Journeys } from '../../support/journey.ts';

const portal = inject('portal');
const journeys = new Journeys(portal);
const LIVE_WITHIN_MS = 30_000;
const CONTENT_MANAGER = '/content-manager/collection-types';

afterAll(() => journeys.close());

/** Waits until an address of a region's site answers as expected. */
async function untilLive(
  path: string,
  isReached: (answer: { status: number; text: string }) => boolean,
): Promise<void> {
  const deadline = Date.now() + LIVE_WITHIN_MS;
  for (;;) {
    const answer = await ask(portal.gatewayPort, 'pm.localhost', path);
    if (isReached(answer)) return;
    if (Date.now() > deadline) throw new Error(`${path} still answers ${answer.status}`);
    await sleep(100);
  }
}

it('lets an editor sign in, publish a success story and see it live', async () => {
  await journeys.run('editor-publishes-story', DESKTOP, async (page) => {
    await journeys.signIn(page, 'pm');
    await page.goto(
      `${journeys.adminUrl}${CONTENT_MANAGER}/api::success-story.success-story/create`,
    );
    await page.locator('input[name="title"]').fill('Ein Anhänger für zwölf Gärten');
    await page
      .locator('[name="teaser"]')
      .fill('Der Bauhof leiht seinen Anhänger an Gartenvereine aus, samstags und kostenfrei.');
    const body = page.locator('[contenteditable="true"]').first();
    await body.click();
    await body.pressSequentially('Seit dem Frühjahr fährt der Anhänger jeden Samstag.');
    await page.getByRole('button', { name: 'Veröffentlichen', exact: true }).click();
    await page
      .getByText(/veröffentlicht/i)
      .first()
      .waitFor();
  });

  const path = '/erfolge/ein-anhaenger-fuer-zwoelf-gaerten/';
  await untilLive(path, ({ status, text }) => status === 200 && text.includes('zwölf Gärten'));

  await journeys.run('story-is-live', DESKTOP, async (page) => {
    await page.goto(`${journeys.siteOrigin('pm')}/erfolge/`);
    await page.getByRole('link', { name: 'Ein Anhänger für zwölf Gärten' }).first().click();
    await page.waitForURL(`**${path}`);
    expect(await page.locator('h1').textContent()).toContain('Ein Anhänger für zwölf Gärten');
    expect(await page.getByText('jeden Samstag').count()).toBe(1);
  });
});
