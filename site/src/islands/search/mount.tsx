import { hydrateRoot } from 'react-dom/client';
import { SEARCH_PARAMS } from '../../lib/search-params.ts';
import { keepScrollPosition } from './keep-scroll.ts';
import { regionsProvider } from './provider-regions.ts';
import { searchEngine } from './search-engine.ts';
import { SearchApp } from './SearchApp.tsx';
import type { SearchSetup } from '../../lib/search-setup.ts';

/**
 * Takes over the search that the server rendered into `[data-search]`. Its setup lies beside it as
 * JSON in `[data-search-setup]`; `[data-search-start]`, which the page offers before a search,
 * is hidden while results are on show.
 */
export function mountSearch(): void {
  const root = document.querySelector<HTMLElement>('[data-search]');
  const json = document.querySelector('[data-search-setup]')?.textContent;
  if (root === null || json == null) return;
  const start = document.querySelector<HTMLElement>('[data-search-start]');
  const typedText =
    root.querySelector<HTMLInputElement>(`input[name="${SEARCH_PARAMS.text}"]`)?.value ?? '';
  // The page's own server wrote it in this build.
  const setup = JSON.parse(json) as SearchSetup;
  const { regions } = setup;
  keepScrollPosition();
  hydrateRoot(
    root,
    <SearchApp
      provider={regions.length === 0 ? searchEngine() : regionsProvider(regions)}
      setup={setup}
      typedText={typedText}
      onSearching={(isSearching) => {
        if (start === null) return;
        start.hidden = isSearching;
        start.dataset['decided'] = '';
      }}
    />,
  );
}
