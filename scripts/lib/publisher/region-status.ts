import { isDeepStrictEqual } from 'node:util';
import type { RegionReport } from '@portal/site/contract';
import type { Release } from '../release.ts';

const FIRST_RETRY_MS = 2_000;
const LONGEST_RETRY_MS = 300_000;

interface Failure {
  message: string;
  /** What was tried; something newer is tried at once. */
  target: string;
  attempts: number;
  /** Moment of the next attempt, in milliseconds since 1970. */
  retryAt: number;
}

/** What the publisher knows of one region, or of the umbrella. */
export class RegionStatus {
  cmsRevision = 0;
  phase: 'idle' | 'queued' | 'building' = 'idle';
  live: Release | null = null;
  deployedAt: Date | null = null;
  failure: Failure | null = null;
  /** Last report that the CMS has taken. */
  reported: RegionReport | null = null;

  /** The region as `/status` and the CMS see it. */
  report(cmsProblem: string | null): RegionReport {
    return {
      cmsRevision: this.cmsRevision,
      liveRevision: this.live?.manifest.revision ?? 0,
      state: this.#state(),
      releaseId: this.live?.manifest.releaseId ?? null,
      deployedAt: this.deployedAt?.toISOString() ?? null,
      lastError: this.failure?.message ?? cmsProblem,
      quarantine: this.live?.manifest.quarantine ?? [],
    };
  }

  /** Whether the CMS should hear of a report. */
  isNews(report: RegionReport): boolean {
    return !isDeepStrictEqual(report, this.reported);
  }

  /**
   * Notes a failed attempt and when to try again: later each time, up to five minutes, with a
   * random part so that regions do not all come back at once.
   */
  fail(message: string, target: string, nowMs: number, random: () => number): void {
    const attempts = this.failure?.target === target ? this.failure.attempts + 1 : 1;
    const delayMs = Math.min(FIRST_RETRY_MS * 2 ** (attempts - 1), LONGEST_RETRY_MS);
    this.failure = { message, target, attempts, retryAt: nowMs + delayMs * (0.5 + random()) };
  }

  #state(): RegionReport['state'] {
    if (this.phase !== 'idle') return this.phase;
    if (this.failure !== null) return 'failed';
    return this.live === null ? 'queued' : 'live';
  }
}
