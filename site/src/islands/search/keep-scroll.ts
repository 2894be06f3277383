/** Entry of the history that tells where the visitor was on the page. */
interface Position {
  scrollY: number;
}

/**
 * Notes where the visitor leaves the results, so that the back button leads there again: the
 * browser itself scrolls before the results are back.
 */
export function keepScrollPosition(): void {
  addEventListener('pagehide', () => {
    history.replaceState({ scrollY: Math.round(scrollY) } satisfies Position, '');
  });
}

/** Scrolls to where the visitor left this entry of the history, once. */
export function restoreScrollPosition(): void {
  const state: unknown = history.state;
  if (typeof state !== 'object' || state === null || !('scrollY' in state)) return;
  history.replaceState(null, '');
  scrollTo({ top: Number(state.scrollY), behavior: 'instant' });
}
