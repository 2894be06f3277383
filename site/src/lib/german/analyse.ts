import { splitCompound, type Lexicon } from './compounds.ts';
import { foldWord, wordsOf } from './fold.ts';
import { stemFolded } from './stem.ts';
import { isStopWord } from './stop-words.ts';
import type { Thesaurus } from './thesaurus.ts';

/** What a text can be found by, as stems; a stem comes as often as the text says it. */
export interface Terms {
  /** Its own words. */
  words: string[];
  /** What its compounds are a kind of: the last part, and other words for it. */
  heads: string[];
  /** The other parts of its compounds. */
  modifiers: string[];
  /** Other words for its own words. */
  synonyms: string[];
  /** What its words and their parts are good for, and what they are a kind of. */
  needs: string[];
}

/** Word knowledge of a language. */
export interface Knowledge {
  lexicon: Lexicon;
  thesaurus: Thesaurus;
}

/** Finds the terms of German texts. */
export class GermanAnalyser {
  readonly #knowledge: Knowledge;
  readonly #known = new Map<string, Terms>();

  constructor(knowledge: Knowledge) {
    this.#knowledge = knowledge;
  }

  /** Everything that a text can be found by. */
  termsOf(text: string): Terms {
    const terms: Terms = { words: [], heads: [], modifiers: [], synonyms: [], needs: [] };
    for (const word of wordsOf(text)) {
      if (isStopWord(word.text)) continue;
      const own = this.#termsOfWord(foldWord(word.text));
      terms.words.push(...own.words);
      terms.heads.push(...own.heads);
      terms.modifiers.push(...own.modifiers);
      terms.synonyms.push(...own.synonyms);
      terms.needs.push(...own.needs);
    }
    return terms;
  }

  #termsOfWord(folded: string): Terms {
    const known = this.#known.get(folded);
    if (known !== undefined) return known;
    const { lexicon, thesaurus } = this.#knowledge;
    const stem = stemFolded(folded);
    const parts = splitCompound(folded, lexicon);
    const head = parts.at(-1);
    const terms: Terms = {
      words: [stem],
      heads: head === undefined ? [] : [head, ...thesaurus.synonymsOf(head)],
      modifiers: parts.slice(0, -1),
      synonyms: [...thesaurus.synonymsOf(stem)],
      needs: [stem, ...parts].flatMap((part) => thesaurus.needsOf(part)),
    };
    this.#known.set(folded, terms);
    return terms;
  }
}

/** The stems of a query's words, without those that say nothing; each once. */
export function queryTermsOf(text: string): string[] {
  const words = wordsOf(text).filter((word) => !isStopWord(word.text));
  return [...new Set(words.map((word) => stemFolded(foldWord(word.text))))];
}
