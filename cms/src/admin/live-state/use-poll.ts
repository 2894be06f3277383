import { useSyncExternalStore } from 'react';

const BUSY_MS = 1500;
const IDLE_MS = 15_000;

function onVisibilityChange(callback: () => void): () => void {
  document.addEventListener('visibilitychange', callback);
  return () => document.removeEventListener('visibilitychange', callback);
}

/**
 * How often to ask for news, in milliseconds: often while something is under way, not at all (0)
 * while nobody looks.
 *
 * @param isBusy - Whether the last answer said that something is under way.
 */
export function usePollInterval(isBusy: boolean): number {
  const isVisible = useSyncExternalStore(
    onVisibilityChange,
    () => document.visibilityState === 'visible',
  );
  if (!isVisible) return 0;
  return isBusy ? BUSY_MS : IDLE_MS;
}
