import { meilisearchProvider } from './provider-meilisearch.ts';
import { pagefindProvider } from './provider-pagefind.ts';
import { providerWithFallback } from './provider-with-fallback.ts';
import type { SearchProvider } from './provider.ts';
import { OWN_INDEX, type SearchIndex } from './search-index.ts';

/** Searches indexes with the best engine that the site has for them. */
export function searchEngine(indexes: readonly SearchIndex[] = [OWN_INDEX]): SearchProvider {
  return providerWithFallback(
    meilisearchProvider(indexes),
    pagefindProvider(...indexes.map(({ folder }) => folder)),
  );
}
