import path from 'node:path';
import type { OpenRenderer } from '../site-build/renderer.ts';
import { siteOriginOf, type PublisherSettings } from '../config.ts';
import { ConfigError } from '../errors.ts';
import { createFeedClient } from '../feed-client.ts';
import { close, listen } from '../http.ts';
import { createLogger } from '../logger.ts';
import { dataPaths } from '../paths.ts';
import { onTermination } from '../run-command.ts';
import { SearchServerClient } from '../search-server/client.ts';
import { searchFactsOf } from '../search-server/search-access.ts';
import { createLeases } from './leases.ts';
import { createMetrics } from './metrics.ts';
import { createOperatorMail } from './operator-mail.ts';
import { NetlifyTarget } from './netlify-target.ts';
import { Reconciler } from './reconciler.ts';
import { ReleaseStore } from './release-store.ts';
import { startScrubbing } from './scrub.ts';
import { createPublisherServer } from './server.ts';

const LONGEST_STOP_MS = 8_000;

/** What the publisher builds with. */
export interface PublisherTools {
  openRenderer: OpenRenderer;
  buildKey: string;
  /** Folder with styles, fonts and scripts of the compiled pages, for previews. */
  clientDir: string;
}

/**
 * Runs the publisher until the process is asked to end.
 *
 * @throws PortalError if another publisher works on the same data folder or the port is taken.
 */
export async function runPublisher(
  settings: PublisherSettings,
  { openRenderer, buildKey, clientDir }: PublisherTools,
): Promise<void> {
  const paths = dataPaths(settings.DATA_DIR);
  const logger = createLogger('publisher', paths.logsDir, settings.LOG_LEVEL);
  const leases = await createLeases({
    databaseUrl: settings.DATABASE_URL,
    lockDir: settings.DATA_DIR,
    logger,
  });
  const store = new ReleaseStore(paths.releasesDir);
  const metrics = createMetrics();
  const mail = createOperatorMail({
    smtpUrl: settings.SMTP_URL,
    operatorEmail: settings.OPERATOR_EMAIL,
    mailFrom: settings.MAIL_FROM,
    statusUrl: `http://localhost:${settings.PUBLISHER_PORT}/status`,
    logFile: path.join(paths.logsDir, 'publisher.log'),
    logger,
  });
  const netlify = new NetlifyTarget({
    hooks: settings.NETLIFY_HOOKS,
    siteOrigin: (region) => siteOriginOf(region, settings.umbrellaOrigin),
    onChange: (region, report) => {
      reconciler.noteRemote(region, report);
    },
    logger,
  });
  const reconciler = new Reconciler({
    feed: createFeedClient({ cmsUrl: settings.CMS_URL, token: settings.FEED_TOKEN }),
    openRenderer,
    store,
    paths,
    umbrellaOrigin: settings.umbrellaOrigin,
    buildKey,
    warmRegions: settings.WARM_REGIONS,
    leases,
    metrics,
    mail,
    netlify,
    searchServer: searchServerOf(settings),
    logger,
    now: () => new Date(),
  });
  const server = createPublisherServer({
    reconciler,
    metrics,
    searchFacts: (region) =>
      settings.searchServer === null
        ? Promise.resolve(null)
        : searchFactsOf(paths.releasesDir, region, new Date()),
    hintSecret: settings.HINT_SECRET,
    hostSuffix: settings.HOST_SUFFIX,
    cmsOrigin: settings.CMS_PUBLIC_URL,
    umbrellaOrigin: settings.umbrellaOrigin,
    clientDir,
    mediaDir: paths.mediaDir,
    logger,
  });
  await listen(server, settings.PUBLISHER_PORT, '127.0.0.1', 'PUBLISHER_PORT');
  logger.info(`compares the sites with the CMS at ${settings.CMS_URL}`);
  const stopScrubbing = startScrubbing({ store, reconciler, logger });
  onTermination(() => {
    setTimeout(() => process.exit(1), LONGEST_STOP_MS).unref();
    stopScrubbing();
    void Promise.all([reconciler.stop(), close(server), mail.close()]).then(() => process.exit(0));
  });
  await reconciler.start();
}

function searchServerOf({ searchServer: host, MEILISEARCH_ADMIN_KEY: key }: PublisherSettings) {
  if (host === null) return null;
  if (key === null) {
    throw new ConfigError('MEILISEARCH_HOST is set, but MEILISEARCH_ADMIN_KEY is not.', {
      hint: 'Set it to the master key, or an admin key, of that server.',
    });
  }
  return { host, client: new SearchServerClient({ host, key }) };
}
