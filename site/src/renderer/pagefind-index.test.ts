import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { close, createIndex } from 'pagefind';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { PagefindInstance, PagefindModule } from '../islands/search/pagefind-api.ts';
import { toIndexWord } from '../lib/search-pagefind.ts';
import { TERM_WEIGHTS, type SearchTerms } from '../lib/search-terms.ts';
import { PagefindIndex, type IndexFile } from './pagefind-index.ts';
import { pagefindProgram } from './pagefind-program.ts';
import { hashOf } from './write-file.ts';

const LETTERS = 'abcdefghiklmnoprstuw';
const NO_TERMS: SearchTerms = { title: [], named: [], near: [], around: [], need: [], text: [] };

const LONG_WORD = 'z'.repeat(8_000);
/** Words of four letters that are all different, some numbers, and a word with more than letters. */
const WORDS = [
  ...Array.from({ length: 3_000 }, (_, index) =>
    [8_000, 400, 20, 1].map((unit) => LETTERS[Math.floor(index / unit) % LETTERS.length]).join(''),
  ),
  ...Array.from({ length: 200 }, (_, index) => String(index)),
  '3,5t',
];

/** Documents whose lengths are told as they are: a power of two. */
const DOCUMENTS: SearchTerms[] = [
  ...Array.from({ length: 400 }, (_, number) => {
    const wordsFrom = (start: number, count: number) =>
      Array.from(
        { length: count },
        (_entry, i) => WORDS[(start + i * (1 + (number % 7))) % WORDS.length] ?? '',
      );
    return {
      title: wordsFrom(number * 17, 3),
      named: [],
      near: wordsFrom(number * 13, 12),
      around: [...wordsFrom(number * 31, 1), ...wordsFrom(number * 31, 1)],
      need: wordsFrom(number * 5, number % 4),
      text: [...wordsFrom(number * 31, 60), ...wordsFrom(number * 31, 4)],
    };
  }),
  { ...NO_TERMS, text: [LONG_WORD] },
  { ...NO_TERMS, title: ['3,5t'], text: ['abac'] },
];

let folder: string;
let files: IndexFile[];

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'index-'));
  files = await indexOf(DOCUMENTS);
  vi.stubGlobal('fetch', async (url: string) => {
    const bytes = await readFile(fileURLToPath(url.replace(/\?.*/, '')));
    return new Response(bytes);
  });
}, 60_000);

afterAll(async () => {
  vi.unstubAllGlobals();
  await rm(folder, { recursive: true });
});

async function indexOf(documents: readonly SearchTerms[]): Promise<IndexFile[]> {
  const program = await pagefindProgram();
  const index = new PagefindIndex();
  for (const [number, terms] of documents.entries())
    index.add(hashOf(Buffer.from(String(number))), terms);
  return [...program.files, ...index.files(program.entry)];
}

/** The index as Pagefind itself makes it of the same words. */
async function pagefindsOwn(documents: readonly SearchTerms[]): Promise<IndexFile[]> {
  const { index } = await createIndex({ forceLanguage: 'de' });
  for (const [number, { text, ...fields }] of documents.entries()) {
    const wordsOf = (terms: readonly string[]) => terms.map(toIndexWord).join(' ');
    await index?.addCustomRecord({
      url: `/${number}/`,
      content: wordsOf(text),
      language: 'de',
      meta: Object.fromEntries(
        Object.entries(fields).map(([name, terms]) => [name, wordsOf(terms)]),
      ),
    });
  }
  const answer = await index?.getFiles();
  await close();
  return answer?.files ?? [];
}

async function open(name: string, index: readonly IndexFile[]): Promise<PagefindInstance> {
  for (const file of index) {
    const target = path.join(folder, name, file.path);
    await mkdir(path.dirname(target), { recursive: true });
    await writeFile(target, file.content);
  }
  const basePath = pathToFileURL(`${path.join(folder, name)}/`).href;
  const module = (await import(`${basePath}pagefind.js`)) as PagefindModule;
  const instance = module.createInstance({ basePath, ranking: { metaWeights: TERM_WEIGHTS } });
  await instance.init();
  return instance;
}

/** Asks an index for a word: which documents have it, and how much it counts there. */
async function answersOf(index: PagefindInstance): Promise<(word: string) => Promise<string[]>> {
  const all = await index.search(null);
  const numbers = new Map(all.results.map(({ id }, number) => [id, number]));
  return async (word) => {
    const { results } = await index.search(toIndexWord(word));
    // Pagefind adds up in another order each time, and lists equals in any.
    return results.map(({ id, score }) => `${numbers.get(id)} ${score.toPrecision(4)}`).sort();
  };
}

const parts = (index: readonly IndexFile[]) =>
  index.filter(({ path: name }) => name.startsWith('index/'));

describe('an index', () => {
  it('finds and ranks the same as Pagefind’s own', async () => {
    const answerOf = await answersOf(await open('ours', files));
    const ownAnswerOf = await answersOf(await open('own', await pagefindsOwn(DOCUMENTS)));
    let found = 0;
    for (const word of [...WORDS.filter((_, i) => i % 5 === 0), LONG_WORD, 'nowhere', 'abac']) {
      const answer = await answerOf(word);
      found += answer.length;
      expect(answer, word).toEqual(await ownAnswerOf(word));
    }
    expect(found).toBeGreaterThan(5_000);
  }, 60_000);

  it('tells words apart that Pagefind’s stemmer takes for one', async () => {
    const words = ['baer', 'bar', 'neuer', 'neur', 'hausen', 'haus'];
    const documents = words.map((word) => ({ ...NO_TERMS, text: [word] }));
    const answerOf = await answersOf(await open('alike', await indexOf(documents)));
    for (const [number, word] of words.entries()) {
      expect(
        (await answerOf(word)).map((answer) => parseInt(answer)),
        word,
      ).toEqual([number]);
    }
  });

  it('comes in small parts', () => {
    const sizes = parts(files).map(({ content }) => content.length);
    expect(sizes.length).toBeGreaterThan(3);
    expect(Math.max(...sizes)).toBeLessThan(16_100);
  });

  it('has the same bytes for the same documents, and names that change with them', async () => {
    expect(await indexOf(DOCUMENTS)).toEqual(files);
    expect(new Set(files.map(({ path: name }) => name)).size).toBe(files.length);
    const others = await indexOf([...DOCUMENTS, { ...NO_TERMS, title: ['neu'] }]);
    expect(
      parts(others).filter((part) => !parts(files).some(({ path: p }) => p === part.path)),
    ).toHaveLength(1);
  });

  it('names documents by what they show, and apart where that is alike', () => {
    const index = new PagefindIndex();
    const [name, other] = [
      index.add('aaaaaaabcdef', NO_TERMS),
      index.add('aaaaaaabcxyz', NO_TERMS),
    ];
    expect(index.add('bbbbbbbbbbbb', NO_TERMS)).not.toBe(name);
    expect(other).not.toBe(name);
    expect(new PagefindIndex().add('aaaaaaabcdef', NO_TERMS)).toBe(name);
  });

  it('without documents lists no language', () => {
    const [entry, ...others] = new PagefindIndex().files({ version: '1.6.0' });
    expect(others).toEqual([]);
    expect(JSON.parse(Buffer.from(entry?.content ?? []).toString())).toEqual({
      version: '1.6.0',
      languages: {},
    });
  });
});
