import { meilisearchProvider } from '../../site/src/islands/search/provider-meilisearch.ts';
import { pagefindFiles } from '../../site/src/renderer/pagefind-files.ts';
import { demoDocuments, findWith } from '../support/demo-search.ts';
import { meilisearchMissing, startMeilisearch } from '../support/meilisearch.ts';
import {
  factsOf,
  fillIndex,
  proxyTo,
  startSearchSite,
  type SearchSite,
} from '../support/search-site.ts';
import { LOOKED_AT } from './relevance.ts';
import type { SearchEngine } from './search-finder.ts';

/**
 * A Meilisearch server of its own.
 *
 * @throws Error if there is none on this computer.
 */
export async function meilisearchEngine(): Promise<SearchEngine> {
  const reason = await meilisearchMissing();
  if (reason !== null) throw new Error(`Nothing to measure: ${reason}`);
  const server = await startMeilisearch();
  const sites: SearchSite[] = [];
  return {
    ours: async (region) => {
      const documents = demoDocuments(region);
      const index = `ours-${region}`;
      await fillIndex(server.client, index, documents);
      const site = await startSearchSite(await pagefindFiles(documents));
      sites.push(site);
      site.facts = factsOf(index, server.masterKey, documents.length);
      site.answer = proxyTo(server.host);
      return findWith(meilisearchProvider(undefined, site.origin), LOOKED_AT);
    },
    untuned: async (region) => {
      const records = demoDocuments(region).map(({ id, title, text, tags }) => ({
        id,
        title,
        text,
        tags,
      }));
      const address = `/indexes/untuned-${region}`;
      await server.client.carryOut('POST', `${address}/documents?primaryKey=id`, records);
      return async (text) => {
        const body = { q: text, limit: LOOKED_AT };
        const answer = await server.client.ask('POST', `${address}/search`, body);
        return (answer as { hits: { id: string }[] }).hits.map(({ id }) => id);
      };
    },
    close: async () => {
      await Promise.all(sites.map((site) => site.close()));
      await server.stop();
    },
  };
}
