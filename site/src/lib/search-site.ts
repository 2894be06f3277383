import type { Snapshot } from '../contract/index.ts';
import { ILLUSTRATION_SIZE } from '../illustrations/index.ts';
import { illustrationUrl } from '../illustrations/url.ts';
import { formatPrice } from './price.ts';
import { toSearchDocuments, type SearchDocument } from './search-document.ts';

/**
 * What visitors of a region can find, with the prices and pictures that its pages show. The
 * umbrella's snapshot, which has no region, gives none.
 */
export function searchDocumentsOf(snapshot: Snapshot): SearchDocument[] {
  const { region } = snapshot;
  if (region === null) return [];
  return toSearchDocuments(snapshot, {
    priceWords: (listing) => formatPrice(listing.price),
    categoryPicture: (key) => ({ url: illustrationUrl(key, region.brand), ...ILLUSTRATION_SIZE }),
  });
}
