import { setTimeout as sleep } from 'node:timers/promises';
import { hintOf, post } from './hints.ts';
import type { Random } from './random.ts';

/** Hints as a bad network delivers them: 30 % get lost, others come twice, late or in disorder. */
export class UnreliableHints {
  readonly counts = { sent: 0, lost: 0, repeated: 0, late: 0 };
  readonly #port: number;
  readonly #secret: string;
  readonly #random: Random;
  readonly #pending = new Set<Promise<void>>();

  /** Sends to the publisher on a port, as far as anything arrives. */
  constructor(port: number, secret: string, random: Random) {
    this.#port = port;
    this.#secret = secret;
    this.#random = random;
  }

  /** Sends a hint off, or not. */
  send(region: string, revision: number): void {
    this.counts.sent += 1;
    const dice = this.#random.next();
    if (dice < 0.3) {
      this.counts.lost += 1;
      return;
    }
    const message = hintOf(this.#secret, region, revision);
    const isRepeated = dice < 0.5;
    const isLate = dice < 0.7;
    if (isRepeated) this.counts.repeated += 1;
    if (isLate) this.counts.late += 1;
    const times = isRepeated ? 2 + this.#random.below(3) : 1;
    for (let time = 0; time < times; time += 1) {
      const delayMs = isLate ? this.#random.below(1_500) : 0;
      const sending = sleep(delayMs)
        .then(() => post(this.#port, '/hint', message))
        // Nobody may be listening; that is the point.
        .then(
          () => undefined,
          () => undefined,
        )
        .finally(() => this.#pending.delete(sending));
      this.#pending.add(sending);
    }
  }

  /** Resolves when the last one has arrived or got lost. */
  async settled(): Promise<void> {
    await Promise.all(this.#pending);
  }
}
