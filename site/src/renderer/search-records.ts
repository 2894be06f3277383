import { createWriteStream } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { finished } from 'node:stream/promises';
import {
  snapshotOf,
  type Listing,
  type Region,
  type SearchRecords,
  type Snapshot,
  type SnapshotState,
} from '../contract/index.ts';
import { germanTermFinder } from '../lib/german-terms.ts';
import type { SearchDocument } from '../lib/search-document.ts';
import { MEILISEARCH_SETTINGS, toMeilisearchRecord } from '../lib/search-meilisearch.ts';
import { searchDocumentsOf } from '../lib/search-site.ts';
import { hashOf } from './write-file.ts';

/** Hashes are compared with those of the same document only, so that a short one will do. */
const HASH_LENGTH = 16;

/** Hashes of listings, with all that went into them: the same objects give the same hash. */
const listingHashes = new WeakMap<Listing, { sources: readonly unknown[]; hash: string }>();

/** Made once for the words of a region: it holds the word lists. */
let lastFinder: { words: string; termsOf: ReturnType<typeof germanTermFinder> } | null = null;

/**
 * Writes what a search server has to learn: `records.ndjson` with the documents that are new or
 * different, one a line, and `known.json` with what it knows afterwards. For documents that have not
 * changed nothing is computed.
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
  const sourcesOf = createSourceFinder(region, snapshot);
  const listings = snapshot.listings.filter((listing) => {
    const last = listingHashes.get(listing);
    const isKnown = last !== undefined && known.get(listing.documentId) === last.hash;
    if (!isKnown || !isSame(last.sources, sourcesOf(listing))) return true;
    now[listing.documentId] = last.hash;
    return false;
  });
  const listingById = new Map(listings.map((listing) => [listing.documentId, listing]));

  const lines = createWriteStream(path.join(outDir, 'records.ndjson'));
  let changed = 0;
  for (const document of searchDocumentsOf({ region, ...snapshot }, listings)) {
    const hash = documentHash(document, region);
    now[document.id] = hash;
    const listing = listingById.get(document.id);
    if (listing !== undefined) listingHashes.set(listing, { sources: sourcesOf(listing), hash });
    if (known.get(document.id) === hash) continue;
    changed += 1;
    const terms = termFinderOf(region)(document);
    lines.write(`${JSON.stringify(toMeilisearchRecord(document, terms))}\n`);
  }
  lines.end();
  await finished(lines);
  await writeFile(path.join(outDir, 'known.json'), JSON.stringify(now));
  return {
    revision: state.header.revision,
    count: Object.keys(now).length,
    changed,
    removed: [...known.keys()].filter((id) => now[id] === undefined),
    settings: MEILISEARCH_SETTINGS,
    neighbours: region.neighbours.map(({ slug }) => slug),
  };
}

/** Finds all that a listing's document is made of, beside the listing. */
function createSourceFinder(
  region: Region,
  { organisations, categories, municipalities }: Omit<Snapshot, 'region'>,
): (listing: Listing) => readonly unknown[] {
  const byId = new Map(
    [...organisations, ...categories, ...municipalities].map((entry) => [entry.documentId, entry]),
  );
  const parents = new Map(categories.map(({ documentId, parent }) => [documentId, parent]));
  return ({ organisation, category, municipality }) => [
    region,
    byId.get(organisation),
    byId.get(category),
    byId.get(parents.get(category) ?? ''),
    byId.get(municipality),
  ];
}

function isSame(one: readonly unknown[], other: readonly unknown[]): boolean {
  return one.every((source, index) => source === other[index]);
}

/** Hash of all that a record is made of. */
function documentHash(document: SearchDocument, { searchWords }: Region): string {
  const text = JSON.stringify([searchWords, document]);
  return hashOf(Buffer.from(text)).slice(0, HASH_LENGTH);
}

function termFinderOf({ searchWords }: Region): ReturnType<typeof germanTermFinder> {
  const words = JSON.stringify(searchWords);
  if (lastFinder?.words !== words) {
    lastFinder = { words, termsOf: germanTermFinder(searchWords) };
  }
  return lastFinder.termsOf;
}

async function readKnown(file: string): Promise<Map<string, string>> {
  return new Map(Object.entries(JSON.parse(await readFile(file, 'utf8')) as object));
}
