import { close, createIndex, type IndexFile, type PagefindIndex } from 'pagefind';
import { GermanAnalyser, queryTermsOf } from '../lib/german/analyse.ts';
import { wordsOf } from '../lib/german/fold.ts';
import { germanLexicon, germanThesaurus } from '../lib/german/thesaurus.ts';
import { Vocabulary } from '../lib/search-vocabulary.ts';
import { createTermFinder, type SearchTerms } from '../lib/search-terms.ts';
import type { SearchDocument } from '../lib/search-document.ts';
import { toPagefindRecord } from '../lib/search-pagefind.ts';

/** Interfaces that Pagefind brings along, and words for languages that the site does not have. */
const UNUSED_FILE = /^(?:pagefind-(?:ui|modular-ui|component-ui|highlight)\.|wasm\.unknown\.)/;

/** Pagefind takes them one after the other, but need not wait for the next. */
const AT_ONCE = 64;

/**
 * The files of a Pagefind index by path. The same documents give the same bytes.
 *
 * @throws Error if Pagefind refuses a document; the message names it.
 */
export async function pagefindFiles(documents: readonly SearchDocument[]): Promise<IndexFile[]> {
  const termsOf = createTermFinder(
    new GermanAnalyser({ lexicon: germanLexicon(), thesaurus: germanThesaurus() }),
  );
  const vocabulary = new Vocabulary();
  try {
    const { index, errors } = await createIndex({ forceLanguage: 'de' });
    if (index === undefined) throw new Error(`Pagefind did not start: ${errors.join('; ')}`);
    for (let next = 0; next < documents.length; next += AT_ONCE) {
      const answers = documents.slice(next, next + AT_ONCE).map((document) => {
        const terms = termsOf(document);
        const words = [document.title, ...document.tags].flatMap(wordsOf).map(({ text }) => text);
        vocabulary.add(terms, queryTermsOf(document.place?.name ?? ''), words);
        return addDocument(index, document, terms);
      });
      await Promise.all(answers);
    }
    const { files, errors: writeErrors } = await index.getFiles();
    if (writeErrors.length > 0) throw new Error(`Pagefind failed: ${writeErrors.join('; ')}`);
    return [...files, vocabulary.file()]
      .filter((file) => !UNUSED_FILE.test(file.path))
      .sort((a, b) => (a.path < b.path ? -1 : 1));
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
