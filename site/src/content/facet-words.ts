import { categoryName, de } from '../i18n/de.ts';
import type { Facet, FacetType } from './facets.ts';

/** How the site names a facet, in words and in addresses. */
export interface FacetWords {
  /** What it is a value of: `Kategorie`. */
  type: string;
  label: string;
  /** Part of the address: `kategorie/lager`. */
  segment: string;
  slug: string;
}

/** Names a facet. */
export function facetWords(facet: Facet): FacetWords {
  const { slug, label } = valueWords(facet);
  const type = de.facets[facet.type];
  return { type: type.label, label, slug, segment: `${type.slug}/${slug}` };
}

/** The type of facet that an address names, if it does. */
export function facetTypeOf(segment: string): FacetType | undefined {
  return (Object.keys(de.facets) as FacetType[]).find((type) => de.facets[type].slug === segment);
}

function valueWords(facet: Facet): { slug: string; label: string } {
  switch (facet.type) {
    case 'category':
      return { slug: facet.category.slug, label: categoryName(facet.category) };
    case 'mode':
      return de.modes[facet.mode];
    case 'place':
      return { slug: facet.municipality.slug, label: facet.municipality.name };
    case 'audience':
      return de.audiences[facet.audience];
  }
}
