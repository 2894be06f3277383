import { readFile } from 'node:fs/promises';
import {
  snapshotOf,
  SnapshotState,
  type Excluded,
  type FileFacts,
  type SearchIndexFiles,
} from '../contract/index.ts';
import { withoutMissingMedia } from '../content/media.ts';
import { searchDocumentsOf } from '../lib/search-site.ts';
import { pagefindFiles } from './pagefind-files.ts';
import { hashOf, writeSiteFile } from './write-file.ts';

const INDEX_PART = /^pagefind\/index\//;
/** A large region has hundreds of parts; the best compression takes ten times as long for 5 % less. */
const PART_BROTLI = 8;
/** What every search loads is worth more time than a page. */
const INDEX_BROTLI = 11;

/**
 * Writes the search index of a region. The umbrella site has none.
 *
 * @param snapshotFiles - A snapshot, then the deltas that lead on from it.
 * @param excluded - Entries that the pages leave out as well.
 * @param hasMedia - Whether a picture's file is there.
 * @param outDir - Folder that gets `pagefind/`.
 * @param knownFiles - The index that there is: only what is new or different is written then.
 */
export async function writeSearchIndex(
  snapshotFiles: readonly string[],
  excluded: readonly Excluded[],
  hasMedia: (file: string) => boolean,
  outDir: string,
  knownFiles: Readonly<Record<string, FileFacts>> = {},
): Promise<SearchIndexFiles> {
  const state = await readState(snapshotFiles, excluded, hasMedia);
  const { region, ...snapshot } = snapshotOf(state);
  const { revision } = state.header;
  const written: Record<string, FileFacts> = {};
  if (region === null) return { revision, written, removed: [] };
  const gone = new Set(Object.keys(knownFiles));
  const documents = searchDocumentsOf({ region, ...snapshot });
  for (const { path, content } of await pagefindFiles(documents, region.searchWords)) {
    const file = `pagefind/${path}`;
    const hash = hashOf(content);
    gone.delete(file);
    if (knownFiles[file]?.hash === hash) continue;
    const quality = INDEX_PART.test(file) ? PART_BROTLI : INDEX_BROTLI;
    const encodings = writeSiteFile(outDir, file, content, quality);
    written[file] = { hash, size: content.length, encodings };
  }
  return { revision, written, removed: [...gone] };
}

/** Reads the content that pages show: a snapshot with deltas, without what the pages leave out. */
export async function readState(
  snapshotFiles: readonly string[],
  excluded: readonly Excluded[],
  hasMedia: (file: string) => boolean,
): Promise<SnapshotState> {
  const [first = '', ...deltas] = snapshotFiles;
  const state = SnapshotState.read(await readFile(first, 'utf8'), (document) =>
    withoutMissingMedia(document, hasMedia),
  );
  for (const delta of deltas) state.apply(await readFile(delta, 'utf8'));
  for (const { type, documentId } of excluded) state.exclude(type, documentId, '');
  return state;
}
