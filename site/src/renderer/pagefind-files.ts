import { gunzipSync } from 'node:zlib';
import { close, createIndex, type IndexFile, type PagefindIndex } from 'pagefind';
import type { Region } from '../contract/index.ts';
import { GermanAnalyser, queryTermsOf } from '../lib/german/analyse.ts';
import { wordsOf } from '../lib/german/fold.ts';
import { germanLexicon, germanThesaurus } from '../lib/german/thesaurus.ts';
import type { SearchDocument } from '../lib/search-document.ts';
import { toPagefindRecord } from '../lib/search-pagefind.ts';
import { TABLE_FILE, tableOf } from '../lib/search-table.ts';
import { createTermFinder, placeWords, type SearchTerms } from '../lib/search-terms.ts';
import { VOCABULARY_FILE, VocabularyWriter } from '../lib/search-vocabulary.ts';

/** Interfaces that Pagefind brings along, and words for languages that the site does not have. */
const UNUSED_FILE = /^(?:pagefind-(?:ui|modular-ui|component-ui|highlight)\.|wasm\.unknown\.)/;
const FRAGMENT_FILE = /^fragment\/(.+)\.pf_fragment$/;
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
  const thesaurus = germanThesaurus(searchWords);
  const termsOf = createTermFinder(new GermanAnalyser({ lexicon: germanLexicon(), thesaurus }));
  const vocabulary = new VocabularyWriter();
  try {
    const { index, errors } = await createIndex({ forceLanguage: 'de' });
    if (index === undefined) throw new Error(`Pagefind did not start: ${errors.join('; ')}`);
    for (let next = 0; next < documents.length; next += AT_ONCE) {
      const answers = documents.slice(next, next + AT_ONCE).map((document) => {
        const terms = termsOf(document);
        const words = [document.title, ...document.tags].flatMap(wordsOf).map(({ text }) => text);
        vocabulary.add(terms, queryTermsOf(placeWords(document)), words);
        return addDocument(index, document, terms);
      });
      await Promise.all(answers);
    }
    const { files, errors: writeErrors } = await index.getFiles();
    if (writeErrors.length > 0) throw new Error(`Pagefind failed: ${writeErrors.join('; ')}`);
    const ids = idsByUrl(files);
    const idOf = ({ url }: SearchDocument) => ids.get(url) ?? missing(url);
    return [
      ...files.filter((file) => !UNUSED_FILE.test(file.path)),
      jsonFile(VOCABULARY_FILE, vocabulary.file()),
      jsonFile(TABLE_FILE, tableOf(documents, idOf)),
    ].sort((a, b) => (a.path < b.path ? -1 : 1));
  } finally {
    await close();
  }
}

async function addDocument(
  index: PagefindIndex,
  document: SearchDocument,
  terms: SearchTerms,
): Promise<void> {
  const { errors } = await index.addCustomRecord(toPagefindRecord(document, terms));
  if (errors.length === 0) return;
  const reason = errors.join('; ');
  throw new Error(
    `Pagefind refused ${document.kind} ${document.id} (${document.title}): ${reason}`,
  );
}

/** Pagefind's names of documents, which it gives only in its files. */
function idsByUrl(files: readonly IndexFile[]): Map<string, string> {
  const ids = new Map<string, string>();
  for (const { path, content } of files) {
    const id = FRAGMENT_FILE.exec(path)?.[1];
    if (id === undefined) continue;
    const text = gunzipSync(content).toString('utf8');
    const { url } = JSON.parse(text.slice(text.indexOf('{'))) as { url: string };
    ids.set(url, id);
  }
  return ids;
}

function missing(url: string): never {
  throw new Error(`Pagefind has lost ${url}.`);
}

function jsonFile(path: string, value: unknown): IndexFile {
  return { path, content: new TextEncoder().encode(JSON.stringify(value)) };
}
