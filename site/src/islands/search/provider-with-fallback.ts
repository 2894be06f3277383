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
  return {
    async prepare() {
      await (performance.now() < pausedUntil ? second : first).prepare();
    },
    async search(query, signal) {
      if (performance.now() < pausedUntil) return second.search(query, signal);
      try {
        return await first.search(query, signal);
      } catch {
        signal.throwIfAborted();
        pausedUntil = performance.now() + PAUSE_MS;
        return second.search(query, signal);
      }
    },
  };
}
