import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { DEMO_REGIONS } from '../fixtures/demo-snapshot.ts';
import { readFilesByFetch } from '../support/search-site.ts';
import { falseHitRate, meanGain, successShare, type Judged } from './relevance.ts';
import type { Find, SearchEngine } from './search-finder.ts';
import { meilisearchEngine } from './search-meilisearch.ts';
import { pagefindEngine } from './search-pagefind.ts';

/** A query with what a sensible visitor would be glad to find, 3 for exactly that. */
interface GradedQuery {
  region: string;
  type: string;
  query: string;
  grades: Record<string, number>;
}

/** What the bench of the search takes. */
export interface SearchBenchOptions {
  /** File of graded queries. */
  queries?: string | undefined;
  /** `pagefind` or `meilisearch`. */
  engine?: string | undefined;
}

const QUERIES = path.join(import.meta.dirname, '../fixtures/search-queries.json');
const ENGINES: Record<string, () => Promise<SearchEngine>> = {
  pagefind: pagefindEngine,
  meilisearch: meilisearchEngine,
};

/**
 * How well the search finds what people mean, over the demo content: for ours and for the engine as
 * it comes.
 */
export async function benchSearch({
  queries: file = QUERIES,
  engine: name = 'pagefind',
}: SearchBenchOptions): Promise<object> {
  const start = ENGINES[name];
  if (start === undefined) throw new Error(`--engine is ${Object.keys(ENGINES).join(' or ')}.`);
  readFilesByFetch();
  const queries = JSON.parse(await readFile(file, 'utf8')) as GradedQuery[];
  const engine = await start();
  try {
    const ours = await judgeAll(queries, engine.ours);
    const untuned = await judgeAll(queries, engine.untuned);
    return {
      engine: name,
      queries: queries.length,
      ours: figuresOf(ours),
      untuned: figuresOf(untuned),
      weakest: weakest(ours),
    };
  } finally {
    await engine.close();
  }
}

async function judgeAll(
  queries: readonly GradedQuery[],
  open: (region: string) => Promise<Find>,
): Promise<Judged[]> {
  const finders = new Map<string, Find>();
  for (const region of DEMO_REGIONS) finders.set(region, await open(region));
  const judged: Judged[] = [];
  for (const query of queries) {
    const find = finders.get(query.region);
    if (find === undefined) throw new Error(`There is no demo region ${query.region}.`);
    judged.push({ ...query, found: await find(query.query) });
  }
  return judged;
}

function figuresOf(judged: readonly Judged[]): object {
  const types = [...new Set(judged.map(({ type }) => type))].filter((type) => type !== 'none');
  const answerable = judged.filter(({ type }) => type !== 'none');
  return {
    ndcgAt10: meanGain(answerable),
    successAt3: successShare(answerable),
    falseHitRate: falseHitRate(judged.filter(({ type }) => type === 'none')),
    ndcgByType: Object.fromEntries(
      types.map((type) => [type, meanGain(judged.filter((one) => one.type === type))]),
    ),
  };
}

function weakest(judged: readonly Judged[]): object[] {
  return judged
    .map((one) => ({
      ...one,
      gain: one.type === 'none' ? (one.found.length === 0 ? 1 : 0) : meanGain([one]),
    }))
    .filter(({ gain }) => gain < 0.7)
    .sort((a, b) => a.gain - b.gain)
    .map(({ region, type, query, gain }) => ({ region, type, query, gain }));
}
