import type { SearchHit } from '../../lib/search-document.ts';
import { planSearch, type PlannedWord, type SearchPlan } from '../../lib/search-plan.ts';
import { sufficientSets, type WordSet } from '../../lib/search-rank.ts';
import { VOCABULARY_FILE, Vocabulary, type VocabularyFile } from '../../lib/search-vocabulary.ts';
import {
  bestOf,
  countOf,
  countsOf,
  readCounts,
  type MeilisearchQuery,
} from './meilisearch-query.ts';
import {
  SearchUnavailableError,
  type SearchAnswer,
  type SearchProvider,
  type SearchQuery,
} from './provider.ts';
import { readJson } from './read-json.ts';

/** Time in milliseconds that the server may take; then another engine is faster. */
const TIMEOUT_MS = 1_500;
/** Words of a search that are looked for; the others say least. */
const MOST_WORDS = 5;

/** What a site says of its index on a search server. */
interface SearchAccess {
  index: string;
  key: string;
  expiresAt: string;
  /** Number of documents that the index must hold. */
  count: number;
}

/** Where a site keeps what the provider needs. */
interface Addresses {
  /** Origin of the site; empty for that of the page. */
  origin?: string;
  /** Folder of the region's vocabulary, with a slash at its end. */
  vocabularyPath?: string;
}

interface Answer {
  hits: { hit: SearchHit }[];
  totalHits: number;
  facetDistribution?: Record<string, Record<string, number>>;
}

