import type { SearchPlace } from './search-near.ts';
import type { FacetDefinition } from './search-params.ts';

/** A region next door, with its colours. */
export interface SearchNeighbour {
  slug: string;
  name: string;
  /** Origin of its site, without trailing slash. */
  origin: string;
  primary: string;
  accent: string;
}

/** What the search knows of its site before anything is asked; the page carries it as JSON. */
export interface SearchSetup {
  regionName: string;
  /** Public address of the editorial office; null on the umbrella site, which has none. */
  contactEmail: string | null;
  facets: FacetDefinition[];
  /** Where distances can be counted from, in German order. */
  places: SearchPlace[];
  neighbours: SearchNeighbour[];
  /** All regions, on the site that searches all of them; else none. */
  regions: SearchNeighbour[];
}
