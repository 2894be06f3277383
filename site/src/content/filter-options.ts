import type { Listing } from '../contract/index.ts';
import { de } from '../i18n/de.ts';
import { searchPath } from '../lib/paths.ts';
import type { SEARCH_PARAMS } from '../lib/search-params.ts';
import type { Content } from './content.ts';
import { facetWords } from './facet-words.ts';
import { facetKey, type Facet, type FacetType } from './facets.ts';
import { FACET_TYPES, facetsOf, listPath } from './list-views.ts';

/** One choice of the filter panel. */
export interface FilterOption {
  label: string;
  href: string;
  /** Listings that the choice leads to. */
  count: number;
  /** A category below the one before it. */
  isChild: boolean;
  isChosen: boolean;
}

/** The choices of one type. */
export interface FilterGroup {
  type: FacetType;
  options: FilterOption[];
}

const PARAM_OF: Record<FacetType, keyof typeof SEARCH_PARAMS> = {
  category: 'category',
  mode: 'mode',
  place: 'place',
  audience: 'audience',
};

/**
 * The choices of one type that a list offers, without empty ones. From a list with one filter, a
 * filter of the same type leads to its own list, and one of another type to the search with both.
 */
export function filterGroup(
  content: Content,
  kind: Listing['kind'],
  current: Facet | null,
  type: FacetType,
): FilterGroup {
  const isOwnType = current === null || current.type === type;
  const counts = content.listings.facetCounts(kind, isOwnType ? null : current);
  const currentKey = current && facetKey(current);
  const options = facetsOf(content, type)
    .filter((facet) => isListed(content, facet, isOwnType ? current : null))
    .map((facet) => ({
      label: facetWords(facet).label,
      href: isOwnType ? listPath(kind, facet) : combinedPath(kind, current, facet),
      count: counts.get(facetKey(facet)) ?? 0,
      isChild: facet.type === 'category' && facet.category.parent !== null,
      isChosen: facetKey(facet) === currentKey,
    }))
    .filter(({ count }) => count > 0);
  return { type, options };
}

/** All choices that a list offers, see {@link filterGroup}. */
export function filterGroups(
  content: Content,
  kind: Listing['kind'],
  current: Facet | null,
): FilterGroup[] {
  return FACET_TYPES.map((type) => filterGroup(content, kind, current, type));
}

/** Categories of the second level are on show only below the chosen one. */
function isListed(content: Content, facet: Facet, chosen: Facet | null): boolean {
  if (facet.type !== 'category' || facet.category.parent === null) return true;
  if (chosen?.type !== 'category') return false;
  return content.categories.topOf(chosen.category).documentId === facet.category.parent;
}

function combinedPath(kind: Listing['kind'], first: Facet, second: Facet): string {
  return searchPath({
    kind: de.kinds[kind].slug,
    [PARAM_OF[first.type]]: facetWords(first).slug,
    [PARAM_OF[second.type]]: facetWords(second).slug,
  });
}
