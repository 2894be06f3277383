import { randomBytes } from 'node:crypto';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { loadSearchServerSettings } from './lib/config.ts';
import { onTermination, runCommand } from './lib/run-command.ts';
import { PortalError } from './lib/errors.ts';
import { SearchServerClient } from './lib/search-server/client.ts';
import { findServer } from './lib/search-server/find-server.ts';
import { runServer } from './lib/search-server/run-server.ts';

/**
 * `npm run meilisearch`: runs a search server for development until Ctrl-C; with `--fetch` it only
 * fetches the program, with `--port N` it listens elsewhere than on 7700.
 */
await runCommand(async () => {
  const { values } = parseArgs({
    options: {
      fetch: { type: 'boolean', default: false },
      port: { type: 'string', default: '7700' },
    },
  });
  const settings = loadSearchServerSettings();
  const host = settings.MEILISEARCH_HOST;
  if (host !== null && !values.fetch) {
    const client = new SearchServerClient({ host, key: settings.MEILISEARCH_MASTER_KEY ?? '' });
    if (await client.isUp()) {
      console.log(`MEILISEARCH_HOST is set, and ${host} answers: nothing to start.`);
      return;
    }
    throw new PortalError(`MEILISEARCH_HOST is set, but ${host} does not answer.`, {
      hint: 'Start that server, or remove the setting to run one here.',
    });
  }
  const { program, origin } = await findServer(true);
  console.log(
    `Meilisearch ${origin === 'PATH' ? 'of this computer' : 'fetched by npm'}: ${program}`,
  );
  if (values.fetch) return;

  const masterKey = randomBytes(32).toString('hex');
  const server = await runServer({
    program,
    port: Number(values.port),
    dataDir: path.join(settings.DATA_DIR, 'meilisearch'),
    masterKey,
  });
  onTermination(() => void server.stop());
  console.log(
    'It runs until Ctrl-C. To search with it, start the portal in another terminal with\n' +
      `  MEILISEARCH_HOST=${server.host} MEILISEARCH_MASTER_KEY=${masterKey} npm start`,
  );
  const code = await new Promise<number | null>((resolve) => server.child.once('exit', resolve));
  if (code !== null && code !== 0)
    throw new PortalError(`Meilisearch ended with ${code}.`, { hint: 'Start it again.' });
});
