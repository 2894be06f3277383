import type { AstroIntegration } from 'astro';

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
  { pattern: '/.well-known/security.txt', file: '.well-known/security.txt.ts' },
];

/**
 * Gives the umbrella site the routes that it shares with the regions, and both the middleware that
 * names the entry whose page cannot be rendered.
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
        if (!isUmbrella) return;
        for (const { pattern, file } of SHARED_ROUTES) {
          injectRoute({
            pattern,
            entrypoint: new URL(`../src/pages/${file}`, import.meta.url),
          });
        }
      },
    },
  };
}
