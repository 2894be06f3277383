import type { SearchSetup } from '../lib/search-setup.ts';
import type { Content } from './content.ts';
import { searchFacetsOf } from './search-facets-of.ts';

/** What the search page of a region hands to its search. */
export function searchSetupOf(content: Content): SearchSetup {
  const { name, operator, neighbours } = content.ownRegion;
  return {
    regionName: name,
    contactEmail: operator.email,
    facets: searchFacetsOf(content),
    places: content.places.all.map(({ slug, name: label, postalCodes, latitude, longitude }) => {
      return { slug, name: label, postalCodes, latitude, longitude };
    }),
    neighbours: neighbours.map(({ slug, name: label, primary, accent }) => {
      return { slug, name: label, origin: content.regionOrigin(slug), primary, accent };
    }),
  };
}
