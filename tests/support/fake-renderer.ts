import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import {
  snapshotOf,
  SnapshotState,
  type FileFacts,
  type RenderedSite,
  type Snapshot,
} from '@portal/site/contract';
import type {
  OpenRenderer,
  Renderer,
  RendererSettings,
} from '../../scripts/lib/site-build/renderer.ts';
import { sha256Hex } from '../../scripts/lib/files.ts';
import { withoutMissingMedia } from '../../site/src/content/media.ts';
import { writeSearchRecords } from '../../site/src/renderer/search-records.ts';

/** One request to render a site. */
export interface FakeBuild {
  region: string;
  kind: 'all' | 'change';
  outDir: string;
}

/** Renderers for tests of everything around rendering, and what they were asked. */
export interface FakeRenderers {
  open: OpenRenderer;
  /** Regions in the order in which they were rendered. */
  builds: string[];
  /** The same with how they were rendered. */
  asked: FakeBuild[];
  /** Called in every build, before anything is written. */
  before: (build: FakeBuild) => Promise<void> | void;
  /** Called with what a build answers: the place to spoil it. */
  after: (build: FakeBuild, rendered: RenderedSite) => Promise<void> | void;
  /** Called before a search index is made. */
  beforeIndex: (region: string) => Promise<void> | void;
  /** Called before records for a search server are made. */
  beforeRecords: (region: string, knownFile: string | null) => Promise<void> | void;
  /** What every search index says beside the titles. */
  indexText: string;
}

/** Makes renderers that write a small but whole site in a few milliseconds. */
export function createFakeRenderers(): FakeRenderers {
  const fake: FakeRenderers = {
    builds: [],
    asked: [],
    before: () => undefined,
    after: () => undefined,
    beforeIndex: () => undefined,
    beforeRecords: () => undefined,
    indexText: '',
    open: (settings) => Promise.resolve(new FakeRenderer(settings, fake)),
  };
  return fake;
}

class FakeRenderer implements Renderer {
  readonly #settings: RendererSettings;
  readonly #fake: FakeRenderers;
  #state: SnapshotState | null = null;
  #files: Record<string, FileFacts> = {};
  readonly #closed = Promise.withResolvers<never>();
  isUsable = true;
  readonly pid = undefined;

  constructor(settings: RendererSettings, fake: FakeRenderers) {
    this.#settings = settings;
    this.#fake = fake;
    this.#closed.promise.catch(() => undefined);
  }

  async renderAll(request: {
    snapshotFile: string;
    outDir: string;
    knownFiles?: Record<string, FileFacts>;
  }): Promise<RenderedSite> {
    return this.#build('all', request.outDir, async () => {
      this.#state = SnapshotState.read(await readFile(request.snapshotFile, 'utf8'));
      this.#files = request.knownFiles ?? {};
    });
  }

  async renderChange(request: {
    source: 'delta' | 'snapshot';
    file: string;
    outDir: string;
  }): Promise<RenderedSite> {
    return this.#build('change', request.outDir, async () => {
      const text = await readFile(request.file, 'utf8');
      if (request.source === 'delta') this.#state?.apply(text);
      else this.#state?.replace(text);
    });
  }

  async searchIndex(request: {
    snapshotFiles: string[];
    outDir: string;
    knownFiles?: Record<string, FileFacts>;
  }) {
    await this.#fake.beforeIndex(this.#settings.region);
    const [first = '', ...deltas] = request.snapshotFiles;
    const state = SnapshotState.read(await readFile(first, 'utf8'));
    for (const delta of deltas) state.apply(await readFile(delta, 'utf8'));
    const { revision } = state.header;
    const words = state.all('listing').map(({ title }) => title);
    if (this.#fake.indexText !== '') words.push(this.#fake.indexText);
    const entry = JSON.stringify({ version: '1.6.0', words });
    const files = { 'pagefind/pagefind-entry.json': entry };
    const { knownFiles = {} } = request;
    const removed = Object.keys(knownFiles).filter((file) => !(file in files));
    return { revision, written: await writeAll(request.outDir, files, knownFiles), removed };
  }

  async searchRecords(request: {
    snapshotFiles: string[] | null;
    knownFile: string | null;
    outDir: string;
  }) {
    await this.#fake.beforeRecords(this.#settings.region, request.knownFile);
    if (this.#state === null) throw new Error('There is no content.');
    return writeSearchRecords(this.#state, request.knownFile, request.outDir);
  }

  preview(): Promise<never> {
    return Promise.reject(new Error('The fake renderer shows no previews.'));
  }

  close(): void {
    this.isUsable = false;
    this.#closed.reject(new Error('The renderer was closed.'));
  }

  #missingMedia(state: SnapshotState): RenderedSite['missingMedia'] {
    const hasFile = (file: string) => existsSync(path.join(this.#settings.mediaDir, file));
    return state.all('listing').flatMap((listing) => withoutMissingMedia(listing, hasFile).missing);
  }

  async #build(
    kind: FakeBuild['kind'],
    outDir: string,
    read: () => Promise<void>,
  ): Promise<RenderedSite> {
    const build = { region: this.#settings.region, kind, outDir };
    this.#fake.builds.push(build.region);
    this.#fake.asked.push(build);
    await Promise.race([this.#fake.before(build), this.#closed.promise]);
    await read();
    if (this.#state === null) throw new Error('There is no content.');
    const snapshot = snapshotOf(this.#state);
    const pages = sitePages(build.region, snapshot);
    const written = await writeAll(outDir, pages, this.#files);
    const rendered: RenderedSite = {
      header: snapshot.header,
      written,
      removed: Object.keys(this.#files).filter(
        (file) => pages[file] === undefined && !file.startsWith('pagefind/'),
      ),
      rendered: Object.keys(pages).length,
      counts: {
        pages: Object.keys(pages).filter((file) => file.endsWith('.html')).length,
        listings: snapshot.listings.length,
      },
      quarantine: snapshot.quarantine,
      excluded: [],
      missingMedia: this.#missingMedia(this.#state),
      brokenLinks: [],
      emptyPages: [],
      brandProblems: [],
      isSearchStale: true,
    };
    await this.#fake.after(build, rendered);
    const kept = Object.entries(this.#files).filter(([file]) => !rendered.removed.includes(file));
    this.#files = { ...Object.fromEntries(kept), ...written };
    return rendered;
  }
}

async function writeAll(
  outDir: string,
  files: Record<string, string>,
  known: Record<string, FileFacts>,
): Promise<Record<string, FileFacts>> {
  const written: Record<string, FileFacts> = {};
  for (const [file, content] of Object.entries(files)) {
    const hash = sha256Hex(content);
    if (known[file]?.hash === hash) continue;
    const target = path.join(outDir, file);
    await mkdir(path.dirname(target), { recursive: true });
    await writeFile(target, content);
    written[file] = { hash, size: Buffer.byteLength(content), encodings: [] };
  }
  return written;
}

function sitePages(region: string, snapshot: Snapshot): Record<string, string> {
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
  return files;
}
