import { useEffect, useState } from 'react';
import { RADII_KM } from '../../lib/search-near.ts';
import {
  cleanText,
  countFilters,
  type FacetDefinition,
  type SearchState,
} from '../../lib/search-params.ts';
import { conditionsOf, withNear, withoutConditions } from './conditions.ts';
import type { SearchAnswer, SearchProvider } from './provider.ts';
import { TEXTS } from './texts.ts';
import { toQuery } from './use-search.ts';

/** A search like the one that found nothing, but with results. */
export interface Alternative {
  label: string;
  state: SearchState;
  total: number;
}

const MOST_ALTERNATIVES = 5;

/**
 * Looks for searches that do find something: in the next larger radius, or with one condition less.
 *
 * @param state - A search that found nothing.
 * @param answer - What was found for it.
 */
export function useAlternatives(
  provider: SearchProvider,
  facets: readonly FacetDefinition[],
  state: SearchState,
  answer: SearchAnswer,
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
  return [...widerRadius(state, answer), ...alternatives];
}

/** The smallest radius in which there is something; the answer knows how much. */
function widerRadius(state: SearchState, { withinKm }: SearchAnswer): Alternative[] {
  const { near } = state;
  if (near?.radiusKm == null) return [];
  const radiusKm = RADII_KM.find((radius) => (withinKm[radius] ?? 0) > 0);
  if (radiusKm === undefined) return [];
  return [
    {
      label: TEXTS.zeroRadius(radiusKm, near.origin.label),
      state: withNear(state, { ...near, radiusKm }),
      total: withinKm[radiusKm] ?? 0,
    },
  ];
}

function widerSearches(state: SearchState, facets: readonly FacetDefinition[]) {
  if (countFilters(state) === 0) return [];
  const withoutOne = conditionsOf(state, facets).map(({ label, without }) => ({
    label: TEXTS.zeroWithout(label),
    state: without,
  }));
  const withoutText = { label: TEXTS.zeroText, state: { ...state, text: '', pages: 1 } };
  const withoutAll = { label: TEXTS.removeAll, state: withoutConditions(state) };
  const hasText = cleanText(state.text) !== '';
  return [
    ...withoutOne.slice(0, MOST_ALTERNATIVES),
    ...(hasText && withoutOne.length > 1 ? [withoutAll] : []),
    ...(hasText ? [withoutText] : []),
  ];
}
