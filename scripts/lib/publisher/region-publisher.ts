import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import {
  UMBRELLA,
  type Excluded,
  type FileFacts,
  type PreviewAnswer,
  type RenderedSite,
  type SearchIndexFiles,
  type SearchRecords,
} from '@portal/site/contract';
import { ContentFiles } from '../site-build/content-files.ts';
import { passGate } from '../site-build/gate.ts';
import type { OpenRenderer, Renderer, RendererSettings } from '../site-build/renderer.ts';
import { lowerPriority } from '../child-process.ts';
import { siteOriginOf } from '../config.ts';
import { describeError, errorCode, PortalError } from '../errors.ts';
import { NoAnswerError, type FeedClient } from '../feed-client.ts';
import { FileList } from '../file-list.ts';
import type { Logger } from '../logger.ts';
import type { DataPaths } from '../paths.ts';
import type { Release } from '../release.ts';
import { berlinDay } from './berlin-day.ts';
import {
  listAfter,
  type Incoming,
  type ReleaseStore,
  type SealedRelease,
} from './release-store.ts';
import { rollBack, unpin } from './roll-back.ts';
import { readWishes, writeWishes } from './wishes.ts';

/** What publishing needs from around it. */
export interface PublishContext {
  feed: FeedClient;
  openRenderer: OpenRenderer;
  store: ReleaseStore;
  paths: DataPaths;
  umbrellaOrigin: string;
  /** Sources and settings that sites are built with. */
  buildKey: string;
  logger: Logger;
  now: () => Date;
}

/** What ends publishing a region. */
export interface PublishLimits {
  /** Ends what is done in the background. */
  stopping: AbortSignal;
  /** Whether this process may still publish the region, asked right before a switch. */
  isOurs: () => Promise<boolean>;
}

/** What became of an attempt to publish. */
export interface Published {
  /** The newest release; live unless a rollback holds another one. */
  release: Release;
  kind: 'full' | 'incremental';
  /** Pages and endpoints that were rendered. */
  rendered: number;
}

/** A renderer with the content that it has taken in. */
interface Session {
  renderer: Renderer;
  revision: number;
  asOf: string;
  last: RenderedSite;
}

/** Up to here, the renderer is quicker with all records than another process is ready for them. */
const FEW_LISTINGS = 1_000;

/**
 * Publishes one region: fetches what has changed, renders what that touches, checks the site, makes
 * a release and switches to it. When anything fails, the live release stays as it was, and the next
 * attempt renders the whole site anew, unless only the CMS did not answer.
 */
export class RegionPublisher {
  readonly region: string;
  readonly #context: PublishContext;
  readonly #stopping: AbortSignal;
  readonly #isOurs: () => Promise<boolean>;
  readonly #content: ContentFiles;
  #session: Session | null = null;
  /** The newest release, which the next change leads on from. */
  #base: SealedRelease | null = null;
  #last: Promise<unknown> = Promise.resolve();
  #tidying: Promise<void> = Promise.resolve();
  #isDistrusted = false;
  /** Whether the last attempt failed because the CMS did not answer. */
  #wasUnanswered = false;

