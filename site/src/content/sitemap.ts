import { fnv1a } from '../lib/hash.ts';
import type { Content } from './content.ts';
import { pagePaths } from './page-paths.ts';

/** The protocol allows 50,000; smaller parts are quicker to fetch again. */
const PART_LENGTH = 5_000;

/** Number of files that a sitemap of these pages is cut into. It rises in powers of two, so seldom. */
export function sitemapPartCount(paths: readonly string[]): number {
  return 2 ** Math.ceil(Math.log2(Math.max(1, paths.length / PART_LENGTH)));
}

/** One file of the sitemap. A page's path decides which one names it, so one page changes one file. */
export function sitemapPart(content: Content, part: number): string {
  const paths = trackedPaths(content);
  const count = sitemapPartCount(paths);
  const urls = paths
    .filter((path) => fnv1a(path) % count === part)
    // Where a page stands in lists is no reason to write the sitemap anew.
    .sort()
    .map((path) => `<url><loc>${content.origins.site}${path}</loc></url>`);
  return `${DECLARATION}<urlset ${NAMESPACE}>${urls.join('')}</urlset>\n`;
}

/** The file that names the parts. */
export function sitemapIndex(content: Content): string {
  const parts = Array.from(
    { length: sitemapPartCount(trackedPaths(content)) },
    (_, part) => `<sitemap><loc>${content.origins.site}/sitemap-${part}.xml</loc></sitemap>`,
  );
  return `${DECLARATION}<sitemapindex ${NAMESPACE}>${parts.join('')}</sitemapindex>\n`;
}

/** Tag of the list of all pages; touched by whoever sees that pages come or go. */
export const PATHS_TAG = 'paths';

function trackedPaths(content: Content): string[] {
  content.tags.read(PATHS_TAG);
  return content.tags.untracked(() => pagePaths(content));
}

const DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n';
const NAMESPACE = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"';
