import { createSiteBuilder } from './lib/site-build/build-site.ts';
import { SITE_SOURCES, sourceKey } from './lib/site-build/source-key.ts';
import { loadPublisherSettings } from './lib/config.ts';
import { runPublisher } from './lib/publisher/run-publisher.ts';
import { runCommand } from './lib/run-command.ts';

/** Keeps the live sites at the CMS's revision: `node scripts/publisher.ts`. */
await runCommand(async () => {
  const settings = loadPublisherSettings();
  await runPublisher(settings, {
    build: createSiteBuilder({ timeoutMs: settings.BUILD_TIMEOUT_SECONDS * 1_000 }),
    buildKey: await sourceKey(SITE_SOURCES, [settings.umbrellaOrigin]),
  });
});
