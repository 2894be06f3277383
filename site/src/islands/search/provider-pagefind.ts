import { FACETS, type FacetName } from '../../lib/search-params.ts';
import {
  fromPagefindFragment,
  PAGEFIND_ALL,
  PAGEFIND_META_WEIGHTS,
  PAGEFIND_SORT,
} from '../../lib/search-pagefind.ts';
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
  let loading: Promise<PagefindInstance> | undefined;
  let attempt = 0;

  const load = () => {
    loading ??= start(basePath, attempt++).catch((error: unknown) => {
      loading = undefined;
      throw error;
    });
    return loading;
  };

  const answer = async (query: SearchQuery, signal: AbortSignal): Promise<SearchAnswer> => {
    const found = await searchAll(await load(), query, signal);
    if (found.total > 0 || query.text === '') return found;
    // Pagefind passes over parts of the index that it cannot load: nothing found may mean offline.
    await readEntry(basePath, signal);
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

async function start(basePath: string, attempt: number): Promise<PagefindInstance> {
  // A browser may remember that a module failed to load; another address asks again.
  const address = `${basePath}pagefind.js${attempt === 0 ? '' : `?attempt=${attempt}`}`;
  // Pagefind itself leaves a failure at its start to the console, and then waits for ever.
  await readEntry(basePath);
  const pagefind = (await import(/* @vite-ignore */ address)) as PagefindModule;
  const instance = pagefind.createInstance({
    basePath,
    ranking: { metaWeights: PAGEFIND_META_WEIGHTS },
  });
  await instance.init();
  return instance;
}

async function searchAll(
  pagefind: PagefindInstance,
  query: SearchQuery,
  signal: AbortSignal,
): Promise<SearchAnswer> {
  const main = await ask(pagefind, query);
  signal.throwIfAborted();
  const facets = await countFacets(pagefind, query, main);
  signal.throwIfAborted();
  const fragments = main.results.slice(0, query.limit).map((result) => result.data());
  const hits = (await Promise.all(fragments)).map(fromPagefindFragment);
  return { total: main.results.length, hits, facets };
}

/** Counts a chosen facet as if nothing were chosen in it: its other values can still be added. */
async function countFacets(pagefind: PagefindInstance, query: SearchQuery, main: PagefindAnswer) {
  const counted = await Promise.all(
    FACETS.map(async (name): Promise<[FacetName, Record<string, number>]> => {
      const isChosen = query.filters[name].length > 0;
      const { filters } = isChosen ? await ask(pagefind, query, name) : main;
      return [name, filters[name] ?? {}];
    }),
  );
  return Object.fromEntries(counted) as SearchAnswer['facets'];
}

function ask(pagefind: PagefindInstance, query: SearchQuery, ignored?: FacetName) {
  const chosen = FACETS.filter((name) => name !== ignored && query.filters[name].length > 0);
  const byNewest = query.sort === 'newest' || query.text === '';
  return pagefind.search(query.text === '' ? null : query.text, {
    filters: {
      ...PAGEFIND_ALL,
      ...Object.fromEntries(chosen.map((name) => [name, { any: query.filters[name] }])),
    },
    sort: byNewest ? { [PAGEFIND_SORT]: 'desc' } : {},
  });
}

async function readEntry(basePath: string, signal: AbortSignal | null = null): Promise<void> {
  const response = await fetch(`${basePath}pagefind-entry.json`, { cache: 'no-store', signal });
  if (!response.ok) throw new Error(`The index answers ${response.status}.`);
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
