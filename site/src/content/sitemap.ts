import { LISTING_KINDS } from '../contract/index.ts';
import {
  categoryPath,
  kindPath,
  listingPath,
  organisationPath,
  placePath,
  storyPath,
} from '../lib/paths.ts';
import type { Content } from './content.ts';

/** The protocol allows 50,000; smaller parts are quicker to fetch again. */
const PART_LENGTH = 10_000;

/** Every page that search engines should know, as paths. */
function sitemapPaths(content: Content): string[] {
  const pages = content.pages.map(({ slug }) => `/${slug}/`);
  if (content.region === null) return ['/', ...pages];
  const viewsOf = (folder: string, params: readonly (string | undefined)[]) =>
    params.map((param) => (param === undefined ? folder : `${folder}${param}/`));
  return [
    '/',
    ...pages,
    '/suche/',
    '/einstellen/',
    '/kategorien/',
    ...content.categories.all.map(categoryPath),
    '/orte/',
    ...content.places.all.map(placePath),
    ...viewsOf('/organisationen/', content.organisations.pages.params),
    ...content.organisations.all.map(organisationPath),
    ...viewsOf('/erfolge/', content.stories.pages.params),
    ...content.stories.all.map(storyPath),
    ...LISTING_KINDS.flatMap((kind) => viewsOf(kindPath(kind), content.lists.params(kind))),
    ...content.listings.all.map(listingPath),
  ];
}

/** Number of files that the sitemap is cut into. */
export function sitemapPartCount(content: Content): number {
  return Math.ceil(sitemapPaths(content).length / PART_LENGTH);
}

/** One file of the sitemap. */
export function sitemapPart(content: Content, part: number): string {
  const urls = sitemapPaths(content)
    .slice(part * PART_LENGTH, (part + 1) * PART_LENGTH)
    .map((path) => `<url><loc>${content.origins.site}${path}</loc></url>`);
  return `${DECLARATION}<urlset ${NAMESPACE}>${urls.join('')}</urlset>\n`;
}

/** The file that names the parts. */
export function sitemapIndex(content: Content): string {
  const parts = Array.from(
    { length: sitemapPartCount(content) },
    (_, part) => `<sitemap><loc>${content.origins.site}/sitemap-${part}.xml</loc></sitemap>`,
  );
  return `${DECLARATION}<sitemapindex ${NAMESPACE}>${parts.join('')}</sitemapindex>\n`;
}

const DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n';
const NAMESPACE = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"';
