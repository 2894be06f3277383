import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { resolveConfig } from '@netlify/config';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ReleaseFactsSchema } from '@portal/site/contract';
import { buildForNetlify } from '../../../scripts/lib/site-build/netlify.ts';
import { loadNetlifySettings } from '../../../scripts/lib/config.ts';
import { createFeedClient } from '../../../scripts/lib/feed-client.ts';
import { ROOT_DIR } from '../../../scripts/lib/paths.ts';
import { IMMUTABLE_FOLDERS } from '../../../scripts/lib/release.ts';
import {
  IMMUTABLE_CACHE_CONTROL,
  openingHeaders,
  OPENINGS,
  securityHeaders,
} from '../../../scripts/lib/security-headers.ts';
import { createFakeRenderers } from '../../support/fake-renderer.ts';
import { startFeedStandIn, type FeedStandIn } from '../../support/feed-stand-in.ts';
import { makeDataDir } from '../../support/publisher.ts';

interface NetlifyConfig {
  build: { command?: string; publish?: string; environment: Record<string, string> };
  headers: { for: string; values: Record<string, string> }[];
  plugins: unknown[];
}

describe('netlify.toml', () => {
  const read = async () => {
    const { config } = (await resolveConfig({
      config: path.join(ROOT_DIR, 'netlify.toml'),
      cwd: ROOT_DIR,
      repositoryRoot: ROOT_DIR,
      offline: true,
      context: 'production',
      branch: 'main',
      mode: 'cli',
    })) as { config: NetlifyConfig };
    return config;
  };

  it('builds with our command, on our version of Node, without plugins', async () => {
    const { build, plugins } = await read();
    expect(build.command).toBe('npm run build:netlify');
    expect(build.publish).toBe(path.join(ROOT_DIR, 'dist'));
    const nodeVersion = readFileSync(path.join(ROOT_DIR, '.nvmrc'), 'utf8').trim();
    expect(nodeVersion.startsWith(build.environment['NODE_VERSION'] ?? 'none')).toBe(true);
    expect(plugins).toEqual([]);
  });

  it('has the same security headers as the gateway', async () => {
    const { headers } = await read();
    expect(headers.find((rule) => rule.for === '/*')?.values).toEqual(securityHeaders('https'));
  });

  it('is open to other websites where the gateway is', async () => {
    const { headers } = await read();
    for (const opening of ['framed', 'shared'] as const) {
      const expected = Object.entries(openingHeaders('https', opening)).filter(
        ([, value]) => value !== null,
      );
      for (const path of OPENINGS[opening]) {
        const rule = headers.find((candidate) => candidate.for === path);
        expect(rule?.values, path).toEqual(Object.fromEntries(expected));
      }
    }
  });

  it('lets browsers keep the same files for ever', async () => {
    const { headers } = await read();
    const immutable = headers.filter(
      ({ values }) => values['Cache-Control'] === IMMUTABLE_CACHE_CONTROL,
    );
    expect(immutable.map((rule) => rule.for)).toEqual(
      IMMUTABLE_FOLDERS.map((folder) => `/${folder}/*`),
    );
  });

  it('calls a command that the root package knows', () => {
    const { scripts } = JSON.parse(readFileSync(path.join(ROOT_DIR, 'package.json'), 'utf8')) as {
      scripts: Record<string, string>;
    };
    expect(scripts['build:netlify']).toBe('node scripts/build-netlify.ts');
  });
});

describe('a build for Netlify', () => {
  let feed: FeedStandIn;
  let dataDir: string;
  let remove: () => void;

  beforeEach(async () => {
    feed = await startFeedStandIn(['pm', 'tf']);
    ({ dataDir, remove } = makeDataDir());
  });
  afterEach(async () => {
    await feed.stop();
    remove();
  });

  const build = (region: string, renderers = createFakeRenderers()) => {
    const settings = loadNetlifySettings({
      env: {
        REGION: region,
        HOST_SUFFIX: 'starke-region.example',
        CMS_URL: feed.url,
        FEED_TOKEN: feed.token,
      },
      envFile: path.join(dataDir, 'none'),
    });
    return buildForNetlify({
      settings,
      feed: createFeedClient({ cmsUrl: settings.CMS_URL, token: settings.FEED_TOKEN }),
      openRenderer: (wanted) => renderers.open(wanted),
      distDir: path.join(dataDir, 'dist'),
      cacheDir: path.join(dataDir, 'cache'),
      tell: () => undefined,
    });
  };
  const readDist = (file: string) => readFileSync(path.join(dataDir, 'dist', file), 'utf8');

  it('writes the site, its release facts and the way to the CMS', async () => {
    await build('pm');
    expect(readDist('index.html')).toContain('<h1>pm</h1>');
    const facts = ReleaseFactsSchema.parse(JSON.parse(readDist('.well-known/release.json')));
    expect(facts).toMatchObject({ region: 'pm', revision: 1, searchRevision: 1 });
    expect(readDist('pagefind/pagefind-entry.json')).toContain('words');
    expect(readDist('_redirects')).toContain(`/api/portal/* ${feed.url}/api/portal/:splat 200\n`);
  });

  it('hands out what it shows of other regions under its own origin', async () => {
    await build('pm');
    const rules = readDist('_redirects').split('\n');
    expect(rules).toContain(
      '/regionen/tf/pagefind/* https://tf.starke-region.example/pagefind/:splat 200',
    );
    expect(rules.join()).not.toContain('/regionen/pm/');
    await build('umbrella');
    expect(readDist('_redirects')).toContain('/regionen/pm/media/* ');
  });

  it('gives the same digest when nothing has changed', async () => {
    const first = await build('pm');
    expect((await build('pm')).releaseId).toBe(first.releaseId);
  });

  it('fails on a site that the publisher would not let live either', async () => {
    const renderers = createFakeRenderers();
    renderers.after = (_build, { written }) => {
      Reflect.deleteProperty(written, 'impressum/index.html');
    };
    await expect(build('pm', renderers)).rejects.toThrow(/impressum/);
  });

  it('needs no search index for the umbrella site, and no other file of another region', async () => {
    await build('pm');
    await build('umbrella');
    expect(readDist('index.html')).toContain('<h1>umbrella</h1>');
    expect(existsSync(path.join(dataDir, 'dist/pagefind'))).toBe(false);
  });

  it('fails for a region that the CMS does not know', async () => {
    await expect(build('xy')).rejects.toThrow('The CMS knows no region “xy”.');
    expect(existsSync(path.join(dataDir, 'dist'))).toBe(false);
  });
});
