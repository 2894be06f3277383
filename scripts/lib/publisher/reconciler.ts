import { lstat } from 'node:fs/promises';
import path from 'node:path';
import { UMBRELLA, type RegionReport } from '@portal/site/contract';
import { describeError, describeErrorForEditors } from '../errors.ts';
import { CURRENT_LINK } from '../release.ts';
import { berlinDay } from './berlin-day.ts';
import { publishRegion, type PublishContext } from './publish-region.ts';
import { RegionStatus } from './region-status.ts';

const CMS_RETRY_MS = 2_000;
const SHORTEST_PAUSE_MS = 100;

/** Answer of `GET /status`. */
export interface PublisherStatus {
  /** Every region and the umbrella has been compared with the CMS and was live since the start. */
  ready: boolean;
  regions: Record<string, RegionReport>;
  umbrella: RegionReport;
}

/** What the reconciler needs, beyond what publishing needs. */
export interface ReconcilerOptions extends PublishContext {
  /** Longest time between two comparisons with the CMS, in milliseconds. */
  pollMs?: number;
  random?: () => number;
}

/**
 * Keeps every region's live release at the CMS's revision. It acts on the difference that it
 * finds, never on a message: a lost hint, a crash or a restart only costs time.
 *
 * One build at a time. A region waits in the queue at most once, and is built with the newest
 * content when its turn comes; the queue is first come, first served, so no region starves.
 */
export class Reconciler {
  readonly #options: ReconcilerOptions;
  readonly #pollMs: number;
  readonly #random: () => number;
  readonly #statuses = new Map<string, RegionStatus>([[UMBRELLA, new RegionStatus()]]);
  readonly #queue = new Set<string>();
  readonly #stop = new AbortController();
  #cmsProblem: string | null = null;
  #hasCompared = false;
  #wasReady = false;
  #compareAgain = false;
  #comparing: Promise<void> | null = null;
  #building: Promise<void> | null = null;
  #reporting: Promise<void> | null = null;
  #timer: NodeJS.Timeout | null = null;

  constructor(options: ReconcilerOptions) {
    this.#options = options;
    this.#pollMs = options.pollMs ?? 15_000;
    this.#random = options.random ?? Math.random;
  }

  /** Cleans up after a crash, reads what is live and begins to compare. */
  async start(): Promise<void> {
    const { store } = this.#options;
    await store.removeLeftovers();
    for (const region of await store.regions()) {
      if (!(await store.isWithdrawn(region))) await this.#readLive(region, this.#statusOf(region));
    }
    this.wake();
  }

  /** Ends a running build and waits until nothing runs any more. */
  async stop(): Promise<void> {
    this.#stop.abort();
    if (this.#timer !== null) clearTimeout(this.#timer);
    await Promise.all([this.#comparing, this.#building, this.#reporting]);
  }

  /** Compares with the CMS now; called on every hint. */
  wake(): void {
    if (this.#stop.signal.aborted) return;
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
    };
  }

  /** Whether a region is known, for those who ask before they get a certificate for its host. */
  hasRegion(region: string): boolean {
    return this.#statuses.has(region);
  }

  async #compare(): Promise<void> {
    const { feed, store, logger } = this.#options;
    try {
      const answer = await feed.regions();
      if (this.#cmsProblem !== null) logger.info('the CMS answers again');
      this.#cmsProblem = null;
      const revisions = new Map(answer.regions.map(({ slug, revision }) => [slug, revision]));
      await this.#withdrawMissing(revisions);
      // The umbrella last: a publish is seen first on the region's own site.
      for (const [region, revision] of [
        ...revisions,
        [UMBRELLA, answer.umbrella.revision] as const,
      ]) {
        const status = this.#statusOf(region);
        status.cmsRevision = revision;
        await store.addRegion(region);
        await this.#readLive(region, status);
        if (this.#isDue(status)) this.#enqueue(region, status);
        else if (this.#isCurrent(status)) status.failure = null;
      }
      this.#hasCompared = true;
    } catch (error) {
      const problem = describeErrorForEditors(error);
      if (this.#cmsProblem !== problem) logger.error({ err: error }, describeError(error));
      this.#cmsProblem = problem;
    }
    this.#work();
    this.#report();
  }

  #work(): void {
    if (this.#building !== null || this.#stop.signal.aborted) return;
    const [region] = this.#queue;
    if (region === undefined) return;
    this.#queue.delete(region);
    this.#building = this.#publish(region).finally(() => {
      this.#building = null;
      this.#report();
      this.#work();
      this.#wakeLater();
    });
  }

  async #publish(region: string): Promise<void> {
    const status = this.#statusOf(region);
    const target = this.#target(status);
    status.phase = 'building';
    this.#report();
    try {
      const release = await publishRegion(region, this.#options, this.#stop.signal);
      // The snapshot may be newer than the last comparison.
      status.cmsRevision = Math.max(status.cmsRevision, release.manifest.revision);
      status.failure = null;
    } catch (error) {
      if (!this.#stop.signal.aborted) {
        this.#options.logger.error({ region, err: error }, describeError(error));
        status.fail(describeErrorForEditors(error), target, this.#nowMs(), this.#random);
      }
    }
    // A change that came during the build has put the region into the queue again.
    status.phase = this.#queue.has(region) ? 'queued' : 'idle';
    await this.#readLive(region, status);
    if (status.phase === 'queued' && this.#isCurrent(status)) {
      this.#queue.delete(region);
      status.phase = 'idle';
    }
  }

  #enqueue(region: string, status: RegionStatus): void {
    this.#queue.add(region);
    if (status.phase === 'idle') status.phase = 'queued';
  }

  #isDue(status: RegionStatus): boolean {
    if (this.#isCurrent(status)) return false;
    const { failure } = status;
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
      live.manifest.day >= berlinDay(this.#options.now())
    );
  }

  /** What a build would bring about now; a failed attempt at the same is repeated later and later. */
  #target(status: RegionStatus): string {
    return `${status.cmsRevision} ${berlinDay(this.#options.now())}`;
  }

  async #readLive(region: string, status: RegionStatus): Promise<void> {
    const { store, paths } = this.#options;
    status.live = await store.live(region);
    status.deployedAt =
      status.live === null
        ? null
        : (await lstat(path.join(paths.releasesDir, region, CURRENT_LINK))).mtime;
  }

  /**
   * Takes sites offline whose region is gone. A CMS that suddenly misses most of its regions is
   * more likely broken than right, so then all of them stay.
   */
  async #withdrawMissing(revisions: ReadonlyMap<string, number>): Promise<void> {
    const known = [...this.#statuses.keys()].filter((region) => region !== UMBRELLA);
    const missing = known.filter((region) => !revisions.has(region));
    if (missing.length === 0) return;
    const { logger, store } = this.#options;
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
    return Math.max(Math.min(this.#pollMs, ...retries), SHORTEST_PAUSE_MS);
  }

  #statusOf(region: string): RegionStatus {
    let status = this.#statuses.get(region);
    if (status === undefined) this.#statuses.set(region, (status = new RegionStatus()));
    return status;
  }

  #nowMs(): number {
    return this.#options.now().getTime();
  }
}
