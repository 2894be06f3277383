import { foldWord, wordsOf } from '../../lib/german/fold.ts';
import { stemFolded } from '../../lib/german/stem.ts';
import { isBeforePlace, isStopWord } from '../../lib/german/stop-words.ts';
import type { SearchHit } from '../../lib/search-document.ts';
import { cleanText, type FacetDefinition, type FacetOption } from '../../lib/search-params.ts';
import { highlight } from './highlight.ts';
import type { SearchAnswer } from './provider.ts';

/** What a suggestion leads to: a filter, or a page. */
export type Suggestion = FilterSuggestion | PageSuggestion;

interface FilterSuggestion {
  kind: 'category' | 'place';
  label: string;
  /** What tells it from others of the same name. */
  detail: string | null;
  value: string;
  /** What is still searched for when the value is chosen. */
  text: string;
}

interface PageSuggestion {
  kind: 'organisation' | 'listing';
  label: string;
  detail: string | null;
  url: string;
}

/** In the order in which they are shown, the most of each kind. */
export const SUGGESTION_KINDS = { category: 3, place: 3, organisation: 3, listing: 4 } as const;

const SHORTEST_BEGINNING = 2;
const SHORTEST_INSIDE = 4;
/** Nearly all that a category holds answers the text, and much of what answers it is there. */
const MEANT_SHARE = 0.8;
const MEANT_PART = 0.25;
const FEWEST_MEANT = 2;

/** A word as typed, folded, and where it stands. */
interface TypedWord {
  folded: string;
  stem: string;
  start: number;
  end: number;
  isBeforePlace: boolean;
}

/**
 * Categories and places that a text names or begins to name, the best first. Nothing has to be
 * loaded for it.
 *
 * `suggestFilters('Bagger in Pots', facets) // => [{ label: 'Potsdam', text: 'Bagger', … }]`
 *
 * @param answered - Stems that the engine took the text for, if it has answered: mistyped names.
 */
export function suggestFilters(
  text: string,
  facets: readonly FacetDefinition[],
  answered: readonly string[] = [],
): FilterSuggestion[] {
  const words = typedWords(text);
  if (words.length === 0) return [];
  const last = words.at(-1);
  return (['category', 'place'] as const).flatMap((kind) => {
    const options = facets.find(({ name }) => name === kind)?.options ?? [];
    return options
      .filter(({ count }) => count > 0)
      .map((option) => ({ option, ...match(option.label, words, last, answered) }))
      .filter(({ strength }) => strength > 0)
      .sort((a, b) => b.strength - a.strength || b.option.count - a.option.count)
      .slice(0, SUGGESTION_KINDS[kind])
      .map(({ option, matched }) => toFilter(kind, option, options, without(text, words, matched)));
  });
}

/**
 * The category that a text means without naming it, by what was found: “Hänger” finds all that
 * trailers hold.
 *
 * @param answer - To the text alone, without a filter.
 */
export function suggestMeant(
  answer: SearchAnswer,
  facets: readonly FacetDefinition[],
): FilterSuggestion[] {
  const options = facets.find(({ name }) => name === 'category')?.options ?? [];
  const counts = answer.facets.category;
  const [meant] = options
    .map((option) => ({ option, hits: counts[option.value] ?? 0 }))
    .filter(
      ({ option, hits }) =>
        hits >= FEWEST_MEANT &&
        hits >= option.count * MEANT_SHARE &&
        hits >= answer.total * MEANT_PART,
    )
    .sort((a, b) => b.hits - a.hits);
  return meant === undefined ? [] : [toFilter('category', meant.option, options, '')];
}

/**
 * Listings among hits, and organisations whose names answer the search.
 *
 * @param terms - Stems that were asked for; none if the hits are known to fit.
 */
