import { readFile } from 'node:fs/promises';
import { snapshotOf, SnapshotState, type Excluded, type FileFacts } from '../contract/index.ts';
import { withoutMissingMedia } from '../content/media.ts';
import { searchDocumentsOf } from '../lib/search-site.ts';
import { pagefindFiles } from './pagefind-files.ts';
import { hashOf, writeSiteFile } from './write-file.ts';

const INDEX_PART = /^pagefind\/index\//;
/** A large region has hundreds of parts; the best compression takes ten times as long for 5 % less. */
const PART_BROTLI = 8;
/** What every search loads is worth more time than a page. */
const INDEX_BROTLI = 11;

/** What a search index is made of. */
export interface SearchIndexFiles {
  /** Revision that can be searched. */
  revision: number;
  /** Files by path, all below `pagefind/`. */
  written: Record<string, FileFacts>;
}

/**
 * Writes the search index of a region. The umbrella site has none.
 *
 * @param snapshotFiles - A snapshot, then the deltas that lead on from it.
 * @param excluded - Entries that the pages leave out as well.
 * @param hasMedia - Whether a picture's file is there.
 * @param outDir - Folder that gets `pagefind/`.
 */
export async function writeSearchIndex(
  snapshotFiles: readonly string[],
  excluded: readonly Excluded[],
  hasMedia: (file: string) => boolean,
  outDir: string,
): Promise<SearchIndexFiles> {
  const state = await readState(snapshotFiles, excluded, hasMedia);
  const { region, ...snapshot } = snapshotOf(state);
  const { revision } = state.header;
  if (region === null) return { revision, written: {} };
  const written: Record<string, FileFacts> = {};
  const documents = searchDocumentsOf({ region, ...snapshot });
  for (const { path, content } of await pagefindFiles(documents, region.searchWords)) {
    const file = `pagefind/${path}`;
    const encodings = writeSiteFile(
      outDir,
      file,
      content,
      INDEX_PART.test(file) ? PART_BROTLI : INDEX_BROTLI,
    );
    written[file] = { hash: hashOf(content), size: content.length, encodings };
  }
  return { revision, written };
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
