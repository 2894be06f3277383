import { FACETS, type FacetName } from '../../lib/search-params.ts';
import {
  fromPagefindFragment,
  PAGEFIND_ALL,
  PAGEFIND_SORT,
  toIndexWord,
} from '../../lib/search-pagefind.ts';
import {
  planSearch,
  type AskedWord,
  type KnownTerms,
  type SearchPlan,
} from '../../lib/search-plan.ts';
import { TERM_WEIGHTS } from '../../lib/search-terms.ts';
import { VOCABULARY_FILE, type KnownTerm } from '../../lib/search-vocabulary.ts';
import type { PagefindAnswer, PagefindInstance, PagefindModule } from './pagefind-api.ts';
import {
  SearchUnavailableError,
  type SearchAnswer,
  type SearchProvider,
  type SearchQuery,
} from './provider.ts';

/** A word that no document has. */
const NOTHING = toIndexWord('nothing at all');

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
    const pagefind = await load();
    const plan = await planSearch(query.text, planSource(pagefind, basePath));
    signal.throwIfAborted();
    const found = await searchAll(pagefind, { ...query, plan }, signal);
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
    ranking: { metaWeights: TERM_WEIGHTS },
  });
  await instance.init();
  return instance;
}

type PlannedQuery = SearchQuery & { plan: SearchPlan };

function planSource(pagefind: PagefindInstance, basePath: string) {
  const counts = new Map<string, Promise<number>>();
  let known: Promise<KnownTerms> | undefined;
  return {
    count(words: readonly AskedWord[]) {
      const text = textOf(words);
      const count =
        counts.get(text) ??
        pagefind.search(text, { filters: {}, sort: {} }).then(({ results }) => results.length);
      counts.set(text, count);
      return count;
    },
    known() {
      known ??= readVocabulary(basePath);
      return known;
    },
  };
}

async function readVocabulary(basePath: string): Promise<KnownTerms> {
  const response = await fetch(basePath + VOCABULARY_FILE);
  if (!response.ok) throw new Error(`The vocabulary answers ${response.status}.`);
  const { total, terms, places } = (await response.json()) as {
    total: number;
    terms: KnownTerm[];
    places: string[];
  };
  return { total, terms, places: new Set(places) };
}

function textOf(words: readonly AskedWord[]): string {
  return words.map(({ term, isPrefix }) => (isPrefix ? term : toIndexWord(term))).join(' ');
}

async function searchAll(
  pagefind: PagefindInstance,
  query: PlannedQuery,
  signal: AbortSignal,
): Promise<SearchAnswer> {
  const main = await ask(pagefind, query);
  signal.throwIfAborted();
  const facets = await countFacets(pagefind, query, main);
  signal.throwIfAborted();
  const fragments = main.results.slice(0, query.limit).map((result) => result.data());
  const hits = (await Promise.all(fragments)).map(fromPagefindFragment);
  const { words, corrections } = query.plan;
  const terms = words.map(({ term }) => term);
  return { total: main.results.length, terms, corrections, hits, facets };
}

/** Counts a chosen facet as if nothing were chosen in it: its other values can still be added. */
async function countFacets(pagefind: PagefindInstance, query: PlannedQuery, main: PagefindAnswer) {
  const counted = await Promise.all(
    FACETS.map(async (name): Promise<[FacetName, Record<string, number>]> => {
      const isChosen = query.filters[name].length > 0;
      const { filters } = isChosen ? await ask(pagefind, query, name) : main;
      return [name, filters[name] ?? {}];
    }),
  );
  return Object.fromEntries(counted) as SearchAnswer['facets'];
}

function ask(pagefind: PagefindInstance, query: PlannedQuery, ignored?: FacetName) {
  const chosen = FACETS.filter((name) => name !== ignored && query.filters[name].length > 0);
  const { words, isHopeless } = query.plan;
  const byNewest = query.sort === 'newest' || words.length === 0;
  const text = isHopeless ? NOTHING : textOf(words);
  return pagefind.search(text === '' ? null : text, {
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
