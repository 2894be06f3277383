import { constants, gzipSync } from 'node:zlib';
import type { Region } from '../contract/index.ts';
import { compareText } from '../lib/compare-text.ts';
import { queryTermsOf } from '../lib/german/analyse.ts';
import { wordsOf } from '../lib/german/fold.ts';
import { germanTermFinder } from '../lib/german-terms.ts';
import { cardFile, toCard } from '../lib/search-card.ts';
import { toSearchHit, type SearchDocument } from '../lib/search-document.ts';
import { packTable } from '../lib/search-packing.ts';
import { TABLE_FILE, tableOf } from '../lib/search-table.ts';
import { placeWords } from '../lib/search-terms.ts';
import { VOCABULARY_FILE, VocabularyWriter } from '../lib/search-vocabulary.ts';
import { packVocabulary } from '../lib/vocabulary-packing.ts';
import { PagefindIndex, type IndexFile } from './pagefind-index.ts';
import { pagefindProgram } from './pagefind-program.ts';
import { hashOf } from './write-file.ts';

/**
 * The files of a search index by path: Pagefind's program, the index that it reads, and beside them
 * the vocabulary, the table of documents and a card for each. The same documents give the same bytes.
 *
 * @param documents - All that can be found.
 * @param searchWords - Words with the same meaning, from the region's editors.
 * @throws Error if Pagefind does not start.
 */
export async function pagefindFiles(
  documents: readonly SearchDocument[],
  searchWords: Region['searchWords'] = [],
): Promise<IndexFile[]> {
  const { files, entry } = await pagefindProgram();
  const termsOf = germanTermFinder(searchWords);
  const vocabulary = new VocabularyWriter();
  const index = new PagefindIndex();
  const names = new Map<SearchDocument, string>();
  const numbered = documents.toSorted(oldestFirst);
  const cards = numbered.map((document): IndexFile => {
    const terms = termsOf(document);
    const words = [document.title, ...document.tags].flatMap(wordsOf).map(({ text }) => text);
    vocabulary.add(terms, queryTermsOf(placeWords(document)), words);
    const card = Buffer.from(JSON.stringify(toCard(toSearchHit(document))));
    const name = index.add(hashOf(card), terms);
    names.set(document, name);
    return {
      path: cardFile(name),
      content: gzipSync(card, { level: constants.Z_BEST_COMPRESSION }),
    };
  });
  const table = tableOf(numbered, (document) => names.get(document) ?? '');
  return [
    ...files,
    ...index.files(entry),
    ...cards,
    jsonFile(VOCABULARY_FILE, packVocabulary(vocabulary.file())),
    jsonFile(TABLE_FILE, packTable(table)),
  ].sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** What is new comes last, so that the numbers of all others stay, and with them the parts of the index. */
function oldestFirst(a: SearchDocument, b: SearchDocument): number {
  return compareText(ageOf(a), ageOf(b));
}

/** Day of publication, and the moment in which an entry was made: of organisations, nothing else is known. */
function ageOf({ publishedOn, createdAt }: SearchDocument): string {
  return `${publishedOn ?? createdAt?.slice(0, 10) ?? ''} ${createdAt ?? ''}`;
}

function jsonFile(path: string, value: unknown): IndexFile {
  return { path, content: Buffer.from(JSON.stringify(value)) };
}
