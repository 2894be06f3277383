import { ask } from './http.ts';

/**
 * One address of each type of page of a region, found as a visitor would: from the sitemap.
 *
 * @param host - Host name without port, such as `pm.localhost`.
 */
export async function samplePages(
  port: number,
  host: string,
): Promise<Record<'home' | 'list' | 'listing' | 'story', string>> {
  const paths = await sitemapPaths(port, host);
  const first = (pattern: RegExp) => {
    const path = paths.find((candidate) => pattern.test(candidate));
    if (path === undefined) throw new Error(`The sitemap of ${host} names no ${String(pattern)}.`);
    return path;
  };
  return {
    home: '/',
    list: '/angebote/',
    listing: first(/^\/angebote\/[^/]+\/$/),
    story: first(/^\/erfolge\/[^/]+\/$/),
  };
}

/** Every path that the sitemap of a site names. */
export async function sitemapPaths(port: number, host: string): Promise<string[]> {
  const index = await ask(port, host, '/sitemap-index.xml');
  const parts = locationsOf(index.text);
  const sitemaps = await Promise.all(parts.map((part) => ask(port, host, part)));
  return sitemaps.flatMap((sitemap) => locationsOf(sitemap.text));
}

function locationsOf(xml: string): string[] {
  return [...xml.matchAll(/<loc>([^<]+)<\/loc>/g)].map((match) => new URL(match[1] ?? '').pathname);
}

/**
 * One path of each type of page. Addresses are of the same type when they differ only in their last
 * part; the fixed pages of a region are a type each.
 */
export function pageTypes(paths: readonly string[]): string[] {
  const byType = new Map<string, string>();
  for (const path of paths) {
    const parts = path.split('/').filter((part) => part !== '');
    const isLaterPage = parts.at(-2) === 'seite';
    const type = isLaterPage ? 'seite' : parts.length < 2 ? path : parts.slice(0, -1).join('/');
    if (!byType.has(type)) byType.set(type, path);
  }
  return [...byType.values()];
}
