import { useCallback, useEffect, useRef, useState } from 'react';
import {
  cleanText,
  EMPTY_STATE,
  isSearching,
  parseSearchParams,
  toSearchParams,
  type FacetDefinition,
  type SearchState,
} from '../../lib/search-params.ts';
import type { SearchAnswer, SearchProvider, SearchQuery } from './provider.ts';
import type { SearchSetup } from '../../lib/search-setup.ts';

/** Number of hits of one portion. */
export const PAGE_SIZE = 10;

/** Hits that are shown while a visitor is typing, of words that are whole: about what a screen holds. */
const FIRST_HITS = 3;

/** Pause in milliseconds after which a typed text is searched in full: one search a word, not a letter. */
const TYPING_PAUSE_MS = 180;

/** What is on show. While a search runs, the answer before it stays. */
export interface Outcome {
  status: 'idle' | 'loading' | 'ready' | 'failed';
  answer: SearchAnswer | null;
  /** The state that the answer belongs to. */
  answered: SearchState;
}

/** How a change came about; it decides when it is searched and what the back button returns to. */
export type Change = 'type' | 'choose' | 'extend' | 'restore';

const NOTHING: Outcome = { status: 'idle', answer: null, answered: EMPTY_STATE };

/**
 * Keeps the state of a search, its results and the page's address in step.
 *
 * @param typedText - What the visitor typed before the island took over.
 */
export function useSearch(
  provider: SearchProvider,
  { facets, places }: SearchSetup,
  typedText: string,
) {
  const [state, setState] = useState(EMPTY_STATE);
  const [outcome, setOutcome] = useState(NOTHING);
  const running = useRef<AbortController>();
  const isTyping = useRef(false);

  const run = useCallback(
    async (next: SearchState, signal: AbortSignal, limit?: number) => {
      if (!isSearching(next)) {
        setOutcome(NOTHING);
        return;
      }
      // Of what is on show already, the rest comes without a sign.
      setOutcome((before) =>
        before.answered === next ? before : { ...before, status: 'loading' },
      );
      try {
        const query = toQuery(next);
        const answer = await provider.search({ ...query, limit: limit ?? query.limit }, signal);
        if (!signal.aborted) setOutcome({ status: 'ready', answer, answered: next });
      } catch {
        if (!signal.aborted) setOutcome({ status: 'failed', answer: null, answered: next });
      }
    },
    [provider],
  );

  const change = useCallback(
    (next: SearchState, how: Change) => {
      running.current?.abort();
      const controller = new AbortController();
      running.current = controller;
      setState(next);
      const go = () => {
        if (controller.signal.aborted) return;
        if (how !== 'restore') {
          // The first letters leave the search before them to the back button; the rest amends.
          const startsTyping = how === 'type' && !isTyping.current && location.search !== '';
          writeAddress(next, facets, how === 'choose' || startsTyping);
        }
        isTyping.current = how === 'type';
        void run(next, controller.signal);
      };
      if (how !== 'type') {
        go();
        return;
      }
      const isWhole = provider.answersAtOnce?.(cleanText(next.text)) ?? false;
      if (isWhole) void run(next, controller.signal, FIRST_HITS);
      setTimeout(go, TYPING_PAUSE_MS);
    },
    [facets, provider, run],
  );

  useEffect(() => {
    const restore = () => {
      change(parseSearchParams(new URLSearchParams(location.search), facets, places), 'restore');
    };
    const start = parseSearchParams(new URLSearchParams(location.search), facets, places);
    const text = cleanText(typedText) === '' ? start.text : typedText;
    writeAddress({ ...start, text }, facets, false);
    change({ ...start, text }, 'restore');
    addEventListener('popstate', restore);
    return () => {
      removeEventListener('popstate', restore);
      running.current?.abort();
    };
  }, [change, facets, places, typedText]);

  return { state, outcome, change };
}

/** What an engine is asked for a state. */
export function toQuery({ pages, isMapOpen: _, ...conditions }: SearchState): SearchQuery {
  return { ...conditions, text: cleanText(conditions.text), limit: pages * PAGE_SIZE };
}

function writeAddress(
  state: SearchState,
  facets: readonly FacetDefinition[],
  isNewEntry: boolean,
): void {
  const query = toSearchParams(state, facets).toString();
  const address = `${location.pathname}${query === '' ? '' : `?${query}`}${location.hash}`;
  if (address === location.pathname + location.search + location.hash) return;
  if (isNewEntry) history.pushState(null, '', address);
  else history.replaceState(history.state, '', address);
}
