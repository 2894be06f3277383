import type { Listing } from '../contract/index.ts';
import { splitCompound, type Lexicon } from './german/compounds.ts';
import { foldWord, wordsOf } from './german/fold.ts';
import { stemFolded, stemWord } from './german/stem.ts';
import { isFaint, isStopWord } from './german/stop-words.ts';
import type { Thesaurus } from './german/thesaurus.ts';

/** How much it says that a term of one listing is one of another, by where both have it from. */
const WEIGHTS = { word: 3, synonym: 2.5, head: 2, headSynonym: 1.5, need: 1, part: 0.75 };
const TAG_FACTOR = 0.8;
/** “Anhänger für Vereine”: what follows says whom or what for, not what. */
const PURPOSE_FACTOR = 0.5;
const PURPOSE =
  /(?<!\p{L})(?:für|fürs|gegen|nach|zum|zur|im|in|am|an|auf|aus|ab|bei|beim|mit|während|über|pro|bis)(?!\p{L})/u;

/** Words for whom, when, how many and which way: many listings share them that do not fit. */
const VAGUE = `
verein betrieb ehrenamt zeitspende spende sachspende sponsoring kita schule grundschule hort kind jugend senior nachbar
partner beteiligung teilhaber gesellschafter mitgesellschafter investor mitinvestor person mitarbeiter team kollege
handwerk kreislaufwirtschaft direktvermarktung digitalisierung hilfe fachkraft aushilfe azubi ausbildung helfer rest
reststoff projekt platz zeit teilzeit vertretung ferien tausch transport zwei drei vier fünf sechs sieben acht neun
zehn elf zwölf januar februar märz april mai juni juli august september oktober november dezember frühling frühjahr
sommer herbst winter frei leer trocken warm technik montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag vormittag nachmittag abend
`;
const VAGUE_STEMS: ReadonlySet<string> = new Set(VAGUE.trim().split(/\s+/).map(stemWord));

/** From here on, a shared term says what a thing is; less says only what it has to do with. */
export const STRONG = 2;

/** Weights are kept in this part of one. */
export const WEIGHT_UNIT = 1_000;

/** Stems with their weights. Millions of pairs are compared, so that they are numbers in order. */
export interface WeightedTerms {
  /** Ascending; the same stem has the same number in all profiles of a profiler. */
  numbers: Int32Array;
  /** In thousandths: whole numbers have the same sum in any order. */
  weights: Int32Array;
}

/** What a listing is about. */
export interface MatchProfile {
  /** Of its title and tags, and of their compounds. */
  said: WeightedTerms;
  /** Other words for these, and needs that they answer. */
  meant: WeightedTerms;
}

/**
 * Finds out what listings are about. Only nouns of title and tags count: descriptions name much that
 * is neither offered nor sought.
 */
export function createProfiler(
  lexicon: Lexicon,
  thesaurus: Thesaurus,
  isPlace: (term: string) => boolean,
): (listing: Pick<Listing, 'title' | 'tags'>) => MatchProfile {
  const numbers = new Map<string, number>();
  const numberOf = (term: string) => {
    const number = numbers.get(term) ?? numbers.size;
    numbers.set(term, number);
    return number;
  };
  return ({ title, tags }) => {
    const said = new Map<string, number>();
    const meant = new Map<string, number>();
    const add = (terms: Map<string, number>, stem: string, weight: number) => {
      if (isFaint(stem) || VAGUE_STEMS.has(stem) || isPlace(stem)) return;
      terms.set(stem, Math.max(weight, terms.get(stem) ?? 0));
    };
    const addWord = (word: string, factor: number) => {
      const folded = foldWord(word);
      const stem = stemFolded(folded);
      const parts = splitCompound(folded, lexicon);
      const head = parts.at(-1);
      add(said, stem, WEIGHTS.word * factor);
      for (const other of thesaurus.synonymsOf(stem)) add(meant, other, WEIGHTS.synonym * factor);
      for (const part of parts.slice(0, -1)) add(said, part, WEIGHTS.part * factor);
      if (head !== undefined) {
        add(said, head, WEIGHTS.head * factor);
        for (const other of thesaurus.synonymsOf(head)) {
          add(meant, other, WEIGHTS.headSynonym * factor);
        }
      }
      for (const need of [stem, ...parts].flatMap((part) => thesaurus.needsOf(part))) {
        // What the word says itself comes back through words for the need.
        if (need !== stem) add(meant, need, WEIGHTS.need * factor);
      }
    };
    const [thing, ...purposes] = title.split(PURPOSE);
    for (const noun of nounsOf(thing ?? '')) addWord(noun, 1);
    for (const noun of nounsOf(purposes.join(' '))) addWord(noun, PURPOSE_FACTOR);
    for (const tag of tags) for (const word of sayingWordsOf(tag)) addWord(word, TAG_FACTOR);
    return { said: pack(said, numberOf), meant: pack(meant, numberOf) };
  };
}

function pack(
  terms: ReadonlyMap<string, number>,
  numberOf: (term: string) => number,
): WeightedTerms {
  const ordered = Array.from(terms, ([name, weight]) => ({ number: numberOf(name), weight }));
  ordered.sort((a, b) => a.number - b.number);
  return {
    numbers: Int32Array.from(ordered, ({ number }) => number),
    weights: Int32Array.from(ordered, ({ weight }) => Math.round(weight * WEIGHT_UNIT)),
  };
}

/**
 * How strongly two profiles of one profiler say the same: the weight of the best term, and a little
 * for each more.
 */
export function likenessOf(a: MatchProfile, b: MatchProfile): number {
  let best = 0;
  let sum = 0;
  const compare = (left: WeightedTerms, right: WeightedTerms) => {
    let l = 0;
    let r = 0;
    while (l < left.numbers.length && r < right.numbers.length) {
      const step = (left.numbers[l] ?? 0) - (right.numbers[r] ?? 0);
      if (step === 0) {
        const shared = Math.min(left.weights[l] ?? 0, right.weights[r] ?? 0);
        if (shared > best) best = shared;
        sum += shared;
      }
      if (step <= 0) l += 1;
      if (step >= 0) r += 1;
    }
  };
  compare(a.said, b.said);
  compare(a.said, b.meant);
  compare(a.meant, b.said);
  return (best + (sum - best) * MORE) / WEIGHT_UNIT;
}

/** Further terms are often only other forms of the best one. */
const MORE = 0.1;

/** German writes nouns with a capital. A title in small letters has none, so all of its words count. */
function nounsOf(title: string): string[] {
  const words = sayingWordsOf(title);
  const nouns = words.filter((word) => /^\p{Lu}/u.test(word));
  return nouns.length === 0 ? words : nouns;
}

function sayingWordsOf(text: string): string[] {
  return wordsOf(text)
    .map((word) => word.text)
    .filter((word) => word.length > 2 && /^\p{L}/u.test(word) && !isStopWord(word));
}
