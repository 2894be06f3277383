import { foldWord, wordsOf, type Word } from '../../lib/german/fold.ts';
import { stemFolded } from '../../lib/german/stem.ts';

/** A piece of text, and whether it answers the search. */
export interface Segment {
  text: string;
  isMatch: boolean;
}

/** A shorter term is marked in words of its own only, not inside of others. */
const SHORTEST_INSIDE = 4;

/**
 * Cuts a text into pieces, so that words which a search has found can be marked: forms of the same
 * word, in any spelling of umlauts, and compounds with it.
 *
 * `highlight('Zwei Gabelstapler', ['stapl']) // => [{ 'Zwei ' }, { 'Gabelstapler', isMatch }]`
 *
 * @param terms - Stems that were asked for.
 */
export function highlight(text: string, terms: readonly string[]): Segment[] {
  if (terms.length === 0) return text === '' ? [] : [{ text, isMatch: false }];
  const segments: Segment[] = [];
  let end = 0;
  for (const { text: word, start } of matchesIn(text, terms)) {
    if (start > end) segments.push({ text: text.slice(end, start), isMatch: false });
    end = start + word.length;
    segments.push({ text: word, isMatch: true });
  }
  if (end < text.length) segments.push({ text: text.slice(end), isMatch: false });
  return segments;
}

/**
 * The part of a text in which the search is answered first, cut at spaces, with an ellipsis where
 * something is left out.
 *
 * @param terms - Stems that were asked for.
 * @param maxLength - In UTF-16 units, without the ellipses.
 */
export function excerpt(text: string, terms: readonly string[], maxLength = 170): string {
  const flat = text.replace(/\s+/gu, ' ').trim();
  if (flat.length <= maxLength) return flat;
  const first = terms.length === 0 ? 0 : (matchesIn(flat, terms)[0]?.start ?? 0);
  const latestStart = flat.length - maxLength;
  const wanted = Math.min(Math.max(first - maxLength / 4, 0), latestStart);
  const start = wanted <= 0 ? 0 : flat.indexOf(' ', Math.floor(wanted)) + 1;
  if (start + maxLength >= flat.length) return `… ${flat.slice(start)}`;
  const lastSpace = flat.lastIndexOf(' ', start + maxLength);
  const end = lastSpace > start ? lastSpace : start + maxLength;
  return `${start > 0 ? '… ' : ''}${flat.slice(start, end)} …`;
}

function matchesIn(text: string, terms: readonly string[]): Word[] {
  const whole = new Set(terms);
  const inside = terms.filter((term) => term.length >= SHORTEST_INSIDE);
  return wordsOf(text).filter((word) => {
    const folded = foldWord(word.text);
    return whole.has(stemFolded(folded)) || inside.some((term) => folded.includes(term));
  });
}
