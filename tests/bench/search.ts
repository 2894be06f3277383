import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseSnapshot } from '@portal/site/contract';
import { close, createIndex, type IndexFile } from 'pagefind';
import { pagefindProvider } from '../../site/src/islands/search/provider-pagefind.ts';
import type { PagefindModule } from '../../site/src/islands/search/pagefind-api.ts';
import type { SearchDocument } from '../../site/src/lib/search-document.ts';
import { EMPTY_STATE } from '../../site/src/lib/search-params.ts';
import { searchDocumentsOf } from '../../site/src/lib/search-site.ts';
import { pagefindFiles } from '../../site/src/renderer/pagefind-files.ts';
import { demoSnapshot, DEMO_REGIONS } from '../fixtures/demo-snapshot.ts';
import { falseHitRate, LOOKED_AT, meanGain, successShare, type Judged } from './relevance.ts';

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
}

/** Gives the ids of the best documents for a text, the best first. */
type Find = (text: string) => Promise<string[]>;

const QUERIES = path.join(import.meta.dirname, '../fixtures/search-queries.json');
const AS_OF = '2026-11-24';

/**
 * How well the search finds what people mean, over the demo content: for ours and for the engine as
 * it comes.
 */
export async function benchSearch({
  queries: file = QUERIES,
}: SearchBenchOptions): Promise<object> {
  readFilesByFetch();
  const queries = JSON.parse(await readFile(file, 'utf8')) as GradedQuery[];
  const folder = await mkdtemp(path.join(tmpdir(), 'search-bench-'));
  try {
    const ours = await judgeAll(queries, (region) => oursFor(region, folder));
    const untuned = await judgeAll(queries, (region) => untunedFor(region, folder));
    return {
      engine: 'pagefind',
      queries: queries.length,
      ours: figuresOf(ours),
      untuned: figuresOf(untuned),
      weakest: weakest(ours),
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
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

async function oursFor(region: string, folder: string): Promise<Find> {
  const directory = path.join(folder, 'ours', region);
  await writeAll(directory, await pagefindFiles(documentsOf(region)));
  const provider = pagefindProvider(pathToFileURL(`${directory}/`).href);
  const signal = new AbortController().signal;
  return async (text) => {
    const query = { ...EMPTY_STATE, text, limit: LOOKED_AT };
    return (await provider.search(query, signal)).hits.map(({ id }) => id);
  };
}

/** Pagefind with titles and texts as they are, and nothing set. */
async function untunedFor(region: string, folder: string): Promise<Find> {
  const directory = path.join(folder, 'untuned', region);
  const { index } = await createIndex();
  if (index === undefined) throw new Error('Pagefind did not start.');
  for (const document of documentsOf(region)) {
    await index.addCustomRecord({
      url: document.id,
      content: [document.title, document.text, document.tags.join(', ')].join('\n'),
      language: 'de',
      meta: { title: document.title },
    });
  }
  await writeAll(directory, (await index.getFiles()).files);
  await close();
  const basePath = pathToFileURL(`${directory}/`).href;
  const pagefind = (await import(`${basePath}pagefind.js`)) as PagefindModule;
  const instance = pagefind.createInstance({ basePath });
  await instance.init();
  return async (text) => {
    const { results } = await instance.search(text);
    const loaded = await Promise.all(results.slice(0, LOOKED_AT).map((result) => result.data()));
    return loaded.map(({ url }) => url.replace(/^\//, ''));
  };
}

function documentsOf(region: string): SearchDocument[] {
  const { region: found, ...snapshot } = parseSnapshot(demoSnapshot(region, AS_OF));
  if (found === null) throw new Error(`There is no demo region ${region}.`);
  return searchDocumentsOf({ region: found, ...snapshot });
}

async function writeAll(directory: string, files: readonly IndexFile[]): Promise<void> {
  for (const { path: file, content } of files) {
    const target = path.join(directory, file);
    await mkdir(path.dirname(target), { recursive: true });
    await writeFile(target, content);
  }
}

/** Node fetches no files; a browser gets them from the server. */
function readFilesByFetch(): void {
  const { fetch } = globalThis;
  globalThis.fetch = async (input, init) => {
    const address = input instanceof Request ? input.url : input.toString();
    if (!address.startsWith('file:')) return fetch(input, init);
    return readFile(fileURLToPath(address.replace(/\?.*/, ''))).then(
      (bytes) => new Response(bytes),
      () => new Response('', { status: 404 }),
    );
  };
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
