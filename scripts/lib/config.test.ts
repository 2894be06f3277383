import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import {
  loadNetlifySettings,
  loadPortalSettings,
  loadPublisherSettings,
  siteOriginOf,
} from './config.ts';
import { ROOT_DIR } from './paths.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'portal-config-'));
const envFile = path.join(folder, '.env');
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const SECRETS = {
  FEED_TOKEN: 'f'.repeat(32),
  HINT_SECRET: `whsec_${Buffer.alloc(32).toString('base64')}`,
};
const none = path.join(folder, 'none');

describe('settings', () => {
  it('have defaults for everything but secrets', () => {
    const settings = loadPublisherSettings({ env: SECRETS, envFile: none });
    expect(settings).toMatchObject({
      HOST_SUFFIX: 'localhost',
      GATEWAY_PORT: 4321,
      CMS_PORT: 1337,
      PUBLISHER_PORT: 4322,
      DATA_DIR: path.join(ROOT_DIR, '.data'),
      CMS_URL: 'http://127.0.0.1:1337',
      CMS_PUBLIC_URL: 'http://localhost:1337',
      WARM_REGIONS: 6,
      DATABASE_URL: null,
      SMTP_URL: null,
      OPERATOR_EMAIL: null,
      MAIL_FROM: 'starkeRegion <portal@localhost>',
      umbrellaOrigin: 'http://localhost:4321',
    });
  });

  it('come from the file, and the environment wins', () => {
    writeFileSync(envFile, 'CMS_PORT=1400\nGATEWAY_PORT="4400"\nHOST_SUFFIX=\n');
    const settings = loadPortalSettings({ env: { GATEWAY_PORT: '4500' }, envFile });
    expect(settings).toMatchObject({
      CMS_PORT: 1400,
      CMS_URL: 'http://127.0.0.1:1400',
      GATEWAY_PORT: 4500,
      HOST_SUFFIX: 'localhost',
    });
  });

  it('name every wrong variable, what was expected and what was found', () => {
    const load = () =>
      loadPublisherSettings({
        env: {
          GATEWAY_PORT: 'abc',
          CMS_PORT: '70000',
          HOST_SUFFIX: 'http://x',
          CMS_URL: 'ftp://x',
        },
        envFile: none,
      });
    expect(load).toThrow(
      'GATEWAY_PORT: expected a port from 1 to 65535, such as 4321, found “abc”.',
    );
    expect(load).toThrow('CMS_PORT: expected a port');
    expect(load).toThrow('HOST_SUFFIX: expected a host name without scheme and port');
    expect(load).toThrow('CMS_URL: expected an address with http or https');
    expect(load).toThrow('FEED_TOKEN: expected at least 32 random characters');
    expect(load).toThrow('HINT_SECRET: expected whsec_');
  });

  it('never repeat a secret in a message', () => {
    const env = {
      FEED_TOKEN: 'short-secret',
      HINT_SECRET: 'whsec_wrong',
      DATABASE_URL: 'mysql://portal:short-secret@db',
      NETLIFY_HOOKS: 'pm=http://api.netlify.com/build_hooks/short-secret',
      SMTP_URL: 'https://portal:short-secret@mail',
    };
    try {
      loadPublisherSettings({ env, envFile: none });
      expect.unreachable();
    } catch (error) {
      expect(String(error)).toContain('found another value');
      expect(String(error)).toContain(
        'DATABASE_URL: expected an address that begins with postgresql://',
      );
      expect(String(error)).toContain('NETLIFY_HOOKS: expected a build hook for each region');
      expect(String(error)).not.toMatch(/short-secret|whsec_wrong/);
    }
  });

  it('know the origins behind a server with TLS', () => {
    const { umbrellaOrigin } = loadPortalSettings({
      env: { PUBLIC_SCHEME: 'https', HOST_SUFFIX: 'Starke-Region.example' },
      envFile: none,
    });
    expect(umbrellaOrigin).toBe('https://starke-region.example');
    expect(siteOriginOf('pm', umbrellaOrigin)).toBe('https://pm.starke-region.example');
    expect(siteOriginOf('umbrella', umbrellaOrigin)).toBe('https://starke-region.example');
  });

  it('know senders with and without a name, and no others', () => {
    const load = (from: string) =>
      loadPublisherSettings({ env: { ...SECRETS, MAIL_FROM: from }, envFile: none }).MAIL_FROM;
    for (const from of ['portal@example.org', 'Portal im Kreis <portal@example.org>']) {
      expect(load(from)).toBe(from);
    }
    for (const from of ['portal', 'Portal <portal>', 'a@b.example\nBcc: c@d.example']) {
      expect(() => load(from)).toThrow('MAIL_FROM: expected a mail address');
    }
  });

  it('know the build hooks of regions, separated by spaces, commas or lines', () => {
    const hookOf = (id: string) => `https://api.netlify.com/build_hooks/${id}`;
    const load = (hooks: string) =>
      loadPublisherSettings({ env: { ...SECRETS, NETLIFY_HOOKS: hooks }, envFile: none })
        .NETLIFY_HOOKS;
    expect(load(`pm=${hookOf('a?b=c')}, tf=${hookOf('d')}\numbrella=${hookOf('e')} `)).toEqual(
      new Map([
        ['pm', hookOf('a?b=c')],
        ['tf', hookOf('d')],
        ['umbrella', hookOf('e')],
      ]),
    );
    expect(load('')).toEqual(new Map());
    for (const wrong of [
      hookOf('a'),
      'pm',
      `Pm=${hookOf('a')}`,
      `pm=${hookOf('a')} pm=${hookOf('b')}`,
    ]) {
      expect(() => load(wrong)).toThrow('NETLIFY_HOOKS: expected');
    }
  });

  it('of Netlify need a region, and use https', () => {
    expect(() => loadNetlifySettings({ env: SECRETS, envFile: none })).toThrow(
      'REGION: expected the slug of a region, such as pm, or umbrella, found nothing.',
    );
    const settings = loadNetlifySettings({
      env: { ...SECRETS, REGION: 'pm', HOST_SUFFIX: 'example.org' },
      envFile: none,
    });
    expect(settings.umbrellaOrigin).toBe('https://example.org');
  });
});
