import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { LEGAL_PAGE_SLUGS, UMBRELLA, type Snapshot } from '@portal/site/contract';
import { CheckError, errorCode } from '../errors.ts';
import { forEachLimited, listFiles } from '../files.ts';
import { hasText, internalReferences } from './html-links.ts';

const PARALLEL_FILES = 8;
const MAX_LISTED_PROBLEMS = 5;
/** A site may lose this share of something before an editor must agree. */
const MAX_LOSS = 0.3;
/** Among fewer than this, losing a third is everyday life. */
const MIN_COUNT_FOR_LOSS = 10;
const SEARCH_INDEX = 'pagefind/pagefind-entry.json';

const COUNT_LABELS: Record<string, string> = {
  pages: 'Seiten',
  regions: 'Regionen',
  listings: 'Angebote und Gesuche',
  organisations: 'Organisationen',
  stories: 'Erfolgsgeschichten',
};

/** A built site that wants to go live. */
export interface SiteToCheck {
  region: string;
  siteDir: string;
  /** Origin of the site, without trailing slash. */
  siteOrigin: string;
  /** What the snapshot holds, by name. */
  documentCounts: Record<string, number>;
  /** What the live release holds; null for the first release. */
  liveCounts: Record<string, number> | null;
  /** Whether an editor agreed that the site loses much. */
  mayShrink: boolean;
}

/**
 * The gate before every switch: needed pages are there and not empty, the search index is there,
 * every internal link leads somewhere, and the site has not lost a third of what it had.
 *
 * @returns Counts of the site, to compare the next one with.
 * @throws {@link CheckError} naming, in German, the pages and what to do.
 */
export async function checkSite(site: SiteToCheck): Promise<Record<string, number>> {
  const files = new Set(await listFiles(site.siteDir));
  const pages = [...files].filter((file) => file.endsWith('.html'));
  const counts = { pages: pages.length, ...site.documentCounts };
  const problems = [
    ...(await missingPages(site, files)),
    ...(await searchProblems(site, files)),
    ...(await brokenLinks(site, files, pages)),
    ...losses(site, counts),
  ];
  if (problems.length === 0) return counts;
  const listed = problems.slice(0, MAX_LISTED_PROBLEMS);
  const rest = problems.length - listed.length;
  const text = listed.join(' ') + (rest > 0 ? ` Dazu ${rest} weitere Mängel.` : '');
  throw new CheckError(`The new site of ${site.region} did not pass the checks: ${text}`, {
    hint: 'The last good release stays live.',
    forEditors: `Die neue Fassung ging nicht online, die letzte gute bleibt. ${text}`,
  });
}

/** What a snapshot holds of the things whose loss editors should notice. */
export function documentCounts(snapshot: Snapshot): Record<string, number> {
  return snapshot.header.region === UMBRELLA
    ? { regions: snapshot.regionSummaries.length }
    : {
        listings: snapshot.listings.length,
        organisations: snapshot.organisations.length,
        stories: snapshot.stories.length,
      };
}

async function missingPages(site: SiteToCheck, files: ReadonlySet<string>): Promise<string[]> {
  const needed = [
    { file: 'index.html', name: 'Startseite', mend: 'Bitte die Technik benachrichtigen.' },
    { file: '404.html', name: 'Fehlerseite', mend: 'Bitte die Technik benachrichtigen.' },
    ...LEGAL_PAGE_SLUGS.map((slug) => ({
      file: `${slug}/index.html`,
      name: `Seite „${slug}“`,
      mend: `Das Gesetz verlangt sie: Bitte im Redaktionssystem eine Seite mit dem Kürzel „${slug}“ anlegen und veröffentlichen.`,
    })),
  ];
  const problems: string[] = [];
  for (const { file, name, mend } of needed) {
    if (!files.has(file)) problems.push(`Die ${name} fehlt. ${mend}`);
    else if (!hasText(await readFile(path.join(site.siteDir, file), 'utf8'))) {
      problems.push(`Die ${name} ist leer. ${mend}`);
    }
  }
  return problems;
}

async function searchProblems(site: SiteToCheck, files: ReadonlySet<string>): Promise<string[]> {
  if (site.region === UMBRELLA) return [];
  const mend = 'Bitte die Technik benachrichtigen.';
  if (!files.has(SEARCH_INDEX)) return [`Das Suchverzeichnis fehlt. ${mend}`];
  try {
    JSON.parse(await readFile(path.join(site.siteDir, SEARCH_INDEX), 'utf8'));
    return [];
  } catch (error) {
    if (errorCode(error) !== undefined) throw error;
    return [`Das Suchverzeichnis ist beschädigt. ${mend}`];
  }
}

async function brokenLinks(
  site: SiteToCheck,
  files: ReadonlySet<string>,
  pages: readonly string[],
): Promise<string[]> {
  const broken = new Map<string, string[]>();
  const known = new Map<string, boolean>();
  await forEachLimited(pages, PARALLEL_FILES, async (page) => {
    const html = await readFile(path.join(site.siteDir, page), 'utf8');
    const pagePath = `/${page.replace(/(?:^|(?<=\/))index\.html$/, '')}`;
    for (const target of internalReferences(html, pagePath, site.siteOrigin)) {
      let exists = known.get(target);
      if (exists === undefined) known.set(target, (exists = leadsSomewhere(target, files)));
      if (!exists) broken.set(target, [...(broken.get(target) ?? []), pagePath]);
    }
  });
  return [...broken]
    .sort(([a], [b]) => a.localeCompare(b))
    .map(([target, [first = '', ...others]]) => {
      const where =
        others.length === 0
          ? `Die Seite ${first}`
          : `Die Seite ${first} und ${others.length} weitere`;
      const verb = others.length === 0 ? 'verweist' : 'verweisen';
      return `${where} ${verb} auf ${target}, das es nicht gibt. Bitte den Verweis berichtigen oder das Ziel veröffentlichen.`;
    });
}

function leadsSomewhere(target: string, files: ReadonlySet<string>): boolean {
  const file = target.replace(/^\//, '');
  // The portal's own interface is not part of the static site.
  if (file.startsWith('api/portal/')) return true;
  // Written by the release step, after the build.
  if (file === '.well-known/release.json') return true;
  // What the 404 page calls itself in its head; nobody can follow it.
  if (file === '404/') return true;
  if (file === '' || file.endsWith('/')) return files.has(`${file}index.html`);
  return files.has(file) || files.has(`${file}/index.html`);
}

function losses(site: SiteToCheck, counts: Record<string, number>): string[] {
  if (site.liveCounts === null || site.mayShrink) return [];
  return Object.entries(site.liveCounts)
    .filter(
      ([name, before]) =>
        before >= MIN_COUNT_FOR_LOSS && (counts[name] ?? 0) < before * (1 - MAX_LOSS),
    )
    .map(
      ([name, before]) =>
        `Statt ${before} ${COUNT_LABELS[name] ?? name} wären es nur noch ${counts[name] ?? 0}. ` +
        `Ist das gewollt, bitte die Technik, PUBLISH_ALLOW_SHRINK um „${site.region}“ zu ergänzen und den Publisher neu zu starten.`,
    );
}
