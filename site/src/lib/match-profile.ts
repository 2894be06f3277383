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

/** What a listing is about, as weighted stems. */
export interface MatchProfile {
  /** Of its title and tags, and of their compounds. */
  said: ReadonlyMap<string, number>;
  /** Other words for these, and needs that they answer. */
  meant: ReadonlyMap<string, number>;
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
        add(meant, need, WEIGHTS.need * factor);
      }
    };
    const [thing, ...purposes] = title.split(PURPOSE);
    for (const noun of nounsOf(thing ?? '')) addWord(noun, 1);
    for (const noun of nounsOf(purposes.join(' '))) addWord(noun, PURPOSE_FACTOR);
    for (const tag of tags) for (const word of sayingWordsOf(tag)) addWord(word, TAG_FACTOR);
    return { said, meant };
  };
}

/** How strongly two profiles say the same: the weight of the best term, and a little for each more. */
export function likenessOf(a: MatchProfile, b: MatchProfile): number {
  let best = 0;
  let sum = 0;
  const compare = (left: ReadonlyMap<string, number>, right: ReadonlyMap<string, number>) => {
    left.forEach((weight, term) => {
      const other = right.get(term);
      if (other === undefined) return;
      const shared = Math.min(weight, other);
      best = Math.max(best, shared);
      sum += shared;
    });
  };
  compare(a.said, b.said);
  compare(a.said, b.meant);
  compare(a.meant, b.said);
  return best + (sum - best) * MORE;
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
