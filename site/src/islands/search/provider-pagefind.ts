import { fromPagefindFragment, toIndexWord } from '../../lib/search-pagefind.ts';
import { mergeTables, mergeVocabularies } from '../../lib/search-merge.ts';
import { planSearch, type PlannedWord, type SearchPlan } from '../../lib/search-plan.ts';
import { rank, standingOf, WANTED_FACTOR } from '../../lib/search-rank.ts';
import { SearchTable, TABLE_FILE, type TableFile } from '../../lib/search-table.ts';
import { TERM_WEIGHTS } from '../../lib/search-terms.ts';
import { VOCABULARY_FILE, Vocabulary, type VocabularyFile } from '../../lib/search-vocabulary.ts';
import type { PagefindAnswer, PagefindInstance, PagefindModule } from './pagefind-api.ts';
import {
  SearchUnavailableError,
  type SearchAnswer,
  type SearchProvider,
  type SearchQuery,
} from './provider.ts';
import { readJson } from './read-json.ts';

/** Time in milliseconds until a visitor is told that there is no answer; phones may be slow. */
const TIMEOUT_MS = 12_000;

/** Where the index of a site itself lies. */
const OWN_INDEX = '/pagefind/';

/**
 * Searches the index that lies beside the site's pages, or several at once. Nothing is loaded before
 * {@link SearchProvider.prepare} or the first search.
 *
 * @param basePaths - Folder of each index, with a slash at its end. One that cannot be opened is
 *   passed over as long as there is another.
 */
export function pagefindProvider(...basePaths: string[]): SearchProvider {
  const folders = basePaths.length === 0 ? [OWN_INDEX] : basePaths;
  let loading: Promise<Index> | undefined;
  let attempt = 0;

  const load = () => {
    loading ??= openIndex(folders, attempt++).catch((error: unknown) => {
      loading = undefined;
      throw error;
    });
    return loading;
  };

  const answer = async (query: SearchQuery, signal: AbortSignal): Promise<SearchAnswer> => {
    const index = await load();
    const found = await index.search(query, signal);
    if (found.total > 0 || query.text === '') return found;
    // Pagefind passes over parts of the index that it cannot load: nothing found may mean offline.
    await readEntry(index.basePath, signal);
    return found;
  };

  return {
    prepare() {
      return load().then(
        () => true,
        () => false,
      );
    },
    async search(query, signal) {
      try {
        return await beforeTimeout(answer(query, signal), signal);
      } catch (error) {
        signal.throwIfAborted();
        loading = undefined;
        throw new SearchUnavailableError('Pagefind gave no answer.', { cause: error });
      }
    },
  };
}

/** What lies in the folder of an index beside Pagefind's own files. */
interface IndexFolder {
  basePath: string;
  vocabulary: VocabularyFile;
  table: TableFile;
}

async function openIndex(basePaths: readonly string[], attempt: number): Promise<Index> {
  const read = await Promise.allSettled(basePaths.map(readFolder));
  const folders = read.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
  if (folders.length === 0) throw firstReason(read);
  const { pagefind, joined } = await start(folders, attempt);
  return new Index(
    joined[0]?.basePath ?? OWN_INDEX,
    pagefind,
    new Vocabulary(mergeVocabularies(joined.map(({ vocabulary }) => vocabulary))),
    new SearchTable(mergeTables(joined.map(({ table }) => table))),
  );
}

async function readFolder(basePath: string): Promise<IndexFolder> {
  const [, vocabulary, table] = await Promise.all([
    // Pagefind itself leaves a failure at its start to the console, and then waits for ever.
    readEntry(basePath),
    readJson(basePath + VOCABULARY_FILE) as Promise<VocabularyFile>,
    readJson(basePath + TABLE_FILE) as Promise<TableFile>,
  ]);
  return { basePath, vocabulary, table };
}

function readEntry(basePath: string, signal?: AbortSignal): Promise<unknown> {
  return readJson(`${basePath}pagefind-entry.json`, {
    cache: 'no-store',
    ...(signal && { signal }),
  });
}

