import { mergeTables, mergeVocabularies } from '../../lib/search-merge.ts';
import { TableMismatchError, unpackTable, type PackedTable } from '../../lib/search-packing.ts';
import { SearchTable, TABLE_FILE } from '../../lib/search-table.ts';
import { TERM_WEIGHTS } from '../../lib/search-terms.ts';
import { Vocabulary, type VocabularyFile } from '../../lib/search-vocabulary.ts';
import type { PagefindInstance, PagefindModule } from './pagefind-api.ts';
import { readJson } from './read-json.ts';
import { readVocabulary } from './read-vocabulary.ts';

/** What a search works with: one index, or several as one. */
export interface OpenIndex {
  pagefind: PagefindInstance;
  vocabulary: Vocabulary;
  table: SearchTable;
  /** Folder of the first index, with a slash at its end. */
  basePath: string;
  /** What {@link readEntry} said of it, as one text. */
  entry: string;
  /** Folder of the index that has a document. */
  folderOf: (id: string) => string | undefined;
}

/** What lies beside Pagefind's own files. */
interface OwnFiles {
  vocabulary: VocabularyFile;
  table: PackedTable;
}

/** The part of Pagefind's list of its indexes that is looked at. */
interface Entry {
  languages: Record<string, unknown>;
}

/** Stands for Pagefind where there is nothing to find: it cannot open such an index. */
const EMPTY: PagefindInstance = {
  init: () => Promise.resolve(),
  mergeIndex: () => Promise.resolve(),
  destroy: () => Promise.resolve(),
  search: () => Promise.resolve({ results: [] }),
};

const RANKING = { metaWeights: TERM_WEIGHTS };

/**
 * Opens the indexes that can be read, and passes over the others.
 *
 * @param basePaths - Folder of each index.
 * @param attempt - Number of attempts before this one.
 * @throws Error if there is none.
 */
export async function openIndex(basePaths: readonly string[], attempt: number): Promise<OpenIndex> {
  try {
    return await open(basePaths, attempt);
  } catch (error) {
    // A publish came in between: what is read now is of one index again.
    if (error instanceof TableMismatchError) return open(basePaths, attempt);
    throw error;
  }
}

/** Asks for the smallest file of an index, to see whether it can be reached and is still the same. */
export async function readEntry(basePath: string, signal?: AbortSignal): Promise<string> {
  const address = `${basePath}pagefind-entry.json`;
  return JSON.stringify(await readJson(address, { cache: 'no-store', ...(signal && { signal }) }));
}

async function open(basePaths: readonly string[], attempt: number): Promise<OpenIndex> {
  // Pagefind itself leaves a failure at its start to the console, and then waits for ever.
  const entries = await Promise.allSettled(basePaths.map((basePath) => readEntry(basePath)));
  const reached = basePaths.filter((_, index) => entries[index]?.status === 'fulfilled');
  if (reached.length === 0) throw firstReason(entries);
  const filled = basePaths.filter((_, index) => hasDocuments(entries[index]));
  const used = filled.length > 0 ? filled : reached.slice(0, 1);
  const [started, read] = await Promise.all([
    filled.length > 0 ? start(filled, attempt) : { pagefind: EMPTY, joined: used },
    Promise.allSettled(used.map(readOwnFiles)),
  ]);
  const { pagefind, joined } = started;
  const parts = used.flatMap((basePath, index) => {
    const files = read[index];
    const isSound = files?.status === 'fulfilled' && joined.includes(basePath);
    return isSound ? [{ basePath, ...files.value }] : [];
  });
  const [first] = parts;
  if (first === undefined) throw firstReason(read);
  if (parts.length < joined.length) {
    await pagefind.destroy();
    return open(
      parts.map(({ basePath }) => basePath),
      attempt,
    );
  }
  const { basePath } = first;
  const opened = entries[basePaths.indexOf(basePath)];
  const entry = opened?.status === 'fulfilled' ? opened.value : '';
  return { pagefind, basePath, entry, ...(await join(pagefind, parts)) };
}

/** Starts Pagefind with all indexes that it can open; its program is loaded once. */
async function start(
  basePaths: readonly string[],
  attempt: number,
): Promise<{ pagefind: PagefindInstance; joined: readonly string[] }> {
  const [first = '', ...others] = basePaths;
  // A browser may remember that a module failed to load; another address asks again.
  const address = `${first}pagefind.js${attempt === 0 ? '' : `?attempt=${attempt}`}`;
  const module = (await import(/* @vite-ignore */ address)) as PagefindModule;
  const pagefind = module.createInstance({ basePath: first, ranking: RANKING });
  await pagefind.init();
  const merged = await Promise.allSettled(
    others.map((basePath) => pagefind.mergeIndex(basePath, { ranking: RANKING })),
  );
  const sound = others.filter((_, index) => merged[index]?.status === 'fulfilled');
  if (sound.length === others.length) return { pagefind, joined: basePaths };
  // An index that it could not open would break every search.
  await pagefind.destroy();
  return start([first, ...sound], attempt);
}

/** Gives the documents of each table the names that Pagefind has for them. */
async function join(
  pagefind: PagefindInstance,
  parts: readonly ({ basePath: string } & OwnFiles)[],
): Promise<Pick<OpenIndex, 'vocabulary' | 'table' | 'folderOf'>> {
  const { results } = await pagefind.search(null);
  const folders = new Map<string, string>();
  let next = 0;
  const tables = parts.map(({ basePath, table }) => {
    const ids = results.slice(next, next + table.count).map(({ id }) => id);
    next += table.count;
    for (const id of ids) folders.set(id, basePath);
    return unpackTable(table, ids);
  });
  return {
    vocabulary: new Vocabulary(mergeVocabularies(parts.map(({ vocabulary }) => vocabulary))),
    table: new SearchTable(mergeTables(tables)),
    folderOf: (id) => folders.get(id),
  };
}

async function readOwnFiles(basePath: string): Promise<OwnFiles> {
  const [vocabulary, table] = await Promise.all([
    readVocabulary(basePath),
    readJson(basePath + TABLE_FILE) as Promise<PackedTable>,
  ]);
  return { vocabulary, table };
}

function hasDocuments(entry: PromiseSettledResult<string> | undefined): boolean {
  if (entry?.status !== 'fulfilled') return false;
  return Object.keys((JSON.parse(entry.value) as Entry).languages).length > 0;
}

/** Why something could not be read. */
export function firstReason(results: readonly PromiseSettledResult<unknown>[]): Error {
  const rejected = results.find((result) => result.status === 'rejected');
  return rejected?.reason instanceof Error ? rejected.reason : new Error('There is no index.');
}