export function suggestPages(
  hits: readonly SearchHit[],
  terms: readonly string[],
): PageSuggestion[] {
  const found: PageSuggestion[] = [];
  for (const hit of hits) {
    const { title: label, url, placeName, organisationName } = hit;
    if (hit.kind === 'organisation') {
      const isNamed = highlight(label, terms).some(({ isMatch }) => isMatch);
      if (isNamed || terms.length === 0)
        found.push({ kind: 'organisation', label, url, detail: placeName });
    } else if (hit.kind !== 'success-story') {
      const detail = [placeName, organisationName].filter((part) => part !== null).join(' · ');
      found.push({ kind: 'listing', label, url, detail });
    }
  }
  return found;
}

/** Whether a title has all words of a text, the last one perhaps unfinished. */
export function titleAnswers(title: string, text: string): boolean {
  const names = wordsOf(title).map(({ text: word }) => foldWord(word));
  return typedWords(text).every(({ folded }) => names.some((name) => name.includes(folded)));
}

/** Suggestions in their groups' order, each once and no more than a group takes. */
export function arrange(suggestions: readonly Suggestion[]): Suggestion[] {
  const keys = new Set<string>();
  const fresh = suggestions.filter((suggestion) => {
    const key = 'url' in suggestion ? suggestion.url : `${suggestion.kind} ${suggestion.value}`;
    return !keys.has(key) && keys.add(key);
  });
  return Object.entries(SUGGESTION_KINDS).flatMap(([kind, most]) =>
    fresh.filter((suggestion) => suggestion.kind === kind).slice(0, most),
  );
}

function typedWords(text: string): TypedWord[] {
  let before = '';
  return wordsOf(text).flatMap(({ text: word, start }) => {
    const isPlaceNext = isBeforePlace(before);
    before = word;
    if (isStopWord(word)) return [];
    const folded = foldWord(word);
    const end = start + word.length;
    return [{ folded, stem: stemFolded(folded), start, end, isBeforePlace: isPlaceNext }];
  });
}

/** How well a name answers words, 0 for not at all, and the words that it answers. */
function match(
  label: string,
  words: readonly TypedWord[],
  last: TypedWord | undefined,
  answered: readonly string[],
) {
  const names = wordsOf(label).map(({ text }) => foldWord(text));
  const stems = new Set(names.map(stemFolded));
  const matched: TypedWord[] = [];
  let strength = 0;
  for (const word of words) {
    const own = strengthOf(word, word === last, names, stems);
    if (own === 0) continue;
    matched.push(word);
    strength += own;
  }
  // One mistyped word that the engine takes for this name.
  const [only] = words;
  if (strength === 0 && only !== undefined && words.length === 1) {
    if (answered.some((term) => stems.has(term))) return { strength: 1, matched: [only] };
  }
  return { strength, matched };
}

function strengthOf(
  { folded, stem }: TypedWord,
  isLast: boolean,
  names: readonly string[],
  stems: ReadonlySet<string>,
): number {
  if (stems.has(stem)) return 4;
  if (isLast && folded.length >= SHORTEST_BEGINNING) {
    if (names[0]?.startsWith(folded)) return 3;
    if (names.some((name) => name.startsWith(folded))) return 2;
  }
  const isInside = folded.length >= SHORTEST_INSIDE && names.some((name) => name.includes(stem));
  return isInside && stem.length >= SHORTEST_INSIDE ? 1 : 0;
}

/** The text without words, and without what led to a place among them. */
function without(text: string, words: readonly TypedWord[], matched: readonly TypedWord[]): string {
  if (matched.length === words.length) return '';
  let rest = text;
  for (const { start, end, isBeforePlace: isLedTo } of matched.toReversed()) {
    const head = rest.slice(0, start).trimEnd();
    rest = `${isLedTo ? head.replace(/\S+$/u, '') : head} ${rest.slice(end)}`;
  }
  return cleanText(rest);
}

function toFilter(
  kind: FilterSuggestion['kind'],
  { value, label, parent }: FacetOption,
  options: readonly FacetOption[],
  text: string,
): FilterSuggestion {
  const above = options.find((option) => option.value === parent);
  return { kind, label, detail: above?.label ?? null, value, text };
}
