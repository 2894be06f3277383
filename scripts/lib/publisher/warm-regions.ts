import { describeError } from '../errors.ts';
import type { Logger } from '../logger.ts';
import type { RegionPublisher } from './region-publisher.ts';

/** Decides whose renderers stay: those that were used last. */
export class WarmRegions {
  readonly #limit: number;
  readonly #logger: Logger;
  /** In the order of their last use. */
  readonly #used = new Set<RegionPublisher>();
  readonly #gaveUp = new Set<RegionPublisher>();
  #isWarming = false;

  /** @param limit - Renderers that may run at a time (≥ 1). */
  constructor(limit: number, logger: Logger) {
    this.#limit = limit;
    this.#logger = logger;
  }

  /** Notes that a region is about to be used, and ends the renderers that are one too many. */
  use(publisher: RegionPublisher): void {
    this.#used.delete(publisher);
    this.#used.add(publisher);
    this.#gaveUp.delete(publisher);
    const idle = [...this.#used].slice(0, -this.#limit);
    for (const other of idle) {
      other.closeWhenIdle();
      this.#used.delete(other);
    }
  }

  /**
   * Warms up regions that are not, one after the other, as long as there is room.
   *
   * @param publishers - Regions that may be warmed up.
   * @param warm - Warms one up; fails if that cannot be done now.
   */
  warmUp(
    publishers: readonly RegionPublisher[],
    warm: (publisher: RegionPublisher) => Promise<void>,
  ): void {
    if (this.#isWarming || this.#used.size >= this.#limit) return;
    const next = publishers.find(
      (publisher) =>
        !publisher.isWarm && !this.#used.has(publisher) && !this.#gaveUp.has(publisher),
    );
    if (next === undefined) return;
    this.#isWarming = true;
    this.#used.add(next);
    void warm(next)
      .catch((error: unknown) => {
        // Publishing will say so if it matters.
        this.#gaveUp.add(next);
        this.#used.delete(next);
        this.#logger.debug({ region: next.region }, `warming up failed: ${describeError(error)}`);
      })
      .finally(() => {
        this.#isWarming = false;
        this.warmUp(publishers, warm);
      });
  }
}
