import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { launchBrowser } from '../support/browser.ts';
import { startPortal, type StartedPortal } from '../support/portal.ts';
import { fillSyntheticRegion } from '../support/synthetic-region.ts';
import { quantiles } from './quantiles.ts';
import { watchAnswers, type WatchedPage } from './watch-answers.ts';
import { WireBytes } from './wire-bytes.ts';

const REGION = 'bench';
const QUERIES = path.join(import.meta.dirname, '../fixtures/search-queries.json');
/** The first of them is the one after which everything is loaded. */
const MOST_SEARCHES = 61;
/** Pause between two letters, in milliseconds: someone who types fast. */
const LETTER_PAUSE_MS = 90;
const ANSWER_TIMEOUT_MS = 15_000;

/**
 * The search of a large region as a visitor's browser sees it: time from the last letter to the
 * first result on the screen, and what comes over the wire.
 */
export async function benchSearchInBrowser({ listings }: { listings: number }): Promise<object> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'portal-bench-'));
  try {
    await fillSyntheticRegion(dataDir, { slug: REGION, listings });
    const portal = await startPortal(dataDir);
    try {
      return { listings, ...indexFigures(portal), ...(await visit(portal)) };
    } finally {
      await portal.stop();
    }
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
}

async function visit({ gatewayPort }: StartedPortal): Promise<object> {
  const browser = await launchBrowser();
  try {
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
    const page = await context.newPage();
    const wire = new WireBytes(page);
    await page.goto(`http://${REGION}.localhost:${gatewayPort}/suche/`);
    await page.waitForLoadState('networkidle');
    const island = (await wire.take()).scripts;
    await page.evaluate(watchAnswers);
    const further: number[] = [];
    const pictures: number[] = [];
    const waits: Record<string, number[]> = {};
    let first: { bytes: number; requests: number; milliseconds: number } | undefined;
    for (const { type, query } of someQueries()) {
      const milliseconds = await typeSearch(page, query);
      await page.waitForLoadState('networkidle');
      const { search, images, searchRequests } = await wire.take();
      pictures.push(images);
      if (first === undefined) {
        first = { bytes: search, requests: searchRequests, milliseconds };
        continue;
      }
      further.push(search);
      (waits[type] ??= []).push(milliseconds);
    }
    return {
      searches: further.length,
      lastKeyToResultMs: quantiles(Object.values(waits).flat()),
      lastKeyToResultMsByType: Object.fromEntries(
        Object.entries(waits).map(([type, samples]) => [type, quantiles(samples)]),
      ),
      firstSearch: first,
      furtherSearchBytes: { ...quantiles(further), max: Math.max(...further) },
      pictureBytes: quantiles(pictures),
      islandScriptBytes: island,
    };
  } finally {
    await browser.close();
  }
}

/** Types a search into the emptied box; milliseconds from the last letter to its answer. */
async function typeSearch(page: Page, query: string): Promise<number> {
  const box = page.locator('[data-search] input[name="q"]');
  await box.fill('');
  await box.pressSequentially(query, { delay: LETTER_PAUSE_MS });
  const waited = await page.waitForFunction(
    (text) => (window as unknown as WatchedPage).answerTime(text),
    query,
    { timeout: ANSWER_TIMEOUT_MS },
  );
  return Number(await waited.jsonValue());
}

/** Graded queries of all kinds in turn, each text once. */
function someQueries(): { type: string; query: string }[] {
  const all = JSON.parse(readFileSync(QUERIES, 'utf8')) as { type: string; query: string }[];
  const unique = [...new Map(all.map((one) => [one.query, one])).values()];
  const byType = Map.groupBy(unique, ({ type }) => type);
  const rounds = Math.max(...Array.from(byType.values(), ({ length }) => length));
  return Array.from({ length: rounds }, (_, round) =>
    Array.from(byType.values(), (queries) => queries[round]),
  )
    .flat()
    .filter((query) => query !== undefined)
    .slice(0, MOST_SEARCHES);
}

/** How long the index takes by itself, and what it takes on the disk. */
function indexFigures({ dataDir }: StartedPortal): object {
  const site = path.join(dataDir, 'releases', REGION, 'current/site/pagefind');
  let bytes = 0;
  let files = 0;
  for (const entry of readdirSync(site, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || /\.(?:br|gz)$/.test(entry.name)) continue;
    files += 1;
    bytes += statSync(path.join(entry.parentPath, entry.name)).size;
  }
  return { indexFiles: files, indexBytes: bytes };
}
