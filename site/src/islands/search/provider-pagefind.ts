import { wordsOf } from '../../lib/german/fold.ts';
import { toIndexWord } from '../../lib/search-pagefind.ts';
import { planSearch, type PlannedWord, type SearchPlan } from '../../lib/search-plan.ts';
import { best, rank, standingOf, WANTED_FACTOR, type WordScores } from '../../lib/search-rank.ts';
import { freshness } from '../../lib/search-freshness.ts';
import type { SearchTable } from '../../lib/search-table.ts';
import type { Vocabulary } from '../../lib/search-vocabulary.ts';
import { Cards } from './cards.ts';
import { firstReason, openIndex, readEntry, type OpenIndex } from './open-index.ts';
import type { PagefindInstance } from './pagefind-api.ts';
import {
  SearchUnavailableError,
  type SearchAnswer,
  type SearchProvider,
  type SearchQuery,
} from './provider.ts';

/** Time in milliseconds until a visitor is told that there is no answer; phones may be slow. */
const TIMEOUT_MS = 12_000;

/** A shorter word is seldom all that somebody wants to type, unless the region has it: PV, 3,5 t. */
const SHORTEST_WHOLE = 3;
const SHORTEST_KNOWN = 2;

/** What a word that is not whole may become; more would load too much. */
const MOST_ENDINGS = 8;

/** More would only fill the memory. */
const MOST_KNOWN_WORDS = 50;

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
  let ready: Index | undefined;
  let attempt = 0;

  const load = () => {
    loading ??= openIndex(folders, attempt++).then(
      (opened) => (ready = new Index(opened)),
      (error: unknown) => {
        loading = undefined;
        throw error;
      },
    );
    return loading;
  };

  const answer = async (query: SearchQuery, signal: AbortSignal): Promise<SearchAnswer> => {
    const index = await load();
    const found = await index.search(query, signal);
    // The next search opens the index that the site has now.
    if (index.isStale) loading = undefined;
    if (found.total > 0 || query.text === '') return found;
    // Pagefind passes over parts of the index that it cannot load: nothing found may mean offline,
    // or that the index has been replaced so often since that its parts are gone.
    if ((await readEntry(index.basePath, signal)) === index.entry) return found;
    loading = undefined;
    return (await load()).search(query, signal);
  };

  return {
    prepare() {
      return load().then(
        () => true,
        () => false,
      );
    },
    answersAtOnce: (text) => ready?.isWhole(text) ?? false,
    async search(query, signal) {
      try {
        return await beforeTimeout(answer(query, signal), signal);
      } catch (error) {
        signal.throwIfAborted();
        loading = undefined;
        ready = undefined;
        throw new SearchUnavailableError('Pagefind gave no answer.', { cause: error });
      }
    },
  };
}

/** Pagefind finds each word; what belongs together, counts and comes first is decided here. */
class Index {
  readonly basePath: string;
  readonly entry: string;
  /** Whether it names what is gone: the site has changed since it was opened. */
  isStale = false;
  readonly #pagefind: PagefindInstance;
  readonly #vocabulary: Vocabulary;
  readonly #table: SearchTable;
  readonly #folderOf: OpenIndex['folderOf'];
  readonly #cards = new Cards();
  /** What Pagefind has said of words. */
  readonly #scores = new Map<string, WordScores>();

  constructor({ basePath, entry, pagefind, vocabulary, table, folderOf }: OpenIndex) {
    this.basePath = basePath;
    this.entry = entry;
    this.#pagefind = pagefind;
    this.#vocabulary = vocabulary;
    this.#table = table;
    this.#folderOf = folderOf;
  }

  /** Whether each word of a text stands for itself, and the last is not the beginning of many. */
  isWhole(text: string): boolean {
    const [last = '', before = ''] = wordsOf(text)
      .map((word) => word.text)
      .reverse();
    if (last.length < SHORTEST_WHOLE) {
      const isUnit = /\d$/.test(before);
      if (last.length < SHORTEST_KNOWN && !isUnit) return false;
      const { words, corrections } = planSearch(
        isUnit ? `${before} ${last}` : last,
        this.#vocabulary,
      );
      if (words.length === 0 || corrections.length > 0) return false;
    }
    return !planSearch(text, this.#vocabulary).words.some(({ isPrefix }) => isPrefix);
  }

  async search(query: SearchQuery, signal: AbortSignal): Promise<SearchAnswer> {
    const plan = planSearch(query.text, this.#vocabulary);
    const found = await this.#find(plan);
    signal.throwIfAborted();
    const { ids, facets, withinKm } = this.#table.select(found, query);
    const ordered = this.#sort(ids, query);
    const wanted = ordered.slice(0, query.limit);
    const read = await Promise.allSettled(wanted.map(async (id) => this.#hit(id)));
    signal.throwIfAborted();
    const hits = read.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
    const missing = wanted.length - hits.length;
    if (missing > 0 && hits.length === 0) throw firstReason(read);
    this.isStale ||= missing > 0;
    return {
      total: ordered.length - missing,
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

  async #scoresOf({ terms, isPrefix }: PlannedWord): Promise<WordScores> {
    if (!isPrefix) return this.#scoresOfAll(terms);
    // Pagefind looks for words that begin alike in one part of its index only.
    const [prefix = ''] = terms;
    const endings = this.#vocabulary.beginningWith(prefix, MOST_ENDINGS);
    const scores = await Promise.all(endings.map(({ name }) => this.#scoresOfAll([name])));
    return best(scores);
  }

  /** Asks Pagefind once for a word that stays while others are typed behind it. */
  async #scoresOfAll(terms: readonly string[]): Promise<WordScores> {
    const text = terms.map(toIndexWord).join(' ');
    const known = this.#scores.get(text);
    if (known !== undefined) return known;
    const { results } = await this.#pagefind.search(text);
    const scores = new Map(results.map(({ id, score }) => [id, score]));
    if (this.#scores.size >= MOST_KNOWN_WORDS) this.#scores.clear();
    // Nothing found may mean that a part of the index could not be loaded.
    if (scores.size > 0) this.#scores.set(text, scores);
    return scores;
  }

  #factorOf(id: string, wanted: SearchPlan['wanted']): number {
    const [status] = this.#table.valuesOf(id, 'status');
    const [kind] = this.#table.valuesOf(id, 'kind');
    const fresh = freshness(this.#table.ageOf(id));
    return standingOf(kind, status) * fresh * (kind === wanted ? WANTED_FACTOR : 1);
  }

  #hit(id: string) {
    const folder = this.#folderOf(id);
    if (folder === undefined) throw new Error(`The table does not know ${id}.`);
    return this.#cards.read(folder, id);
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
