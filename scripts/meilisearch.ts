import path from 'node:path';
import { parseArgs } from 'node:util';
import { ENV_FILE, loadSearchServerSettings, readEnvironment } from './lib/config.ts';
import { ConfigError, PortalError } from './lib/errors.ts';
import { onTermination, runCommand } from './lib/run-command.ts';
import { SearchServerClient } from './lib/search-server/client.ts';
import { findOrFetchServer } from './lib/search-server/find-server.ts';
import { runServer } from './lib/search-server/run-server.ts';
import { writeMissingSecrets } from './lib/start/env-file.ts';

/**
 * `npm run meilisearch`: runs a search server for development until Ctrl-C. It is fetched if there is
 * none; with `--fetch` that is all. `--port N` makes it listen elsewhere than on 7700.
 */
await runCommand(async () => {
  const { values } = parseArgs({
    options: {
      fetch: { type: 'boolean', default: false },
      port: { type: 'string', default: '7700' },
    },
  });
  if (values.fetch) {
    const { program } = await findOrFetchServer();
    console.log(`Meilisearch is there: ${program}`);
    return;
  }
  writeMissingSecrets(ENV_FILE, readEnvironment());
  const settings = loadSearchServerSettings();
  const { searchServer, MEILISEARCH_ADMIN_KEY: masterKey } = settings;
  if (masterKey === null) throw new ConfigError('There is no MEILISEARCH_ADMIN_KEY.', { hint: '' });
  if (searchServer !== null) {
    const isUp = await new SearchServerClient({ host: searchServer, key: masterKey }).isUp();
    throw new PortalError(
      `MEILISEARCH_HOST is set, and ${searchServer} ${isUp ? 'answers' : 'does not answer'}.`,
      { hint: 'Start that server, or remove the setting to run one here.' },
    );
  }
  const { program } = await findOrFetchServer();
  const server = await runServer({
    program,
    port: Number(values.port),
    dataDir: path.join(settings.DATA_DIR, 'meilisearch'),
    masterKey,
  });
  server.child.stdout?.pipe(process.stdout);
  server.child.stderr?.pipe(process.stderr);
  onTermination(() => void server.stop());
  console.log(
    `Meilisearch listens at ${server.host} until Ctrl-C; its master key is MEILISEARCH_ADMIN_KEY in .env.`,
  );
  const code = await new Promise<number | null>((resolve) => server.child.once('exit', resolve));
  if (code !== null && code !== 0) {
    throw new PortalError(`Meilisearch ended with exit code ${code}.`, {
      hint: 'The lines above name the cause.',
    });
  }
});
