import type { Listing } from '../contract/index.ts';
import { categoryName, de } from '../i18n/de.ts';
import { texts } from '../i18n/texts.ts';
import type { Content } from './content.ts';
import { facetWords } from './facet-words.ts';
import type { Facet } from './facets.ts';
import { listPath, type ListView } from './list-views.ts';
import type { Crumb } from './structured-data.ts';

/** What a list's page says about itself. */
export interface ListPageWords {
  heading: string;
  title: string;
  lead: string;
  description: string;
  path: string;
  breadcrumbs: Crumb[];
}

/** Puts the page of a list into words. */
export function listPageWords(content: Content, { kind, facet, page }: ListView): ListPageWords {
  const heading = facet === null ? de.kinds[kind].plural : headingOf(kind, facet);
  const [first] = page.items;
  // Addresses of further pages hold their first entry; the title does as well, to tell them apart.
  const isFurther = page.boundary !== null && first !== undefined;
  const lead = texts.list.lead[kind];
  return {
    heading: isFurther ? `${heading}, ${texts.list.further}` : heading,
    title: isFurther ? `${heading} ab „${first.title}“` : heading,
    lead,
    description: `${heading} in ${content.ownRegion.name}. ${lead}`,
    path: listPath(kind, facet, page.boundary),
    breadcrumbs: breadcrumbsOf(content, kind, facet, isFurther),
  };
}

function headingOf(kind: Listing['kind'], facet: Facet): string {
  const { label } = facetWords(facet);
  const noun = de.kinds[kind].plural;
  switch (facet.type) {
    case 'category':
    case 'mode':
      return `${noun}: ${label}`;
    case 'place':
      return `${noun} in ${label}`;
    case 'audience':
      return `${noun} für ${label}`;
  }
}

function breadcrumbsOf(
  content: Content,
  kind: Listing['kind'],
  facet: Facet | null,
  isFurther: boolean,
): Crumb[] {
  const crumbs: Crumb[] = [];
  if (facet !== null || isFurther)
    crumbs.push({ label: de.kinds[kind].plural, href: listPath(kind) });
  const parent = facet?.type === 'category' ? content.categories.parentOf(facet.category) : null;
  if (parent !== null && content.listings.has(kind, { type: 'category', category: parent })) {
    const href = listPath(kind, { type: 'category', category: parent });
    crumbs.push({ label: categoryName(parent), href });
  }
  if (facet !== null && isFurther) {
    crumbs.push({ label: facetWords(facet).label, href: listPath(kind, facet) });
  }
  return crumbs;
}
