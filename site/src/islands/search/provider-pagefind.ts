import { fromPagefindFragment, toIndexWord } from '../../lib/search-pagefind.ts';
import { planSearch, type PlannedWord, type SearchPlan } from '../../lib/search-plan.ts';
import { rank, standingOf } from '../../lib/search-rank.ts';
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

/** Time in milliseconds until a visitor is told that there is no answer; phones may be slow. */
const TIMEOUT_MS = 12_000;

/**
 * Searches the index that lies beside the site's pages. Nothing is loaded before
 * {@link SearchProvider.prepare} or the first search.
 *
 * @param basePath - Folder of the index, with a slash at its end.
 */
export function pagefindProvider(basePath = '/pagefind/'): SearchProvider {
  let loading: Promise<Index> | undefined;
  let attempt = 0;

  const load = () => {
    loading ??= openIndex(basePath, attempt++).catch((error: unknown) => {
      loading = undefined;
      throw error;
    });
    return loading;
  };

  const answer = async (query: SearchQuery, signal: AbortSignal): Promise<SearchAnswer> => {
    const found = await (await load()).search(query, signal);
    if (found.total > 0 || query.text === '') return found;
    // Pagefind passes over parts of the index that it cannot load: nothing found may mean offline.
    await readJson(`${basePath}pagefind-entry.json`, { cache: 'no-store', signal });
    return found;
  };

  return {
    async prepare() {
      await load().catch(() => undefined);
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

async function openIndex(basePath: string, attempt: number): Promise<Index> {
  // A browser may remember that a module failed to load; another address asks again.
  const address = `${basePath}pagefind.js${attempt === 0 ? '' : `?attempt=${attempt}`}`;
  // Pagefind itself leaves a failure at its start to the console, and then waits for ever.
  await readJson(`${basePath}pagefind-entry.json`, { cache: 'no-store' });
  const [pagefind, vocabulary, table] = await Promise.all([
    start(address, basePath),
    readJson(basePath + VOCABULARY_FILE) as Promise<VocabularyFile>,
    readJson(basePath + TABLE_FILE) as Promise<TableFile>,
  ]);
  return new Index(pagefind, new Vocabulary(vocabulary), new SearchTable(table));
}

async function start(address: string, basePath: string): Promise<PagefindInstance> {
  const pagefind = (await import(/* @vite-ignore */ address)) as PagefindModule;
  const instance = pagefind.createInstance({ basePath, ranking: { metaWeights: TERM_WEIGHTS } });
  await instance.init();
  return instance;
}

type PagefindResult = PagefindAnswer['results'][number];

/** Pagefind finds each word; what belongs together, counts and comes first is decided here. */
class Index {
  readonly #pagefind: PagefindInstance;
  readonly #vocabulary: Vocabulary;
  readonly #table: SearchTable;
  readonly #results = new Map<string, PagefindResult>();

  constructor(pagefind: PagefindInstance, vocabulary: Vocabulary, table: SearchTable) {
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

  async #find({ words, isHopeless }: SearchPlan): Promise<string[]> {
    if (isHopeless) return [];
    if (words.length === 0) return this.#table.newestFirst();
    const scores = await Promise.all(words.map((word) => this.#scoresOf(word)));
    return rank(words, scores, (id) => this.#factorOf(id));
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

  #factorOf(id: string): number {
    const [status] = this.#table.valuesOf(id, 'status');
    const [kind] = this.#table.valuesOf(id, 'kind');
    return standingOf(kind, status);
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

async function readJson(address: string, init: RequestInit = {}): Promise<unknown> {
  const response = await fetch(address, init);
  if (!response.ok) throw new Error(`${address} answers ${response.status}.`);
  return response.json();
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
