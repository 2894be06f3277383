import { renderToString } from 'react-dom/server';
import { SearchUnavailableError, type SearchProvider } from './provider.ts';
import { SearchApp } from './SearchApp.tsx';
import type { SearchSetup } from '../../lib/search-setup.ts';

const NO_ENGINE: SearchProvider = {
  prepare: () => Promise.resolve(false),
  search: () => Promise.reject(new SearchUnavailableError('Only browsers search.')),
};

/** HTML of the search before anything is asked: a form that works, and that `mountSearch` takes over. */
export function renderSearch(setup: SearchSetup): string {
  return renderToString(<SearchApp provider={NO_ENGINE} setup={setup} />);
}
