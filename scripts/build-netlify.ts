import path from 'node:path';
import { compileSite } from './lib/site-build/compile-site.ts';
import { buildForNetlify } from './lib/site-build/netlify.ts';
import { createRendererOpener } from './lib/site-build/renderer.ts';
import { loadNetlifySettings } from './lib/config.ts';
import { createFeedClient } from './lib/feed-client.ts';
import { ROOT_DIR } from './lib/paths.ts';
import { runCommand } from './lib/run-command.ts';

const TIMEOUT_MS = 900_000;

/** The build command of a Netlify site: `REGION=pm node scripts/build-netlify.ts`. */
await runCommand(async () => {
  const settings = loadNetlifySettings();
  const { program } = await compileSite();
  await buildForNetlify({
    settings,
    feed: createFeedClient({ cmsUrl: settings.CMS_URL, token: settings.FEED_TOKEN }),
    openRenderer: createRendererOpener({ program, timeoutMs: TIMEOUT_MS }),
    distDir: path.join(ROOT_DIR, 'dist'),
    // Netlify keeps node_modules from one build to the next, without any plugin.
    cacheDir: path.join(ROOT_DIR, 'node_modules/.cache/portal'),
    tell: console.log,
  });
});
