import type { Category, Listing } from '../contract/index.ts';
import { categoryName, de } from '../i18n/de.ts';
import { texts } from '../i18n/texts.ts';
import { categoryPath } from '../lib/paths.ts';
import type { Content } from './content.ts';
import { listPath } from './list-views.ts';
import type { Crumb } from './structured-data.ts';

/** The way to a listing: its kind and its categories. */
export function listingBreadcrumbs(content: Content, listing: Listing): Crumb[] {
  const { kind } = listing;
  const category = content.categories.get(listing.category);
  const parent = content.categories.parentOf(category);
  const steps = parent === null ? [category] : [parent, category];
  return [
    { label: de.kinds[kind].plural, href: listPath(kind) },
    ...steps.map((step) => ({
      label: categoryName(step),
      href: listPath(kind, { type: 'category', category: step }),
    })),
  ];
}

/** The way to a category. */
export function categoryBreadcrumbs(content: Content, category: Category): Crumb[] {
  const parent = content.categories.parentOf(category);
  return [
    { label: texts.categories.title, href: '/kategorien/' },
    ...(parent === null ? [] : [{ label: categoryName(parent), href: categoryPath(parent) }]),
  ];
}
