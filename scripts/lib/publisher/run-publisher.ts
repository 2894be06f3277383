import type { SiteBuilder } from '../site-build/build-site.ts';
import type { PublisherSettings } from '../config.ts';
import { createFeedClient } from '../feed-client.ts';
import { close, listen } from '../http.ts';
import { createLogger } from '../logger.ts';
import { dataPaths } from '../paths.ts';
import { onTermination } from '../run-command.ts';
import { takeLock } from './lock.ts';
import { Reconciler } from './reconciler.ts';
import { ReleaseStore } from './release-store.ts';
import { createPublisherServer } from './server.ts';

const LONGEST_STOP_MS = 8_000;

/**
 * Runs the publisher until the process is asked to end.
 *
 * @throws PortalError if another publisher works on the same data folder or the port is taken.
 */
export async function runPublisher(
  settings: PublisherSettings,
  { build, buildKey }: { build: SiteBuilder; buildKey: string },
): Promise<void> {
  const paths = dataPaths(settings.DATA_DIR);
  const releaseLock = takeLock(paths.publisherLockFile);
  process.on('exit', releaseLock);
  const logger = createLogger('publisher', paths.logsDir, settings.LOG_LEVEL);
  const reconciler = new Reconciler({
    feed: createFeedClient({ cmsUrl: settings.CMS_URL, token: settings.FEED_TOKEN }),
    build,
    store: new ReleaseStore(paths.releasesDir),
    paths,
    umbrellaOrigin: settings.umbrellaOrigin,
    allowShrink: settings.PUBLISH_ALLOW_SHRINK,
    buildKey,
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
}
