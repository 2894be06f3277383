/** The content of the site that is being built. */
export { type Content } from './content.ts';
export { facetWords } from './facet-words.ts';
export { type Facet, type FacetType } from './facets.ts';
export { listPath, type ListView } from './list-views.ts';
export { loadContent, pictureCacheDir } from './current.ts';
