import { toIndexWord } from '../lib/search-pagefind.ts';
import { TERM_WEIGHTS, type SearchTerms } from '../lib/search-terms.ts';
import { CborWriter, LIST, NEGATIVE, NUMBER } from './cbor-writer.ts';
import { hashOf } from './write-file.ts';

/** A file of an index, by its path in the index's folder. */
export interface IndexFile {
  path: string;
  content: Uint8Array;
}

/** Form of the files; the program that reads them must be of the same version. */
export const FORM_VERSION = '1.6.0';

/** What each file begins with. */
const MARK = Buffer.from('pagefind_dcd');
/** Fields beside the text, in the order of their numbers. */
const FIELDS = (Object.keys(TERM_WEIGHTS) as (keyof typeof TERM_WEIGHTS)[]).sort();
/** What a word of the text counts, in 24ths. */
const TEXT_WEIGHT = 24;
/** A place in a document: nobody asks for it. */
const ANYWHERE = 1;
/** A part with more is cut. Smaller ones make the list of parts longer, which every search loads. */
const PART_BYTES = 16_000;
/** Most bytes around the text and the documents of a word. */
const MOST_HEADS = 10;
/** Long enough that two parts do not share a name by chance. */
const PART_NAME_LENGTH = 9;
/** Every search loads these names of documents. Two that are equal by chance become longer. */
const DOCUMENT_NAME_LENGTH = 7;
/** Steps in which the length of a document is told, for each time that it doubles. */
const LENGTH_STEPS = 3;

/** A word of the index with the documents that have it. */
interface Word {
  text: string;
  /** `[number from the one before, places in the text, places in fields]` of each document. */
  documents: CborWriter;
  count: number;
  last: number;
  /** How often the document that is being added has it in its text, and in each field. */
  inText: number;
  inFields: number[];
}

/** Some words, in a file of their own. */
interface Part {
  name: string;
  first: string;
  last: string;
  content: Uint8Array;
}

/**
 * Writes an index in the form of Pagefind 1.6, which its program in the browser searches. It finds the
 * same as in an index of Pagefind's own, and ranks it the same but for the length of documents, which
 * is told in steps. Where in a document a word stands is left out: only excerpts need it, and a search
 * loads a third of the bytes without.
 */
export class PagefindIndex {
  readonly #byTerm = new Map<string, Word>();
  readonly #byText = new Map<string, Word>();
  readonly #names = new Set<string>();
  readonly #documents = new CborWriter();

  /**
   * Takes in a document.
   *
   * @param hash - Of all that a result shows of it, in hex.
   * @returns Its name in the index, which changes with the hash.
   */
  add(hash: string, terms: SearchTerms): string {
    const number = this.#names.size;
    const words = new Set<Word>();
    for (const term of terms.text) {
      const word = this.#wordOf(term);
      word.inText += 1;
      words.add(word);
    }
    for (const [field, name] of FIELDS.entries()) {
      for (const term of terms[name]) {
        const word = this.#wordOf(term);
        word.inFields[field] = (word.inFields[field] ?? 0) + 1;
        words.add(word);
      }
    }
    for (const word of words) addDocument(word, number);
    const name = this.#nameOf(hash);
    this.#names.add(name);
    this.#documents.head(LIST, 3);
    this.#documents.text(name);
    this.#documents.head(NUMBER, aboutAsMuch(terms.text.length));
    this.#documents.text('');
    return name;
  }

  /**
   * The files of the index: its parts, the list of parts and documents, and what names that list. The
   * same documents in the same order give the same bytes.
   *
   * @param entry - `pagefind-entry.json` of an index that the program wrote.
   */
  files(entry: object): IndexFile[] {
    const parts = this.#parts();
    const list = this.#list(parts);
    const name = `de_${hashOf(list).slice(0, 10)}`;
    const isEmpty = this.#names.size === 0;
    const languages = isEmpty
      ? {}
      : { de: { hash: name, wasm: 'de', page_count: this.#names.size } };
    return [
      ...parts.map((part) => ({ path: `index/${part.name}.pf_index`, content: part.content })),
      ...(isEmpty ? [] : [{ path: `pagefind.${name}.pf_meta`, content: list }]),
      {
        path: 'pagefind-entry.json',
        content: Buffer.from(JSON.stringify({ ...entry, languages })),
      },
    ];
  }

  #wordOf(term: string): Word {
    const known = this.#byTerm.get(term);
    if (known !== undefined) return known;
    const text = toIndexWord(term);
    const word = this.#byText.get(text) ?? {
      text,
      documents: new CborWriter(),
      count: 0,
      last: 0,
      inText: 0,
      inFields: FIELDS.map(() => 0),
    };
    this.#byText.set(text, word);
    this.#byTerm.set(term, word);
    return word;
  }

