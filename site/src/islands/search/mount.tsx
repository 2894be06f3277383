import { hydrateRoot } from 'react-dom/client';
import type { FacetDefinition } from '../../lib/search-params.ts';
import { keepScrollPosition } from './keep-scroll.ts';
import { pagefindProvider } from './provider-pagefind.ts';
import { SearchApp } from './SearchApp.tsx';

/**
 * Takes over the search that the server rendered into `[data-search]`. The facets lie beside it as
 * JSON in `[data-search-facets]`; `[data-search-start]`, which the page offers before a search,
 * is hidden while results are on show.
 */
export function mountSearch(): void {
  const root = document.querySelector<HTMLElement>('[data-search]');
  const json = document.querySelector('[data-search-facets]')?.textContent;
  if (root === null || json == null) return;
  const start = document.querySelector<HTMLElement>('[data-search-start]');
  const typedText = root.querySelector<HTMLInputElement>('input[type="search"]')?.value ?? '';
  keepScrollPosition();
  hydrateRoot(
    root,
    <SearchApp
      provider={pagefindProvider()}
      // The page's own server wrote it in this build.
      facets={JSON.parse(json) as FacetDefinition[]}
      typedText={typedText}
      onSearching={(isSearching) => {
        if (start === null) return;
        start.hidden = isSearching;
        start.dataset['decided'] = '';
      }}
    />,
  );
}
