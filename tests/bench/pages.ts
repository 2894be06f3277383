import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { findBrowser } from '../support/browser.ts';
import { weighPage } from '../support/page-weight.ts';
import { startPortal } from '../support/portal.ts';
import { samplePages } from '../support/sample-pages.ts';

const LIGHTHOUSE = 'lighthouse@13.5.0';

/**
 * Weight and Lighthouse scores (mobile) of the home page, a list, a listing and a story.
 * Lighthouse is fetched by npx for this bench only.
 */
export async function benchPages(): Promise<object> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'portal-bench-'));
  const portal = await startPortal(dataDir);
  try {
    const pages = await samplePages(portal.gatewayPort, 'pm.localhost');
    const figures: Record<string, object> = {};
    for (const [name, pagePath] of Object.entries(pages)) {
      const weight = await weighPage(portal.gatewayPort, 'pm.localhost', pagePath);
      const scores = runLighthouse(`http://pm.localhost:${portal.gatewayPort}${pagePath}`, dataDir);
      figures[name] = { ...weight, lighthouse: scores };
    }
    return { pages: figures };
  } finally {
    await portal.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

function runLighthouse(url: string, dir: string): Record<string, number | null> {
  const output = path.join(dir, 'lighthouse.json');
  execFileSync(
    'npx',
    [
      '--yes',
      LIGHTHOUSE,
      url,
      '--quiet',
      '--output=json',
      `--output-path=${output}`,
      '--chrome-flags=--headless --no-sandbox --disable-background-networking --disable-component-update --disable-sync',
    ],
    {
      env: { ...process.env, CHROME_PATH: findBrowser() ?? '' },
      stdio: ['ignore', 'ignore', 'inherit'],
    },
  );
  const report = JSON.parse(readFileSync(output, 'utf8')) as {
    categories: Record<string, { score: number | null }>;
  };
  return Object.fromEntries(
    Object.entries(report.categories).map(([name, { score }]) => [
      name,
      score === null ? null : Math.round(score * 100),
    ]),
  );
}
