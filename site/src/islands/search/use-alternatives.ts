import { useEffect, useState } from 'react';
import {
  cleanText,
  countFilters,
  EMPTY_STATE,
  toggleFilter,
  type FacetDefinition,
  type SearchState,
} from '../../lib/search-params.ts';
import type { SearchProvider } from './provider.ts';
import { TEXTS } from './texts.ts';
import { toQuery } from './use-search.ts';

/** A search like the one that found nothing, but with results. */
export interface Alternative {
  label: string;
  state: SearchState;
  total: number;
}

const MOST_ALTERNATIVES = 5;

/** Looks for searches with one condition less that do find something. */
export function useAlternatives(
  provider: SearchProvider,
  facets: readonly FacetDefinition[],
  state: SearchState,
): Alternative[] {
  const [alternatives, setAlternatives] = useState<Alternative[]>([]);
  useEffect(() => {
    const controller = new AbortController();
    const ask = async ({ label, state: wider }: Omit<Alternative, 'total'>) => {
      const query = { ...toQuery(wider), limit: 0 };
      const { total } = await provider.search(query, controller.signal);
      return { label, state: wider, total };
    };
    setAlternatives([]);
    Promise.all(widerSearches(state, facets).map(ask)).then(
      (answers) => {
        setAlternatives(answers.filter(({ total }) => total > 0));
      },
      // Without suggestions the page still helps; the search itself reports failures.
      () => undefined,
    );
    return () => {
      controller.abort();
    };
  }, [provider, facets, state]);
  return alternatives;
}

function widerSearches(state: SearchState, facets: readonly FacetDefinition[]) {
  if (countFilters(state) === 0) return [];
  const withoutOne = facets.flatMap((facet) =>
    facet.options
      .filter(({ value }) => state.filters[facet.name].includes(value))
      .map((option) => ({
        label: TEXTS.zeroWithout(option.label),
        state: toggleFilter(state, facet, option.value),
      })),
  );
  const withoutText = { label: TEXTS.zeroText, state: { ...state, text: '', pages: 1 } };
  const withoutFilters = { label: TEXTS.removeAll, state: { ...EMPTY_STATE, text: state.text } };
  const hasText = cleanText(state.text) !== '';
  return [
    ...withoutOne.slice(0, MOST_ALTERNATIVES),
    ...(hasText && withoutOne.length > 1 ? [withoutFilters] : []),
    ...(hasText ? [withoutText] : []),
  ];
}
