import type { SearchProvider } from './provider.ts';

/** Time in milliseconds for which an engine that has failed is left alone. */
const PAUSE_MS = 60_000;

/**
 * Searches with one engine, and where that fails with another, within the same search. Visitors learn
 * nothing of it. The first is left alone for a minute then, and tried again beside a search of the
 * second, so that nobody waits for it.
 */
export function providerWithFallback(
  first: SearchProvider,
  second: SearchProvider,
): SearchProvider {
  let isTrusted = true;
  let pausedUntil = 0;

  const distrust = () => {
    isTrusted = false;
    pausedUntil = performance.now() + PAUSE_MS;
  };

  const tryAgain = async () => {
    distrust();
    isTrusted = await first.prepare();
  };

  return {
    async prepare() {
      if (isTrusted && (await first.prepare())) return true;
      if (isTrusted) distrust();
      return second.prepare();
    },
    answersAtOnce: (text) => (isTrusted ? first : second).answersAtOnce?.(text) ?? false,
    async search(query, signal) {
      if (!isTrusted) {
        if (performance.now() >= pausedUntil) void tryAgain();
        return second.search(query, signal);
      }
      try {
        return await first.search(query, signal);
      } catch {
        signal.throwIfAborted();
        distrust();
        return second.search(query, signal);
      }
    },
  };
}