/** Starts Pagefind with all indexes that it can open; its program is loaded once. */
async function start(
  folders: readonly IndexFolder[],
  attempt: number,
): Promise<{ pagefind: PagefindInstance; joined: readonly IndexFolder[] }> {
  const [first, ...others] = folders;
  if (first === undefined) throw new Error('There is no index.');
  // A browser may remember that a module failed to load; another address asks again.
  const address = `${first.basePath}pagefind.js${attempt === 0 ? '' : `?attempt=${attempt}`}`;
  const module = (await import(/* @vite-ignore */ address)) as PagefindModule;
  const ranking = { metaWeights: TERM_WEIGHTS };
  const pagefind = module.createInstance({ basePath: first.basePath, ranking });
  await pagefind.init();
  const merged = await Promise.allSettled(
    others.map(({ basePath }) => pagefind.mergeIndex(basePath, { ranking })),
  );
  const sound = others.filter((_, index) => merged[index]?.status === 'fulfilled');
  if (sound.length === others.length) return { pagefind, joined: folders };
  // An index that it could not open would break every search.
  await pagefind.destroy();
  return start([first, ...sound], attempt);
}

function firstReason(results: readonly PromiseSettledResult<unknown>[]): Error {
  const rejected = results.find((result) => result.status === 'rejected');
  return rejected?.reason instanceof Error ? rejected.reason : new Error('There is no index.');
}

type PagefindResult = PagefindAnswer['results'][number];

/** Pagefind finds each word; what belongs together, counts and comes first is decided here. */
class Index {
  /** Folder of the first index. */
  readonly basePath: string;
  readonly #pagefind: PagefindInstance;
  readonly #vocabulary: Vocabulary;
  readonly #table: SearchTable;
  readonly #results = new Map<string, PagefindResult>();

  constructor(
    basePath: string,
    pagefind: PagefindInstance,
    vocabulary: Vocabulary,
    table: SearchTable,
  ) {
    this.basePath = basePath;
    this.#pagefind = pagefind;
    this.#vocabulary = vocabulary;
    this.#table = table;
  }

  async search(query: SearchQuery, signal: AbortSignal): Promise<SearchAnswer> {
    const plan = planSearch(query.text, this.#vocabulary);
    const found = await this.#find(plan);
    signal.throwIfAborted();
    const { ids, facets, withinKm } = this.#table.select(found, query);
    const ordered = this.#sort(ids, query);
    const hits = await Promise.all(ordered.slice(0, query.limit).map((id) => this.#hit(id)));
    signal.throwIfAborted();
    return {
      total: ordered.length,
      terms: plan.words.flatMap(({ terms }) => terms),
      corrections: plan.corrections,
      hits,
      facets,
      withinKm,
    };
  }

  #sort(ids: readonly string[], { sort, near }: SearchQuery): readonly string[] {
    switch (sort) {
      case 'newest':
        return this.#table.newestFirst(ids);
      case 'ending':
        return this.#table.endingFirst(ids);
      case 'nearest':
        return near === null ? ids : this.#table.nearestFirst(ids, near);
      case 'relevance':
        return ids;
    }
  }

  async #find({ words, isHopeless, wanted }: SearchPlan): Promise<string[]> {
    if (isHopeless) return [];
    if (words.length === 0) return this.#table.newestFirst();
    const scores = await Promise.all(words.map((word) => this.#scoresOf(word)));
    return rank(words, scores, (id) => this.#factorOf(id, wanted));
  }

  async #scoresOf({ terms, isPrefix }: PlannedWord): Promise<Map<string, number>> {
    const text = terms.map((term) => (isPrefix ? term : toIndexWord(term))).join(' ');
    const { results } = await this.#pagefind.search(text);
    const scores = new Map<string, number>();
    for (const result of results) {
      this.#results.set(result.id, result);
      scores.set(result.id, result.score);
    }
    return scores;
  }

  #factorOf(id: string, wanted: SearchPlan['wanted']): number {
    const [status] = this.#table.valuesOf(id, 'status');
    const [kind] = this.#table.valuesOf(id, 'kind');
    return standingOf(kind, status) * (kind === wanted ? WANTED_FACTOR : 1);
  }

  async #hit(id: string) {
    let result = this.#results.get(id);
    if (result === undefined) {
      const { results } = await this.#pagefind.search(null);
      for (const one of results) this.#results.set(one.id, one);
      result = this.#results.get(id);
    }
    if (result === undefined) throw new Error(`Pagefind does not know ${id}. Build anew.`);
    return fromPagefindFragment(await result.data());
  }
}

function beforeTimeout<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      reject(new Error(`No answer after ${TIMEOUT_MS} ms.`));
    }, TIMEOUT_MS);
    const onAbort = () => {
      reject(signal.reason as Error);
    };
    signal.addEventListener('abort', onAbort, { once: true });
    promise.then(resolve, reject).finally(() => {
      clearTimeout(timer);
      signal.removeEventListener('abort', onAbort);
    });
  });
}
