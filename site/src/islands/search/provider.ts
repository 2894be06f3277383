import type { SearchHit } from '../../lib/search-document.ts';
import type { RadiusKm } from '../../lib/search-near.ts';
import type { FacetName, SearchConditions } from '../../lib/search-params.ts';
import type { Correction } from '../../lib/search-plan.ts';

/** What an engine is asked; its text cleaned by `cleanText`, empty for everything. */
export interface SearchQuery extends SearchConditions {
  /** Number of hits wanted, counted from the best. */
  limit: number;
}

export interface SearchAnswer {
  total: number;
  /** Stems that were asked for in the end, to mark them. */
  terms: readonly string[];
  /** Words that were taken for others. */
  corrections: readonly Correction[];
  hits: SearchHit[];
  /**
   * For each facet the number of hits that each of its values would show, the other facets' choices
   * kept. Values without a hit may be missing.
   */
  facets: Record<FacetName, Readonly<Record<string, number>>>;
  /** Number of hits that each radius would show; empty without an origin. */
  withinKm: Readonly<Partial<Record<RadiusKm, number>>>;
}

/** The engine cannot be reached or its index is broken; what to offer instead is the page's matter. */
export class SearchUnavailableError extends Error {
  override name = 'SearchUnavailableError';
}

/** A search engine as the island sees it. */
export interface SearchProvider {
  /** Loads what the first search needs, and says whether it could. Never rejects. */
  prepare(): Promise<boolean>;
  /**
   * Whether a text can be searched while it is being typed: everything is loaded, and it does not end
   * with the beginning of a word. Without this, searches wait for a pause.
   */
  answersAtOnce?(text: string): boolean;
  /**
   * @param signal - Ends the search early; its promise then rejects with the signal's reason.
   * @throws {@link SearchUnavailableError} if there is no answer in time.
   */
  search(query: SearchQuery, signal: AbortSignal): Promise<SearchAnswer>;
}
