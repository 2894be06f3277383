import { constants, gunzipSync, gzipSync } from 'node:zlib';
import { close, createIndex, type IndexFile, type PagefindIndex } from 'pagefind';
import type { Region } from '../contract/index.ts';
import { queryTermsOf } from '../lib/german/analyse.ts';
import { germanTermFinder } from '../lib/german-terms.ts';
import { wordsOf } from '../lib/german/fold.ts';
import { cardFile, toCard } from '../lib/search-card.ts';
import { toSearchHit, type SearchDocument } from '../lib/search-document.ts';
import { packTable } from '../lib/search-packing.ts';
import { toPagefindRecord } from '../lib/search-pagefind.ts';
import { TABLE_FILE, tableOf } from '../lib/search-table.ts';
import { placeWords, type SearchTerms } from '../lib/search-terms.ts';
import { VOCABULARY_FILE, VocabularyWriter } from '../lib/search-vocabulary.ts';
import { packVocabulary } from '../lib/vocabulary-packing.ts';
import { packIndexParts } from './pagefind-packing.ts';
import { hashOf } from './write-file.ts';

/** Interfaces that Pagefind brings along, and words for languages that the site does not have. */
const UNUSED_FILE = /^(?:pagefind-(?:ui|modular-ui|component-ui|highlight)\.|wasm\.unknown\.)/;
const FRAGMENT_FILE = /^fragment\/(.+)\.pf_fragment$/;
/** Files of the index that Pagefind has compressed. */
const PACKED_FILE = /^(?:wasm\..+\.pagefind|.+\.pf_meta|index\/.+\.pf_index)$/;
/** Pagefind takes them one after the other, but need not wait for the next. */
const AT_ONCE = 64;

/**
 * The files of a Pagefind index by path, with the vocabulary and the table of documents beside it.
 * The same documents give the same bytes.
 *
 * @param documents - All that can be found.
 * @param searchWords - Words with the same meaning, from the region's editors.
 * @throws Error if Pagefind refuses a document; the message names it.
 */
export async function pagefindFiles(
  documents: readonly SearchDocument[],
  searchWords: Region['searchWords'] = [],
): Promise<IndexFile[]> {
  const termsOf = germanTermFinder(searchWords);
  const vocabulary = new VocabularyWriter();
  const cards: Card[] = [];
  try {
    const { index, errors } = await createIndex({ forceLanguage: 'de' });
    if (index === undefined) throw new Error(`Pagefind did not start: ${errors.join('; ')}`);
    for (let next = 0; next < documents.length; next += AT_ONCE) {
      const answers = documents.slice(next, next + AT_ONCE).map((document) => {
        const terms = termsOf(document);
        const words = [document.title, ...document.tags].flatMap(wordsOf).map(({ text }) => text);
        vocabulary.add(terms, queryTermsOf(placeWords(document)), words);
        const card = cardOf(document);
        cards.push(card);
        return addDocument(index, document, card.address, terms);
      });
      await Promise.all(answers);
    }
    const { files, errors: writeErrors } = await index.getFiles();
    if (writeErrors.length > 0) throw new Error(`Pagefind failed: ${writeErrors.join('; ')}`);
    const ids = idsOf(cards, files);
    const idByDocument = new Map(documents.map((document, row) => [document, ids[row] ?? '']));
    const table = tableOf(documents, (document) => idByDocument.get(document) ?? '');
    const kept = files.filter(({ path }) => !UNUSED_FILE.test(path) && !FRAGMENT_FILE.test(path));
    return [
      ...packIndexParts(kept.map(unpacked)),
      ...cards.map(({ content }, row) => ({ path: cardFile(ids[row] ?? ''), content })),
      jsonFile(VOCABULARY_FILE, packVocabulary(vocabulary.file())),
      jsonFile(TABLE_FILE, packTable(table)),
    ].sort((a, b) => (a.path < b.path ? -1 : 1));
  } finally {
    await close();
  }
}

async function addDocument(
  index: PagefindIndex,
  document: SearchDocument,
  address: string,
  terms: SearchTerms,
): Promise<void> {
  const { errors } = await index.addCustomRecord(toPagefindRecord(address, terms));
  if (errors.length === 0) return;
  const reason = errors.join('; ');
  throw new Error(
    `Pagefind refused ${document.kind} ${document.id} (${document.title}): ${reason}`,
  );
}

/** Pagefind reads a file as well without its own compression; that of the server is better. */
function unpacked({ path, content }: IndexFile): IndexFile {
  return { path, content: PACKED_FILE.test(path) ? gunzipSync(content) : content };
}

/** What results show of a document, and an address that stands for it. */
interface Card {
  address: string;
  content: Uint8Array;
}

function cardOf(document: SearchDocument): Card {
  const text = JSON.stringify(toCard(toSearchHit(document)));
  const content = gzipSync(text, { level: constants.Z_BEST_COMPRESSION });
  return { address: `/${hashOf(Buffer.from(text)).slice(0, 32)}`, content };
}

/**
 * Pagefind's names of the documents, in their order.
 *
 * @throws Error if Pagefind lists them in another order: the table could not be read with its list.
 */
function idsOf(cards: readonly Card[], files: readonly IndexFile[]): string[] {
  const byAddress = new Map<string, string>();
  let list = '';
  for (const { path, content } of files) {
    if (path.endsWith('.pf_meta')) list = gunzipSync(content).toString('latin1');
    const id = FRAGMENT_FILE.exec(path)?.[1];
    if (id === undefined) continue;
    const text = gunzipSync(content).toString('utf8');
    const { url } = JSON.parse(text.slice(text.indexOf('{'))) as { url: string };
    byAddress.set(url, id);
  }
  let last = -1;
  return cards.map(({ address }) => {
    const id = byAddress.get(address) ?? '';
    last = list.indexOf(id, last + 1);
    if (id === '' || last === -1) throw new Error(`Pagefind has lost or moved ${address}.`);
    return id;
  });
}

function jsonFile(path: string, value: unknown): IndexFile {
  return { path, content: new TextEncoder().encode(JSON.stringify(value)) };
}
