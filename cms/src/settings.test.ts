import { describe, expect, it } from 'vitest';
import { assertSecrets, readSettings, SECRET_NAMES } from './settings';

const RANDOM = 'q8fJ2mWz0LrT5vYk1BnX7cHs4DgP9aEu';

const good: NodeJS.ProcessEnv = {
  ...Object.fromEntries(SECRET_NAMES.map((name) => [name, RANDOM])),
  APP_KEYS: `${RANDOM},${RANDOM}`,
  HINT_SECRET: `whsec_${RANDOM}`,
};

describe('the secrets', () => {
  it('are accepted when all are long and random', () => {
    expect(() => assertSecrets(good)).not.toThrow();
  });

  it.each([
    ['ADMIN_JWT_SECRET', '', 'ADMIN_JWT_SECRET is missing'],
    ['FEED_TOKEN', 'short', 'FEED_TOKEN is shorter than 32 characters'],
    ['APP_KEYS', `${RANDOM},short`, 'APP_KEYS is shorter than 32 characters'],
    ['API_TOKEN_SALT', 'tobemodified'.repeat(4), 'API_TOKEN_SALT is a default'],
    ['HINT_SECRET', RANDOM, 'HINT_SECRET does not have the form whsec_'],
  ])('stop the start when %s is “%s”', (name, value, message) => {
    expect(() => assertSecrets({ ...good, [name]: value })).toThrow(message);
  });

  it('are all named at once, with the way to make good ones', () => {
    expect(() => assertSecrets({})).toThrow(/APP_KEYS.*HINT_SECRET.*openssl rand/s);
  });
});

describe('the settings', () => {
  it('have defaults for everything that is no secret', () => {
    const settings = readSettings({ DATA_DIR: '/data' });
    expect(settings).toMatchObject({
      sqliteFile: '/data/cms/portal.db',
      databaseUrl: null,
      host: '127.0.0.1',
      port: 1337,
      publicUrl: 'http://localhost:1337',
      publisherUrl: 'http://127.0.0.1:4322',
      umbrellaOrigin: 'http://localhost:4321',
      isDemoWanted: false,
    });
  });

  it.each([
    [{ CMS_PORT: 'abc' }, 'CMS_PORT must be a port'],
    [{ DATABASE_URL: 'mysql://x' }, 'DATABASE_URL must begin with postgresql://'],
    [{ PUBLISHER_URL: 'localhost:4322' }, 'PUBLISHER_URL must be an http or https address'],
    [{ PUBLIC_SCHEME: 'ftp' }, 'PUBLIC_SCHEME must be http or https'],
    [{ HOST_SUFFIX: 'http://x' }, 'HOST_SUFFIX must be a host name'],
    [{ GATEWAY_PORT: '-1' }, 'GATEWAY_PORT must be a port'],
  ])('are refused with the name of the variable: %o', (env, message) => {
    expect(() => readSettings(env)).toThrow(message);
  });

  it.each([
    [{ HOST_SUFFIX: 'Portal.example' }, 'http://portal.example:4321'],
    [{ HOST_SUFFIX: 'portal.example', PUBLIC_SCHEME: 'https' }, 'https://portal.example'],
    [{ GATEWAY_PORT: '80' }, 'http://localhost'],
  ])('know where the sites are: %o', (env, origin) => {
    expect(readSettings(env).umbrellaOrigin).toBe(origin);
  });
});
