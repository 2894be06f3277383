import { defineConfig } from 'astro/config';
import { media } from './integrations/media.ts';
import { searchIndex } from './integrations/search-index.ts';
import { siteRoutes } from './integrations/site-routes.ts';
import { enterOwnWorkDir } from './integrations/work-dir.ts';
import { readSettings } from './src/content/settings.ts';
import { UMBRELLA } from './src/contract/index.ts';

// `astro check` reads the sources only; everything else is about one region.
const settings = process.argv.includes('check') ? null : readSettings(process.env);
if (process.argv.includes('build')) {
  // Pages read the variables again, and relative paths would then start elsewhere.
  Object.assign(process.env, settings);
  enterOwnWorkDir();
}
const isUmbrella = settings?.REGION === UMBRELLA;

export default defineConfig({
  srcDir: isUmbrella ? './src/umbrella' : './src',
  trailingSlash: 'always',
  compressHTML: true,
  build: { format: 'directory', inlineStylesheets: 'never' },
  vite: { build: { assetsInlineLimit: 0 } },
  ...(settings !== null && {
    site: settings.SITE_ORIGIN,
    outDir: settings.SITE_OUT_DIR,
    cacheDir: settings.SITE_CACHE_DIR,
    integrations: [siteRoutes(isUmbrella), media(settings), searchIndex(settings)],
  }),
});
