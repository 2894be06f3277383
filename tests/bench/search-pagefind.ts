import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { close, createIndex } from 'pagefind';
import type { PagefindModule } from '../../site/src/islands/search/pagefind-api.ts';
import { pagefindProvider } from '../../site/src/islands/search/provider-pagefind.ts';
import { pagefindFiles } from '../../site/src/renderer/pagefind-files.ts';
import { demoDocuments, findWith, writeIndexFiles } from '../support/demo-search.ts';
import { LOOKED_AT } from './relevance.ts';
import type { Find, SearchEngine } from './search-finder.ts';

/** Pagefind, which reads files. */
export async function pagefindEngine(): Promise<SearchEngine> {
  const folder = await mkdtemp(path.join(tmpdir(), 'search-bench-'));
  return {
    ours: async (region) => {
      const directory = path.join(folder, 'ours', region);
      const files = await pagefindFiles(demoDocuments(region));
      return findWith(pagefindProvider(await writeIndexFiles(directory, files)), LOOKED_AT);
    },
    untuned: (region) => untunedFor(region, path.join(folder, 'untuned', region)),
    close: () => rm(folder, { recursive: true, force: true }),
  };
}

async function untunedFor(region: string, directory: string): Promise<Find> {
  const { index } = await createIndex();
  if (index === undefined) throw new Error('Pagefind did not start.');
  for (const document of demoDocuments(region)) {
    await index.addCustomRecord({
      url: document.id,
      content: [document.title, document.text, document.tags.join(', ')].join('\n'),
      language: 'de',
      meta: { title: document.title },
    });
  }
  const basePath = await writeIndexFiles(directory, (await index.getFiles()).files);
  await close();
  const pagefind = (await import(`${basePath}pagefind.js`)) as PagefindModule;
  const instance = pagefind.createInstance({ basePath });
  await instance.init();
  return async (text) => {
    const { results } = await instance.search(text);
    const loaded = await Promise.all(results.slice(0, LOOKED_AT).map((result) => result.data()));
    return loaded.map(({ url }) => url.replace(/^\//, ''));
  };
}
