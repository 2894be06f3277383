import { splitCompound, type Lexicon } from './german/compounds.ts';
import { foldWord, wordsOf } from './german/fold.ts';
import { stemFolded } from './german/stem.ts';
import { isBeforePlace, isFaint, isStopWord } from './german/stop-words.ts';
import { nearestTerm, type Vocabulary } from './search-vocabulary.ts';

/** A word of a query as the index is asked for it. */
export interface PlannedWord {
  /** A document answers the word if it has all of them. */
  terms: string[];
  /** Whether a term that begins like it will do. */
  isPrefix: boolean;
  /** How much it says about what is sought, more than 0. */
  weight: number;
}

/** A word of a query, and the one that it is taken for, both as visitors read them. */
export interface Correction {
  from: string;
  to: string;
}

/** What is asked for a query's text. */
export interface SearchPlan {
  /** None if the text says nothing. */
  words: PlannedWord[];
  corrections: Correction[];
  /** Whether the text has words, but none that leads anywhere. */
  isHopeless: boolean;
}

const SHORTEST_PREFIX = 3;
const SHORTEST_PART = 4;
/** A term in more than this share of all documents does not say what is sought. */
const COMMON_SHARE = 0.2;
const COMMON_WEIGHT = 0.3;
/** People name a place, and are glad of what is near it. */
const PLACE_WEIGHT = 0.5;
/** No title, tag or synonym has such a term: it stands in a text by the way. */
const CASUAL_WEIGHT = 0.4;
/** More words do not make a search better, only slower. */
const MOST_WORDS = 8;

/**
 * Decides what to ask an index for a text: its words; where one of them is nowhere, its parts, what
 * it is the beginning of, or what it was probably meant to be.
 */
export function planSearch(text: string, vocabulary: Vocabulary): SearchPlan {
  const typed = new Map<string, { original: string; isPlace: boolean }>();
  let before = '';
  for (const { text: original } of wordsOf(text)) {
    if (!isStopWord(original) && typed.size < MOST_WORDS) {
      typed.set(foldWord(original), { original, isPlace: isBeforePlace(before) });
    }
    before = original;
  }
  const plan: SearchPlan = { words: [], corrections: [], isHopeless: false };
  let isComplete = true;
  let isTelling = false;
  let left = typed.size;
  for (const [folded, { original, isPlace }] of typed) {
    left -= 1;
    const found = resolveWord(folded, left === 0, vocabulary);
    if (found === null) {
      isComplete = false;
      continue;
    }
    const { correction, ...word } = found;
    const { weight, says } = weigh(word, isPlace, vocabulary);
    plan.words.push({ ...word, weight });
    isTelling ||= says;
    if (correction) plan.corrections.push({ from: original, to: correction });
  }
  // Without the word that nobody knows, what is everywhere is no answer.
  if (!isComplete && !isTelling) return { words: [], corrections: [], isHopeless: true };
  return plan;
}

type Resolved = Omit<PlannedWord, 'weight'> & { correction?: string };

function resolveWord(folded: string, isLast: boolean, vocabulary: Vocabulary): Resolved | null {
  const stem = stemFolded(folded);
  if (vocabulary.has(stem)) return { terms: [stem], isPrefix: false };
  const parts = splitCompound(folded, lexiconOf(vocabulary));
  if (parts.length > 1 && parts.every((part) => vocabulary.has(part))) {
    return { terms: parts, isPrefix: false };
  }
  if (isLast && folded.length >= SHORTEST_PREFIX && vocabulary.countOfPrefix(folded) > 0) {
    return { terms: [folded], isPrefix: true };
  }
  const nearest = nearestTerm(stem, vocabulary);
  return nearest && { terms: [nearest.name], isPrefix: false, correction: nearest.form };
}

/** The words of a region as parts of compounds. */
function lexiconOf(vocabulary: Vocabulary): Lexicon {
  const has = (folded: string) =>
    folded.length >= SHORTEST_PART && vocabulary.has(stemFolded(folded));
  return { has, hasStem: () => false, isWhole: () => false };
}

/** How much a word says, by how rare it is, and whether it says what is sought at all. */
function weigh({ terms, isPrefix }: Resolved, isPlace: boolean, vocabulary: Vocabulary) {
  const counts = terms.map((term) =>
    isPrefix ? vocabulary.countOfPrefix(term) : (vocabulary.get(term)?.count ?? 0),
  );
  const share = Math.min(1, Math.max(1, Math.min(...counts)) / Math.max(1, vocabulary.total));
  const isCommon = share > COMMON_SHARE;
  const namesPlace = isPlace || terms.every((term) => vocabulary.isPlace(term));
  const saysHow = terms.every(isFaint);
  const isCasual = !isPrefix && terms.every((term) => vocabulary.get(term)?.isNamed === false);
  const weight =
    (0.5 - Math.log(share)) *
    (isCommon || saysHow ? COMMON_WEIGHT : 1) *
    (namesPlace ? PLACE_WEIGHT : 1) *
    (isCasual ? CASUAL_WEIGHT : 1);
  return { weight, says: !isCommon && !namesPlace && !saysHow };
}
