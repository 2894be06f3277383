import { isDeepStrictEqual } from 'node:util';
import type { RegionReport } from '@portal/site/contract';
import { describeError, describeErrorForEditors } from '../errors.ts';
import type { Logger } from '../logger.ts';
import { backoffMs } from './backoff.ts';
import type { Clock } from './clock.ts';
import { NetlifyBuilds } from './netlify-builds.ts';
import { requestBuild, NetlifyError } from './netlify-calls.ts';
import { SiteWatch } from './site-watch.ts';

/** What is known of a region's site on Netlify. */
export interface NetlifyReport {
  state: RegionReport['state'];
  /** What the site shows; 0 before its first release. */
  liveRevision: number;
  releaseId: string | null;
  /** When Netlify built what the site shows; the deploy follows within seconds. */
  deployedAt: string | null;
  /** In German, for editors. */
  lastError: string | null;
  /** How often Netlify has been asked to build since the site was last up to date. */
  attempts: number;
}

/** How long things may take; all in milliseconds. */
export interface NetlifyLimits {
  /** Between two looks at the site while a build is under way. */
  pollMs: number;
  /** Between two looks at a site that is up to date, or that waits for a long pause to end. */
  recheckMs: number;
  /** A build that has not shown by then is given up. */
  buildTimeoutMs: number;
  callTimeoutMs: number;
}

/** What a site needs. */
export interface NetlifySiteOptions {
  region: string;
  /** A secret. */
  hookUrl: string;
  origin: string;
  onChange: (report: NetlifyReport) => void;
  logger: Pick<Logger, 'info' | 'warn' | 'error'>;
  clock: Clock;
  random: () => number;
  limits: NetlifyLimits;
}

/** Builds in a row that come to nothing before the region counts as failed. */
const BUILDS_BEFORE_PAUSE = 2;
const PASSING = { firstMs: 5_000, longestMs: 300_000 };
const LASTING = { firstMs: 600_000, longestMs: 3_600_000 };
const FRUITLESS = { firstMs: 60_000, longestMs: 3_600_000 };

/**
 * Brings one region's site on Netlify to the revision that is wanted. Everything follows from
 * what the site shows and what is wanted, so nothing is lost with this object.
 */
export class NetlifySite {
  readonly #options: NetlifySiteOptions;
  readonly #site: SiteWatch;
  readonly #builds = new NetlifyBuilds();
  readonly #stop = new AbortController();
  #wanted = 0;
  #attempts = 0;
  #refusals = 0;
  #fruitless = 0;
  /** In German; the one that has lasted longest is shown. */
  readonly #problems = new Map<'hook' | 'build' | 'site', string>();
  /** Not before, whatever is wanted: Netlify or the hook said so. */
  #hookRetryAt = 0;
  /** Not before, unless there is something new to build. */
  #buildRetryAt = 0;
  #told: NetlifyReport | null = null;
  #working: Promise<void> | null = null;
  #wakeUp = new AbortController();

  constructor(options: NetlifySiteOptions) {
    this.#options = options;
    this.#site = new SiteWatch(options);
  }

