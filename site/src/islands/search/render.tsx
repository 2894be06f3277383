import { renderToString } from 'react-dom/server';
import type { FacetDefinition } from '../../lib/search-params.ts';
import { SearchUnavailableError, type SearchProvider } from './provider.ts';
import { SearchApp } from './SearchApp.tsx';

const NO_ENGINE: SearchProvider = {
  prepare: () => Promise.resolve(),
  search: () => Promise.reject(new SearchUnavailableError('Only browsers search.')),
};

/** HTML of the search before anything is asked: a form that works, and that `mountSearch` takes over. */
export function renderSearch(facets: readonly FacetDefinition[]): string {
  return renderToString(<SearchApp provider={NO_ENGINE} facets={facets} />);
}
