import { lstat } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import {
  UMBRELLA,
  type Command,
  type Hint,
  type PreviewAnswer,
  type PreviewClaims,
  type RegionReport,
} from '@portal/site/contract';
import { GateError } from '../site-build/gate.ts';
import { siteOriginOf } from '../config.ts';
import { describeError, describeErrorForEditors, PortalError } from '../errors.ts';
import type { SearchServerClient } from '../search-server/client.ts';
import { SearchServer, type SearchServerStatus } from '../search-server/search-server.ts';
import { CURRENT_LINK } from '../release.ts';
import { berlinDay } from './berlin-day.ts';
import type { Lease, Leases } from './leases.ts';
import type { Metrics } from './metrics.ts';
import type { NetlifyTarget } from './netlify-target.ts';
import type { OperatorMail } from './operator-mail.ts';
import { removeUnusedMedia } from './unused-media.ts';
import { RegionPublisher, type PublishContext } from './region-publisher.ts';
import { RegionStatus, type RemoteSite } from './region-status.ts';
import { RollbackError } from './roll-back.ts';
import { SearchRefresher } from './search-refresher.ts';
import { WarmRegions } from './warm-regions.ts';
import { readWishes, writeWishes } from './wishes.ts';

const CMS_RETRY_MS = 2_000;
const SHORTEST_PAUSE_MS = 100;
/** The umbrella waits for the regions whose news it shows, but not for one that hangs. */
const UMBRELLA_PATIENCE_MS = 2_000;
/** Another publisher works on the region: a look at the disk tells soon enough. */
const FOREIGN_RETRY_MS = 1_000;

/** Answer of `GET /status`. */
export interface PublisherStatus {
  /** Every region and the umbrella has been compared with the CMS and was live since the start. */
  ready: boolean;
  regions: Record<string, RegionReport>;
  umbrella: RegionReport;
  /** The search server and its indexes; null: there is none. */
  searchServer: SearchServerStatus | null;
}

/** What the reconciler needs, beyond what publishing needs. */
export interface ReconcilerOptions extends PublishContext {
  leases: Leases;
  metrics: Metrics;
  mail: OperatorMail;
  /** Regions that Netlify builds and serves; null: none. */
  netlify: NetlifyTarget | null;
  /** Server whose indexes are kept at what is live; null: visitors search with Pagefind alone. */
  searchServer: { host: string; client: SearchServerClient; checkMs?: number } | null;
  /** Longest time between two comparisons with the CMS, in milliseconds. */
  pollMs?: number;
  /** Regions that are published at the same time. */
  parallel?: number;
  /** Regions whose renderers are kept; each takes some 150 MB. */
  warmRegions?: number;
  random?: () => number;
}

/** A command that cannot be carried out; the message is for editors. */
export class CommandError extends PortalError {
  override name = 'CommandError';
}

/**
 * Keeps every region's live release at the CMS's revision. It acts on the difference that it
 * finds, never on a message: a lost hint, a crash or a restart only costs time.
 *
 * A region waits in the queue at most once, and is published with the newest content when its turn
 * comes; the queue is first come, first served, so no region starves. The umbrella lets those go
 * first that came with it: a publish is seen first on the region's own site.
 */
export class Reconciler {
  readonly #options: ReconcilerOptions;
  readonly #pollMs: number;
  readonly #parallel: number;
  readonly #random: () => number;
  readonly #statuses = new Map<string, RegionStatus>();
  readonly #publishers = new Map<string, RegionPublisher>();
  readonly #leases = new Map<string, Lease>();
  readonly #queue = new Set<string>();
  readonly #running = new Map<string, Promise<void>>();
  /** What was on its way when the umbrella was put into the queue, and when that was. */
  #umbrellaWaits = { for: new Set<string>(), since: 0 };
  readonly #stop = new AbortController();
  readonly #warm: WarmRegions;
  readonly #search: SearchRefresher;
  readonly #searchServer: SearchServer | null;
  #cmsProblem: string | null = null;
  #hasCompared = false;
  #wasReady = false;
  #compareAgain = false;
  #comparing: Promise<void> | null = null;
  #reporting: Promise<void> | null = null;
  #timer: NodeJS.Timeout | null = null;

