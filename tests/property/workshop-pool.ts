import type { OpenRenderer } from '../../scripts/lib/site-build/renderer.ts';
import { Workshop } from './workshop.ts';

/** Some workshops, each for one user at a time. */
export class WorkshopPool {
  readonly #all: Workshop[] = [];
  readonly #free: Workshop[] = [];
  readonly #waiting: ((workshop: Workshop) => void)[] = [];

  /** Opens as many workshops as are wanted. */
  async open(openRenderer: OpenRenderer, count: number): Promise<void> {
    for (let number = 0; number < count; number += 1) {
      this.#all.push(await Workshop.open(openRenderer));
    }
    this.#free.push(...this.#all);
  }

  /** Lends a workshop, as soon as one is free. */
  async use(work: (workshop: Workshop) => Promise<void>): Promise<void> {
    const workshop =
      this.#free.pop() ?? (await new Promise<Workshop>((resolve) => this.#waiting.push(resolve)));
    try {
      await work(workshop);
    } finally {
      const next = this.#waiting.shift();
      if (next === undefined) this.#free.push(workshop);
      else next(workshop);
    }
  }

  /** Closes all. */
  async close(): Promise<void> {
    for (const workshop of this.#all) await workshop.close();
  }
}
