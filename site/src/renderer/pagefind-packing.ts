import type { IndexFile } from 'pagefind';
import { hashOf } from './write-file.ts';

const META_FILE = /\.pf_meta$/;
const PART_FILE = /^index\/.+\.pf_index$/;
/** What each of these files begins with once it is unpacked. */
const MARK = Buffer.from('pagefind_dcd');
/** A part with more is cut. Smaller ones make the list of parts longer, which every search loads. */
const PART_BYTES = 16_000;
/** Long enough that two parts do not share a name by chance. */
const NAME_LENGTH = 9;

/** Kinds of items in CBOR (RFC 8949) that Pagefind writes. */
const NUMBER = 0;
const NEGATIVE = 1;
const TEXT = 3;
const LIST = 4;
/** What the low bits of a head say of its value: below, it is the value itself. */
const ONE_BYTE = 24;
const TWO_BYTES = 25;
const FOUR_BYTES = 26;
/** Steps in which the length of a document is told, for each time that it doubles. */
const LENGTH_STEPS = 3;

/** Some words of the index, in a file of their own. */
interface Part {
  name: string;
  first: string;
  last: string;
  content: Uint8Array;
}

/**
 * Makes the parts of a Pagefind index smaller, so that a search loads a third of the bytes. Where in
 * a document a word stands is left out, for that is only for excerpts, which cards have none of. How
 * often it stands there, and what that counts, stays: Pagefind finds the same, and ranks it the same
 * but for the length of documents, which is told in steps.
 *
 * @param files - All files of an index, unpacked.
 * @throws Error if they are not of the form that this knows, that of Pagefind 1.6.
 */
export function packIndexParts(files: readonly IndexFile[]): IndexFile[] {
  const parts: Part[] = [];
  const others: IndexFile[] = [];
  for (const file of files) {
    if (PART_FILE.test(file.path)) parts.push(...smallerParts(file.content));
    else others.push(file);
  }
  parts.sort((a, b) => (a.first < b.first ? -1 : 1));
  return [
    ...others.map(({ path, content }) => {
      return { path, content: META_FILE.test(path) ? withParts(content, parts) : content };
    }),
    ...parts.map(({ name, content }) => ({ path: `index/${name}.pf_index`, content })),
  ];
}

/** Reads a part: `[[[word, [[document, places, places in meta fields], …], variants], …]]`. */
function smallerParts(content: Uint8Array): Part[] {
  const reader = new CborReader(content);
  const writer = new CborWriter(content.length);
  const words: { word: string; start: number; end: number }[] = [];
  reader.head(LIST);
  for (let left = reader.head(LIST); left > 0; left -= 1) {
    const start = writer.length;
    writer.head(LIST, reader.head(LIST));
    const word = reader.text();
    writer.text(word);
    copyDocuments(reader, writer);
    copyVariants(reader, writer);
    words.push({ word, start, end: writer.length });
  }
  const parts: Part[] = [];
  for (let from = 0; from < words.length;) {
    let to = from + 1;
    const start = words[from]?.start ?? 0;
    while (to < words.length && (words[to]?.end ?? 0) - start <= PART_BYTES) to += 1;
    const body = writer.bytes.subarray(start, words[to - 1]?.end);
    parts.push(partOf(words[from]?.word ?? '', words[to - 1]?.word ?? '', to - from, body));
    from = to;
  }
  return parts;
}

function partOf(first: string, last: string, words: number, body: Uint8Array): Part {
  const head = new CborWriter(16);
  head.head(LIST, 1);
  head.head(LIST, words);
  const content = Buffer.concat([MARK, head.bytes.subarray(0, head.length), body]);
  return { name: `de_${hashOf(content).slice(0, NAME_LENGTH)}`, first, last, content };
}

/** Documents are numbered, each number counted from the one before. */
function copyDocuments(reader: CborReader, writer: CborWriter): void {
  const documents = reader.head(LIST);
  writer.head(LIST, documents);
  for (let left = documents; left > 0; left -= 1) {
    writer.head(LIST, reader.head(LIST));
    writer.head(NUMBER, reader.head(NUMBER));
    copyPlaces(reader, writer);
    copyPlaces(reader, writer);
  }
}

/** Negative numbers say what follows counts, or in which field it stands; the others are places. */
function copyPlaces(reader: CborReader, writer: CborWriter): void {
  const places = reader.head(LIST);
  writer.head(LIST, places);
  for (let left = places; left > 0; left -= 1) {
    if (reader.kind === NEGATIVE) writer.head(NEGATIVE, reader.head(NEGATIVE));
    else {
      reader.head(NUMBER);
      writer.head(NUMBER, 1);
    }
  }
}

