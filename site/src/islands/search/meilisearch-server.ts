import {
  countOf,
  sumCounts,
  type MeilisearchCounts,
  type MeilisearchQuery,
} from './meilisearch-query.ts';
import { readJson } from './read-json.ts';
import type { SearchIndex } from './search-index.ts';

/** Time in milliseconds that the server may take; then another engine is faster. */
export const SERVER_TIMEOUT_MS = 1_500;

interface Access {
  key: string;
  expiresAt: string;
  /** Names of the indexes, and the number of documents that each must hold. */
  indexes: { index: string; count: number }[];
}

/**
 * Opens indexes on a server.
 *
 * @param address - Where searches go.
 * @param facts - What the site says of its search server.
 * @param wanted - The indexes.
 * @throws Error if one of them is not there, or not whole.
 */
export async function openServer(
  address: string,
  facts: unknown,
  wanted: readonly SearchIndex[],
): Promise<MeilisearchServer> {
  const server = new MeilisearchServer(address, readAccess(facts, wanted));
  await server.check();
  return server;
}

/** Indexes on a server, as a visitor may ask them: several answer as one. */
export class MeilisearchServer {
  readonly #address: string;
  readonly #access: Access;

  constructor(address: string, access: Access) {
    this.#address = address;
    this.#access = access;
  }

  get isExpired(): boolean {
    return Date.parse(this.#access.expiresAt) <= Date.now();
  }

  /**
   * Makes sure that every index holds what it must.
   *
   * @throws Error if one does not.
   */
  async check(): Promise<void> {
    const [held = []] = await this.#counts([countOf([])]);
    for (const [position, { index, count }] of this.#access.indexes.entries()) {
      const found = held[position]?.totalHits ?? 0;
      if (found < count) throw new Error(`${index} holds ${found} of ${count} documents.`);
    }
  }

  /** For each query the numbers of documents, of all indexes together. */
  async count(
    queries: readonly MeilisearchQuery[],
    signal: AbortSignal,
  ): Promise<MeilisearchCounts[]> {
    return (await this.#counts(queries, signal)).map(sumCounts);
  }

  /** What several queries find in all indexes, brought together, the best first. */
  async find<Hit>(
    queries: readonly MeilisearchQuery[],
    limit: number,
    signal: AbortSignal,
  ): Promise<Hit[]> {
    const { hits } = (await this.#ask(
      { federation: { limit }, queries: queries.flatMap((query) => this.#forAll(query)) },
      signal,
    )) as { hits?: { hit: Hit }[] };
    if (!Array.isArray(hits)) throw new Error('What the search server says is no answer.');
    return hits.map(({ hit }) => hit);
  }

  /** For each query the numbers of each index. */
  async #counts(
    queries: readonly MeilisearchQuery[],
    signal?: AbortSignal,
  ): Promise<MeilisearchCounts[][]> {
    const { results } = (await this.#ask(
      { queries: queries.flatMap((query) => this.#forAll(query)) },
      signal,
    )) as { results?: Partial<MeilisearchCounts>[] };
    const { length } = this.#access.indexes;
    const isWhole =
      results?.length === queries.length * length &&
      results.every(({ totalHits }) => typeof totalHits === 'number');
    if (!isWhole) throw new Error('What the search server says is no answer.');
    return queries.map((_, number) =>
      (results as MeilisearchCounts[]).slice(number * length, (number + 1) * length),
    );
  }

  #forAll(query: MeilisearchQuery): object[] {
    return this.#access.indexes.map(({ index }) => ({ indexUid: index, ...query }));
  }

  async #ask(body: object, signal?: AbortSignal): Promise<object> {
    const timeout = AbortSignal.timeout(SERVER_TIMEOUT_MS);
    const answer = await readJson(this.#address, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${this.#access.key}`,
        'content-type': 'application/json',
      },
      body: JSON.stringify(body),
      signal: signal === undefined ? timeout : AbortSignal.any([timeout, signal]),
    });
    return Object(answer) as object;
  }
}

/** Reads what the site says; throws where it does not have all that is wanted. */
function readAccess(facts: unknown, wanted: readonly SearchIndex[]): Access {
  const { index: own, key, expiresAt, indexes } = Object(facts) as Record<string, unknown>;
  const known = Array.isArray(indexes) ? (indexes as Record<string, unknown>[]) : [];
  const found = wanted.flatMap(({ region }) => {
    const one = known.find((other) =>
      region === null ? other['index'] === own : other['region'] === region,
    );
    const { index, count } = one ?? {};
    return typeof index === 'string' && typeof count === 'number' ? [{ index, count }] : [];
  });
  if (
    typeof key !== 'string' ||
    typeof expiresAt !== 'string' ||
    found.length === 0 ||
    found.length < wanted.length
  ) {
    throw new Error('This site has no such index on a search server.');
  }
  return { key, expiresAt, indexes: found };
}