  /**
   * Makes a publisher that has not begun.
   *
   * @param region - Region slug or `umbrella`.
   * @param context - What publishing needs from around it.
   * @param limits - What ends it.
   */
  constructor(region: string, context: PublishContext, limits: PublishLimits) {
    this.region = region;
    this.#context = context;
    this.#stopping = limits.stopping;
    this.#isOurs = limits.isOurs;
    this.#content = new ContentFiles({
      feed: context.feed,
      region,
      snapshotsDir: context.paths.snapshotsDir,
      mediaDir: context.paths.mediaDir,
    });
  }

  /** Whether a change costs no more than what it touches. */
  get isWarm(): boolean {
    return this.#session?.renderer.isUsable ?? false;
  }

  /** Number of the renderer's process, if there is one. */
  get rendererPid(): number | undefined {
    return this.#session?.renderer.pid;
  }

  /** Whether it knows the content of the pages, and can make a search index of it. */
  get knowsContent(): boolean {
    return this.#session !== null;
  }

  /** Whether the search index shows less than the pages. */
  get isSearchStale(): boolean {
    const manifest = this.#base?.release.manifest;
    return manifest !== undefined && manifest.searchRevision < manifest.revision;
  }

  /**
   * Brings the region to its latest revision.
   *
   * @param wantedRevision - Revision that the CMS has reached.
   * @throws PortalError or an error of the operating system.
   */
  publish(wantedRevision: number, signal: AbortSignal): Promise<Published> {
    return this.#inTurn(async () => {
      const wasWarm = this.isWarm;
      try {
        const published = await this.#publish(wantedRevision, signal);
        this.#wasUnanswered = false;
        return published;
      } catch (error) {
        // The CMS is asked before anything is rendered: the next attempt can lead on from what there is.
        // Should it have no answer to this question alone, the one after that asks for everything.
        const isFirstSilence = error instanceof NoAnswerError && !this.#wasUnanswered;
        this.#wasUnanswered = isFirstSilence;
        if (isFirstSilence) throw error;
        this.close();
        if (!wasWarm || signal.aborted || isOfTheDisk(error)) throw error;
        // A change that does not fit is no reason to fail: the whole site is rendered instead.
        this.#context.logger.warn(
          { region: this.region, err: error },
          `rendering the change failed; rendering the whole site: ${describeError(error)}`,
        );
        try {
          return await this.#publish(wantedRevision, signal);
        } catch (secondError) {
          this.close();
          throw secondError;
        }
      }
    });
  }

  /** Brings the search index to the revision of the pages, while pages go on being published. */
  async refreshSearch(signal: AbortSignal): Promise<void> {
    // Which entries the pages leave out, a renderer has said, even if it is not kept any more.
    if (!this.knowsContent) await this.warmUp();
    const session = this.#session;
    if (session === null || !this.isSearchStale) return;
    if (this.#content.areDistrusted) await this.#inTurn(() => this.#renewContent());
    const { store } = this.#context;
    const incoming = await store.begin(this.region);
    try {
      const known = indexFilesOf(this.#base);
      const { excluded } = session.last;
      const index = await this.#buildSearch(excluded, known, incoming, signal);
      await this.#inTurn(async () => {
        const base = this.#base;
        if (base === null || signal.aborted) return;
        if (!isSameIndex(indexFilesOf(base), known)) {
          throw new Error('The search index has been replaced while the next one was made.');
        }
        const { manifest } = base.release;
        const searchRevision = Math.min(index.revision, manifest.revision);
        await this.#seal(incoming, index, { ...manifest, searchRevision });
      });
    } catch (error) {
      // The content that lies on the disk may be damaged. The pages' renderer has its own.
      this.#content.distrustFiles();
      throw error;
    } finally {
      await incoming.discard();
    }
  }

  /**
   * Has what a search server does not know yet written into a folder.
   *
   * @param knownFile - What it knows; null: nothing.
   * @throws PortalError if there is no renderer that could.
   */
  async searchRecords(
    knownFile: string | null,
    outDir: string,
    signal: AbortSignal,
  ): Promise<SearchRecords> {
    if (!this.isWarm) await this.warmUp();
    const last = this.#session?.last;
    if (knownFile === null && (last?.counts['listings'] ?? 0) > FEW_LISTINGS) {
      const { files: snapshotFiles } = this.#content;
      const request = { snapshotFiles, excluded: last?.excluded ?? [], knownFile, outDir };
      return this.#aside(signal, (renderer) => renderer.searchRecords(request));
    }
    return this.#inTurn(async () => {
      const session = this.#session;
      if (session === null) throw new Error(`There is no renderer for ${this.region}.`);
      const request = { snapshotFiles: null, excluded: [], knownFile, outDir };
      return abortable(session.renderer, signal, () => session.renderer.searchRecords(request));
    });
  }

  /**
   * Renders a page with drafts in place of what is published.
   *
   * @throws PortalError if there is no renderer that could.
   */
  async preview(documents: unknown[], pagePath: string | null): Promise<PreviewAnswer> {
    // The region may be another publisher's, which alone may change what is in its folder.
    if (!this.isWarm) await this.#inTurn(() => this.#warmUp({ tidies: false }));
    const session = this.#session;
    if (session === null) throw new Error(`There is no renderer for ${this.region}.`);
    await this.#content.fetchImagesOf(documents);
    return session.renderer.preview({ documents, path: pagePath });
  }

  /** Renders the whole site in the background, so that the first change is as quick as the next. */
  warmUp(): Promise<void> {
    return this.#inTurn(() => this.#warmUp({ tidies: true }));
  }

  /**
   * Makes a kept release live and holds it there, whatever is being published meanwhile.
   *
   * @throws RollbackError if it is not kept any more.
   */
  rollBack(releaseId: string): Promise<void> {
    return rollBack(this.#context.store, this.region, releaseId);
  }

  /** Ends a rollback: the newest release is live again. */
  async unpin(): Promise<void> {
    await unpin(this.#context.store, this.region);
  }

  /**
   * Forgets the live release's files, so that the next attempt writes all of them anew. If a rollback
   * holds it, that is over.
   */
  distrustFiles(): Promise<void> {
    return this.#inTurn(async () => {
      this.close();
      this.#isDistrusted = true;
      // Sites share the files of pictures with the folder that they are fetched to.
      this.#content.distrustImages();
      const regionDir = this.#context.store.regionDir(this.region);
      const { pinnedRelease } = await readWishes(regionDir);
      if (pinnedRelease !== null) await this.#endRollback(pinnedRelease);
    });
  }

  /**
   * Writes the whole site anew from what the CMS has now, and removes everything that was kept of
   * earlier ones: releases, assets, content and pictures made while rendering.
   *
   * @throws PortalError or an error of the operating system; earlier releases are kept then.
   */
  purge(signal: AbortSignal): Promise<void> {
    return this.#inTurn(async () => {
      const { store, paths } = this.#context;
      this.close();
      this.#isDistrusted = true;
      await writeWishes(store.regionDir(this.region), { pinnedRelease: null });
      await rm(path.join(paths.siteCacheDir, this.region), { recursive: true, force: true });
      try {
        await this.#publish(0, signal);
      } catch (error) {
        this.close();
        throw error;
      }
      await this.#tidying;
      if (this.#base !== null) await store.removeAllBut(this.region, this.#base.release);
    });
  }

  /** Ends the renderer; the next attempt opens another. */
  close(): void {
    this.#session?.renderer.close();
    this.#session = null;
  }

  /** Ends the renderer once nobody uses it; the search index can still follow the pages. */
  closeWhenIdle(): void {
    void this.#inTurn(() => {
      this.#session?.renderer.close();
      return Promise.resolve();
    });
  }

  /** Resolves when nothing runs any more. */
  async settled(): Promise<void> {
    await this.#last.catch(() => undefined);
    await this.#tidying;
  }

  async #publish(wantedRevision: number, signal: AbortSignal): Promise<Published> {
    const { store, now } = this.#context;
    const startedAt = performance.now();
    const base = await this.#loadBase();
    const incoming = await store.begin(this.region);
    try {
      const kind = this.isWarm && base !== null ? 'incremental' : 'full';
      const { rendered, index } = await this.#render(base, incoming, signal);
      const written = { ...rendered.written, ...index?.written };
      let searchRevision =
        index?.revision ?? (base === null ? 0 : searchRevisionAfter(base.release, rendered));
      if (this.region === UMBRELLA) searchRevision = rendered.header.revision;

      const removed = [...rendered.removed, ...(index?.removed ?? [])];
      const files = listAfter(base, { written, removed });
      await this.#pass(rendered, wantedRevision, files, [incoming.siteDir, base]);
      const release = await this.#seal(
        incoming,
        { written, removed, files },
        {
          region: this.region,
          revision: rendered.header.revision,
          searchRevision,
          day: berlinDay(now()),
          buildKey: this.#context.buildKey,
          counts: rendered.counts,
          quarantine: [
            ...rendered.quarantine,
            ...this.#content.missingImages(rendered.missingMedia),
          ],
        },
      );
      this.#isDistrusted = false;
      await this.#forgetAcceptance();
      this.#log(release, base, kind, rendered.rendered, performance.now() - startedAt);
      return { release, kind, rendered: rendered.rendered };
    } finally {
      await incoming.discard();
    }
  }

  async #render(
    base: SealedRelease | null,
    incoming: Incoming,
    signal: AbortSignal,
  ): Promise<{ rendered: RenderedSite; index: SearchIndexFiles | null }> {
    // Pages read the index that the same sources have made.
    const isOfOtherSources = base?.release.manifest.buildKey !== this.#context.buildKey;
    if (isOfOtherSources && this.region !== UMBRELLA) {
      return this.#renderWithIndex(base, incoming, signal);
    }
    const rendered =
      base !== null && this.isWarm
        ? await this.#renderChange(incoming, signal)
        : await this.#renderAll(base, incoming, signal);
    return { rendered, index: null };
  }

  /** Renders all pages and, beside them, the search index: there is none that could be carried over. */
  async #renderWithIndex(
    base: SealedRelease | null,
    incoming: Incoming,
    signal: AbortSignal,
  ): Promise<{ rendered: RenderedSite; index: SearchIndexFiles }> {
    const snapshot = this.#content.fetchSnapshot();
    const pagesFailed = new AbortController();
    const either = AbortSignal.any([signal, pagesFailed.signal]);
    const known = indexFilesOf(base);
    const early = snapshot
      .then(() => this.#buildSearch([], known, incoming, either))
      .catch(() => null);
    let rendered: RenderedSite;
    try {
      rendered = await this.#renderSnapshot(snapshot, base, incoming, signal);
    } catch (error) {
      pagesFailed.abort();
      throw error;
    } finally {
      await early;
    }
    const index = await early;
    const { excluded } = rendered;
    if (index !== null && excluded.length === 0) return { rendered, index };
    // Once more, without what the pages leave out.
    await rm(path.join(incoming.siteDir, 'pagefind'), { recursive: true, force: true });
    return { rendered, index: await this.#buildSearch(excluded, known, incoming, signal) };
  }

  async #renderChange(incoming: Incoming, signal: AbortSignal): Promise<RenderedSite> {
    const session = this.#session;
    if (session === null) throw new Error('There is no renderer.');
    const isToday = session.asOf === berlinDay(this.#context.now());
    const delta = isToday ? await this.#content.fetchDelta(session.revision, session.asOf) : null;
    const { file } = delta ?? (await this.#content.fetchSnapshot());
    const rendered = await abortable(session.renderer, signal, () =>
      session.renderer.renderChange({
        source: delta === null ? 'snapshot' : 'delta',
        file,
        outDir: incoming.siteDir,
      }),
    );
    this.#note(session.renderer, rendered);
    return rendered;
  }

  #renderAll(
    base: SealedRelease | null,
    incoming: Incoming,
    signal: AbortSignal,
  ): Promise<RenderedSite> {
    return this.#renderSnapshot(this.#content.fetchSnapshot(), base, incoming, signal);
  }

  async #renderSnapshot(
    snapshot: Promise<{ file: string }>,
    base: SealedRelease | null,
    incoming: Incoming,
    signal: AbortSignal,
  ): Promise<RenderedSite> {
    this.close();
    // Pages take a moment until they are ready to be rendered: meanwhile the content arrives.
    const opening = this.#context.openRenderer({
      ...this.#rendererSettings(),
      onLoss: (reason) => {
        this.#context.logger.warn(
          { region: this.region, err: reason },
          `the renderer is gone; the next change takes a whole rendering: ${describeError(reason)}`,
        );
      },
    });
    const [opened, fetched] = await Promise.allSettled([opening, snapshot]);
    if (opened.status === 'rejected') throw opened.reason;
    const renderer = opened.value;
    try {
      if (fetched.status === 'rejected') throw fetched.reason;
      const { file } = fetched.value;
      const rendered = await abortable(renderer, signal, () =>
        renderer.renderAll({
          snapshotFile: file,
          outDir: incoming.siteDir,
          ...(base !== null && { knownFiles: Object.fromEntries(base.files.entries()) }),
        }),
      );
      this.#note(renderer, rendered);
      return rendered;
    } catch (error) {
      renderer.close();
      throw error;
    }
  }

  async #warmUp({ tidies }: { tidies: boolean }): Promise<void> {
    if (this.isWarm || this.#stopping.aborted) return;
    const { store } = this.#context;
    const base = await this.#loadBase();
    const incoming = await store.begin(this.region);
    try {
      const rendered = await this.#renderAll(base, incoming, this.#stopping);
      const isSame =
        base?.release.manifest.revision === rendered.header.revision &&
        Object.keys(rendered.written).length === 0 &&
        rendered.removed.length === 0;
      // What differs from the release is only on its way to one: the next attempt begins anew.
      if (!isSame) this.close();
      else if (tidies) await store.tidy(this.region, base, this.#context.now());
    } catch (error) {
      this.close();
      throw error;
    } finally {
      await incoming.discard();
    }
  }

  #note(renderer: Renderer, rendered: RenderedSite): void {
    const { revision, asOf } = rendered.header;
    this.#session = { renderer, revision, asOf, last: rendered };
  }

  /**
   * Fetches the content for a search index anew. The pages' renderer has not taken it in, so that its
   * next change comes as a snapshot as well.
   */
  async #renewContent(): Promise<void> {
    await this.#content.fetchSnapshot();
    this.#content.distrustFiles();
  }

  async #buildSearch(
    excluded: readonly Excluded[],
    knownFiles: Record<string, FileFacts>,
    incoming: Incoming,
    signal: AbortSignal,
  ): Promise<SearchIndexFiles> {
    const request = {
      snapshotFiles: this.#content.files,
      excluded: [...excluded],
      outDir: incoming.siteDir,
      knownFiles,
    };
    return this.#aside(signal, (renderer) => renderer.searchIndex(request));
  }

  /** Works with a process of its own: the warm renderer stays free for the next change. */
  async #aside<T>(signal: AbortSignal, work: (renderer: Renderer) => Promise<T>): Promise<T> {
    const renderer = await this.#context.openRenderer(this.#rendererSettings());
    try {
      if (renderer.pid !== undefined) lowerPriority(renderer.pid);
      return await abortable(renderer, signal, () => work(renderer));
    } finally {
      renderer.close();
    }
  }

  async #pass(
    rendered: RenderedSite,
    wantedRevision: number,
    files: FileList,
    [siteDir, base]: [string, SealedRelease | null],
  ): Promise<void> {
    const { store } = this.#context;
    const { acceptedLoss } = await readWishes(store.regionDir(this.region));
    const live = await store.live(this.region);
    passGate({
      region: this.region,
      wantedRevision,
      rendered,
      hasFile: (file) => files.get(file) !== undefined,
      searchEntry:
        (await readText(path.join(siteDir, SEARCH_ENTRY))) ??
        (base && (await readText(path.join(base.release.directory, 'site', SEARCH_ENTRY)))),
      liveCounts: live?.manifest.counts ?? null,
      mayLose: acceptedLoss !== null && rendered.header.revision >= acceptedLoss,
    });
  }

  async #seal(
    incoming: Incoming,
    changed: Parameters<ReleaseStore['seal']>[1],
    input: Parameters<ReleaseStore['seal']>[3],
  ): Promise<Release> {
    const { store, now } = this.#context;
    const { region, revision, searchRevision, day, buildKey, counts, quarantine } = input;
    const sealed = await store.seal(
      incoming,
      changed,
      this.#base,
      { region, revision, searchRevision, day, buildKey, counts, quarantine },
      now(),
    );
    this.#base = sealed;
    await store.alone(region, async () => {
      const wanted = (await this.#pinned()) ?? sealed.release;
      const live = await store.live(region);
      if (live?.directory === wanted.directory) return;
      // A process that slept may have been replaced meanwhile, by one that is further.
      if (!(await this.#isOurs())) throw takenOver(region);
      await store.switchTo(wanted);
    });
    this.#tidying = this.#tidying
      .then(() => store.tidy(region, sealed, now()))
      .catch((error: unknown) => {
        this.#context.logger.warn({ region: this.region, err: error }, describeError(error));
      });
    return sealed.release;
  }

  /** The newest release with its files; null if there is none that could be carried over. */
  async #loadBase(): Promise<SealedRelease | null> {
    if (this.#isDistrusted) {
      this.#base = null;
      return null;
    }
    const { store, logger } = this.#context;
    const [newest] = await store.kept(this.region);
    if (newest === undefined) {
      this.#base = null;
      this.close();
      return null;
    }
    if (this.#base?.release.directory === newest.directory) {
      // A rollback may have lent it files of another release since.
      this.#base = { ...this.#base, release: newest };
      return this.#base;
    }
    // Somebody else published, or the process is new.
    this.close();
    try {
      this.#base = { release: newest, files: await FileList.read(newest) };
    } catch (error) {
      logger.warn({ region: this.region, err: error }, describeError(error));
      this.#base = null;
    }
    return this.#base;
  }

  /** An agreed loss is agreed once. */
  async #forgetAcceptance(): Promise<void> {
    const regionDir = this.#context.store.regionDir(this.region);
    const { acceptedLoss } = await readWishes(regionDir);
    if (acceptedLoss !== null) await writeWishes(regionDir, { acceptedLoss: null });
  }

  /** The release that a rollback holds; a rollback to one that is damaged or gone is over. */
  async #pinned(): Promise<Release | null> {
    const { store } = this.#context;
    const { pinnedRelease } = await readWishes(store.regionDir(this.region));
    if (pinnedRelease === null) return null;
    const kept = await store.kept(this.region);
    const pinned = kept.find(({ manifest }) => manifest.releaseId === pinnedRelease);
    if (pinned !== undefined) return pinned;
    await this.#endRollback(pinnedRelease);
    return null;
  }

  async #endRollback(pinnedRelease: string): Promise<void> {
    const { store, logger } = this.#context;
    logger.error({ region: this.region }, `release ${pinnedRelease} cannot be held: it is damaged`);
    await writeWishes(store.regionDir(this.region), { pinnedRelease: null });
  }

  #rendererSettings(): RendererSettings {
    const { paths, umbrellaOrigin } = this.#context;
    return {
      region: this.region,
      mediaDir: paths.mediaDir,
      cacheDir: path.join(paths.siteCacheDir, this.region),
      siteOrigin: siteOriginOf(this.region, umbrellaOrigin),
      umbrellaOrigin,
    };
  }

  #log(
    { manifest: { revision, releaseId } }: Release,
    base: SealedRelease | null,
    kind: Published['kind'],
    rendered: number,
    tookMs: number,
  ): void {
    const isSame = base?.release.manifest.releaseId === releaseId;
    this.#context.logger.info(
      { region: this.region, revision, releaseId, kind, rendered, tookMs: Math.round(tookMs) },
      isSame
        ? `revision ${revision} changes no page; release ${releaseId} stays`
        : `revision ${revision} is live as release ${releaseId}`,
    );
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const run = this.#last.then(work, work);
    this.#last = run.catch(() => undefined);
    return run;
  }
}

