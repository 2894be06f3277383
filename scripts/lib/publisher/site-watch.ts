import type { ReleaseFacts } from '@portal/site/contract';
import { readReleaseFacts, type CallLimits } from './netlify-calls.ts';

/** Looks that must agree before an answer counts that is worse than the one before. */
const LOOKS_AGAINST_DOUBT = 3;

/** What a site shows. An edge of the network that lags behind must not look like a lost release. */
export class SiteWatch {
  readonly #site: { region: string; origin: string };
  #doubts = 0;
  #live: ReleaseFacts | null = null;
  #problem: unknown = null;
  #lookedAt = -Infinity;
  #isKnown = false;

  constructor(site: { region: string; origin: string }) {
    this.#site = site;
  }

  /** What the site shows; null if that is no release of the portal. */
  get live(): ReleaseFacts | null {
    return this.#live;
  }

  /** Revision that the site shows; -1 if there is none. */
  get revision(): number {
    return this.#live?.revision ?? -1;
  }

  /** Why the site cannot be read, or null. */
  get problem(): unknown {
    return this.#problem;
  }

  /** Whether there was a look that counts. */
  get isKnown(): boolean {
    return this.#isKnown;
  }

  /** Whether the next look may tell another story. */
  get isDoubtful(): boolean {
    return this.#doubts > 0 && this.#doubts < LOOKS_AGAINST_DOUBT;
  }

  /** Whether the last look was so long ago. */
  isOlderThan(ms: number, nowMs: number): boolean {
    return nowMs - this.#lookedAt >= ms;
  }

  /** Looks at the site; never fails. */
  async look(limits: CallLimits): Promise<void> {
    this.#lookedAt = limits.nowMs;
    try {
      const seen = await readReleaseFacts(this.#site, limits);
      const isWorse = (seen?.revision ?? -1) < this.revision;
      this.#doubts = isWorse ? this.#doubts + 1 : 0;
      if (this.isDoubtful) return;
      this.#doubts = 0;
      this.#live = seen;
      this.#problem = null;
    } catch (error) {
      this.#doubts += 1;
      if (this.isDoubtful || limits.signal.aborted) return;
      this.#problem = error;
    }
    this.#isKnown = true;
  }
}
