import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { Browser, BrowserContextOptions, Page } from '@playwright/test';
import { launchBrowser } from './browser.ts';
import type { RunningPortal } from './portal.ts';

const SCREENSHOT_DIR = path.join(import.meta.dirname, '../../test-results');

export const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true } as const;
export const DESKTOP = { viewport: { width: 1280, height: 900 } } as const;

/** A browser for the journeys of one file, and the addresses of the portal that they visit. */
export class Journeys {
  readonly #portal: RunningPortal;
  #browser: Browser | undefined;

  constructor(portal: RunningPortal) {
    this.#portal = portal;
  }

  /** Origin of a region's site, or of the umbrella without an argument. */
  siteOrigin(region?: string): string {
    const host = region === undefined ? 'localhost' : `${region}.localhost`;
    return `http://${host}:${this.#portal.gatewayPort}`;
  }

  /** Address of the admin panel without trailing slash. */
  get adminUrl(): string {
    return `http://localhost:${this.#portal.cmsPort}/admin`;
  }

  /**
   * Signs in to the admin panel as the editor of a region.
   *
   * @throws Error if the demo has no such editor.
   */
  async signIn(page: Page, region: string): Promise<void> {
    const login = this.#portal.logins.find((candidate) => candidate.region === region);
    if (login === undefined) throw new Error(`The demo has no editor of ${region}.`);
    await page.goto(`${this.adminUrl}/auth/login`);
    await page.locator('input[name="email"]').fill(login.email);
    await page.locator('input[name="password"]').fill(login.password);
    await page.getByRole('button', { name: 'Anmelden' }).click();
    await page.waitForURL((url) => !url.pathname.includes('/auth/'));
  }

  /**
   * Runs a journey on a page of its own. A failing one leaves a screenshot in `test-results/`; a
   * message of the page's console that reports an error fails it.
   */
  async run(
    name: string,
    options: BrowserContextOptions,
    journey: (page: Page) => Promise<void>,
  ): Promise<void> {
    this.#browser ??= await launchBrowser();
    const context = await this.#browser.newContext({ locale: 'de-DE', ...options });
    const page = await context.newPage();
    const consoleErrors: string[] = [];
    page.on('pageerror', (error) => consoleErrors.push(error.message));
    try {
      await journey(page);
    } catch (error) {
      mkdirSync(SCREENSHOT_DIR, { recursive: true });
      await page.screenshot({ path: path.join(SCREENSHOT_DIR, `${name}.png`) });
      throw error;
    } finally {
      await context.close();
    }
    if (consoleErrors.length > 0)
      throw new Error(`Errors on the page: ${consoleErrors.join('; ')}`);
  }

  async close(): Promise<void> {
    await this.#browser?.close();
  }
}
