import { compileSite } from './lib/site-build/compile-site.ts';
import { createRendererOpener } from './lib/site-build/renderer.ts';
import { loadPublisherSettings } from './lib/config.ts';
import { sha256Hex } from './lib/files.ts';
import { runPublisher } from './lib/publisher/run-publisher.ts';
import { runCommand } from './lib/run-command.ts';

/** Keeps the live sites at the CMS's revision: `node scripts/publisher.ts`. */
await runCommand(async () => {
  const settings = loadPublisherSettings();
  const { key, program, clientDir } = await compileSite();
  await runPublisher(settings, {
    openRenderer: createRendererOpener({
      program,
      timeoutMs: settings.BUILD_TIMEOUT_SECONDS * 1_000,
      maxHeapMib: settings.BUILD_MEMORY_MIB,
    }),
    // Addresses stand in the pages.
    buildKey: sha256Hex(`${key} ${settings.umbrellaOrigin}`).slice(0, 16),
    clientDir,
  });
});
