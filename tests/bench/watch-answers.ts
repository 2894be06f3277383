/** What {@link watchAnswers} leaves in a page. */
export interface WatchedPage {
  /** Milliseconds from the last letter to the answer to `text` on the screen; null before it. */
  answerTime: (text: string) => number | null;
}

/**
 * Runs in the page: notes when letters are typed, and when the screen shows the answer to what the
 * box holds. Refers to nothing outside, because it travels as text.
 */
export function watchAnswers(): void {
  let typedAt = 0;
  let answered: { text: string; at: number } | null = null;
  const boxText = () =>
    document.querySelector<HTMLInputElement>('[data-search] input[name="q"]')?.value ?? '';
  const look = () => {
    const text = boxText();
    const heading = document.querySelector('.search-count')?.textContent ?? '';
    if (text === '' || !heading.includes(`„${text.trim()}“`)) return;
    if (answered?.text === text) return;
    answered = { text, at: Infinity };
    const mine = answered;
    // After the next frame has been painted.
    requestAnimationFrame(() => {
      setTimeout(() => {
        mine.at = performance.now();
      });
    });
  };
  addEventListener(
    'input',
    () => {
      typedAt = performance.now();
      answered = null;
    },
    true,
  );
  new MutationObserver(look).observe(document.body, {
    childList: true,
    subtree: true,
    characterData: true,
    attributes: true,
  });
  Object.assign(window, {
    answerTime: (text: string) =>
      answered?.text === text && Number.isFinite(answered.at) ? answered.at - typedAt : null,
  });
}
