import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { close, createIndex, type IndexFile } from 'pagefind';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { PagefindInstance, PagefindModule } from '../islands/search/pagefind-api.ts';
import { packIndexParts } from './pagefind-packing.ts';

const PACKED_FILE = /^(?:wasm\..+\.pagefind|.+\.pf_meta|index\/.+\.pf_index)$/;
const LETTERS = 'abcdefghiklmnoprstuw';

const LONG_WORD = `${'z'.repeat(8_000)}0`;
/** Words of four letters that are all different. */
const WORDS = Array.from({ length: 3_000 }, (_, index) =>
  [8_000, 400, 20, 1].map((unit) => LETTERS[Math.floor(index / unit) % LETTERS.length]).join(''),
).map((word) => `${word}0`);

let folder: string;
let files: IndexFile[];

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'packing-'));
  files = await pagefindsOwn();
  vi.stubGlobal('fetch', async (url: string) => {
    const bytes = await readFile(fileURLToPath(url.replace(/\?.*/, '')));
    return new Response(bytes);
  });
}, 60_000);

afterAll(async () => {
  vi.unstubAllGlobals();
  await rm(folder, { recursive: true });
});

/** The index of 401 documents as Pagefind makes it, unpacked. */
async function pagefindsOwn(): Promise<IndexFile[]> {
  const { index } = await createIndex({ forceLanguage: 'de' });
  for (let number = 0; number < 400; number += 1) {
    const wordsFrom = (start: number, count: number) =>
      Array.from({ length: count }, (_, i) => WORDS[(start + i * (1 + (number % 7))) % 3_000]).join(
        ' ',
      );
    await index?.addCustomRecord({
      url: `/${number}/`,
      // Their lengths are told as they are: a power of two.
      content: `${wordsFrom(number * 31, 60)} ${wordsFrom(number * 31, 4)}`,
      language: 'de',
      meta: { title: wordsFrom(number * 17, 3), near: wordsFrom(number * 13, 12) },
    });
  }
  await index?.addCustomRecord({ url: '/lang/', content: LONG_WORD, language: 'de' });
  const answer = await index?.getFiles();
  await close();
  return (answer?.files ?? []).map(({ path: name, content }) => ({
    path: name,
    content: PACKED_FILE.test(name) ? gunzipSync(content) : content,
  }));
}

async function open(name: string, index: readonly IndexFile[]): Promise<PagefindInstance> {
  for (const file of index) {
    const target = path.join(folder, name, file.path);
    await mkdir(path.dirname(target), { recursive: true });
    await writeFile(target, file.content);
  }
  const basePath = pathToFileURL(`${path.join(folder, name)}/`).href;
  const module = (await import(`${basePath}pagefind.js`)) as PagefindModule;
  const instance = module.createInstance({
    basePath,
    ranking: { metaWeights: { title: 8, near: 3.5 } },
  });
  await instance.init();
  return instance;
}

const parts = (index: readonly IndexFile[]) =>
  index.filter(({ path: name }) => name.startsWith('index/'));
const sizeOf = (index: readonly IndexFile[]) =>
  index.reduce((sum, { content }) => sum + content.length, 0);

describe('a packed index', () => {
  it('finds and ranks the same as Pagefind’s own', async () => {
    const own = await open('own', files);
    const packed = await open('packed', packIndexParts(files));
    const answerOf = async (index: PagefindInstance, word: string) => {
      const { results } = await index.search(word);
      // Pagefind adds up in another order each time, and lists equals in any.
      return results.map(({ id, score }) => `${id} ${score.toPrecision(4)}`).sort();
    };
    let found = 0;
    for (const word of [...WORDS.filter((_, index) => index % 5 === 0), LONG_WORD, 'nowhere0']) {
      const answer = await answerOf(packed, word);
      found += answer.length;
      expect(answer).toEqual(await answerOf(own, word));
    }
    expect(found).toBeGreaterThan(5_000);
  }, 60_000);

  it('comes in more and smaller parts, which take less in all', () => {
    const packed = parts(packIndexParts(files));
    expect(packed.length).toBeGreaterThan(parts(files).length);
    expect(Math.max(...packed.map(({ content }) => content.length))).toBeLessThan(17_000);
    expect(sizeOf(packed)).toBeLessThan(sizeOf(parts(files)));
  });

  it('has the same bytes for the same index, and names that change with them', () => {
    const packed = packIndexParts(files);
    expect(packIndexParts(files)).toEqual(packed);
    expect(new Set(packed.map(({ path: name }) => name)).size).toBe(packed.length);
  });

  it('leaves all other files as they are', () => {
    const others = (index: readonly IndexFile[]) =>
      index.filter(({ path: name }) => !/\.pf_(?:index|meta)$/.test(name));
    expect(others(packIndexParts(files))).toEqual(others(files));
  });
});

it.each([
  ['something else', Buffer.from('x'.repeat(40)), /no file of a Pagefind index/],
  ['another form', Buffer.from('pagefind_dcd\u0005'), /has kind 0 where 4 was expected/],
])('names %s that Pagefind may write one day', (_, content, message) => {
  expect(() => packIndexParts([{ path: 'index/de_1.pf_index', content }])).toThrow(message);
});
