import { LISTING_KINDS } from '../contract/index.ts';
import { noFacetCounts, searchFacets } from '../lib/search-facets.ts';
import type { FacetDefinition, FacetName } from '../lib/search-params.ts';
import { FACET_WORDS } from '../lib/search-words.ts';
import type { Content } from './content.ts';

/** The facets of a region's search, counted from the indexes, so that no text has to be read. */
export function searchFacetsOf(content: Content): FacetDefinition[] {
  const counts = noFacetCounts();
  const add = (facet: FacetName, value: string, count = 1) =>
    counts[facet].set(value, (counts[facet].get(value) ?? 0) + count);

  for (const kind of LISTING_KINDS) {
    add('kind', kind, content.listings.count(kind));
    for (const [key, count] of content.listings.facetCounts(kind, null)) {
      const [facet = '', value = ''] = splitKey(key);
      if (facet === 'category') add('category', content.categories.get(value).slug, count);
      else if (facet === 'place') add('place', content.places.get(value).slug, count);
      else add(facet as FacetName, value, count);
    }
  }
  const typeOf = new Map<string, string>();
  for (const { documentId, kind, municipality } of content.organisations.all) {
    typeOf.set(documentId, kind);
    add('kind', 'organisation');
    add('organisationType', kind, 1 + content.listings.countOfOwner(documentId));
    add('place', content.places.get(municipality).slug);
  }
  for (const { municipality, givers } of content.stories.all) {
    add('kind', 'success-story');
    const type = typeOf.get(givers[0] ?? '');
    if (type !== undefined) add('organisationType', type);
    if (municipality !== null) add('place', content.places.get(municipality).slug);
  }
  return searchFacets(counts, content.categories.all, content.places.all, FACET_WORDS);
}

function splitKey(key: string): string[] {
  const at = key.indexOf(':');
  return [key.slice(0, at), key.slice(at + 1)];
}
