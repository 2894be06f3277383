import type { SearchKind } from '../lib/search-document.ts';
import { noFacetCounts, searchFacets } from '../lib/search-facets.ts';
import type { SearchNeighbour, SearchSetup } from '../lib/search-setup.ts';
import { FACET_WORDS } from '../lib/search-words.ts';
import { PORTAL_NAME } from '../lib/brand.ts';
import type { Region } from '../contract/index.ts';
import type { Content } from './content.ts';
import { searchFacetsOf } from './search-facets-of.ts';

/** What the search page of a site hands to its search. */
export function searchSetupOf(content: Content): SearchSetup {
  return content.region === null ? umbrellaSetup(content) : regionSetup(content, content.ownRegion);
}

function regionSetup(content: Content, { name, operator, neighbours }: Region): SearchSetup {
  return {
    regionName: name,
    contactEmail: operator.email,
    facets: searchFacetsOf(content),
    places: content.places.all.map(({ slug, name: label, postalCodes, latitude, longitude }) => {
      return { slug, name: label, postalCodes, latitude, longitude };
    }),
    neighbours: neighbours.map((neighbour) => toNeighbour(content, neighbour)),
    regions: [],
  };
}

/** The umbrella site knows its regions, but neither their places nor what they hold in detail. */
function umbrellaSetup(content: Content): SearchSetup {
  const counts = noFacetCounts();
  const add = (kind: SearchKind, count: number) =>
    counts.kind.set(kind, (counts.kind.get(kind) ?? 0) + count);
  const regions = content.regions.map(({ region, counts: held }) => {
    const { offers, requests, organisations, stories } = held;
    counts.region.set(region.slug, offers + requests + organisations + stories);
    add('offer', offers);
    add('request', requests);
    add('organisation', organisations);
    add('success-story', stories);
    return toNeighbour(content, region);
  });
  const options = regions.map(({ slug, name }) => ({ slug, label: name }));
  return {
    regionName: PORTAL_NAME,
    contactEmail: null,
    facets: searchFacets(counts, content.categories.all, [], FACET_WORDS, options),
    places: [],
    neighbours: [],
    regions,
  };
}

function toNeighbour(content: Content, region: Region['neighbours'][number]): SearchNeighbour {
  const { slug, name, primary, accent } = region;
  return { slug, name, origin: content.regionOrigin(slug), primary, accent };
}