/** Other spellings of a word, with accents that it lacks: our terms have none. */
function copyVariants(reader: CborReader, writer: CborWriter): void {
  const variants = reader.head(LIST);
  if (variants > 0) throw new Error('Pagefind has found other spellings of a term.');
  writer.head(LIST, 0);
}

/**
 * The meta file with other parts in place of those that it lists: `[version, documents, parts, …]`.
 * Documents are listed with their lengths, which compress better when they are about right.
 */
function withParts(content: Uint8Array, parts: readonly Part[]): Uint8Array {
  const reader = new CborReader(content);
  const writer = new CborWriter(parts.reduce((size, part) => size + most(part), content.length));
  writer.head(LIST, reader.head(LIST));
  writer.text(reader.text());
  const documents = reader.head(LIST);
  writer.head(LIST, documents);
  for (let left = documents; left > 0; left -= 1) {
    writer.head(LIST, reader.head(LIST));
    writer.text(reader.text());
    writer.head(NUMBER, aboutAsMuch(reader.head(NUMBER)));
    writer.text(reader.text());
  }
  reader.skip();
  writer.head(LIST, parts.length);
  for (const [index, { first, last, name }] of parts.entries()) {
    writer.head(LIST, 3);
    writer.text(apartFrom(first, parts[index - 1]?.last));
    writer.text(apartFrom(last, parts[index + 1]?.first));
    writer.text(name);
  }
  return Buffer.concat([
    MARK,
    writer.bytes.subarray(0, writer.length),
    content.subarray(reader.position),
  ]);
}

/** Most bytes that a part takes in the list of parts: its texts, and the heads before them. */
function most({ name, first, last }: Part): number {
  return 16 + Buffer.byteLength(name + first + last);
}

function aboutAsMuch(words: number): number {
  if (words === 0) return 0;
  return Math.round(2 ** (Math.round(Math.log2(words) * LENGTH_STEPS) / LENGTH_STEPS));
}

/** As much of a word as tells it from another. */
function apartFrom(word: string, other = ''): string {
  let shared = 0;
  while (shared < word.length && word[shared] === other[shared]) shared += 1;
  return other === '' ? word : word.slice(0, shared + 1);
}

/** Reads one item of CBOR after the other. */
class CborReader {
  position = MARK.length;
  readonly #bytes: Buffer;

  constructor(bytes: Uint8Array) {
    this.#bytes = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    if (!this.#bytes.subarray(0, MARK.length).equals(MARK)) {
      throw new Error('This is no file of a Pagefind index.');
    }
  }

  /** Kind of the next item. */
  get kind(): number {
    return (this.#bytes[this.position] ?? 0) >> 5;
  }

  /** Value of the next item, or its length. */
  head(kind: number): number {
    if (this.kind !== kind) {
      throw new Error(`Pagefind’s index has kind ${this.kind} where ${kind} was expected.`);
    }
    const value = (this.#bytes[this.position] ?? 0) & 31;
    this.position += 1;
    if (value < ONE_BYTE) return value;
    const size = 2 ** (value - ONE_BYTE);
    if (value > FOUR_BYTES) throw new Error('Pagefind’s index has a length that is not known.');
    this.position += size;
    return this.#bytes.readUIntBE(this.position - size, size);
  }

  text(): string {
    const length = this.head(TEXT);
    this.position += length;
    return this.#bytes.toString('utf8', this.position - length, this.position);
  }

  /** Passes over the next item with all that is in it. */
  skip(): void {
    const { kind } = this;
    const value = this.head(kind);
    if (kind === TEXT) this.position += value;
    if (kind === LIST) for (let left = value; left > 0; left -= 1) this.skip();
  }
}

/** Writes one item of CBOR after the other. */
class CborWriter {
  readonly bytes: Buffer;
  length = 0;

  /** @param size - Most bytes that will be written. */
  constructor(size: number) {
    this.bytes = Buffer.allocUnsafe(size);
  }

  head(kind: number, value: number): void {
    if (value < ONE_BYTE) {
      this.bytes[this.length++] = (kind << 5) | value;
      return;
    }
    const [code, size] =
      value < 2 ** 8 ? [ONE_BYTE, 1] : value < 2 ** 16 ? [TWO_BYTES, 2] : [FOUR_BYTES, 4];
    this.bytes[this.length] = (kind << 5) | code;
    this.bytes.writeUIntBE(value, this.length + 1, size);
    this.length += 1 + size;
  }

  text(text: string): void {
    this.head(TEXT, Buffer.byteLength(text));
    this.length += this.bytes.write(text, this.length);
  }
}
