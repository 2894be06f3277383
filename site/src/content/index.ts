/** The content of the site that is being built. */
export { Content } from './content.ts';
export { describePath } from './describe-path.ts';
export { facetWords } from './facet-words.ts';
export { facetKey, type Facet, type FacetType } from './facets.ts';
export { facetsOf, listPath, type ListView } from './list-views.ts';
export { type NearbyListing } from './listing-index.ts';
export { loadContent, loadSettings } from './load.ts';
