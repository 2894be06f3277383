import type { SearchProvider } from './provider.ts';

/** Time in milliseconds for which an engine that has failed is left alone. */
const PAUSE_MS = 60_000;

/**
 * Searches with one engine, and where that fails with another, within the same search. Visitors learn
 * nothing of it. The first is then left alone for a minute.
 */
export function providerWithFallback(
  first: SearchProvider,
  second: SearchProvider,
): SearchProvider {
  let pausedUntil = 0;
  const isPaused = () => performance.now() < pausedUntil;
  const pause = () => {
    pausedUntil = performance.now() + PAUSE_MS;
  };
  return {
    async prepare() {
      if (!isPaused() && (await first.prepare())) return true;
      if (!isPaused()) pause();
      return second.prepare();
    },
    async search(query, signal) {
      if (isPaused()) return second.search(query, signal);
      try {
        return await first.search(query, signal);
      } catch {
        signal.throwIfAborted();
        pause();
        return second.search(query, signal);
      }
    },
  };
}
