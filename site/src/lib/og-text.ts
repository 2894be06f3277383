/** Measures a text set in one font, in units of one em. */
export type Measure = (text: string) => number;

/** A text that was set into a field. */
export interface SetText {
  lines: string[];
  /** In pixels. */
  fontSize: number;
}

/**
 * Sets a text into a field as large as it fits: takes the first size at which it needs no more than
 * `maxLines` lines and no word must be cut. At the smallest size, words that are too long are cut
 * with a hyphen, and lines too many with an ellipsis, so that nothing ever leaves the field.
 *
 * @param text - The text; runs of white space count as one space.
 * @param measure - Measure of the font.
 * @param maxWidth - Width of the field in pixels.
 * @param maxLines - At least 1.
 * @param fontSizes - Sizes to try in pixels, from large to small; never empty.
 */
export function fitText(
  text: string,
  measure: Measure,
  maxWidth: number,
  maxLines: number,
  fontSizes: readonly [number, ...number[]],
): SetText {
  for (const fontSize of fontSizes) {
    const lines = wrapText(text, measure, maxWidth / fontSize);
    if (lines.length <= maxLines && lines.every((line) => measure(line) * fontSize <= maxWidth)) {
      return { lines, fontSize };
    }
  }
  const fontSize = fontSizes.at(-1) ?? fontSizes[0];
  const maxEm = maxWidth / fontSize;
  const words = text.split(/\s+/).flatMap((word) => cutWord(word, measure, maxEm));
  const lines = wrapText(words.join(' '), measure, maxEm);
  if (lines.length <= maxLines) return { lines, fontSize };
  const kept = lines.slice(0, maxLines);
  kept.push(withEllipsis(kept.pop() ?? '', measure, maxEm));
  return { lines: kept, fontSize };
}

/**
 * Breaks a text at its spaces and double names into as few lines as possible, of nearly equal
 * length. A word wider than a line stays whole on a line of its own.
 *
 * @param text - The text.
 * @param measure - Measure of the font.
 * @param maxEm - Width of a line, in em.
 */
export function wrapText(text: string, measure: Measure, maxEm: number): string[] {
  // A line may also end after the hyphen of a double name.
  const parts = text.trim().split(/(?<=\s)(?=\S)|(?<=\p{L}{3}-)(?=\p{L}{3})/u);
  /** The best lines for the parts from each index on, filled from the end. */
  const best: { lines: string[]; raggedness: number }[] = [];
  best[parts.length] = { lines: [], raggedness: 0 };
  for (let start = parts.length - 1; start >= 0; start--) {
    let chosen: (typeof best)[number] | undefined;
    for (let end = start + 1; end <= parts.length; end++) {
      const line = parts.slice(start, end).join('').replaceAll(/\s+/g, ' ').trimEnd();
      const slack = maxEm - measure(line);
      if (slack < 0 && end > start + 1) break;
      const rest = best[end] ?? { lines: [], raggedness: 0 };
      const candidate = {
        lines: [line, ...rest.lines],
        raggedness: rest.raggedness + Math.max(0, slack) ** 2,
      };
      const isBetter =
        chosen === undefined ||
        candidate.lines.length < chosen.lines.length ||
        (candidate.lines.length === chosen.lines.length &&
          candidate.raggedness < chosen.raggedness);
      if (isBetter) chosen = candidate;
    }
    best[start] = chosen ?? { lines: [], raggedness: 0 };
  }
  return best[0]?.lines ?? [];
}

function cutWord(word: string, measure: Measure, maxEm: number): string[] {
  const parts: string[] = [];
  let rest = Array.from(word);
  while (measure(rest.join('')) > maxEm && rest.length > 1) {
    let length = rest.length - 1;
    while (length > 1 && measure(`${rest.slice(0, length).join('')}-`) > maxEm) length--;
    parts.push(`${rest.slice(0, length).join('')}-`);
    rest = rest.slice(length);
  }
  return [...parts, rest.join('')];
}

function withEllipsis(line: string, measure: Measure, maxEm: number): string {
  let kept = Array.from(line);
  while (kept.length > 0 && measure(`${kept.join('').trimEnd()} …`) > maxEm)
    kept = kept.slice(0, -1);
  return `${kept.join('').trimEnd()} …`;
}
