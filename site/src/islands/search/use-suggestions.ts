import { useEffect, useMemo, useState } from 'react';
import type { SearchHit } from '../../lib/search-document.ts';
import {
  cleanText,
  countFilters,
  EMPTY_STATE,
  type FacetDefinition,
  type SearchState,
} from '../../lib/search-params.ts';
import type { SearchProvider } from './provider.ts';
import {
  arrange,
  suggestFilters,
  suggestMeant,
  suggestPages,
  SUGGESTION_KINDS,
  titleAnswers,
  type Suggestion,
} from './suggestions.ts';
import { toQuery, type Outcome } from './use-search.ts';

interface Organisations {
  text: string;
  hits: readonly SearchHit[];
}

const NO_ORGANISATIONS: Organisations = { text: '', hits: [] };

/**
 * What the visitor may mean by what is typed. Names of categories and places are there at once; pages
 * come from the answer that the results show anyway, once it belongs to the text.
 */
export function useSuggestions(
  provider: SearchProvider,
  facets: readonly FacetDefinition[],
  state: SearchState,
  { status, answer, answered }: Outcome,
): Suggestion[] {
  const [organisations, setOrganisations] = useState(NO_ORGANISATIONS);
  const text = cleanText(state.text);
  const current =
    status === 'ready' && answer !== null && cleanText(answered.text) === text ? answer : null;
  const shown = current?.hits.filter(({ kind }) => kind === 'organisation').length ?? 0;
  const hasMore = shown < Math.min(current?.facets.kind['organisation'] ?? 0, 1);

  useEffect(() => {
    if (text === '' || !hasMore) return;
    const controller = new AbortController();
    const filters = { ...EMPTY_STATE.filters, kind: ['organisation'] };
    const query = toQuery({ ...EMPTY_STATE, text, filters });
    provider.search({ ...query, limit: SUGGESTION_KINDS.organisation }, controller.signal).then(
      ({ hits }) => {
        if (!controller.signal.aborted) setOrganisations({ text, hits });
      },
      // The search itself reports failures.
      () => undefined,
    );
    return () => {
      controller.abort();
    };
  }, [provider, text, hasMore]);

  return useMemo(() => {
    if (text === '') return [];
    const terms = current?.terms ?? [];
    const others = organisations.text === text ? organisations.hits : [];
    // Until the next answer is there, of the one before it what still fits.
    const hits = current?.hits ?? answer?.hits.filter(({ title }) => titleAnswers(title, text));
    return arrange([
      ...suggestFilters(state.text, facets, terms),
      ...(current !== null && countFilters(answered) === 0 ? suggestMeant(current, facets) : []),
      ...suggestPages([...others, ...(hits ?? [])], terms),
    ]);
  }, [text, state.text, facets, current, answer, answered, organisations]);
}
