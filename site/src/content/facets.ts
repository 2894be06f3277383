import type { Category, Listing, Municipality } from '../contract/index.ts';
import { isFree } from '../lib/price.ts';
import { FREE } from '../lib/search-facets.ts';

/** A quality by which lists of listings are filtered. One value each; the site has a list for every one. */
export type Facet =
  | { type: 'category'; category: Category }
  | { type: 'mode'; mode: Listing['mode'] }
  | { type: 'place'; municipality: Municipality }
  | { type: 'audience'; audience: Listing['audiences'][number] };

export type FacetType = Facet['type'];

/** Key of a facet within one kind of listings; price and status have counts, but no lists of their own. */
export type FacetKey = `${FacetType | 'price' | 'status'}:${string}`;

/** The key under which the index files the listings of a facet. */
export function facetKey(facet: Facet): FacetKey {
  switch (facet.type) {
    case 'category':
      return `category:${facet.category.documentId}`;
    case 'mode':
      return `mode:${facet.mode}`;
    case 'place':
      return `place:${facet.municipality.documentId}`;
    case 'audience':
      return `audience:${facet.audience}`;
  }
}

/**
 * The keys of every list that a listing appears in.
 *
 * @param listing - Any listing.
 * @param parentId - Document id of the category above the listing's own.
 */
export function facetKeysOf(listing: Listing, parentId: string | null): FacetKey[] {
  return [
    `category:${listing.category}`,
    ...(parentId === null ? [] : [`category:${parentId}` as const]),
    `mode:${listing.mode}`,
    `place:${listing.municipality}`,
    ...listing.audiences.map((audience) => `audience:${audience}` as const),
    ...(isFree(listing.price) ? [`price:${FREE}` as const] : []),
    `status:${listing.status}`,
  ];
}
