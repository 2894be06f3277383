import type { AstroIntegration } from 'astro';

/** A dot in front of its folder would hide this file from TypeScript and ESLint. */
const WELL_KNOWN_ROUTES = [
  { pattern: '/.well-known/security.txt', file: '_well-known/security.txt.ts' },
];

/** Routes of `src/pages` that the umbrella site has too; its other pages lie in `src/umbrella`. */
const SHARED_ROUTES = [
  { pattern: '/404', file: '404.astro' },
  { pattern: '/[page]', file: '[page].astro' },
  { pattern: '/brand/[name].css', file: 'brand/[name].css.ts' },
  { pattern: '/illustrationen/[name].svg', file: 'illustrationen/[name].svg.ts' },
  { pattern: '/og/[name].png', file: 'og/[name].png.ts' },
  { pattern: '/favicon.svg', file: 'favicon.svg.ts' },
  { pattern: '/manifest.webmanifest', file: 'manifest.webmanifest.ts' },
  { pattern: '/robots.txt', file: 'robots.txt.ts' },
  { pattern: '/sitemap-index.xml', file: 'sitemap-index.xml.ts' },
  { pattern: '/sitemap-[part].xml', file: 'sitemap-[part].xml.ts' },
];

/**
 * Adds the routes that do not follow from the folders: the umbrella site shares some with the
 * regions. Adds the middleware that names the entry whose page cannot be rendered.
 */
export function siteRoutes(isUmbrella: boolean): AstroIntegration {
  return {
    name: 'site-routes',
    hooks: {
      'astro:config:setup': ({ injectRoute, addMiddleware }) => {
        addMiddleware({
          order: 'pre',
          entrypoint: new URL('../src/name-failures.ts', import.meta.url),
        });
        for (const { pattern, file } of [
          ...WELL_KNOWN_ROUTES,
          ...(isUmbrella ? SHARED_ROUTES : []),
        ]) {
          injectRoute({ pattern, entrypoint: new URL(`../src/pages/${file}`, import.meta.url) });
        }
      },
    },
  };
}
