import { loadPortalSettings } from './lib/config.ts';
import { createGatewayServer } from './lib/gateway/server.ts';
import { close, listen } from './lib/http.ts';
import { createLogger } from './lib/logger.ts';
import { dataPaths } from './lib/paths.ts';
import { onTermination, runCommand } from './lib/run-command.ts';

const LONGEST_STOP_MS = 5_000;

/** Serves the live release of every region by host name: `node scripts/gateway.ts`. */
await runCommand(async () => {
  const settings = loadPortalSettings();
  const paths = dataPaths(settings.DATA_DIR);
  const logger = createLogger('gateway', paths.logsDir, settings.LOG_LEVEL);
  const server = createGatewayServer({
    releasesDir: paths.releasesDir,
    hostSuffix: settings.HOST_SUFFIX,
    scheme: settings.PUBLIC_SCHEME,
    cmsUrl: settings.CMS_URL,
    publisherUrl: `http://127.0.0.1:${settings.PUBLISHER_PORT}`,
    searchServer: settings.searchServer,
    logger,
  });
  await listen(server, settings.GATEWAY_PORT, settings.GATEWAY_BIND, 'GATEWAY_PORT');
  logger.info(`serves the sites at ${settings.umbrellaOrigin}`);
  onTermination(() => {
    setTimeout(() => process.exit(0), LONGEST_STOP_MS).unref();
    void close(server);
  });
});
