import { existsSync, readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import {
  LEGAL_PAGE_SLUGS,
  SnapshotState,
  snapshotOf,
  type DeltaType,
  type DocumentChange,
  type Excluded,
  type FileFacts,
  type PreviewAnswer,
  type RenderedSite,
  type SnapshotChange,
} from '../contract/index.ts';
import { Content } from '../content/content.ts';
import { showContent } from '../content/current.ts';
import { describePath, entryOfPath } from '../content/describe-path.ts';
import { withoutMissingMedia } from '../content/media.ts';
import type { Settings } from '../content/settings.ts';
import { fileOfPath } from '../content/site-paths.ts';
import { brandProblems } from '../lib/brand-problems.ts';
import { hasText } from '../lib/html-links.ts';
import { ogImageSvg } from '../lib/og-image.ts';
import { ogSubjects } from '../lib/og-subjects.ts';
import { copyAssets } from './copy-assets.ts';
import type { FileWriter } from './file-writer.ts';
import { MediaUse } from './media-use.ts';
import { ownLinks } from './own-links.ts';
import { previewOf } from './preview.ts';
import { SiteFiles } from './site-files.ts';
import { hashOf, removeSiteFile } from './write-file.ts';

/** What a route answers. */
export interface RoutedAnswer {
  status: number;
  contentType: string;
  body: Buffer;
}

/** Asks the site's routes for a path. */
export type RenderPath = (path: string) => Promise<RoutedAnswer>;

/** More than this points to a fault in the pages, not in the entries. */
const MOST_EXCLUDED = 20;

/** Takes a fifth of a second, in which other files wait for their turn. */
const DRAWINGS_AT_ONCE = 10;

/** A page could not be rendered. */
class RenderError extends Error {
  override name = 'RenderError';
}

/**
 * Renders one site and keeps it up to date: all of it once, and after each change what the change
 * touches. Whatever way led here, the files are those of a site that is rendered anew.
 */
export class SiteRenderer {
  readonly #settings: Settings;
  readonly #renderPath: RenderPath;
  readonly #writer: FileWriter;
  /** Styles, fonts and scripts of the compiled pages. */
  readonly #clientDir: string;
  #state: SnapshotState | null = null;
  #content: Content | null = null;
  #files: SiteFiles;
  #media = new MediaUse();
  /** What an entry's text links to in vain, by its type and id. */
  readonly #deadLinks = new Map<string, string>();
  #mediaFiles: ReadonlySet<string> | null = null;
  /** Files of the live site while all is rendered. */
  #known = new Map<string, FileFacts>();
  /** Needed pages that show no text. */
  readonly #textless = new Set<string>();

  constructor(
    settings: Settings,
    tools: { renderPath: RenderPath; writer: FileWriter; clientDir: string },
  ) {
    this.#settings = settings;
    this.#renderPath = tools.renderPath;
    this.#writer = tools.writer;
    this.#clientDir = tools.clientDir;
    this.#files = new SiteFiles(settings.SITE_ORIGIN);
  }

  /** The content that the pages show. */
  get state(): SnapshotState {
    return this.#loaded(null).state;
  }

  /** Whether a picture's file is there. */
  hasMedia(file: string): boolean {
    return this.#mediaFiles === null
      ? existsSync(path.join(this.#settings.MEDIA_DIR, file))
      : this.#mediaFiles.has(file);
  }

  /**
   * Renders the whole site.
   *
   * @param snapshotFile - The content.
   * @param outDir - Empty folder; gets every file of the site but the search index.
   * @param knownFiles - What the live site has: only what is new or different is written then.
   * @throws Error if a page cannot be rendered and no single entry is to blame for it.
   */
  async renderAll(
    snapshotFile: string,
    outDir: string,
    knownFiles: Readonly<Record<string, FileFacts>> = {},
  ): Promise<RenderedSite> {
    this.#deadLinks.clear();
    this.#textless.clear();
    this.#mediaFiles = new Set(readdirSync(this.#settings.MEDIA_DIR));
    const text = await readFile(snapshotFile, 'utf8');
    this.#state = SnapshotState.read(text, (document) =>
      withoutMissingMedia(document, (file) => this.hasMedia(file)),
    );
    this.#mediaFiles = null;
    this.#files = new SiteFiles(this.#settings.SITE_ORIGIN);
    this.#media = new MediaUse();
    this.#known = new Map(Object.entries(knownFiles));
    const rendered = await this.#render({ isWhole: true, documents: [] }, outDir);
    const removed = [...this.#known.keys()].filter(
      (file) => !this.#files.has(file) && !file.startsWith('pagefind/'),
    );
    this.#known.clear();
    return { ...rendered, removed };
  }

  /**
   * Takes in a change and renders what it touches.
   *
   * @param outDir - Empty folder; gets the files that are new or different.
   * @throws Error if the change does not fit; the renderer must then begin anew.
   */
  async renderChange(
    source: 'delta' | 'snapshot',
    file: string,
    outDir: string,
  ): Promise<RenderedSite> {
    const text = await readFile(file, 'utf8');
    const { state } = this.#loaded();
    return this.#render(source === 'delta' ? state.apply(text) : state.replace(text), outDir);
  }

  /** Renders a page of drafts, see {@link previewOf}. */
  preview(documents: unknown[], pagePath: string | null): Promise<PreviewAnswer> {
    const { state, content } = this.#loaded();
    return previewOf({ state, content, renderPath: this.#renderPath }, documents, pagePath);
  }

  async #render(change: SnapshotChange, outDir: string): Promise<RenderedSite> {
    const { state } = this.#loaded(null);
    const rendered: RenderedSite = {
      header: state.header,
      written: {},
      removed: [],
      rendered: 0,
      counts: {},
      quarantine: [],
      excluded: [],
      missingMedia: [],
      brokenLinks: [],
      emptyPages: [],
      brandProblems: [],
      isSearchStale: change.isWhole,
    };
    const isFirst = this.#files.pageCount === 0;
    const media = { mediaDir: this.#settings.MEDIA_DIR, known: this.#known };
    let excludedBefore = state.excluded;
    for (let next: SnapshotChange | null = change; next !== null;) {
      await this.#renderTouched(next, outDir, rendered);
      if (isFirst) await copyAssets(this.#clientDir, this.#files, this.#known, outDir, rendered);
      await this.#media.copy(this.#files, media, outDir, rendered);
      next = this.#readmit(excludedBefore) ?? this.#excludeDeadLink();
      excludedBefore = [];
    }
    return {
      ...rendered,
      removed: rendered.removed.filter((file) => !this.#files.has(file)),
      brandProblems: brandProblems(this.#loaded().content.colours),
      counts: this.#counts(),
      quarantine: state.quarantine,
      excluded: state.excluded,
      missingMedia: state.missingMedia,
      brokenLinks: this.#files.brokenLinks(),
      emptyPages: this.#emptyPages(),
    };
  }

  /** Renders what a change touches; again, as long as that shows that an entry has to be left out. */
  async #renderTouched(
    first: SnapshotChange,
    outDir: string,
    rendered: RenderedSite,
  ): Promise<void> {
    const todo = new Set<string>();
    for (let change: SnapshotChange | null = first; change !== null;) {
      if (change.documents.some(({ type }) => type !== 'page')) rendered.isSearchStale = true;
      for (const touched of this.#takeIn(change, outDir, rendered)) todo.add(touched);
      change = null;
      for (const sitePath of todo) {
        if (!this.#loaded().content.paths.has(sitePath)) {
          todo.delete(sitePath);
          continue;
        }
        try {
          await this.#renderFile(sitePath, outDir, rendered);
          todo.delete(sitePath);
        } catch (error) {
          change = this.#excludeCulprit(sitePath, error);
          break;
        }
      }
      await this.#writer.finish();
    }
  }

  /** Updates content and paths; returns the paths that have to be rendered. */
  #takeIn(change: SnapshotChange, outDir: string, rendered: RenderedSite): Set<string> {
    const { state } = this.#loaded(null);
    if (change.isWhole || this.#content === null) {
      this.#content = new Content(snapshotOf(state), this.#settings);
      showContent(this.#content, this.#settings.SITE_CACHE_DIR);
      this.#media.replaceAll(state);
      // What cannot be drawn fails once more, and is reported, when its own route is asked.
      this.#drawPictures(this.#content).catch(() => undefined);
      const { paths } = this.#content;
      const gone = this.#files.paths().filter((sitePath) => !paths.has(sitePath));
      this.#removeFiles(gone, outDir, rendered);
      this.#content.tags.takeTouched();
      return new Set(paths);
    }
    this.#content.update(change.documents);
    for (const { before, after } of change.documents) this.#media.replace(before, after);
    const { added, removed } = this.#content.paths.update();
    this.#removeFiles(removed, outDir, rendered);
    const touched = this.#files.pathsTouchedBy(this.#content.tags.takeTouched());
    return added.union(touched);
  }

  /** Has preview pictures drawn between the first pages: they take longer than pages, and stay. */
  async #drawPictures(content: Content): Promise<void> {
    const cacheDir = this.#settings.SITE_CACHE_DIR;
    if (cacheDir === undefined) return;
    const drawings = content.tags.untracked(() =>
      ogSubjects(content).map((subject) => ogImageSvg(content, subject)),
    );
    for (let next = 0; next < drawings.length; next += DRAWINGS_AT_ONCE) {
      const some = drawings.slice(next, next + DRAWINGS_AT_ONCE);
      await Promise.all(some.map((svg) => this.#writer.draw(svg, cacheDir)));
    }
  }

  #removeFiles(paths: Iterable<string>, outDir: string, rendered: RenderedSite): void {
    for (const sitePath of paths) {
      const file = fileOfPath(sitePath);
      if (!this.#files.has(file)) continue;
      this.#files.delete(file);
      rendered.removed.push(file);
      if (rendered.written[file] === undefined) continue;
      // Of an entry that is left out after all.
      delete rendered.written[file];
      removeSiteFile(outDir, file);
    }
  }

  async #renderFile(sitePath: string, outDir: string, rendered: RenderedSite): Promise<void> {
    const { content } = this.#loaded();
    const { result, tags } = await content.tags.record(() => this.#renderPath(sitePath));
    const { status, body } = result;
    if (status !== (sitePath === '/404/' ? 404 : 200)) {
      throw new RenderError(`The route answered ${status}.`);
    }
    rendered.rendered += 1;
    const file = fileOfPath(sitePath);
    const links = file.endsWith('.html')
      ? this.#files.linksOf(body.toString('utf8'), sitePath)
      : undefined;
    const hash = hashOf(body);
    const known = this.#files.get(file) ?? this.#known.get(file);
    const origin = { path: sitePath, tags, links };
    if (file.endsWith('.html')) this.#noteText(file, body);
    if (known?.hash === hash) {
      this.#files.set(file, known, origin);
      return;
    }
    const size = body.length;
    this.#files.set(file, { hash, size, encodings: [] }, origin);
    await this.#writer.write(outDir, file, body, (encodings) => {
      rendered.written[file] = { hash, size, encodings };
      this.#files.setEncodings(file, encodings);
    });
  }

  #noteText(file: string, body: Buffer): void {
    if (!NEEDED_PAGES.has(file)) return;
    if (hasText(body.toString('utf8'))) this.#textless.delete(file);
    else this.#textless.add(file);
  }

  #emptyPages(): string[] {
    return [...this.#textless].filter((file) => this.#files.has(file));
  }

  /**
   * Leaves out the entry whose page cannot be rendered.
   *
   * @throws RenderError if it is no single entry's page, or one that the site needs.
   */
  #excludeCulprit(sitePath: string, error: unknown): SnapshotChange {
    const { state, content } = this.#loaded();
    const reason = error instanceof Error ? error.message : String(error);
    const entry = entryOfPath(content, sitePath);
    if (entry === null || !mayBeLeftOut(entry) || state.excluded.length >= MOST_EXCLUDED) {
      const subject = describePath(content, sitePath);
      throw new RenderError(`The page of ${subject} cannot be rendered: ${reason}`, {
        cause: error,
      });
    }
    const problem = `Die Seite dieses Eintrags ließ sich nicht erzeugen; er wurde ausgelassen. Meldung: ${reason.slice(0, 300)}`;
    this.#deadLinks.delete(`${entry.type} ${entry.documentId}`);
    return this.#exclude(entry, problem);
  }

  #exclude({ type, documentId }: Excluded, problem: string): SnapshotChange {
    const change = this.#loaded().state.exclude(type, documentId, problem);
    if (change === null) throw new RenderError(`${type} ${documentId} cannot be left out.`);
    return change;
  }

  /** Leaves out an entry whose own text links to something that is not there. */
  #excludeDeadLink(): SnapshotChange | null {
    const { state, content } = this.#loaded();
    if (state.excluded.length >= MOST_EXCLUDED) return null;
    for (const { target, paths } of this.#files.deadLinks()) {
      for (const sitePath of paths) {
        const entry = entryOfPath(content, sitePath);
        if (entry === null || !mayBeLeftOut(entry)) continue;
        // All others that link there got the link from a template.
        if (!ownLinks(entry, this.#settings.SITE_ORIGIN + sitePath).includes(target)) continue;
        const problem = `Der Eintrag verweist auf ${target}, das es nicht gibt; er wurde ausgelassen. Bitte den Verweis berichtigen oder das Ziel veröffentlichen.`;
        this.#deadLinks.set(`${entry.type} ${entry.documentId}`, target);
        return this.#exclude(entry, problem);
      }
    }
    return null;
  }

  /**
   * Takes back in what an earlier change has left out, if that has lost its reason: a site that is
   * rendered anew would never have left it out.
   */
  #readmit(excluded: readonly Excluded[]): SnapshotChange | null {
    const { state } = this.#loaded();
    const still = state.excluded.filter((entry) => excluded.some(isSameEntry(entry)));
    const hasLostReason = ({ type, documentId }: Excluded) => {
      const target = this.#deadLinks.get(`${type} ${documentId}`);
      return target === undefined || this.#files.leadsSomewhere(target);
    };
    // Together, because they may wait for each other.
    if (!still.some(hasLostReason)) return null;
    const documents = still.flatMap((entry) => state.readmit(entry).documents);
    return { isWhole: false, documents };
  }

  #counts(): Record<string, number> {
    const { state, content } = this.#loaded();
    const pages = this.#files.pageCount;
    if (content.region === null) return { pages, regions: state.all('region-summary').length };
    const { offers, requests, organisations, stories } = content.counts;
    return { pages, listings: offers + requests, organisations, stories };
  }

  #loaded(): { state: SnapshotState; content: Content };
  #loaded(content: null): { state: SnapshotState };
  #loaded(content: Content | null = this.#content) {
    if (this.#state === null) throw new RenderError('There is no content yet: render all first.');
    return { state: this.#state, content };
  }
}

/** Pages without which a site must not go live. */
const NEEDED_PAGES: ReadonlySet<string> = new Set([
  'index.html',
  '404.html',
  ...LEGAL_PAGE_SLUGS.map((slug) => `${slug}/index.html`),
]);

/** Entries that others stand on, and pages that the law demands, are never left out. */
function mayBeLeftOut({ type, slug }: { type: DeltaType; slug: string }): boolean {
  const legal: readonly string[] = LEGAL_PAGE_SLUGS;
  return type !== 'organisation' && !(type === 'page' && legal.includes(slug));
}

function isSameEntry(a: Excluded): (b: Excluded) => boolean {
  return (b) => a.type === b.type && a.documentId === b.documentId;
}

/** Changes of documents, the other way round. */
export function inverse(changes: readonly DocumentChange[]): DocumentChange[] {
  return changes.map(
    ({ type, before, after }) => ({ type, before: after, after: before }) as DocumentChange,
  );
}
