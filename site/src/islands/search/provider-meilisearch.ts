import type { SearchHit } from '../../lib/search-document.ts';
import { mergeVocabularies } from '../../lib/search-merge.ts';
import { planSearch, type PlannedWord, type SearchPlan } from '../../lib/search-plan.ts';
import { sufficientSets, type WordSet } from '../../lib/search-rank.ts';
import { Vocabulary } from '../../lib/search-vocabulary.ts';
import { countOf, countsOf, hitsOf, readCounts } from './meilisearch-query.ts';
import { openServer, SERVER_TIMEOUT_MS, type MeilisearchServer } from './meilisearch-server.ts';
import {
  SearchUnavailableError,
  type SearchAnswer,
  type SearchProvider,
  type SearchQuery,
} from './provider.ts';
import { readJson } from './read-json.ts';
import { readVocabulary } from './read-vocabulary.ts';
import { OWN_INDEX, type SearchIndex } from './search-index.ts';

/** Words of a search that are looked for; the others say least. */
const MOST_WORDS = 5;

/**
 * Searches indexes on a search server, if the site has one.
 *
 * @param indexes - Those of a region or several; together they are one.
 * @param origin - Of the site; empty for that of the page.
 */
export function meilisearchProvider(
  indexes: readonly SearchIndex[] = [OWN_INDEX],
  origin = '',
): SearchProvider {
  let opening: Promise<Index> | undefined;

  const open = async (): Promise<Index> => {
    opening ??= openIndex(indexes, origin);
    const index = await opening;
    if (!index.isExpired) return index;
    opening = openIndex(indexes, origin);
    return opening;
  };

  return {
    prepare() {
      return open().then(
        () => true,
        () => {
          opening = undefined;
          return false;
        },
      );
    },
    async search(query, signal) {
      try {
        return await (await open()).search(query, signal);
      } catch (error) {
        signal.throwIfAborted();
        opening = undefined;
        throw new SearchUnavailableError('Meilisearch gave no answer.', { cause: error });
      }
    },
  };
}

async function openIndex(indexes: readonly SearchIndex[], origin: string): Promise<Index> {
  const facts = await readJson(`${origin}/.well-known/search.json`, {
    cache: 'no-store',
    signal: AbortSignal.timeout(SERVER_TIMEOUT_MS),
  });
  const [server, ...vocabularies] = await Promise.all([
    openServer(`${origin}/api/search`, facts, indexes),
    ...indexes.map(({ folder }) => readVocabulary(origin + folder)),
  ]);
  return new Index(server, new Vocabulary(mergeVocabularies(vocabularies)));
}

/** One German for all engines: the text is planned here; Meilisearch finds, filters and counts. */
class Index {
  readonly #server: MeilisearchServer;
  readonly #vocabulary: Vocabulary;

  constructor(server: MeilisearchServer, vocabulary: Vocabulary) {
    this.#server = server;
    this.#vocabulary = vocabulary;
  }

  get isExpired(): boolean {
    return this.#server.isExpired;
  }

  async search(query: SearchQuery, signal: AbortSignal): Promise<SearchAnswer> {
    const plan = planSearch(query.text, this.#vocabulary);
    const found = plan.isHopeless
      ? { hits: [], ...readCounts(query, []) }
      : await this.#find(plan, query, signal);
    return {
      ...found,
      terms: plan.words.flatMap(({ terms }) => terms),
      corrections: plan.corrections,
    };
  }

  async #find({ words, wanted }: SearchPlan, query: SearchQuery, signal: AbortSignal) {
    const asked = words.toSorted((a, b) => b.weight - a.weight).slice(0, MOST_WORDS);
    if (asked.length > 1) {
      const sets = sufficientSets(asked, await this.#mostAnswered(asked, signal));
      return this.#findSets(sets, query, wanted, signal);
    }
    const found = await this.#findSets(sufficientSets(asked, 1), query, wanted, signal);
    if (asked.length > 0 && found.total === 0) await this.#mostAnswered(asked, signal);
    return found;
  }

  /**
   * Share of the words that the best document answers, whatever else is asked.
   *
   * @throws Error if there is none, though all of them come from the documents.
   */
  async #mostAnswered(words: readonly PlannedWord[], signal: AbortSignal): Promise<number> {
    const sets = sufficientSets(words, 0);
    const counts = await this.#server.count(
      sets.map((set) => countOf([set])),
      signal,
    );
    const answered = sets.filter((_, position) => counts[position]?.totalHits !== 0);
    if (answered.length === 0 && words.some(({ terms }) => terms.length === 1)) {
      throw new Error('The index has none of the words that the region has.');
    }
    return Math.max(0, ...answered.map(({ share }) => share));
  }

  async #findSets(
    sets: readonly WordSet[],
    query: SearchQuery,
    wanted: SearchPlan['wanted'],
    signal: AbortSignal,
  ) {
    const [counts, hits] = await Promise.all([
      this.#server.count(countsOf(sets, query), signal),
      query.limit > 0
        ? this.#server.find<SearchHit>(hitsOf(sets, query, wanted), query.limit, signal)
        : [],
    ]);
    return { ...readCounts(query, counts), hits };
  }
}
