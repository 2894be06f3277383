import { useEffect, useState } from 'react';
import type { SearchHit } from '../../lib/search-document.ts';
import { cleanText, type SearchState } from '../../lib/search-params.ts';
import type { SearchNeighbour, SearchSetup } from '../../lib/search-setup.ts';
import { regionsProvider } from './provider-regions.ts';
import type { SearchProvider } from './provider.ts';
import { searchEngine } from './search-engine.ts';
import { guestIndex, OWN_INDEX } from './search-index.ts';
import { toQuery } from './use-search.ts';

/** What a region next door has for a search. */
export interface NeighbourFinds {
  region: SearchNeighbour;
  total: number;
  hits: SearchHit[];
}

/** Who finds fewer than this may be glad of what is next door. */
const FEW_HITS = 3;
/** Who goes on typing is not done with this region. In milliseconds. */
const PAUSE_MS = 400;
/** Hits of one neighbour that are shown. */
const SHOWN = 3;

/**
 * What the neighbours have for a search that finds little here; nothing is loaded before. Failures
 * stay silent: the page has given its own answer.
 */
export function useNeighbours(
  { neighbours }: SearchSetup,
  state: SearchState,
  total: number,
): NeighbourFinds[] {
  const [finds, setFinds] = useState<NeighbourFinds[]>([]);
  const text = cleanText(state.text);
  useEffect(() => {
    setFinds([]);
    if (total >= FEW_HITS || text === '' || neighbours.length === 0) return undefined;
    const controller = new AbortController();
    const timer = setTimeout(() => {
      ask(neighbours, state, controller.signal).then(setFinds, () => undefined);
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
      controller.abort();
    };
  }, [neighbours, state, text, total]);
  return finds;
}

const providers = new WeakMap<readonly SearchNeighbour[], SearchProvider>();

/** One search over this region and its neighbours, so that the search's program is there already. */
function providerOf(neighbours: readonly SearchNeighbour[]): SearchProvider {
  let provider = providers.get(neighbours);
  if (provider === undefined) {
    const guests = neighbours.map(({ slug }) => guestIndex(slug));
    provider = regionsProvider(neighbours, searchEngine([OWN_INDEX, ...guests]));
    providers.set(neighbours, provider);
  }
  return provider;
}

async function ask(
  neighbours: readonly SearchNeighbour[],
  state: SearchState,
  signal: AbortSignal,
): Promise<NeighbourFinds[]> {
  const region = neighbours.map(({ slug }) => slug);
  const query = toQuery({ ...state, filters: { ...state.filters, region, place: [] } });
  const limit = SHOWN * neighbours.length;
  const answer = await providerOf(neighbours).search({ ...query, limit }, signal);
  return neighbours.flatMap((neighbour) => {
    const total = answer.facets.region[neighbour.slug] ?? 0;
    const hits = answer.hits.filter((hit) => hit.region === neighbour.slug).slice(0, SHOWN);
    return total > 0 ? [{ region: neighbour, total, hits }] : [];
  });
}
