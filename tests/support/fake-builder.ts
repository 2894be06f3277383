import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parseSnapshot } from '@portal/site/contract';
import type { BuildRequest, SiteBuilder } from '../../scripts/lib/site-build/build-site.ts';
import { sha256Hex } from '../../scripts/lib/files.ts';

/** A builder for tests of everything around a build, and the builds that it was asked for. */
export interface FakeBuilder {
  build: SiteBuilder;
  /** Regions in the order in which they were built. */
  builds: string[];
  /** Called in every build, before the site is written. */
  before: (request: BuildRequest, signal: AbortSignal) => Promise<void> | void;
  /** Called after the site was written: the place to damage it. */
  after: (request: BuildRequest) => Promise<void> | void;
}

/** Makes a builder that writes a small but whole site in a few milliseconds. */
export function createFakeBuilder(): FakeBuilder {
  const fake: FakeBuilder = {
    builds: [],
    before: () => undefined,
    after: () => undefined,
    async build(request, signal) {
      fake.builds.push(request.region);
      await fake.before(request, signal);
      await writeSite(request);
      await fake.after(request);
    },
  };
  return fake;
}

async function writeSite({ region, snapshotFile, outDir }: BuildRequest): Promise<void> {
  const snapshot = parseSnapshot(await readFile(snapshotFile, 'utf8'));
  const style = `body { color: ${snapshot.region?.brand.primary ?? '#124e66'}; }\n${'/* filler */'.repeat(40)}`;
  const styleFile = `_astro/style.${sha256Hex(style).slice(0, 8)}.css`;
  const page = (title: string, body: string) =>
    `<!doctype html><html lang="de"><head><title>${title}</title><link rel="stylesheet" href="/${styleFile}"></head>` +
    `<body><h1>${title}</h1>${body}<p>${'Gemeinsam mehr nutzen. '.repeat(20)}</p></body></html>\n`;
  const files: Record<string, string> = {
    [styleFile]: style,
    'index.html': page(
      region,
      '<a href="/angebote/">Angebote</a> <a href="/impressum/">Impressum</a>',
    ),
    '404.html': page('Seite nicht gefunden', `<p>Region ${region}</p>`),
    'pagefind/pagefind-entry.json': '{"version":"1.6.0"}',
    'angebote/index.html': page(
      'Angebote',
      snapshot.listings.map(({ slug }) => `<a href="/angebote/${slug}/">${slug}</a>`).join('\n'),
    ),
  };
  for (const { slug, title } of snapshot.pages) {
    files[`${slug}/index.html`] = page(title, '<p>Text</p>');
  }
  for (const { slug, title } of snapshot.listings) {
    files[`angebote/${slug}/index.html`] = page(title.replaceAll('&', '&amp;'), '');
  }
  for (const [file, content] of Object.entries(files)) {
    const target = path.join(outDir, file);
    await mkdir(path.dirname(target), { recursive: true });
    await writeFile(target, content);
  }
}
