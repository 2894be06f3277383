import type { Listing } from '../contract/index.ts';
import { ILLUSTRATION_SIZE } from '../illustrations/index.ts';
import { illustrationUrl } from '../illustrations/url.ts';
import { formatPrice } from './price.ts';
import { toSearchDocuments, type SearchDocument, type SearchSource } from './search-document.ts';

/** {@link toSearchDocuments} with the prices and pictures that the region's pages show. */
export function searchDocumentsOf(
  source: SearchSource,
  listings = source.listings,
): SearchDocument[] {
  const { brand } = source.region;
  const site = {
    priceWords: (listing: Listing) => formatPrice(listing.price),
    categoryPicture: (key: string) => ({ url: illustrationUrl(key, brand), ...ILLUSTRATION_SIZE }),
  };
  return toSearchDocuments(source, site, listings);
}
