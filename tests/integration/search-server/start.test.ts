import { rmSync } from 'node:fs';
import { afterEach, describe, expect, it } from 'vitest';
import { loadPublisherSettings } from '../../../scripts/lib/config.ts';
import { startSearchServer } from '../../../scripts/lib/start/search-server.ts';
import { Supervisor } from '../../../scripts/lib/start/supervisor.ts';
import { SearchServerClient } from '../../../scripts/lib/search-server/client.ts';
import { meilisearchMissing } from '../../support/meilisearch.ts';
import { makeDataDir, waitFor } from '../../support/publisher.ts';

const missing = await meilisearchMissing();
const SECRETS = {
  FEED_TOKEN: 'f'.repeat(32),
  HINT_SECRET: `whsec_${Buffer.alloc(32).toString('base64')}`,
  MEILISEARCH_ADMIN_KEY: 'k'.repeat(32),
  APP_KEYS: 'x',
  API_TOKEN_SALT: 'x',
  ADMIN_JWT_SECRET: 'x',
  TRANSFER_TOKEN_SALT: 'x',
  ENCRYPTION_KEY: 'x',
};
const { dataDir, remove } = makeDataDir();
rmSync(dataDir, { recursive: true });

function settingsWith(more: Record<string, string>) {
  const env = { ...SECRETS, DATA_DIR: dataDir, ...more };
  return { env, settings: loadPublisherSettings({ env, envFile: '/nirgends' }) };
}

describe('a start', () => {
  const lines: string[] = [];
  const supervisor = new Supervisor({
    onLine: (_, line) => lines.push(line),
    onCrash: (line) => lines.push(line),
    onGiveUp: ({ message }) => lines.push(message),
  });
  afterEach(async () => {
    await supervisor.stop();
    remove();
  });

  it('takes the search server that the settings name, or none', async () => {
    const named = settingsWith({ MEILISEARCH_HOST: 'http://127.0.0.1:7799/' });
    expect(await startSearchServer(supervisor, named.settings, named.env)).toEqual({
      host: 'http://127.0.0.1:7799',
      note: null,
    });
    const none = settingsWith({ MEILISEARCH_HOST: 'none' });
    expect(await startSearchServer(supervisor, none.settings, none.env)).toEqual({
      host: null,
      note: null,
    });
  });

  it.skipIf(missing !== null)(
    'runs the search server that is there, with the key of the settings, and ends it',
    async () => {
      const { settings, env } = settingsWith({});
      const all = { ...process.env, ...env };
      const { host, note } = await startSearchServer(supervisor, settings, all);
      expect(note).toBeNull();
      const client = new SearchServerClient({
        host: host ?? '',
        key: env.MEILISEARCH_ADMIN_KEY,
      });
      await waitFor('it answers', () => client.isUp(), 30_000);
      expect(await client.ask('GET', '/stats')).toMatchObject({ indexes: {} });
      await supervisor.stop();
      expect(await client.isUp()).toBe(false);
    },
  );
});
