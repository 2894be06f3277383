import { describeError } from '../errors.ts';
import type { Logger } from '../logger.ts';

/** A search index follows when its region has been quiet for this long … */
const QUIET_MS = 400;
/** … or at the latest after this time. */
const LATEST_MS = 5_000;
/** Once it is tried again soon, with content that is fetched anew. */
const FIRST_RETRY_MS = 1_000;
const RETRY_MS = 30_000;

interface Waiting {
  since: number;
  timer: NodeJS.Timeout;
}

/** Brings search indexes up to date behind the pages: one at a time, and not for every change. */
export class SearchRefresher {
  readonly #refresh: (region: string) => Promise<void>;
  readonly #logger: Logger;
  readonly #signal: AbortSignal;
  readonly #waiting = new Map<string, Waiting>();
  readonly #failed = new Set<string>();
  #last: Promise<void> = Promise.resolve();

  /** @param refresh - Brings one region's index up to date. */
  constructor(refresh: (region: string) => Promise<void>, logger: Logger, signal: AbortSignal) {
    this.#refresh = refresh;
    this.#logger = logger;
    this.#signal = signal;
  }

  /** Notes what a look at a region has shown that brought nothing new. */
  check(region: string, isStale: boolean): void {
    if (!isStale || !this.#waiting.has(region)) this.note(region, isStale);
  }

  /** Notes after a publish whether a region's index shows less than its pages. */
  note(region: string, isStale: boolean): void {
    const waiting = this.#waiting.get(region);
    if (waiting !== undefined) clearTimeout(waiting.timer);
    if (!isStale || this.#signal.aborted) {
      this.#waiting.delete(region);
      return;
    }
    const since = waiting?.since ?? Date.now();
    const delayMs = Math.max(0, Math.min(QUIET_MS, since + LATEST_MS - Date.now()));
    this.#wait(region, since, delayMs);
  }

  /** Resolves when nothing runs any more; the signal must have ended everything before. */
  async stopped(): Promise<void> {
    for (const { timer } of this.#waiting.values()) clearTimeout(timer);
    this.#waiting.clear();
    await this.#last;
  }

  #wait(region: string, since: number, delayMs: number): void {
    const timer = setTimeout(() => {
      this.#waiting.delete(region);
      this.#last = this.#last.then(() => this.#run(region));
    }, delayMs);
    this.#waiting.set(region, { since, timer });
  }

  async #run(region: string): Promise<void> {
    if (this.#signal.aborted) return;
    try {
      await this.#refresh(region);
      this.#failed.delete(region);
    } catch (error) {
      if (this.#signal.aborted) return;
      this.#logger.error({ region, err: error }, `search index: ${describeError(error)}`);
      const delayMs = this.#failed.has(region) ? RETRY_MS : FIRST_RETRY_MS;
      this.#failed.add(region);
      if (!this.#waiting.has(region)) this.#wait(region, Date.now(), delayMs);
    }
  }
}
