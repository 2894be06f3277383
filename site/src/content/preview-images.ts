import type { Category, Listing, SuccessStory } from '../contract/index.ts';
import { ogImage, type OgImage } from '../lib/og-image.ts';
import type { Content } from './content.ts';
import type { ListView } from './list-views.ts';

/** Preview picture of the home page and of pages without one of their own. */
export function homeImage(content: Content): OgImage {
  return ogImage(content, { type: 'home' });
}

/** Preview picture of a list: its category's, if it has one. */
export function listImage(content: Content, { kind, facet }: ListView): OgImage {
  return facet?.type === 'category'
    ? categoryImage(content, kind, facet.category)
    : homeImage(content);
}

/** Preview picture of a listing: there is one for each kind and top category. */
export function listingImage(content: Content, listing: Listing): OgImage {
  return categoryImage(content, listing.kind, content.categories.get(listing.category));
}

/** Preview picture of a category. */
export function categoryImage(
  content: Content,
  kind: Listing['kind'],
  category: Category,
): OgImage {
  return ogImage(content, { type: 'category', kind, category: content.categories.topOf(category) });
}

/** Preview picture of a success story. */
export function storyImage(content: Content, story: SuccessStory): OgImage {
  return ogImage(content, { type: 'story', story });
}
