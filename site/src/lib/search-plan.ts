import { splitCompound, lexiconOf } from './german/compounds.ts';
import { foldWord, wordsOf } from './german/fold.ts';
import { stemFolded } from './german/stem.ts';
import { isStopWord } from './german/stop-words.ts';
import { nearestTerm, type KnownTerm } from './search-vocabulary.ts';

/** A word of the index as it is asked for. */
export interface AskedWord {
  term: string;
  /** Whether every word that begins like it will do. */
  isPrefix: boolean;
}

/** What is asked for a query's text. */
export interface SearchPlan {
  /** All must be in a document; none if the text says nothing. */
  words: AskedWord[];
  /** Words of the text that are taken for another one, and that one. */
  corrections: { from: string; to: string }[];
  /** Whether the text has words, but none that leads anywhere. */
  isHopeless: boolean;
}

/** Terms of the region with the number of documents that each is in. */
export interface KnownTerms {
  total: number;
  terms: readonly KnownTerm[];
  /** Terms that name places. */
  places: ReadonlySet<string>;
}

/** What making a plan needs to know of the index. */
export interface PlanSource {
  /** Number of documents that have all words. */
  count(words: readonly AskedWord[]): Promise<number>;
  known(): Promise<KnownTerms>;
}

const SHORTEST_PREFIX = 3;
/** A term in more than this share of all documents does not say what is sought. */
const COMMON_SHARE = 0.2;
/** More words do not make a search better, only slower. */
const MOST_WORDS = 8;

/**
 * Decides what to ask an index for a text: its words; where one of them is nowhere, its parts, what
 * it is the beginning of, or what it was probably meant to be; and where no document has all of
 * them, those that say most.
 */
export async function planSearch(text: string, source: PlanSource): Promise<SearchPlan> {
  const typed = new Map<string, string>();
  for (const word of wordsOf(text)) {
    const isNew = !isStopWord(word.text) && typed.size < MOST_WORDS;
    if (isNew) typed.set(foldWord(word.text), word.text);
  }
  const folded = [...typed.keys()];
  const exact = folded.map((word) => ({ term: stemFolded(word), isPrefix: false }));
  if (exact.length === 0) return { words: [], corrections: [], isHopeless: false };
  if ((await source.count(exact)) > 0) return { words: exact, corrections: [], isHopeless: false };

  const known = await source.known();
  const corrections: SearchPlan['corrections'] = [];
  const words: AskedWord[] = [];
  let isComplete = true;
  for (const [index, word] of folded.entries()) {
    const found = await resolveWord(word, index === folded.length - 1, known, source);
    words.push(...found.words);
    isComplete &&= found.words.length > 0;
    if (found.correction) corrections.push({ from: typed.get(word) ?? word, to: found.correction });
  }
  const best = await mostTelling(words, isComplete, known, source);
  return { words: best, corrections, isHopeless: best.length === 0 };
}

async function resolveWord(
  folded: string,
  isLast: boolean,
  known: KnownTerms,
  source: PlanSource,
): Promise<{ words: AskedWord[]; correction?: string }> {
  const exact = [{ term: stemFolded(folded), isPrefix: false }];
  if ((await source.count(exact)) > 0) return { words: exact };
  const lexicon = lexiconOf(
    known.terms.map(([term]) => term),
    [],
  );
  const parts = splitCompound(folded, lexicon).map((term) => ({ term, isPrefix: false }));
  if (parts.length > 1 && (await source.count(parts)) > 0) return { words: parts };
  const prefix = [{ term: folded, isPrefix: true }];
  if (isLast && folded.length >= SHORTEST_PREFIX && (await source.count(prefix)) > 0) {
    return { words: prefix };
  }
  const nearest = nearestTerm(stemFolded(folded), known.terms);
  if (nearest === undefined) return { words: [] };
  const [term, , form] = nearest;
  return { words: [{ term, isPrefix: false }], correction: form };
}

/** The words that are found together and say most; none if what is left says nothing. */
async function mostTelling(
  words: readonly AskedWord[],
  isComplete: boolean,
  known: KnownTerms,
  source: PlanSource,
): Promise<AskedWord[]> {
  const counts = new Map<AskedWord, number>();
  for (const word of words) counts.set(word, await source.count([word]));
  const weightOf = (word: AskedWord) => {
    const share = Math.max(counts.get(word) ?? 0, 1) / Math.max(known.total, 1);
    return -Math.log(share) * (known.places.has(word.term) ? 0.5 : 1);
  };
  const says = (word: AskedWord) =>
    !known.places.has(word.term) && (counts.get(word) ?? 0) <= known.total * COMMON_SHARE;
  // Without the word that nobody knows, what is everywhere is no answer.
  const mustSay = !isComplete || words.some(says);
  let candidates: AskedWord[][] = [[...words]];
  while (candidates.length > 0 && candidates[0]?.length !== 0) {
    const ordered = candidates
      .filter((some) => !mustSay || some.some(says))
      .map((some) => ({ some, weight: some.reduce((sum, word) => sum + weightOf(word), 0) }))
      .sort((a, b) => b.weight - a.weight);
    for (const { some } of ordered) if ((await source.count(some)) > 0) return some;
    candidates = withoutOne(candidates);
  }
  return [];
}

/** All that is left of some lists without one of their words. */
function withoutOne(lists: readonly AskedWord[][]): AskedWord[][] {
  const shorter = new Map<string, AskedWord[]>();
  for (const list of lists) {
    for (const left of list) {
      const rest = list.filter((word) => word !== left);
      shorter.set(rest.map(({ term }) => term).join(' '), rest);
    }
  }
  return [...shorter.values()];
}
