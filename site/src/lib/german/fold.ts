/** A word of a text, as it stands there. */
export interface Word {
  text: string;
  /** Position in the text, in UTF-16 units. */
  start: number;
}

/** Areas and volumes, numbers with their decimals, and runs of letters: `3,5t` is two words. */
const WORD = /(?<!\p{L})[kcd]?m[23²³](?![\p{L}\p{N}])|\d+(?:[.,]\d+)*|\p{L}[\p{L}\p{M}]*/giu;
/** Several of what an abbreviation stands for: WCs, PKWs. */
const ABBREVIATIONS = /^(\p{Lu}{2,})s$/u;
const THOUSANDS = /^\d{1,3}(?:\.\d{3})+$/;
/** An `ue` after these letters is no umlaut: neue, bauen, Quelle. */
const UE = /(?<![aeqio])ue/g;

/** Photovoltaik and Fotovoltaik; but Klapphocker. */
const PH = /(?<!p)ph/g;

/** Units that are written in several ways, folded; “Tonne” also stands in gardens. */
const UNITS: ReadonlyMap<string, string> = new Map([
  ['qm', 'm2'],
  ['quadratmeter', 'm2'],
  ['quadratmetern', 'm2'],
  ['cbm', 'm3'],
  ['kubikmeter', 'm3'],
  ['kubikmetern', 'm3'],
  ['to', 't'],
  ['kilo', 'kg'],
  ['kilogramm', 'kg'],
  ['kilowatt', 'kw'],
  ['kilovoltampere', 'kva'],
]);

/** The words of a text in their order. */
export function wordsOf(text: string): Word[] {
  return Array.from(text.matchAll(WORD), (match) => ({ text: match[0], start: match.index }));
}

/**
 * A word without what people type differently: case, accents, umlauts (ä, ae and a are the same), ß
 * (as ss), ph (as f), names of units (qm as m²). Only for comparing; visitors never see it.
 *
 * `foldWord('Kühlanhänger') // => 'kuhlanhanger'`, as of `Kuehlanhaenger` and `kuhlanhanger`.
 */
export function foldWord(word: string): string {
  let folded = foldedWords.get(word);
  if (folded === undefined) {
    folded = fold(word);
    if (foldedWords.size >= MOST_FOLDED) foldedWords.clear();
    foldedWords.set(word, folded);
  }
  return folded;
}

/** Texts repeat most of their words. */
const foldedWords = new Map<string, string>();
const MOST_FOLDED = 20_000;

function fold(word: string): string {
  if (/^\d/.test(word)) {
    return THOUSANDS.test(word) ? word.replaceAll('.', '') : word.replaceAll(',', '.');
  }
  const folded = word
    .replace(ABBREVIATIONS, '$1')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .replace(PH, 'f')
    .replace(/ae/g, 'a')
    .replace(/oe/g, 'o')
    .replace(UE, 'u');
  return UNITS.get(folded) ?? folded;
}
