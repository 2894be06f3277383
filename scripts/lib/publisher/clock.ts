import { setTimeout } from 'node:timers/promises';

/** Time for those who wait a lot, so that tests need not. */
export interface Clock {
  /** This moment, in milliseconds since 1970. */
  now(): number;
  /** Resolves after that many milliseconds, or as soon as the signal is aborted. */
  sleep(ms: number, signal: AbortSignal): Promise<void>;
}

/** The clock of this computer. */
export const systemClock: Clock = {
  now: () => Date.now(),
  sleep: (ms, signal) => setTimeout(ms, undefined, { signal }).catch(() => undefined),
};
