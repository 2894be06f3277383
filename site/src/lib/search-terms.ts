import type { Listing } from '../contract/index.ts';
import type { GermanAnalyser } from './german/analyse.ts';
import type { SearchDocument, SearchKind } from './search-document.ts';

/**
 * How much a term counts by where it comes from, beside 1 in the text. The groups are those of
 * {@link SearchTerms}.
 */
export const TERM_WEIGHTS = { title: 8, named: 5, near: 3.5, around: 2, need: 1.5 };

/** The stems that a document is found by, from those that say most of it to those that say least. */
export type SearchTerms = Record<keyof typeof TERM_WEIGHTS | 'text', string[]>;

/** What people call ways of changing hands; a listing is found by them though no text says so. */
const MODE_WORDS: Record<Listing['mode'], string> = {
  share: 'teilen mitnutzen gemeinsam nutzen leihen ausleihen mieten',
  lend: 'leihen ausleihen verleihen verleih kostenlos',
  rent: 'mieten vermieten vermietung leihen ausleihen verleih pachten',
  swap: 'tauschen tausch',
  give: 'verschenken geschenkt abgeben kostenlos gratis umsonst',
  donate: 'spende spenden verschenken kostenlos gratis umsonst',
  time: 'ehrenamt freiwillig helfen hilfe helfer engagement',
  coinvest: 'investieren beteiligung partner anschaffung gemeinsam',
};

const KIND_WORDS: Record<SearchKind, string> = {
  offer: 'angebot',
  request: 'gesuch gesucht',
  organisation: 'organisation firma unternehmen betrieb',
  'success-story': 'erfolgsgeschichte erfolg',
};

/** Name and postal codes of a document's place. */
export function placeWords({ place }: SearchDocument): string {
  return place === null ? '' : [place.name, ...(place.postalCodes ?? [])].join(', ');
}

/** Finds the terms of documents, for whatever engine stores them. */
export function createTermFinder(
  analyser: GermanAnalyser,
): (document: SearchDocument) => SearchTerms {
  const termsOf = (text: string) => analyser.termsOf(text);
  return (document) => {
    const title = termsOf(document.title);
    const tags = termsOf(document.tags.join(', '));
    const category = termsOf(document.category?.name ?? '');
    const parent = termsOf(document.parentCategory?.name ?? '');
    const around = termsOf(
      [document.organisation?.name, placeWords(document)].filter(Boolean).join(', '),
    );
    const text = termsOf(document.text);
    const dealings = termsOf(document.dealings);
    const needs = [...title.needs, ...tags.needs];
    const ways = termsOf(
      `${document.mode === null ? '' : MODE_WORDS[document.mode]} ${KIND_WORDS[document.kind]}`,
    );
    return {
      title: title.words,
      named: [...title.synonyms, ...tags.words],
      near: unique([...title.heads, ...tags.synonyms, ...tags.heads]),
      around: unique([
        ...title.modifiers,
        ...tags.modifiers,
        ...around.words,
        ...around.heads,
        ...around.modifiers,
        ...category.words,
        ...category.heads,
        ...category.modifiers,
        ...category.synonyms,
        // The more words of a document answer a need, the better it does.
        ...needs.filter((need, index) => needs.indexOf(need) !== index),
      ]),
      need: unique([...needs, ...parent.words, ...parent.synonyms, ...ways.words]),
      text: [
        ...text.words,
        ...text.heads,
        ...unique([...dealings.words, ...dealings.heads, ...dealings.synonyms]),
        ...termsOf(document.priceWords ?? '').words,
      ],
    };
  };
}

function unique(terms: readonly string[]): string[] {
  return [...new Set(terms)];
}
