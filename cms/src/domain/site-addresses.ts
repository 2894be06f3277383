import { PREVIEW_PREFIX, UMBRELLA } from './region-names';

/** What a site's address of an entry depends on. */
export interface AddressedEntry {
  slug?: unknown;
  /** Of listings: `offer` or `request`. */
  kind?: unknown;
}

/** Folder of each type on a region's site, by its name in the feed; regions and pages have none. */
const FOLDERS: Readonly<Record<string, (entry: AddressedEntry) => string>> = {
  listing: ({ kind }) => (kind === 'request' ? '/gesuche/' : '/angebote/'),
  organisation: () => '/organisationen/',
  'success-story': () => '/erfolge/',
  category: () => '/kategorien/',
  municipality: () => '/orte/',
  page: () => '/',
};

/**
 * Origin of a site, without trailing slash.
 *
 * @param region - Slug of a region, or the umbrella's.
 * @param umbrellaOrigin - Origin of the umbrella site.
 */
export function siteOriginOf(region: string, umbrellaOrigin: string): string {
  return region === UMBRELLA ? umbrellaOrigin : umbrellaOrigin.replace('://', `://${region}.`);
}

/** Origin that shows the drafts of a region or of the umbrella site, without trailing slash. */
export function previewOriginOf(region: string, umbrellaOrigin: string): string {
  return umbrellaOrigin.replace('://', `://${PREVIEW_PREFIX}${region}.`);
}

/**
 * Path of an entry on the site of a region; the rules of `site/src/lib/paths.ts`, with which a test
 * compares them.
 *
 * @param type - Name of the type in the feed.
 * @param entry - The version that visitors see.
 * @returns Null for an entry without a page, such as one whose slug is not made yet.
 */
export function pathOfEntry(type: string, entry: AddressedEntry): string | null {
  if (type === 'region') return '/';
  const folder = FOLDERS[type];
  if (folder === undefined || typeof entry.slug !== 'string' || entry.slug === '') return null;
  return `${folder(entry)}${entry.slug}/`;
}
