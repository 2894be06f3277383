import { useId, useMemo, useRef, useState } from 'react';
import {
  cleanText,
  countFilters,
  toggleFilter,
  type FacetDefinition,
  type SearchState,
} from '../../lib/search-params.ts';
import { withNear } from './conditions.ts';
import { FilterChips } from './FilterChips.tsx';
import { FilterPanel } from './FilterPanel.tsx';
import { Neighbours } from './Neighbours.tsx';
import { OriginField } from './OriginField.tsx';
import type { SearchAnswer, SearchProvider } from './provider.ts';
import { ResultList } from './ResultList.tsx';
import { ResultMap } from './ResultMap.tsx';
import type { SearchSetup } from '../../lib/search-setup.ts';
import { SortChoice } from './SortChoice.tsx';
import { TEXTS } from './texts.ts';
import type { Change, Outcome } from './use-search.ts';
import { ZeroResults } from './ZeroResults.tsx';

interface Props {
  provider: SearchProvider;
  setup: SearchSetup;
  state: SearchState;
  outcome: Outcome & { answer: SearchAnswer };
  /** What was found, in words. */
  heading: string;
  onChange: (state: SearchState, how: Change) => void;
}

/** An answer with all that narrows, sorts and extends it. */
export function Results({ provider, setup, state, outcome, heading, onChange }: Props) {
  const { facets } = setup;
  const [isFiltering, setIsFiltering] = useState(false);
  const title = useRef<HTMLHeadingElement>(null);
  const opener = useRef<HTMLButtonElement>(null);
  const panelId = useId();
  const labels = useMemo(() => labelsOf(facets), [facets]);
  const { answer, answered, status } = outcome;
  const isLoading = status === 'loading';
  const places = facets.find(({ name }) => name === 'place');
  const hasMap =
    setup.places.length > 1 &&
    setup.places.some(({ slug }) => (answer.facets.place[slug] ?? 0) > 0);
  const chosen = countFilters(state) - state.filters.kind.length;

  /** For buttons that vanish when they are used: reading goes on at the result. */
  const chooseAndReturn = (next: SearchState) => {
    onChange(next, 'choose');
    title.current?.focus();
  };

  return (
    <section
      className={`search-results${isLoading ? ' is-loading' : ''}${hasMap ? ' has-map' : ''}`}
      aria-labelledby={`${panelId}title`}
      aria-busy={isLoading}
    >
      <div className="search-results-head">
        <h2 id={`${panelId}title`} ref={title} tabIndex={-1} className="search-count">
          {heading}
        </h2>
        <button
          ref={opener}
          type="button"
          className="search-filters-opener button is-quiet"
          aria-expanded={isFiltering}
          aria-controls={panelId}
          onClick={() => {
            setIsFiltering(!isFiltering);
          }}
        >
          {chosen === 0 ? TEXTS.filters : TEXTS.filtersChosen(chosen)}
        </button>
        {hasMap && (
          <button
            type="button"
            className="search-map-opener button is-quiet"
            aria-expanded={state.isMapOpen}
            aria-controls={`${panelId}map`}
            onClick={() => {
              onChange({ ...state, isMapOpen: !state.isMapOpen }, 'choose');
            }}
          >
            {TEXTS.map}
          </button>
        )}
        {answer.total > 1 && (
          <SortChoice
            sort={state.sort}
            hasText={cleanText(state.text) !== ''}
            hasPlaces={setup.places.length > 0}
            onChoose={(sort) => {
              onChange({ ...state, sort, pages: 1 }, 'choose');
            }}
          />
        )}
      </div>
      <FilterPanel
        id={panelId}
        setup={setup}
        state={state}
        answer={answer}
        isOpen={isFiltering}
        onClose={() => {
          setIsFiltering(false);
          opener.current?.focus();
        }}
        onLeave={() => {
          setIsFiltering(false);
        }}
        onChange={(next) => {
          onChange(next, 'choose');
        }}
      />
      {hasMap && places && (
        <ResultMap
          id={`${panelId}map`}
          places={setup.places}
          counts={answer.facets.place}
          chosen={state.filters.place}
          isOpen={state.isMapOpen}
          listId={`${panelId}list`}
          onToggle={(slug) => {
            onChange(toggleFilter(state, places, slug), 'choose');
          }}
        />
      )}
      <div id={`${panelId}list`} className="search-results-body" tabIndex={-1}>
        {state.sort === 'nearest' && state.near === null && setup.places.length > 0 && (
          <fieldset className="search-nearest">
            <legend>{TEXTS.nearestFrom}</legend>
            <OriginField
              places={setup.places}
              regionName={setup.regionName}
              origin={null}
              onChoose={(origin) => {
                onChange(withNear(state, origin && { origin, radiusKm: null }), 'choose');
              }}
            />
          </fieldset>
        )}
        {answer.corrections.map(({ from, to }) => (
          <p key={from}>{TEXTS.corrected(from, to)}</p>
        ))}
        <FilterChips state={state} facets={facets} onChange={chooseAndReturn} />
        {answer.total === 0 ? (
          <ZeroResults
            provider={provider}
            setup={setup}
            state={answered}
            answer={answer}
            onChange={chooseAndReturn}
          />
        ) : (
          <ResultList
            answer={answer}
            answered={answered}
            labels={labels}
            regions={setup.regions}
            onMore={() => {
              onChange({ ...state, pages: state.pages + 1 }, 'extend');
            }}
          />
        )}
        <Neighbours setup={setup} state={answered} total={answer.total} terms={answer.terms} />
      </div>
    </section>
  );
}

function labelsOf(facets: readonly FacetDefinition[]): ReadonlyMap<string, string> {
  return new Map(
    facets
      .filter(({ name }) => name === 'mode' || name === 'status')
      .flatMap(({ options }) => options.map(({ value, label }) => [value, label])),
  );
}
