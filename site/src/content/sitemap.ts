import { fnv1a } from '../lib/hash.ts';
import type { Content } from './content.ts';
import type { Tag } from './tags.ts';

/** The protocol allows 50,000; smaller parts are quicker to fetch again. */
const PART_LENGTH = 5_000;

/** Number of files that a sitemap of so many pages is cut into. It rises in powers of two, so seldom. */
export function partCountOf(pageCount: number): number {
  return 2 ** Math.ceil(Math.log2(Math.max(1, pageCount / PART_LENGTH)));
}

/** Number of the part that names a page. Its path decides, so one page changes one file. */
export function sitemapPartOf(path: string, partCount: number): number {
  return fnv1a(path) % partCount;
}

/** One file of the sitemap. */
export function sitemapPart(content: Content, part: number): string {
  content.tags.read(SITEMAP_PARTS_TAG);
  content.tags.read(sitemapPartTag(part));
  const partCount = content.paths.sitemapPartCount;
  const urls = [...content.paths.pages()]
    .filter((path) => sitemapPartOf(path, partCount) === part)
    // Where a page stands in lists is no reason to write the sitemap anew.
    .sort()
    .map((path) => `<url><loc>${content.origins.site}${path}</loc></url>`);
  return `${DECLARATION}<urlset ${NAMESPACE}>${urls.join('')}</urlset>\n`;
}

/** The file that names the parts. */
export function sitemapIndex(content: Content): string {
  content.tags.read(SITEMAP_PARTS_TAG);
  const parts = Array.from(
    { length: content.paths.sitemapPartCount },
    (_, part) => `<sitemap><loc>${content.origins.site}/sitemap-${part}.xml</loc></sitemap>`,
  );
  return `${DECLARATION}<sitemapindex ${NAMESPACE}>${parts.join('')}</sitemapindex>\n`;
}

/** Tag of the number of parts. */
export const SITEMAP_PARTS_TAG: Tag = 'sitemap-parts';

/** Tag of the pages that a part names. */
export function sitemapPartTag(part: number): Tag {
  return `sitemap:${part}`;
}

const DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n';
const NAMESPACE = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"';
