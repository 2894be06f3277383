/** The content of the site that is being built. */
export { Content } from './content.ts';
export { facetKey, type Facet, type FacetType } from './facets.ts';
export { type NearbyListing } from './listing-index.ts';
export { loadContent, loadSettings } from './load.ts';
