import { createWriteStream } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { finished } from 'node:stream/promises';
import {
  snapshotOf,
  type Region,
  type SearchRecords,
  type SnapshotState,
} from '../contract/index.ts';
import { GermanAnalyser } from '../lib/german/analyse.ts';
import { germanLexicon, germanThesaurus } from '../lib/german/thesaurus.ts';
import { MEILISEARCH_SETTINGS, toMeilisearchRecord } from '../lib/search-meilisearch.ts';
import { searchDocumentsOf } from '../lib/search-site.ts';
import { createTermFinder } from '../lib/search-terms.ts';
import { hashOf } from './write-file.ts';

/** Hashes are compared with those of the same document only, so that a short one will do. */
const HASH_LENGTH = 16;

/** Made once for the words of a region: it holds the word lists. */
let lastFinder: { words: string; termsOf: ReturnType<typeof createTermFinder> } | null = null;

/**
 * Writes what a search server has to learn: `records.ndjson` with the documents that are new or
 * different, one a line, and `known.json` with what it knows afterwards. Nothing is computed for
 * documents that have not changed.
 *
 * @param state - The content.
 * @param knownFile - The `known.json` of what the server holds; null: it knows nothing.
 * @param outDir - Folder that gets both files.
 */
export async function writeSearchRecords(
  state: SnapshotState,
  knownFile: string | null,
  outDir: string,
): Promise<SearchRecords> {
  const { region, ...snapshot } = snapshotOf(state);
  if (region === null) throw new Error('The umbrella site has no documents of its own.');
  const known = knownFile === null ? new Map<string, string>() : await readKnown(knownFile);
  const now: Record<string, string> = {};
  const lines = createWriteStream(path.join(outDir, 'records.ndjson'));
  let changed = 0;
  const documents = searchDocumentsOf({ region, ...snapshot });
  const words = JSON.stringify(region.searchWords);
  for (const document of documents) {
    const hash = hashOf(Buffer.from(words + JSON.stringify(document))).slice(0, HASH_LENGTH);
    now[document.id] = hash;
    const before = known.get(document.id);
    known.delete(document.id);
    if (before === hash) continue;
    changed += 1;
    lines.write(
      `${JSON.stringify(toMeilisearchRecord(document, termFinderOf(region.searchWords)(document)))}\n`,
    );
  }
  lines.end();
  await finished(lines);
  await writeFile(path.join(outDir, 'known.json'), JSON.stringify(now));
  return {
    revision: state.header.revision,
    count: documents.length,
    changed,
    removed: [...known.keys()],
    settings: MEILISEARCH_SETTINGS,
    neighbours: region.neighbours.map(({ slug }) => slug),
  };
}

function termFinderOf(searchWords: Region['searchWords']) {
  const words = JSON.stringify(searchWords);
  if (lastFinder?.words !== words) {
    const thesaurus = germanThesaurus(searchWords);
    const analyser = new GermanAnalyser({ lexicon: germanLexicon(), thesaurus });
    lastFinder = { words, termsOf: createTermFinder(analyser) };
  }
  return lastFinder.termsOf;
}

async function readKnown(file: string): Promise<Map<string, string>> {
  return new Map(Object.entries(JSON.parse(await readFile(file, 'utf8')) as object));
}
