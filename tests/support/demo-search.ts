import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseSnapshot } from '@portal/site/contract';
import type { IndexFile } from 'pagefind';
import type { SearchProvider } from '../../site/src/islands/search/provider.ts';
import type { SearchDocument } from '../../site/src/lib/search-document.ts';
import { EMPTY_STATE } from '../../site/src/lib/search-params.ts';
import { searchDocumentsOf } from '../../site/src/lib/search-site.ts';
import { demoSnapshot } from '../fixtures/demo-snapshot.ts';

const AS_OF = '2026-11-24';

/** What visitors can find in a region of the demo content. */
export function demoDocuments(region: string): SearchDocument[] {
  const { region: found, ...snapshot } = parseSnapshot(demoSnapshot(region, AS_OF));
  if (found === null) throw new Error(`There is no demo region ${region}.`);
  return searchDocumentsOf({ region: found, ...snapshot });
}

/** Writes the files of an index, and gives the folder as the address that Pagefind takes. */
export async function writeIndexFiles(
  directory: string,
  files: readonly IndexFile[],
): Promise<string> {
  for (const { path: file, content } of files) {
    const target = path.join(directory, file);
    await mkdir(path.dirname(target), { recursive: true });
    await writeFile(target, content);
  }
  return pathToFileURL(`${directory}/`).href;
}

/** Searches with an engine of the site; gives the ids of the best documents, the best first. */
export function findWith(
  provider: SearchProvider,
  limit: number,
): (text: string) => Promise<string[]> {
  return async (text) => {
    const query = { ...EMPTY_STATE, text, limit };
    const { hits } = await provider.search(query, new AbortController().signal);
    return hits.map(({ id }) => id);
  };
}