  /** Says which revision the CMS is at. Cheap, to be called often. */
  want(revision: number): void {
    const isNews = revision !== this.#wanted;
    this.#wanted = revision;
    if (isNews) {
      // New content may build where the old did not.
      this.#buildRetryAt = 0;
      this.#fruitless = 0;
      this.#wakeUp.abort();
    }
    const isStale = this.#site.isOlderThan(this.#options.limits.recheckMs, this.#now());
    if (isStale || !this.#isUpToDate()) this.#start();
  }

  /** What is known now; null before the site was seen. */
  report(): NetlifyReport | null {
    if (!this.#site.isKnown) return null;
    const { live } = this.#site;
    const [problem = null] = this.#problems.values();
    return {
      state: this.#state(),
      liveRevision: live?.revision ?? 0,
      releaseId: live?.releaseId ?? null,
      deployedAt: live?.builtAt ?? null,
      lastError: problem,
      attempts: this.#attempts,
    };
  }

  /** Ends the work on the site; what Netlify builds goes on. */
  async stop(): Promise<void> {
    this.#stop.abort();
    await this.#working;
  }

  #start(): void {
    if (this.#working !== null || this.#stop.signal.aborted) return;
    this.#working = this.#work().then(
      () => {
        this.#working = null;
        // Something may have been wanted while the work came to its end.
        if (!this.#isUpToDate()) this.#start();
      },
      (error: unknown) => {
        this.#working = null;
        const { region, logger } = this.#options;
        logger.error(
          { region, err: error },
          `publishing to Netlify broke off: ${describeError(error)}`,
        );
      },
    );
  }

  async #work(): Promise<void> {
    for (;;) {
      this.#wakeUp = new AbortController();
      await this.#site.look(this.#callLimits());
      if (this.#stop.signal.aborted) return;
      this.#takeStock();
      if (this.#isDue()) await this.#requestBuild();
      this.#tell();
      if (this.#isUpToDate() && !this.#site.isDoubtful) return;
      const signal = AbortSignal.any([this.#stop.signal, this.#wakeUp.signal]);
      await this.#options.clock.sleep(this.#pauseMs(), signal);
    }
  }

  /** Draws the conclusions from what the site shows. */
  #takeStock(): void {
    if (this.#site.problem === null) this.#problems.delete('site');
    else this.#note('site', this.#site.problem);
    const isProgress = this.#builds.settle(this.#site.revision, this.#wanted, this.#now());
    if (isProgress || this.#isUpToDate()) {
      this.#fruitless = 0;
      this.#buildRetryAt = 0;
      this.#problems.delete('build');
    } else if (this.#builds.giveUp(this.#options.limits.buildTimeoutMs, this.#now())) {
      this.#noteFruitless();
    }
    if (!this.#isUpToDate()) return;
    this.#attempts = 0;
    this.#problems.delete('hook');
  }

  #noteFruitless(): void {
    this.#fruitless += 1;
    this.#note('build', fruitlessBuild(this.#options, this.#site.live?.revision ?? 0));
    const pauses = this.#fruitless - BUILDS_BEFORE_PAUSE + 1;
    if (pauses <= 0) return;
    this.#buildRetryAt = this.#now() + backoffMs(FRUITLESS, pauses, this.#options.random);
  }

  #isDue(): boolean {
    if (this.#isUpToDate() || this.#site.isDoubtful) return false;
    return this.#now() >= this.#retryAt() && this.#builds.wouldHelp(this.#wanted);
  }

  async #requestBuild(): Promise<void> {
    const { region, hookUrl, logger, random } = this.#options;
    const revision = this.#wanted;
    this.#attempts += 1;
    try {
      await requestBuild({ region, hookUrl, revision }, this.#callLimits());
      this.#builds.add(revision, this.#now());
      this.#refusals = 0;
      this.#problems.delete('hook');
      logger.info({ region }, `asked Netlify to build revision ${revision}`);
    } catch (error) {
      if (this.#stop.signal.aborted) return;
      this.#refusals += 1;
      this.#note('hook', error);
      const { retryAfterMs = null, isLasting = false } = error instanceof NetlifyError ? error : {};
      const pauseMs = backoffMs(isLasting ? LASTING : PASSING, this.#refusals, random);
      this.#hookRetryAt = this.#now() + (retryAfterMs ?? pauseMs);
    }
  }

  #note(of: 'hook' | 'build' | 'site', error: unknown): void {
    const message = describeErrorForEditors(error);
    if (this.#problems.get(of) !== message) {
      this.#options.logger.warn({ region: this.#options.region }, describeError(error));
    }
    this.#problems.set(of, message);
  }

  #tell(): void {
    const report = this.report();
    if (report === null || isDeepStrictEqual(report, this.#told)) return;
    this.#told = report;
    this.#options.onChange(report);
  }

  #state(): NetlifyReport['state'] {
    if (this.#isUpToDate()) return 'live';
    if (this.#builds.areUnderWay) return 'building';
    return this.#problems.size > 0 ? 'failed' : 'queued';
  }

  #isUpToDate(): boolean {
    return this.#site.live !== null && this.#site.revision >= this.#wanted;
  }

  #pauseMs(): number {
    const { pollMs, recheckMs } = this.#options.limits;
    if (this.#builds.areUnderWay || this.#site.isDoubtful) return pollMs;
    return Math.min(Math.max(this.#retryAt() - this.#now(), pollMs), recheckMs);
  }

  #retryAt(): number {
    return Math.max(this.#hookRetryAt, this.#buildRetryAt);
  }

  #callLimits() {
    const timeoutMs = this.#options.limits.callTimeoutMs;
    return { timeoutMs, signal: this.#stop.signal, nowMs: this.#now() };
  }

  #now(): number {
    return this.#options.clock.now();
  }
}

function fruitlessBuild({ origin, limits }: NetlifySiteOptions, shown: number): NetlifyError {
  const minutes = Math.round(limits.buildTimeoutMs / 60_000);
  return new NetlifyError(
    `Netlify's build has not shown within ${minutes} min: still revision ${shown}.`,
    {
      hint: 'Look at the deploy log of the site in Netlify.',
      forEditors: `Netlify hat den Auftrag angenommen, aber auch nach ${minutes} Minuten zeigt ${origin} noch den alten Stand. Bitte die Technik, das Protokoll des Builds bei Netlify anzusehen. Der letzte gute Stand bleibt online.`,
    },
  );
}
