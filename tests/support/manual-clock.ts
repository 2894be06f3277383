import { setTimeout } from 'node:timers/promises';
import type { Clock } from '../../scripts/lib/publisher/clock.ts';

interface Alarm {
  at: number;
  ring: () => void;
}

/**
 * A clock that stands still until a test moves it, so that hours pass in milliseconds and always
 * in the same order. Calls over the network take real time meanwhile.
 */
export class ManualClock implements Clock {
  #now = Date.parse('2026-11-24T08:00:00Z');
  readonly #alarms = new Set<Alarm>();
  readonly #sleepers = new Set<Alarm>();

  now(): number {
    return this.#now;
  }

  /** Runs something at a later time; for stand-ins. */
  schedule(ms: number, run: () => void): void {
    this.#alarms.add({ at: this.#now + ms, ring: run });
  }

  sleep(ms: number, signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const sleeper = {
        at: this.#now + ms,
        ring: () => {
          this.#sleepers.delete(sleeper);
          resolve();
        },
      };
      if (signal.aborted) {
        resolve();
        return;
      }
      this.#sleepers.add(sleeper);
      signal.addEventListener('abort', sleeper.ring, { once: true });
    });
  }

  /**
   * Lets time pass from one alarm to the next until something holds.
   *
   * @throws Error naming what was waited for, after so many milliseconds of this clock.
   */
  async until(what: string, holds: () => boolean, maxMs = 24 * 3_600_000): Promise<void> {
    const deadline = this.#now + maxMs;
    for (let idle = 0; ;) {
      await setTimeout(1);
      if (holds()) return;
      if (this.#now >= deadline) throw new Error(`Waited ${maxMs} ms in vain: ${what}.`);
      // Time stands still while everyone is awake: they may be talking over the network.
      if (this.#sleepers.size > 0) this.#toNextAlarm(deadline);
      else if ((idle += 1) > 5_000) throw new Error(`Nobody waits any more: ${what}.`);
    }
  }

  /** Lets so much time pass, whatever happens meanwhile. */
  async pass(ms: number): Promise<void> {
    const end = this.#now + ms;
    let isOver = false;
    this.schedule(ms, () => (isOver = true));
    for (let idle = 0; !isOver && idle < 50;) {
      await setTimeout(1);
      if (this.#sleepers.size > 0) this.#toNextAlarm(end);
      else idle += 1;
    }
    // Nobody has waited for it to pass.
    while (this.#now < end) this.#toNextAlarm(end);
  }

  #toNextAlarm(limit: number): void {
    const alarms = [...this.#alarms, ...this.#sleepers];
    const next = Math.min(limit, ...alarms.map(({ at }) => at));
    this.#now = Math.max(this.#now, next);
    for (const alarm of alarms.filter(({ at }) => at <= this.#now).sort((a, b) => a.at - b.at)) {
      this.#alarms.delete(alarm);
      alarm.ring();
    }
  }
}
