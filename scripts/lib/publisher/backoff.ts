/** How long to wait between attempts at the same thing, in milliseconds. */
export interface Backoff {
  firstMs: number;
  longestMs: number;
}

/**
 * The pause after a failed attempt: twice as long each time, up to a limit, with a random part so
 * that those who failed together do not come back together.
 *
 * @param backoff - First and longest pause.
 * @param attempt - Number of attempts that have failed in a row, from 1.
 * @param random - From 0 to 1, as Math.random gives it.
 * @returns Milliseconds, from half of the doubled pause to one and a half of it.
 */
export function backoffMs(backoff: Backoff, attempt: number, random: () => number): number {
  const doubledMs = backoff.firstMs * 2 ** (attempt - 1);
  return Math.min(doubledMs, backoff.longestMs) * (0.5 + random());
}