  constructor(options: ReconcilerOptions) {
    this.#options = options;
    this.#pollMs = options.pollMs ?? 15_000;
    this.#parallel = options.parallel ?? Math.max(1, availableParallelism());
    this.#random = options.random ?? Math.random;
    this.#warm = new WarmRegions(options.warmRegions ?? 6, options.logger);
    this.#search = new SearchRefresher(
      (region) => this.#refreshSearch(region),
      options.logger,
      this.#stop.signal,
    );
    this.#searchServer = this.#openSearchServer();
    this.#statusOf(UMBRELLA);
  }

  /** Cleans up after a crash, reads what is live and begins to compare. */
  async start(): Promise<void> {
    const { store } = this.#options;
    for (const region of await store.regions()) {
      if (!(await store.isWithdrawn(region))) await this.#readLive(region);
    }
    this.wake();
  }

  /** Ends what runs and waits until nothing does any more. */
  async stop(): Promise<void> {
    this.#stop.abort();
    if (this.#timer !== null) clearTimeout(this.#timer);
    for (const publisher of this.#publishers.values()) publisher.close();
    await Promise.all([this.#comparing, ...this.#running.values(), this.#reporting]);
    await this.#search.stopped();
    await this.#searchServer?.stopped();
    await this.#options.netlify?.stop();
    for (const publisher of this.#publishers.values()) {
      publisher.close();
      await publisher.settled();
    }
    await this.#options.leases.close();
  }

  /** Compares with the CMS now; called on every hint. */
  wake(hint?: Hint): void {
    if (this.#stop.signal.aborted) return;
    if (hint !== undefined) {
      const status = this.#statuses.get(hint.data.region);
      if (status !== undefined) status.changedAt ??= Date.parse(hint.timestamp);
      status?.noteAnnounced(hint.data.revision, this.#nowMs());
    }
    if (this.#comparing !== null) {
      this.#compareAgain = true;
      return;
    }
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#comparing = this.#compare().finally(() => {
      this.#comparing = null;
      if (this.#compareAgain) {
        this.#compareAgain = false;
        this.wake();
      } else {
        this.#wakeLater();
      }
    });
  }

  /** State of all regions. */
  status(): PublisherStatus {
    const reports = [...this.#statuses].map(
      ([region, status]) => [region, status.report(this.#cmsProblem)] as const,
    );
    const isReady = this.#hasCompared && reports.every(([, { state }]) => state === 'live');
    this.#wasReady ||= isReady;
    return {
      ready: this.#wasReady,
      regions: Object.fromEntries(reports.filter(([region]) => region !== UMBRELLA)),
      umbrella: this.#statusOf(UMBRELLA).report(this.#cmsProblem),
      searchServer: this.#searchServer?.status() ?? null,
    };
  }

  /** Whether a region is known, for those who ask before they get a certificate for its host. */
  hasRegion(region: string): boolean {
    return this.#statuses.has(region);
  }

  /** Numbers of the processes that render, by region; for measurements. */
  rendererPids(): Record<string, number> {
    return Object.fromEntries(
      [...this.#publishers].flatMap(([region, { rendererPid }]) =>
        rendererPid === undefined ? [] : [[region, rendererPid]],
      ),
    );
  }

  /**
   * Carries out what an editor has decided.
   *
   * @returns The region afterwards.
   * @throws {@link CommandError} saying in German why it cannot be done.
   */
  async command({ type, data }: Command): Promise<RegionReport> {
    const { region } = data;
    const status = this.#statuses.get(region);
    if (status === undefined) throw refusedCommand(`Die Region „${region}“ gibt es nicht.`);
    if (status.remote !== null) {
      throw refusedCommand(
        'Diese Website liegt bei Netlify; frühere Fassungen macht die Technik dort wieder sichtbar.',
      );
    }
    const publisher = this.#publisherOf(region);
    switch (type) {
      case 'region.rollback':
        await publisher.rollBack(data.releaseId).catch((error: unknown) => {
          if (error instanceof RollbackError) throw refusedCommand(error.forEditors ?? '');
          throw error;
        });
        break;
      case 'region.unpin':
        await publisher.unpin();
        break;
      case 'region.accept-loss':
        await writeWishes(this.#options.store.regionDir(region), { acceptedLoss: data.revision });
        status.failure = null;
        break;
      case 'region.purge':
        if (!(await this.#takeLease(region))) {
          throw refusedCommand('Ein anderer Publisher hat die Region; bitte dort bereinigen.');
        }
        await publisher.purge(this.#stop.signal);
        await removeUnusedMedia(this.#options.store, this.#options.paths.mediaDir);
        await this.#readLive(region);
        await this.#rebuildIndex(region, status);
        break;
    }
    await this.#readLive(region);
    this.#report();
    this.wake();
    return status.report(this.#cmsProblem);
  }

  /**
   * Renders an entry as it would be if it were published.
   *
   * @returns Null if there is no such entry.
   * @throws PortalError if the CMS or the renderer fails.
   */
  async preview(claims: PreviewClaims): Promise<PreviewAnswer | null> {
    if (!this.#statuses.has(claims.region)) return null;
    const documents = await this.#options.feed.draft(claims);
    if (documents === null) return null;
    const publisher = this.#publisherOf(claims.region);
    this.#warm.use(publisher);
    return publisher.preview(documents, null);
  }

  /** Renders a file that a page of a preview needs, from what is published. */
  previewFile(region: string, pathname: string): Promise<PreviewAnswer> {
    const publisher = this.#publisherOf(region);
    this.#warm.use(publisher);
    return publisher.preview([], pathname);
  }

  /** Publishes the site of a region anew, every file of it, because one on the disk is damaged. */
  async distrustFiles(region: string): Promise<void> {
    await this.#publisherOf(region).distrustFiles();
    this.#enqueue(region);
    this.#work();
  }

  async #compare(): Promise<void> {
    const { feed, logger } = this.#options;
    try {
      const answer = await feed.regions();
      if (this.#cmsProblem !== null) logger.info('the CMS answers again');
      this.#cmsProblem = null;
      const revisions = new Map(answer.regions.map(({ slug, revision }) => [slug, revision]));
      await this.#withdrawMissing(revisions);
      // The umbrella last, because it waits for those before it.
      for (const [region, revision] of [
        ...revisions,
        [UMBRELLA, answer.umbrella.revision] as const,
      ]) {
        const status = this.#statusOf(region);
        status.noteRevision(revision, this.#nowMs());
        if (this.#options.netlify?.has(region) === true) {
          await this.#wantRemote(region, status);
          continue;
        }
        await this.#compareRegion(region, status);
      }
      this.#hasCompared = true;
      this.#searchServer?.check(this.#indexedRegions());
    } catch (error) {
      const problem = describeErrorForEditors(error);
      if (this.#cmsProblem !== problem) logger.error({ err: error }, describeError(error));
      this.#cmsProblem = problem;
    }
    this.#work();
    this.#report();
    this.#observe();
  }

  /** Looks whether a region needs a new release; what is wrong with its folder is its own problem. */
  async #compareRegion(region: string, status: RegionStatus): Promise<void> {
    try {
      await this.#options.store.addRegion(region);
      await this.#readLive(region);
    } catch (error) {
      this.#noteFailure(region, status, error);
      return;
    }
    if (this.#isDue(status)) this.#enqueue(region);
    else if (this.#isCurrent(status)) status.noteLive(this.#nowMs());
    this.#search.check(region, this.#isSearchStale(status));
    this.#wantIndex(region, status);
  }

  /** Has the index of the search server follow what is live; a rollback goes without it. */
  #wantIndex(region: string, { live, pinnedRelease, failure }: RegionStatus): void {
    if (region === UMBRELLA || live === null || pinnedRelease !== null) return;
    // What a failed attempt has read is not live.
    if (failure === null) this.#searchServer?.want(region, live.manifest);
  }

  async #rebuildIndex(region: string, status: RegionStatus): Promise<void> {
    if (this.#searchServer === null || region === UMBRELLA) return;
    this.#wantIndex(region, status);
    try {
      await this.#searchServer.rebuild(region);
    } catch (error) {
      this.#options.logger.error({ region, err: error }, describeError(error));
      throw refusedCommand(
        'Die Website ist bereinigt, der Suchserver aber nicht: Er antwortet nicht oder hat einen Fehler gemeldet. Bitte den Suchserver prüfen und danach noch einmal bereinigen.',
      );
    }
  }

  /** Regions whose sites are served here, and can ask the search server. */
  #indexedRegions(): string[] {
    return [...this.#statuses]
      .filter(([region, { remote }]) => region !== UMBRELLA && remote === null)
      .map(([region]) => region);
  }

  #openSearchServer(): SearchServer | null {
    const { searchServer, paths, buildKey, logger, metrics, now } = this.#options;
    if (searchServer === null) return null;
    return new SearchServer({
      ...searchServer,
      releasesDir: paths.releasesDir,
      dir: paths.searchServerDir,
      records: async (region, knownFile, outDir) => {
        if (!this.#statuses.has(region) || !(await this.#takeLease(region))) return null;
        const publisher = this.#publisherOf(region);
        this.#warm.use(publisher);
        return publisher.searchRecords(knownFile, outDir, this.#stop.signal);
      },
      onFill: (region, facts) => {
        metrics.filled(region, facts);
      },
      buildKey,
      logger,
      now,
      random: this.#random,
      stopping: this.#stop.signal,
    });
  }

  /** Has a site brought up to date that Netlify builds and serves. */
  async #wantRemote(region: string, status: RegionStatus): Promise<void> {
    const { netlify } = this.#options;
    if (netlify === null) return;
    const isOurs = await this.#takeLease(region);
    if (isOurs) netlify.want(region, status.cmsRevision);
    status.remote = netlify.report(region) ?? {
      ...{ state: 'queued', liveRevision: 0, releaseId: null, deployedAt: null, lastError: null },
    };
  }

  /** Takes in what became of a site that Netlify builds and serves. */
  noteRemote(region: string, report: RemoteSite & { attempts: number }): void {
    const status = this.#statuses.get(region);
    if (status === undefined || this.#stop.signal.aborted) return;
    const wasFailed = status.remote?.state === 'failed';
    status.remote = report;
    const { mail, metrics } = this.#options;
    if (report.state === 'live') {
      mail.recovered(region);
      status.noteLive(this.#nowMs());
    } else if (report.state === 'failed' && !wasFailed) {
      metrics.failed(region);
      mail.failed(region, {
        attempts: report.attempts,
        message: report.lastError ?? '',
        hint: 'The deploy log at Netlify says more.',
      });
    }
    this.#report();
  }

  #work(): void {
    for (const region of this.#queue) {
      if (this.#running.size >= this.#parallel || this.#stop.signal.aborted) return;
      if (this.#running.has(region)) continue;
      if (region === UMBRELLA && this.#mustUmbrellaWait()) continue;
      this.#queue.delete(region);
      const run = this.#publish(region).finally(() => {
        this.#running.delete(region);
        this.#umbrellaWaits.for.delete(region);
        this.#report();
        this.#work();
        this.#wakeLater();
      });
      this.#running.set(region, run);
    }
    if (this.#running.size === 0 && this.#queue.size === 0 && !this.#stop.signal.aborted) {
      this.#warm.warmUp(this.#liveRegions(), (publisher) => this.#warmUp(publisher));
    }
  }

  async #publish(region: string): Promise<void> {
    const status = this.#statusOf(region);
    const target = this.#target(status);
    const { metrics, mail } = this.#options;
    const startedAt = performance.now();
    try {
      if (await this.#takeLease(region)) {
        status.phase = 'building';
        this.#report();
        const publisher = this.#publisherOf(region);
        this.#warm.use(publisher);
        const { release, kind, rendered } = await publisher.publish(
          status.cmsRevision,
          this.#stop.signal,
        );
        // The content may be newer than the last comparison.
        status.cmsRevision = Math.max(status.cmsRevision, release.manifest.revision);
        mail.recovered(region);
        const isTimed = status.changedAt !== null;
        status.noteLive(this.#nowMs());
        metrics.published(region, {
          publishToLiveMs: isTimed ? status.publishToLiveMs : null,
          buildMs: performance.now() - startedAt,
          kind,
          filesRendered: rendered,
        });
        this.#search.note(region, publisher.isSearchStale);
      }
      await this.#readLive(region);
      this.#wantIndex(region, status);
    } catch (error) {
      if (!this.#stop.signal.aborted) this.#noteFailure(region, status, error, target);
      // What is live is asked again with the next comparison, should it not be readable now.
      await this.#readLive(region).catch(() => undefined);
    }
    // A change that came meanwhile has put the region into the queue again.
    status.phase = this.#queue.has(region) ? 'queued' : 'idle';
    if (status.phase === 'queued' && this.#isCurrent(status)) {
      this.#queue.delete(region);
      status.phase = 'idle';
    }
  }

  #noteFailure(
    region: string,
    status: RegionStatus,
    error: unknown,
    target = this.#target(status),
  ): void {
    const { logger, metrics, mail } = this.#options;
    logger.error({ region, err: error }, describeError(error));
    const message = describeErrorForEditors(error);
    const refusal = error instanceof GateError ? error.refusal : null;
    status.fail({ message, target, refusal }, this.#nowMs(), this.#random);
    if (refusal === null) metrics.failed(region);
    else metrics.refused(region);
    mail.failed(region, {
      attempts: status.failure?.attempts ?? 1,
      message,
      hint: error instanceof PortalError ? error.hint : null,
    });
  }

  async #refreshSearch(region: string): Promise<void> {
    if (!this.#statuses.has(region) || !(await this.#takeLease(region))) return;
    const publisher = this.#publisherOf(region);
    this.#warm.use(publisher);
    await publisher.refreshSearch(this.#stop.signal);
    await this.#readLive(region);
    this.#search.note(region, publisher.isSearchStale);
    this.#report();
  }

  #mustUmbrellaWait(): boolean {
    const { for: others, since } = this.#umbrellaWaits;
    return others.size > 0 && this.#nowMs() - since < UMBRELLA_PATIENCE_MS;
  }

  #enqueue(region: string): void {
    const status = this.#statusOf(region);
    if (region === UMBRELLA && !this.#queue.has(region)) {
      const others = new Set([...this.#running.keys(), ...this.#queue]);
      others.delete(UMBRELLA);
      this.#umbrellaWaits = { for: others, since: this.#nowMs() };
    }
    this.#queue.add(region);
    if (status.phase === 'idle') status.phase = 'queued';
  }

  #isDue(status: RegionStatus): boolean {
    const { failure, live, pinnedRelease, holdUntil } = status;
    const isAsWanted =
      pinnedRelease === null
        ? this.#isCurrent(status) && !this.#lacksIndex(status)
        : live?.manifest.releaseId === pinnedRelease;
    if (isAsWanted || holdUntil > this.#nowMs()) return false;
    return (
      failure === null ||
      failure.target !== this.#target(status) ||
      failure.retryAt <= this.#nowMs()
    );
  }

  #isCurrent({ live, cmsRevision }: RegionStatus): boolean {
    return (
      live !== null &&
      live.manifest.revision === cmsRevision &&
      live.manifest.buildKey === this.#options.buildKey &&
      live.manifest.day === berlinDay(this.#options.now())
    );
  }

  #isSearchStale({ live, pinnedRelease }: RegionStatus): boolean {
    if (live === null || pinnedRelease !== null) return false;
    return live.manifest.searchRevision < live.manifest.revision;
  }

  /** A publisher was ended between the pages and their search index: it takes another build. */
  #lacksIndex(status: RegionStatus): boolean {
    const region = status.live?.manifest.region ?? '';
    const knowsContent = this.#publishers.get(region)?.knowsContent ?? false;
    return this.#isSearchStale(status) && !knowsContent;
  }

  /** What a build would bring about now; a failed attempt at the same is repeated later and later. */
  #target(status: RegionStatus): string {
    return `${status.cmsRevision} ${berlinDay(this.#options.now())}`;
  }

  /** One at a time: what was read before must not replace what was read after. */
  #readLive(region: string): Promise<void> {
    const { store, paths } = this.#options;
    const status = this.#statusOf(region);
    // Between the two steps of a rollback, or of its end, the region would seem to need a build.
    return store.alone(region, async () => {
      const [live, { pinnedRelease }, names] = await Promise.all([
        store.live(region),
        readWishes(store.regionDir(region)),
        store.names(region).then((all) => all.sort().join(' ')),
      ]);
      const isNew =
        live?.directory !== status.live?.directory || pinnedRelease !== status.pinnedRelease;
      if (!isNew && live?.manifest === status.live?.manifest && names === status.names) return;
      const kept = await store.kept(region);
      const current = path.join(paths.releasesDir, region, CURRENT_LINK);
      const deployedAt = live === null ? null : (await lstat(current)).mtime;
      status.names = names;
      status.read(live, kept, pinnedRelease);
      status.deployedAt = deployedAt;
    });
  }

  async #takeLease(region: string): Promise<boolean> {
    const held = this.#leases.get(region);
    if (held !== undefined && (await held.isHeld())) return true;
    this.#leases.delete(region);
    const lease = await this.#options.leases.take(region);
    if (lease === null) return false;
    this.#leases.set(region, lease);
    lease.onLost(() => {
      this.#leases.delete(region);
      this.#publishers.get(region)?.close();
    });
    await this.#options.store.removeLeftovers(region);
    return true;
  }

  /**
   * Takes sites offline whose region is gone. A CMS that suddenly misses most of its regions is
   * more likely broken than right, so then all of them stay.
   */
  async #withdrawMissing(revisions: ReadonlyMap<string, number>): Promise<void> {
    const known = [...this.#statuses.keys()].filter((region) => region !== UMBRELLA);
    const missing = known.filter((region) => !revisions.has(region));
    if (missing.length === 0) return;
    const { logger, store, metrics } = this.#options;
    if (missing.length > known.length / 2) {
      logger.error(
        `the CMS does not know ${missing.join(', ')} any more; their sites stay online because that is most of all regions. ` +
          'Check which database the CMS uses.',
      );
      return;
    }
    for (const region of missing) {
      await store.withdraw(region);
      this.#statuses.delete(region);
      this.#queue.delete(region);
      this.#publishers.get(region)?.close();
      this.#publishers.delete(region);
      await this.#leases.get(region)?.give();
      this.#leases.delete(region);
      await this.#options.netlify?.forget(region);
      metrics.forget(region);
      logger.warn({ region }, 'the region is gone from the CMS; its site was taken offline');
    }
  }

  #report(): void {
    if (this.#reporting !== null || this.#cmsProblem !== null || !this.#hasCompared) return;
    this.#reporting = this.#sendReports().finally(() => {
      this.#reporting = null;
    });
  }

  async #sendReports(): Promise<void> {
    for (const [region, status] of this.#statuses) {
      // What changed while a report was under way goes out before the next region's.
      for (
        let report = status.report(null);
        status.isNews(report) && !this.#stop.signal.aborted;
        report = status.report(null)
      ) {
        try {
          await this.#options.feed.report(region, report);
          status.reported = report;
        } catch (error) {
          this.#options.logger.warn({ region, err: error }, describeError(error));
          break;
        }
      }
    }
  }

  #observe(): void {
    const { metrics } = this.#options;
    metrics.queue(this.#queue.size);
    for (const [region, status] of this.#statuses) {
      const report = status.report(this.#cmsProblem);
      metrics.observe(region, {
        cmsRevision: report.cmsRevision,
        liveRevision: report.liveRevision,
        searchRevision: report.searchRevision,
        state: report.state,
        quarantined: report.quarantine.length,
        pinned: report.pinnedRelease !== null,
      });
    }
    if (this.#searchServer !== null) metrics.searchServer(this.#searchServer.status());
  }

  #wakeLater(): void {
    if (this.#stop.signal.aborted) return;
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.wake();
    }, this.#untilNextCompareMs());
  }

  #untilNextCompareMs(): number {
    if (this.#cmsProblem !== null) return Math.min(this.#pollMs, CMS_RETRY_MS);
    const retries = [...this.#statuses.values()]
      .filter(({ phase }) => phase === 'idle')
      .map(({ failure }) => (failure === null ? Infinity : failure.retryAt - this.#nowMs()));
    const held = [...this.#statuses.values()]
      .map(({ holdUntil }) => holdUntil - this.#nowMs())
      .filter((pauseMs) => pauseMs > 0);
    const isForeign = [...this.#statuses].some(
      ([region, status]) =>
        status.remote === null && this.#isDue(status) && !this.#leases.has(region),
    );
    const pauseMs = Math.min(
      this.#pollMs,
      ...retries,
      ...held,
      isForeign ? FOREIGN_RETRY_MS : Infinity,
    );
    return Math.max(pauseMs, held.length > 0 ? 1 : SHORTEST_PAUSE_MS);
  }

  /** Warms up a region, which leaves things in its folder: so nobody else may work on it. */
  async #warmUp(publisher: RegionPublisher): Promise<void> {
    if (!(await this.#takeLease(publisher.region))) {
      throw new Error('Another publisher has the region.');
    }
    await publisher.warmUp();
  }

  /** Publishers of the regions whose sites need nothing now. */
  #liveRegions(): RegionPublisher[] {
    return [...this.#statuses]
      .filter(
        ([, status]) =>
          status.remote === null && status.pinnedRelease === null && this.#isCurrent(status),
      )
      .map(([region]) => this.#publisherOf(region));
  }

  #publisherOf(region: string): RegionPublisher {
    let publisher = this.#publishers.get(region);
    if (publisher === undefined) {
      publisher = new RegionPublisher(region, this.#options, {
        stopping: this.#stop.signal,
        isOurs: async () => (await this.#leases.get(region)?.isHeld()) ?? false,
      });
      this.#publishers.set(region, publisher);
    }
    return publisher;
  }

  #statusOf(region: string): RegionStatus {
    let status = this.#statuses.get(region);
    if (status === undefined) {
      status = new RegionStatus(siteOriginOf(region, this.#options.umbrellaOrigin));
      this.#statuses.set(region, status);
    }
    return status;
  }

  #nowMs(): number {
    return this.#options.now().getTime();
  }
}

function refusedCommand(forEditors: string): CommandError {
  return new CommandError(forEditors, { hint: 'Nothing was changed.', forEditors });
}
