import path from 'node:path';
import { ENV_FILE, loadPublisherSettings, readEnvironment, CONFIDENTIAL_NAMES } from '../config.ts';
import { CMS_DIR, dataPaths, ROOT_DIR } from '../paths.ts';
import { buildCms, cmsSourceKey, isCmsBuilt, strapiCommand } from './admin-panel.ts';
import { writeMissingSecrets } from './env-file.ts';
import { checkNode, checkPorts } from './preflight.ts';
import type { Progress } from './progress.ts';
import { startSearchServer } from './search-server.ts';
import { startSummary } from './summary.ts';
import type { Supervisor } from './supervisor.ts';
import { waitForCms, waitForSites } from './wait.ts';

const CMS_TIMEOUT_MS = 300_000;

/** Lines that the CMS writes on every start and that help nobody. */
const QUIET: NodeJS.ProcessEnv = {
  STRAPI_TELEMETRY_DISABLED: 'true',
  STRAPI_DISABLE_UPDATE_NOTIFICATION: 'true',
  STRAPI_HIDE_STARTUP_MESSAGE: 'true',
};

/**
 * Starts the whole portal and shows how it goes; resolves when every site is live.
 *
 * @throws PortalError or the signal's reason, when a step fails or the start is given up.
 */
export async function startPortal(
  supervisor: Supervisor,
  progress: Progress,
  signal: AbortSignal,
): Promise<void> {
  const { settings, environment } = await progress.step(
    'Check Node, settings and ports',
    async () => {
      checkNode(process.versions.node);
      const written = writeMissingSecrets(ENV_FILE, readEnvironment());
      if (written.length > 0) progress.line(`  Wrote new secrets to .env: ${written.join(', ')}`);
      const checked = loadPublisherSettings();
      await checkPorts(checked);
      return { settings: checked, environment: readEnvironment() };
    },
  );
  const paths = dataPaths(settings.DATA_DIR);
  const cmsOrigin = `http://127.0.0.1:${settings.CMS_PORT}`;
  const publisherOrigin = `http://127.0.0.1:${settings.PUBLISHER_PORT}`;
  const common: NodeJS.ProcessEnv = {
    DEMO_CONTENT: 'true',
    PUBLISHER_URL: publisherOrigin,
    ...environment,
    ...QUIET,
    NODE_ENV: 'production',
    DATA_DIR: settings.DATA_DIR,
    CMS_PORT: String(settings.CMS_PORT),
  };

  const searchServer = await startSearchServer(supervisor, settings, common);
  if (searchServer.note !== null) progress.line(`  ${searchServer.note}`);
  common['MEILISEARCH_HOST'] = searchServer.host ?? 'none';

  const key = await cmsSourceKey();
  if (!isCmsBuilt(key)) {
    await progress.step('Build the admin panel (only when its sources changed)', () =>
      buildCms(key, common, signal),
    );
  }

  await progress.step('Start the CMS (the first start loads the demo content)', async () => {
    supervisor.start({
      name: 'CMS',
      args: strapiCommand('start'),
      cwd: CMS_DIR,
      env: { ...common, MEILISEARCH_ADMIN_KEY: undefined },
      logFile: path.join(paths.logsDir, 'cms.log'),
    });
    await waitForCms(cmsOrigin, CMS_TIMEOUT_MS, signal);
  });

  const sites = await progress.step('Publish the sites', async (tell) => {
    for (const [name, env] of [
      ['publisher', common],
      ['gateway', withoutSecrets(common)],
    ] as const) {
      const script = path.join(ROOT_DIR, `scripts/${name}.ts`);
      supervisor.start({ name, args: [script], cwd: ROOT_DIR, env, logFile: null });
    }
    return waitForSites(publisherOrigin, tell, signal);
  });

  for (const { region, reason } of sites.failures) {
    progress.line(`  ${region} is not published yet and will be tried again: ${reason}`);
  }
  progress.line(
    startSummary(
      { ...settings, searchServer: searchServer.host },
      sites.regions,
      paths.demoLoginsFile,
    ),
  );
  progress.line('ready');
}

function withoutSecrets(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(
    Object.entries(environment).filter(([name]) => !CONFIDENTIAL_NAMES.includes(name)),
  );
}
