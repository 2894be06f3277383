import type { Category, Listing, Municipality, Organisation } from '../contract/index.ts';
import { AUDIENCES, LISTING_STATUSES, MODES, ORGANISATION_KINDS } from '../contract/vocabulary.ts';
import { SEARCH_KINDS, type SearchDocument, type SearchKind } from './search-document.ts';
import { FACETS, type FacetDefinition, type FacetName, type FacetOption } from './search-params.ts';

/** The one price that people filter by. */
export const FREE = 'free';

/** How a value is called on the site and in its addresses. */
interface ValueWords {
  slug: string;
  label: string;
}

/** The interface's words for facets and their closed vocabularies. */
export interface FacetWords {
  facets: Record<FacetName, string>;
  kind: Record<SearchKind, ValueWords>;
  mode: Record<Listing['mode'], ValueWords>;
  price: Record<typeof FREE, ValueWords>;
  audience: Record<Listing['audiences'][number], ValueWords>;
  organisationType: Record<Organisation['kind'], ValueWords>;
  status: Record<Listing['status'], ValueWords>;
}

/** The values by which an engine filters and counts a document, for each facet. */
export function facetValues(document: SearchDocument): Record<FacetName, string[]> {
  const present = (...values: (string | null | undefined)[]) =>
    values.filter((value) => typeof value === 'string');
  return {
    kind: [document.kind],
    region: [document.region],
    category: present(document.parentCategory?.slug, document.category?.slug),
    mode: present(document.mode),
    price: document.price?.isFree === true ? [FREE] : [],
    place: present(document.place?.slug),
    audience: document.audiences,
    organisationType: present(document.organisationType),
    status: present(document.status),
  };
}

/**
 * The facets of a region with all their values, counted. Categories follow the editors' order, each
 * followed by the ones below it; places follow the German alphabet. Only a search of several regions
 * lets visitors choose between them.
 */
export function searchFacets(
  counts: FacetCounts,
  categories: readonly Category[],
  municipalities: readonly Municipality[],
  words: FacetWords,
  regions: readonly ValueWords[] = [],
): FacetDefinition[] {
  const option = (facet: FacetName, value: string, { slug, label }: ValueWords): FacetOption => ({
    value,
    slug,
    label,
    count: counts[facet].get(value) ?? 0,
  });
  const options: Record<FacetName, FacetOption[]> = {
    kind: SEARCH_KINDS.map((kind) => option('kind', kind, words.kind[kind])),
    region: regions.map((region) => option('region', region.slug, region)),
    category: categoryTree(categories).map(({ category, parent }) => ({
      ...option('category', category.slug, { slug: category.slug, label: category.name.de }),
      ...(parent && { parent: parent.slug }),
    })),
    mode: MODES.map((mode) => option('mode', mode, words.mode[mode])),
    price: [option('price', FREE, words.price[FREE])],
    place: municipalities
      .toSorted((a, b) => a.name.localeCompare(b.name, 'de'))
      .map(({ slug, name }) => option('place', slug, { slug, label: name })),
    audience: AUDIENCES.map((name) => option('audience', name, words.audience[name])),
    organisationType: ORGANISATION_KINDS.map((kind) =>
      option('organisationType', kind, words.organisationType[kind]),
    ),
    status: LISTING_STATUSES.map((status) => option('status', status, words.status[status])),
  };
  return FACETS.map((name) => ({ name, label: words.facets[name], options: options[name] }));
}

/** How many documents have each value of each facet. */
export type FacetCounts = Record<FacetName, Map<string, number>>;

/** Counts of nothing. */
export function noFacetCounts(): FacetCounts {
  return Object.fromEntries(FACETS.map((name) => [name, new Map()])) as FacetCounts;
}

/** Counts the values of documents. */
export function countFacetValues(documents: readonly SearchDocument[]): FacetCounts {
  const counts = noFacetCounts();
  for (const document of documents) {
    const values = facetValues(document);
    for (const name of FACETS) {
      for (const value of values[name]) {
        counts[name].set(value, (counts[name].get(value) ?? 0) + 1);
      }
    }
  }
  return counts;
}

function categoryTree(categories: readonly Category[]) {
  const ordered = categories.toSorted((a, b) => a.position - b.position);
  return ordered
    .filter(({ parent }) => parent === null)
    .flatMap((parent) => [
      { category: parent, parent: null },
      ...ordered
        .filter((category) => category.parent === parent.documentId)
        .map((category) => ({ category, parent })),
    ]);
}
