import { createSiteBuilder } from './lib/build/build-site.ts';
import { SITE_SOURCES, sourceKey } from './lib/build/source-key.ts';
import { loadPublisherSettings } from './lib/config.ts';
import { createFeedClient } from './lib/feed-client.ts';
import { close, listen } from './lib/http.ts';
import { createLogger } from './lib/logger.ts';
import { dataPaths } from './lib/paths.ts';
import { takeLock } from './lib/publisher/lock.ts';
import { Reconciler } from './lib/publisher/reconciler.ts';
import { ReleaseStore } from './lib/publisher/release-store.ts';
import { createPublisherServer } from './lib/publisher/server.ts';
import { onTermination, runCommand } from './lib/run-command.ts';

const LONGEST_STOP_MS = 8_000;

/** Keeps the live sites at the CMS's revision: `node scripts/publisher.ts`. */
await runCommand(async () => {
  const settings = loadPublisherSettings();
  const paths = dataPaths(settings.DATA_DIR);
  const logger = createLogger('publisher', paths.logsDir, settings.LOG_LEVEL);
  const releaseLock = takeLock(paths.publisherLockFile);
  process.on('exit', releaseLock);

  const reconciler = new Reconciler({
    feed: createFeedClient({ cmsUrl: settings.CMS_URL, token: settings.FEED_TOKEN }),
    build: createSiteBuilder({ timeoutMs: settings.BUILD_TIMEOUT_SECONDS * 1_000 }),
    store: new ReleaseStore(paths.releasesDir),
    paths,
    umbrellaOrigin: settings.umbrellaOrigin,
    allowShrink: settings.PUBLISH_ALLOW_SHRINK,
    buildKey: await sourceKey(SITE_SOURCES, [settings.umbrellaOrigin]),
    logger,
    now: () => new Date(),
  });
  const server = createPublisherServer({
    reconciler,
    hintSecret: settings.HINT_SECRET,
    hostSuffix: settings.HOST_SUFFIX,
    logger,
  });
  await listen(server, settings.PUBLISHER_PORT, '127.0.0.1', 'PUBLISHER_PORT');
  logger.info(`compares the sites with the CMS at ${settings.CMS_URL}`);
  onTermination(() => {
    setTimeout(() => process.exit(1), LONGEST_STOP_MS).unref();
    void Promise.all([reconciler.stop(), close(server)]).then(() => process.exit(0));
  });
  await reconciler.start();
});
