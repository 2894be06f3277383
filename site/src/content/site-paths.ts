import { brandHead } from '../lib/brand-tokens.ts';
import { ogName } from '../lib/og-image.ts';
import { ogSubjects } from '../lib/og-subjects.ts';
import { illustrationUrl } from '../illustrations/url.ts';
import type { Content } from './content.ts';
import { embeddingPaths } from './feed-scopes.ts';
import { pagePaths } from './page-paths.ts';
import { sitemapPartCount } from './sitemap.ts';

/** Everything that the site's routes answer: its pages, feeds, pictures and other files. */
export function sitePaths(content: Content): string[] {
  const pages = pagePaths(content);
  const feeds =
    content.region === null ? [] : ['/rss.xml', '/erfolge/rss.xml', ...embeddingPaths(content)];
  const parts = Array.from(
    { length: sitemapPartCount(pages) },
    (_, part) => `/sitemap-${part}.xml`,
  );
  return [
    ...pages,
    '/404/',
    ...feeds,
    '/sitemap-index.xml',
    ...parts,
    '/robots.txt',
    '/favicon.svg',
    '/manifest.webmanifest',
    '/.well-known/security.txt',
    brandHead(content.colours).cssPath,
    ...content.categories.all.map(({ key }) => illustrationUrl(key, content.colours)),
    ...ogSubjects(content).map((subject) => `/og/${ogName(content, subject)}.png`),
  ];
}

/** Path in the site's folder of what a route answers. */
export function fileOfPath(path: string): string {
  if (path === '/404/') return '404.html';
  return path.endsWith('/') ? `${path.slice(1)}index.html` : path.slice(1);
}
