import { defineConfig } from 'astro/config';
import { compressAssets } from './integrations/compress-assets.ts';
import { embedScript } from './integrations/embed-script.ts';
import { rendererAdapter } from './integrations/renderer-adapter.ts';
import { siteRoutes } from './integrations/site-routes.ts';
import { smallerClient } from './integrations/smaller-client.ts';

// The compiled pages know no region: content and addresses come when they are rendered.
export default defineConfig({
  output: 'server',
  outDir: process.env['RENDERER_DIR'] ?? './.cache/renderer',
  trailingSlash: 'always',
  compressHTML: true,
  build: { format: 'directory', inlineStylesheets: 'never' },
  security: { checkOrigin: false },
  vite: { build: { assetsInlineLimit: 0 }, plugins: [embedScript(), smallerClient()] },
  adapter: rendererAdapter(),
  integrations: [siteRoutes(), compressAssets()],
});
