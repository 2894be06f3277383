/**
 * What a site shows of other regions: their search index and the pictures of results. Every site
 * hands it out under its own origin, so that no page has to ask another host.
 */
export const GUEST_FOLDERS = ['pagefind', 'media', 'illustrationen'] as const;

/** Folder below which a site hands out what belongs to other regions. */
const GUEST_ROOT = 'regionen';

const GUEST_PATH = new RegExp(`^/${GUEST_ROOT}/([a-z0-9-]+)(/(?:${GUEST_FOLDERS.join('|')})/.+)$`);

/**
 * Path under which any site hands out a file of another region.
 *
 * @param region - Slug of that region.
 * @param path - Path on that region's own site, such as `/pagefind/`.
 */
export function guestPath(region: string, path: string): string {
  return `/${GUEST_ROOT}/${region}${path}`;
}

/** Region and path that a {@link guestPath} stands for; null for any other path. */
export function parseGuestPath(pathname: string): { region: string; path: string } | null {
  const [, region, path] = GUEST_PATH.exec(pathname) ?? [];
  return region === undefined || path === undefined ? null : { region, path };
}