const SEARCH_ENTRY = 'pagefind/pagefind-entry.json';

function searchRevisionAfter({ manifest }: Release, rendered: RenderedSite): number {
  const wasCurrent = manifest.searchRevision === manifest.revision;
  return wasCurrent && !rendered.isSearchStale ? rendered.header.revision : manifest.searchRevision;
}

/** What a release has of a search index. */
function indexFilesOf(release: SealedRelease | null): Record<string, FileFacts> {
  const files = [...(release?.files.entries() ?? [])];
  return Object.fromEntries(files.filter(([file]) => file.startsWith('pagefind/')));
}

function isSameIndex(a: Record<string, FileFacts>, b: Record<string, FileFacts>): boolean {
  const files = Object.keys(a);
  return (
    files.length === Object.keys(b).length && files.every((file) => a[file]?.hash === b[file]?.hash)
  );
}

async function abortable<T>(
  renderer: Renderer,
  signal: AbortSignal,
  work: () => Promise<T>,
): Promise<T> {
  const onAbort = () => {
    renderer.close();
  };
  signal.addEventListener('abort', onAbort, { once: true });
  try {
    if (signal.aborted) onAbort();
    return await work();
  } finally {
    signal.removeEventListener('abort', onAbort);
  }
}

function takenOver(region: string): PortalError {
  return new PortalError(`Another publisher has taken over ${region}.`, {
    hint: 'It publishes the region; nothing has to be done.',
    forEditors: 'Ein anderer Publisher hat die Region übernommen und veröffentlicht sie.',
  });
}

/** Errors of the disk come again whatever is rendered. */
function isOfTheDisk(error: unknown): boolean {
  for (let current = error; current instanceof Error; current = current.cause) {
    if (['ENOSPC', 'EDQUOT', 'EROFS', 'EFBIG'].includes(errorCode(current) ?? '')) return true;
  }
  return false;
}

async function readText(file: string): Promise<string | null> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return null;
    throw error;
  }
}
