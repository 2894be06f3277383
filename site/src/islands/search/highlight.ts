/** A piece of text, and whether it answers the search. */
export interface Segment {
  text: string;
  isMatch: boolean;
}

const WORD = /[\p{L}\p{N}]+/gu;
const SHORTEST_STEM = 3;

/**
 * Cuts a text into pieces, so that words which begin like a word of the search can be marked. Upper
 * case, umlauts and common German endings make no difference.
 *
 * `highlight('Zwei Stapler', 'stapler') // => [{ 'Zwei ' }, { 'Stapler', isMatch }]`
 */
export function highlight(text: string, searchText: string): Segment[] {
  const stems = stemsOf(searchText);
  if (stems.length === 0) return text === '' ? [] : [{ text, isMatch: false }];
  const segments: Segment[] = [];
  let end = 0;
  for (const match of matchesIn(text, stems)) {
    if (match.index > end) segments.push({ text: text.slice(end, match.index), isMatch: false });
    end = match.index + match[0].length;
    segments.push({ text: match[0], isMatch: true });
  }
  if (end < text.length) segments.push({ text: text.slice(end), isMatch: false });
  return segments;
}

/**
 * The part of a text in which the search is answered first, cut at spaces, with an ellipsis where
 * something is left out.
 *
 * @param maxLength - In UTF-16 units, without the ellipses.
 */
export function excerpt(text: string, searchText: string, maxLength = 170): string {
  const flat = text.replace(/\s+/gu, ' ').trim();
  if (flat.length <= maxLength) return flat;
  const stems = stemsOf(searchText);
  const first = stems.length === 0 ? 0 : (matchesIn(flat, stems)[0]?.index ?? 0);
  const latestStart = flat.length - maxLength;
  const wanted = Math.min(Math.max(first - maxLength / 4, 0), latestStart);
  const start = wanted <= 0 ? 0 : flat.indexOf(' ', Math.floor(wanted)) + 1;
  if (start + maxLength >= flat.length) return `… ${flat.slice(start)}`;
  const lastSpace = flat.lastIndexOf(' ', start + maxLength);
  const end = lastSpace > start ? lastSpace : start + maxLength;
  return `${start > 0 ? '… ' : ''}${flat.slice(start, end)} …`;
}

function matchesIn(text: string, stems: string[]): RegExpExecArray[] {
  return Array.from(text.matchAll(WORD)).filter((match) => {
    const word = fold(match[0]);
    return stems.some((stem) => word.startsWith(stem));
  });
}

function stemsOf(searchText: string): string[] {
  return Array.from(searchText.matchAll(WORD), ([word]) => stem(fold(word)));
}

function stem(word: string): string {
  const shorter = word.replace(/(?:ern|en|er|es|em|e|n|s)$/u, '');
  return shorter.length >= SHORTEST_STEM ? shorter : word;
}

function fold(word: string): string {
  return word.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').replaceAll('ß', 'ss');
}
