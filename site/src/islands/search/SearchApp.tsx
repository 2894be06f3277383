import { useEffect, useMemo, useRef } from 'react';
import {
  cleanText,
  isSearching,
  SEARCH_SORTS,
  selectOnly,
  toggleFilter,
  type FacetDefinition,
  type SearchSort,
} from '../../lib/search-params.ts';
import { Failure } from './Failure.tsx';
import { FilterChips } from './FilterChips.tsx';
import { FilterPanel } from './FilterPanel.tsx';
import { KindChoice } from './KindChoice.tsx';
import type { SearchProvider } from './provider.ts';
import { ResultList } from './ResultList.tsx';
import { SearchForm } from './SearchForm.tsx';
import { TEXTS } from './texts.ts';
import { useSearch } from './use-search.ts';
import { ZeroResults } from './ZeroResults.tsx';

interface Props {
  provider: SearchProvider;
  facets: readonly FacetDefinition[];
  /** What the visitor typed before the island took over. */
  typedText?: string;
  /** Told whether results are on show, so that the page can hide what it offers before a search. */
  onSearching?: (isSearching: boolean) => void;
}

/** The search page's form, filters and results. Its first rendering is also the server's. */
export function SearchApp({ provider, facets, typedText = '', onSearching }: Props) {
  const { state, outcome, change } = useSearch(provider, facets, typedText);
  const heading = useRef<HTMLHeadingElement>(null);
  const { answer, answered, status } = outcome;
  const kinds = facets.find(({ name }) => name === 'kind');
  const isFirstLoad = status === 'loading' && answer === null;
  const found = answer === null ? '' : TEXTS.result(answer.total, cleanText(answered.text));
  const labels = useMemo(() => labelsOf(facets), [facets]);

  useEffect(() => {
    if (status !== 'idle' || !isSearching(state)) onSearching?.(status !== 'idle');
  }, [status, state, onSearching]);

  return (
    <>
      <SearchForm
        text={state.text}
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
          onRetry={() => {
            change(state, 'restore');
          }}
        />
      )}
      <p role="status" className={isFirstLoad ? 'search-loading' : 'visually-hidden'}>
        {isFirstLoad ? TEXTS.loading : found}
      </p>
      {answer !== null && (
        <div className="search-layout">
          <FilterPanel
            state={state}
            facets={facets}
            answer={answer}
            onToggle={(facet, value) => {
              change(toggleFilter(state, facet, value), 'choose');
            }}
          />
          <section
            className={status === 'loading' ? 'search-results is-loading' : 'search-results'}
            aria-labelledby="search-results-heading"
            aria-busy={status === 'loading'}
          >
            <div className="search-results-head">
              <h2 id="search-results-heading" ref={heading} tabIndex={-1} className="search-count">
                {found}
              </h2>
              {answer.total > 1 && cleanText(state.text) !== '' && (
                <label className="search-sort">
                  <span>{TEXTS.sort}</span>{' '}
                  <select
                    value={state.sort}
                    onChange={(event) => {
                      change(
                        { ...state, sort: event.target.value as SearchSort, pages: 1 },
                        'choose',
                      );
                    }}
                  >
                    {SEARCH_SORTS.map((sort) => (
                      <option key={sort} value={sort}>
                        {TEXTS.sorts[sort]}
                      </option>
                    ))}
                  </select>
                </label>
              )}
            </div>
            <FilterChips
              state={state}
              facets={facets}
              onRemove={(facet, value) => {
                change(toggleFilter(state, facet, value), 'choose');
                heading.current?.focus();
              }}
              onChange={(next) => {
                change(next, 'choose');
                heading.current?.focus();
              }}
            />
            {answer.total === 0 ? (
              <ZeroResults
                provider={provider}
                facets={facets}
                state={answered}
                onChange={(next) => {
                  change(next, 'choose');
                  heading.current?.focus();
                }}
              />
            ) : (
              <ResultList
                answer={answer}
                searchText={answered.text}
                labels={labels}
                onMore={() => {
                  change({ ...state, pages: state.pages + 1 }, 'extend');
                }}
              />
            )}
          </section>
        </div>
      )}
    </>
  );
}

function labelsOf(facets: readonly FacetDefinition[]): ReadonlyMap<string, string> {
  return new Map(
    facets
      .filter(({ name }) => name === 'mode' || name === 'status')
      .flatMap(({ options }) => options.map(({ value, label }) => [value, label])),
  );
}