  #nameOf(hash: string): string {
    const nameOf = (length: number) => `de_${hash.slice(0, length)}`;
    let length = DOCUMENT_NAME_LENGTH;
    while (this.#names.has(nameOf(length))) length += 1;
    return nameOf(length);
  }

  #parts(): Part[] {
    const words = [...this.#byText.values()].sort((a, b) => (a.text < b.text ? -1 : 1));
    const parts: Part[] = [];
    let some: Word[] = [];
    let bytes = 0;
    for (const word of words) {
      const size = word.text.length + word.documents.length + MOST_HEADS;
      if (some.length > 0 && bytes + size > PART_BYTES) {
        parts.push(partOf(some));
        some = [];
        bytes = 0;
      }
      some.push(word);
      bytes += size;
    }
    if (some.length > 0) parts.push(partOf(some));
    return parts;
  }

  /** `[version, documents, parts, filters, orders, fields]`. */
  #list(parts: readonly Part[]): Buffer {
    const writer = new CborWriter();
    writer.head(LIST, 6);
    writer.text(FORM_VERSION);
    writer.head(LIST, this.#names.size);
    writer.append(this.#documents.written);
    writer.head(LIST, parts.length);
    for (const [index, { first, last, name }] of parts.entries()) {
      writer.head(LIST, 3);
      writer.text(apartFrom(first, parts[index - 1]?.last));
      writer.text(apartFrom(last, parts[index + 1]?.first));
      writer.text(name);
    }
    writer.head(LIST, 0);
    writer.head(LIST, 0);
    writer.head(LIST, FIELDS.length);
    for (const field of FIELDS) writer.text(field);
    return Buffer.concat([MARK, writer.written]);
  }
}

/** Writes down how often a word stands in a document, and makes it ready for the next. */
function addDocument(word: Word, number: number): void {
  const { documents, inText, inFields } = word;
  documents.head(LIST, 3);
  documents.head(NUMBER, number - word.last);
  word.last = number;
  word.count += 1;
  documents.head(LIST, inText === 0 ? 0 : 1 + inText);
  if (inText > 0) documents.head(NEGATIVE, TEXT_WEIGHT);
  documents.repeat(NUMBER, ANYWHERE, inText);
  word.inText = 0;
  // Before the places in a field stands its number.
  let places = 0;
  for (const count of inFields) places += count === 0 ? 0 : 1 + count;
  documents.head(LIST, places);
  for (const [field, count] of inFields.entries()) {
    if (count === 0) continue;
    documents.head(NEGATIVE, field);
    documents.repeat(NUMBER, ANYWHERE, count);
    inFields[field] = 0;
  }
}

/** `[[[word, documents, other spellings], …]]`. */
function partOf(words: readonly Word[]): Part {
  const writer = new CborWriter();
  writer.head(LIST, 1);
  writer.head(LIST, words.length);
  for (const { text, count, documents } of words) {
    writer.head(LIST, 3);
    writer.text(text);
    writer.head(LIST, count);
    writer.append(documents.written);
    writer.head(LIST, 0);
  }
  const content = Buffer.concat([MARK, writer.written]);
  return {
    name: `de_${hashOf(content).slice(0, PART_NAME_LENGTH)}`,
    first: words[0]?.text ?? '',
    last: words.at(-1)?.text ?? '',
    content,
  };
}

/** Lengths that are about right compress better. */
function aboutAsMuch(words: number): number {
  if (words === 0) return 1;
  return Math.round(2 ** (Math.round(Math.log2(words) * LENGTH_STEPS) / LENGTH_STEPS));
}

/** As much of a word as tells it from another. */
function apartFrom(word: string, other = ''): string {
  let shared = 0;
  while (shared < word.length && word[shared] === other[shared]) shared += 1;
  return other === '' ? word : word.slice(0, shared + 1);
}
