import { splitCompound, type Lexicon } from './german/compounds.ts';
import { foldWord, wordsOf } from './german/fold.ts';
import { stemFolded } from './german/stem.ts';
import { isBeforePlace, isFaint, isGeneric, isStopWord } from './german/stop-words.ts';
import { plainWordFor, wantedKind, type WantedKind } from './german/wishes.ts';
import { verbFormsOf } from './german/verb-forms.ts';
import { nearestTerm } from './search-nearest.ts';
import type { Vocabulary } from './search-vocabulary.ts';

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
  /** What somebody who writes so is looking for, if the text tells. */
  wanted: WantedKind | null;
}

const SHORTEST_PREFIX = 3;
const SHORTEST_PART = 4;
/** Letters between the parts of a compound. */
const LINKS = ['', 's', 'n'];
/** What the parts of a compound say beside the whole word. */
const PARTS_SHARE = 0.5;
const RARE_BELOW = 4;
const LONG_WORD = 9;
const ONE_SLIP = 1;
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
  const typed = typedWords(text);
  const plan: SearchPlan = {
    words: [],
    corrections: [],
    isHopeless: false,
    wanted: wantedKind(wordsOf(text).map((word) => word.text)),
  };
  const joined = joinedTerms(typed, vocabulary);
  let isComplete = true;
  let isTelling = joined.size > 0;
  for (const [index, { folded, original, isPlace }] of typed.entries()) {
    const found = resolveWord(folded, index === typed.length - 1, vocabulary);
    if (found === null) {
      isComplete &&= joined.has(index) || joined.has(index + 1);
      continue;
    }
    const { correction, ...word } = found;
    const { weight: whole, says } = weigh(word, isPlace, vocabulary);
    const weight = whole * (joined.has(index) || joined.has(index + 1) ? PARTS_SHARE : 1);
    plan.words.push({ ...word, weight });
    if (isRare(word, vocabulary)) {
      const parts = knownParts(folded, vocabulary);
      if (parts.length > 1) {
        plan.words.push({ terms: parts, isPrefix: false, weight: weight * PARTS_SHARE });
      }
    }
    isTelling ||= says;
    if (correction) plan.corrections.push({ from: original, to: correction });
  }
  // Without the word that nobody knows, what is everywhere is no answer.
  if (!isComplete && !isTelling) {
    return { words: [], corrections: [], isHopeless: true, wanted: null };
  }
  for (const term of joined.values()) {
    const word = { terms: [term], isPrefix: false };
    plan.words.push({ ...word, weight: weigh(word, false, vocabulary).weight });
  }
  return plan;
}

interface TypedWord {
  folded: string;
  original: string;
  /** Whether it stands where a place is named. */
  isPlace: boolean;
  /** Whether it stands right behind the word before it. */
  isNext: boolean;
}

/** The words of a text that say something, each once. */
function typedWords(text: string): TypedWord[] {
  const typed = new Map<string, TypedWord>();
  let before = '';
  let isUnwanted = false;
  for (const { text: original } of wordsOf(text)) {
    // Up to the next small word: “Halle ohne Heizung in Werder” does not seek heating.
    const isSmall = isStopWord(original);
    const isAfterWord = before !== '' && !isStopWord(before);
    if (/^ohne$/i.test(original)) isUnwanted = typed.size > 0;
    else if (isSmall && isAfterWord) isUnwanted = false;
    if (!isSmall && !isUnwanted && typed.size < MOST_WORDS) {
      const folded = plainWordFor(foldWord(original));
      typed.set(folded, { folded, original, isPlace: isBeforePlace(before), isNext: isAfterWord });
    }
    before = original;
  }
  return [...typed.values()];
}

/** Compounds that were typed as two words (gabel stapler, boots lager), by the place of the second. */
function joinedTerms(typed: readonly TypedWord[], vocabulary: Vocabulary): Map<number, string> {
  const joined = new Map<number, string>();
  for (const [index, { folded, isNext }] of typed.entries()) {
    const before = typed[index - 1]?.folded;
    if (!isNext || before === undefined || /\d/.test(before + folded)) continue;
    const known = LINKS.map((link) => stemFolded(before + link + folded)).find(
      (stem) => vocabulary.get(stem)?.isNamed,
    );
    if (known !== undefined) joined.set(index, known);
  }
  return joined;
}

type Resolved = Omit<PlannedWord, 'weight'> & { correction?: string };

function resolveWord(folded: string, isLast: boolean, vocabulary: Vocabulary): Resolved | null {
  const stem = stemFolded(folded);
  if (vocabulary.has(stem)) return { terms: [stem], isPrefix: false };
  const form = verbFormsOf(folded)
    .map(stemFolded)
    .find((verb) => vocabulary.get(verb)?.isNamed);
  if (form !== undefined) return { terms: [form], isPrefix: false };
  const isBeginning =
    isLast && folded.length >= SHORTEST_PREFIX && vocabulary.countOfPrefix(folded) > 0;
  const nearest = isBeginning ? null : nearestTerm(folded, vocabulary);
  const corrected = nearest && {
    terms: [nearest.known.name],
    isPrefix: false,
    correction: nearest.known.form,
  };
  // One slip in a long word is more likely than a compound that nobody has written.
  if (nearest && folded.length >= LONG_WORD && nearest.distance <= ONE_SLIP) return corrected;
  const parts = knownParts(folded, vocabulary);
  if (parts.length > 0) return { terms: parts, isPrefix: false };
  return isBeginning ? { terms: [folded], isPrefix: true } : corrected;
}

/** Whether few documents have a word as it is, so that those with its parts are welcome, too. */
function isRare({ terms: [term = '', ...more], isPrefix }: Resolved, vocabulary: Vocabulary) {
  return !isPrefix && more.length === 0 && (vocabulary.get(term)?.count ?? 0) < RARE_BELOW;
}

/** The parts of a compound that nobody has written as one word; none if one of them says nothing. */
function knownParts(folded: string, vocabulary: Vocabulary): string[] {
  const parts = splitCompound(folded, lexiconOf(vocabulary));
  if (parts.length < 2) return [];
  const telling = parts.filter((part, index) => index === 0 || !isGeneric(part));
  return telling.every((part) => vocabulary.get(part)?.isNamed) ? telling : [];
}

/** The words of a region as parts of compounds. */
function lexiconOf(vocabulary: Vocabulary): Lexicon {
  const has = (folded: string) => {
    const stem = stemFolded(folded);
    return folded.length >= SHORTEST_PART && (vocabulary.has(stem) || isGeneric(stem));
  };
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