/** Searches the region's index on a search server, if the site has one. */
export function meilisearchProvider({
  origin = '',
  vocabularyPath = '/pagefind/',
}: Addresses = {}): SearchProvider {
  let opening: Promise<Index> | undefined;

  const open = async (): Promise<Index> => {
    opening ??= openIndex(origin, origin + vocabularyPath);
    const index = await opening;
    if (!index.isExpired) return index;
    opening = openIndex(origin, origin + vocabularyPath);
    return opening;
  };

  return {
    async prepare() {
      await open().catch(() => {
        opening = undefined;
      });
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

async function openIndex(origin: string, vocabularyAddress: string): Promise<Index> {
  const access = readAccess(
    await readJson(`${origin}/.well-known/search.json`, {
      cache: 'no-store',
      signal: AbortSignal.timeout(TIMEOUT_MS),
    }),
  );
  const server = new Server(`${origin}/api/search`, access);
  const [vocabulary] = await Promise.all([
    readJson(vocabularyAddress + VOCABULARY_FILE) as Promise<VocabularyFile>,
    server.check(),
  ]);
  return new Index(server, new Vocabulary(vocabulary));
}

/** Asks the server, in the name of a visitor. */
class Server {
  readonly access: SearchAccess;
  readonly #address: string;

  constructor(address: string, access: SearchAccess) {
    this.#address = address;
    this.access = access;
  }

  /**
   * Makes sure that the index is whole.
   *
   * @throws Error if it is not.
   */
  async check(): Promise<void> {
    const { index, count } = this.access;
    const [answer] = await this.count([countOf(index, [])]);
    const found = answer?.totalHits ?? 0;
    if (found < count) throw new Error(`The index holds ${found} of ${count} documents.`);
  }

  /** Answers to several searches. */
  async count(queries: readonly MeilisearchQuery[], signal?: AbortSignal): Promise<Answer[]> {
    const { results } = (await this.#ask({ queries }, signal)) as { results?: Answer[] };
    const isWhole = results?.length === queries.length && results.every(isAnswer);
    if (!isWhole) throw new Error('What the search server says is no answer.');
    return results;
  }

  /** The best hits of several searches together. */
  async best(
    queries: readonly MeilisearchQuery[],
    limit: number,
    signal: AbortSignal,
  ): Promise<Pick<Answer, 'hits'>> {
    const answer = await this.#ask({ federation: { limit }, queries }, signal);
    if (!Array.isArray((answer as Partial<Answer>).hits)) {
      throw new Error('What the search server says is no answer.');
    }
    return answer as Answer;
  }

  async #ask(body: object, signal?: AbortSignal): Promise<object> {
    const timeout = AbortSignal.timeout(TIMEOUT_MS);
    const answer = await readJson(this.#address, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${this.access.key}`,
        'content-type': 'application/json',
      },
      body: JSON.stringify(body),
      signal: signal === undefined ? timeout : AbortSignal.any([timeout, signal]),
    });
    return Object(answer) as object;
  }
}

/** One German for all engines: the text is planned here; Meilisearch finds, filters and counts. */
class Index {
  readonly #server: Server;
  readonly #vocabulary: Vocabulary;

  constructor(server: Server, vocabulary: Vocabulary) {
    this.#server = server;
    this.#vocabulary = vocabulary;
  }

  get isExpired(): boolean {
    return Date.parse(this.#server.access.expiresAt) <= Date.now();
  }

  async search(query: SearchQuery, signal: AbortSignal): Promise<SearchAnswer> {
    const plan = planSearch(query.text, this.#vocabulary);
    const found = plan.isHopeless
      ? { hits: [], answers: [] }
      : await this.#find(plan, query, signal);
    return {
      ...readCounts(query, found.answers),
      terms: plan.words.flatMap(({ terms }) => terms),
      corrections: plan.corrections,
      hits: found.hits,
    };
  }

  async #find({ words }: SearchPlan, query: SearchQuery, signal: AbortSignal) {
    const asked = words.toSorted((a, b) => b.weight - a.weight).slice(0, MOST_WORDS);
    if (asked.length > 1) {
      const sets = sufficientSets(asked, await this.#mostAnswered(asked, signal));
      return this.#findSets(sets, query, signal);
    }
    const found = await this.#findSets(sufficientSets(asked, 1), query, signal);
    if (asked.length > 0 && found.answers[0]?.totalHits === 0) {
      await this.#mostAnswered(asked, signal);
    }
    return found;
  }

  /**
   * Share of the words that the best document answers, whatever else is asked.
   *
   * @throws Error if there is none, though all of them come from the region's documents.
   */
  async #mostAnswered(words: readonly PlannedWord[], signal: AbortSignal): Promise<number> {
    const sets = sufficientSets(words, 0);
    const { index } = this.#server.access;
    const counts = await this.#server.count(
      sets.map((set) => countOf(index, [set])),
      signal,
    );
    const answered = sets.filter((_, position) => counts[position]?.totalHits !== 0);
    if (answered.length === 0 && words.some(({ terms }) => terms.length === 1)) {
      throw new Error('The index has none of the words that the region has.');
    }
    return Math.max(0, ...answered.map(({ share }) => share));
  }

  async #findSets(sets: readonly WordSet[], query: SearchQuery, signal: AbortSignal) {
    const { index } = this.#server.access;
    const isRanked = sets.length > 0 && query.sort === 'relevance' && query.limit > 0;
    const [answers, best] = await Promise.all([
      this.#server.count(countsOf(index, sets, query, isRanked ? 0 : query.limit), signal),
      isRanked ? this.#server.best(bestOf(index, sets, query), query.limit, signal) : null,
    ]);
    const { hits } = best ?? answers[0] ?? { hits: [] };
    return { answers, hits: hits.map(({ hit }) => hit) };
  }
}

function isAnswer(answer: Partial<Answer>): boolean {
  return Array.isArray(answer.hits) && typeof answer.totalHits === 'number';
}

/** Reads what the site says; throws where it has no index, or says something else. */
function readAccess(facts: unknown): SearchAccess {
  const { index, key, expiresAt, indexes } = Object(facts) as Partial<Record<string, unknown>>;
  const own = Array.isArray(indexes)
    ? (indexes as Partial<Record<string, unknown>>[]).find((one) => one['index'] === index)
    : undefined;
  const count = own?.['count'];
  const isWhole =
    typeof index === 'string' &&
    typeof key === 'string' &&
    typeof expiresAt === 'string' &&
    typeof count === 'number';
  if (!isWhole) throw new Error('This site has no index on a search server.');
  return { index, key, expiresAt, count };
}
