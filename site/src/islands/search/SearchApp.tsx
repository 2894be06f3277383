import { useEffect } from 'react';
import { cleanText, isSearching, selectOnly } from '../../lib/search-params.ts';
import { Failure } from './Failure.tsx';
import { KindChoice } from './KindChoice.tsx';
import type { SearchProvider } from './provider.ts';
import { Results } from './Results.tsx';
import { SearchForm } from './SearchForm.tsx';
import type { SearchSetup } from '../../lib/search-setup.ts';
import type { Suggestion } from './suggestions.ts';
import { TEXTS } from './texts.ts';
import { useSearch } from './use-search.ts';
import { useSuggestions } from './use-suggestions.ts';

interface Props {
  provider: SearchProvider;
  setup: SearchSetup;
  /** What the visitor typed before the island took over. */
  typedText?: string;
  /** Told whether results are on show, so that the page can hide what it offers before a search. */
  onSearching?: (isSearching: boolean) => void;
}

/** The search page's form, filters and results. Its first rendering is also the server's. */
export function SearchApp({ provider, setup, typedText = '', onSearching }: Props) {
  const { state, outcome, change } = useSearch(provider, setup, typedText);
  const { facets } = setup;
  const suggestions = useSuggestions(provider, facets, state, outcome);
  const { answer, answered, status } = outcome;
  const kinds = facets.find(({ name }) => name === 'kind');
  const isFirstLoad = status === 'loading' && answer === null;
  const found = answer === null ? '' : TEXTS.result(answer.total, cleanText(answered.text));

  useEffect(() => {
    if (status !== 'idle' || !isSearching(state)) onSearching?.(status !== 'idle');
  }, [status, state, onSearching]);

  const take = (suggestion: Suggestion) => {
    if ('url' in suggestion) {
      location.assign(suggestion.url);
      return;
    }
    const { kind, text, value } = suggestion;
    const filters = { ...state.filters, [kind]: [value] };
    change({ ...state, text, filters, pages: 1 }, 'choose');
  };

  return (
    <>
      <SearchForm
        text={state.text}
        suggestions={suggestions}
        onChoose={take}
        onApproach={() => void provider.prepare()}
        onType={(text) => {
          change({ ...state, text, pages: 1 }, 'type');
        }}
        onSubmit={() => {
          change(isSearching(state) ? state : { ...state, sort: 'newest' }, 'choose');
        }}
      >
        {kinds && (
          <KindChoice
            facet={kinds}
            chosen={state.filters.kind[0]}
            counts={answer?.facets.kind ?? null}
            onChoose={(value) => {
              change(selectOnly(state, kinds, value), 'choose');
            }}
          />
        )}
      </SearchForm>
      {status === 'failed' && (
        <Failure
          regions={setup.regions}
          onRetry={() => {
            change(state, 'restore');
          }}
        />
      )}
      <p role="status" className={isFirstLoad ? 'search-loading' : 'visually-hidden'}>
        {isFirstLoad ? TEXTS.loading : found}
      </p>
      {answer !== null && (
        <Results
          provider={provider}
          setup={setup}
          state={state}
          outcome={{ ...outcome, answer }}
          heading={found}
          onChange={change}
        />
      )}
    </>
  );
}
