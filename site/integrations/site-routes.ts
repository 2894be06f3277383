import type { AstroIntegration } from 'astro';

/**
 * Adds what does not follow from the folders: the route whose folder begins with a dot, which would
 * hide its file from TypeScript and ESLint, and the middleware that keeps the reasons of failures.
 */
export function siteRoutes(): AstroIntegration {
  return {
    name: 'site-routes',
    hooks: {
      'astro:config:setup': ({ injectRoute, addMiddleware }) => {
        addMiddleware({
          order: 'pre',
          entrypoint: new URL('../src/name-failures.ts', import.meta.url),
        });
        injectRoute({
          pattern: '/.well-known/security.txt',
          entrypoint: new URL('../src/pages/_well-known/security.txt.ts', import.meta.url),
        });
      },
    },
  };
}
