import { isDeepStrictEqual } from 'node:util';
import type { KeptRelease, Refusal, RegionReport } from '@portal/site/contract';
import type { Release } from '../release.ts';
import { newestOfEachRevision } from './retention.ts';

/** Changes that follow one another more quickly are one editing step, and one build. */
const BURST_GAP_MS = 800;
/** A stream of changes without end is published this often. */
const LONGEST_HOLD_MS = 2_500;
const FIRST_RETRY_MS = 2_000;
const LONGEST_RETRY_MS = 300_000;
const MOST_REPORTED_RELEASES = 10;

interface Failure {
  message: string;
  /** What was tried; something newer is tried at once. */
  target: string;
  attempts: number;
  /** Moment of the next attempt, in milliseconds since 1970. */
  retryAt: number;
  refusal: Refusal | null;
}

/** What a site says of itself that somebody else builds and serves. */
export type RemoteSite = Pick<
  RegionReport,
  'state' | 'liveRevision' | 'releaseId' | 'deployedAt' | 'lastError'
>;

/** What the publisher knows of one region, or of the umbrella. */
export class RegionStatus {
  readonly #origin: string;
  cmsRevision = 0;
  phase: 'idle' | 'queued' | 'building' = 'idle';
  live: Release | null = null;
  deployedAt: Date | null = null;
  pinnedRelease: string | null = null;
  releases: KeptRelease[] = [];
  /** Names of all that is kept, to see when something is not any more. */
  names = '';
  failure: Failure | null = null;
  publishToLiveMs: number | null = null;
  /** What is known of a site that somebody else builds and serves; null: it is built here. */
  remote: RemoteSite | null = null;
  /** When the CMS raised the revision that is not live yet, in milliseconds since 1970. */
  changedAt: number | null = null;
  /** Until when changes are collected, in milliseconds since 1970; in the past: nothing is held. */
  holdUntil = 0;
  /** Newest revision that is known to be, from the CMS or from a hint. */
  #announced = 0;
  #lastChangeAt = 0;
  #heldSince: number | null = null;
  /** Last report that the CMS has taken. */
  reported: RegionReport | null = null;

  /** @param origin - Origin of the site, without trailing slash. */
  constructor(origin: string) {
    this.#origin = origin;
  }

  /** The region as `/status` and the CMS see it. */
  report(cmsProblem: string | null): RegionReport {
    const manifest = this.live?.manifest;
    const report: RegionReport = {
      cmsRevision: this.cmsRevision,
      liveRevision: manifest?.revision ?? 0,
      state: this.#state(),
      releaseId: manifest?.releaseId ?? null,
      deployedAt: this.deployedAt?.toISOString() ?? null,
      lastError: this.failure?.message ?? cmsProblem,
      quarantine: manifest?.quarantine ?? [],
      searchRevision: manifest?.searchRevision ?? 0,
      pinnedRelease: this.pinnedRelease,
      refusal: this.failure?.refusal ?? null,
      releases: this.releases,
      publishToLiveMs: this.publishToLiveMs,
      origin: this.#origin,
    };
    if (this.remote === null) return report;
    const { state, liveRevision, releaseId, deployedAt, lastError } = this.remote;
    // The search index is part of what was deployed.
    const seen = { state, liveRevision, searchRevision: liveRevision, releaseId, deployedAt };
    return { ...report, ...seen, lastError: lastError ?? cmsProblem };
  }

  /** Takes in what the disk says. */
  read(live: Release | null, kept: readonly Release[], pinnedRelease: string | null): void {
    this.live = live;
    this.pinnedRelease = pinnedRelease;
    this.releases = newestOfEachRevision(kept, live)
      .slice(0, MOST_REPORTED_RELEASES)
      .map(({ manifest: { releaseId, revision, builtAt, counts } }) => {
        return { releaseId, revision, builtAt, counts };
      });
  }

  /** Takes in the revision that the CMS has. */
  noteRevision(revision: number, nowMs: number): void {
    if (revision === this.cmsRevision) return;
    const isKnown = this.cmsRevision > 0;
    const isAnnounced = revision > this.cmsRevision && revision <= this.#announced;
    this.cmsRevision = revision;
    this.#announced = isAnnounced ? this.#announced : revision;
    if (!isKnown) return;
    this.changedAt ??= nowMs;
    if (!isAnnounced) this.#noteChange(nowMs);
  }

  /**
   * Takes in a revision that a hint tells of. It is not the truth, but it comes at the moment of the
   * change, while a comparison may wait behind other work.
   */
  noteAnnounced(revision: number, nowMs: number): void {
    if (this.cmsRevision === 0 || revision <= Math.max(this.cmsRevision, this.#announced)) return;
    this.#announced = revision;
    this.#noteChange(nowMs);
  }

  /**
   * The first change is published at once; one that follows soon waits until no more come, so that
   * many at a time cost two builds.
   */
  #noteChange(nowMs: number): void {
    const isBurst = nowMs - this.#lastChangeAt < BURST_GAP_MS;
    this.#lastChangeAt = nowMs;
    this.#heldSince = isBurst ? (this.#heldSince ?? nowMs) : null;
    this.holdUntil =
      this.#heldSince === null
        ? 0
        : Math.min(nowMs + BURST_GAP_MS, this.#heldSince + LONGEST_HOLD_MS);
  }

  /** Whether the CMS should hear of a report. */
  isNews(report: RegionReport): boolean {
    return !isDeepStrictEqual(report, this.reported);
  }

  /** Notes that a change is live, and how long that took. */
  noteLive(nowMs: number): void {
    this.failure = null;
    this.#heldSince = null;
    if (this.changedAt !== null) this.publishToLiveMs = Math.max(0, nowMs - this.changedAt);
    this.changedAt = null;
  }

  /**
   * Notes a failed attempt and when to try again: later each time, up to five minutes, with a
   * random part so that regions do not all come back at once.
   */
  fail(
    failed: { message: string; target: string; refusal: Refusal | null },
    nowMs: number,
    random: () => number,
  ): void {
    const attempts = this.failure?.target === failed.target ? this.failure.attempts + 1 : 1;
    const delayMs = Math.min(FIRST_RETRY_MS * 2 ** (attempts - 1), LONGEST_RETRY_MS);
    this.failure = { ...failed, attempts, retryAt: nowMs + delayMs * (0.5 + random()) };
  }

  #state(): RegionReport['state'] {
    if (this.phase !== 'idle') return this.phase;
    if (this.failure !== null) return 'failed';
    return this.live === null ? 'queued' : 'live';
  }
}
