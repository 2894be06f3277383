import { ILLUSTRATION_SIZE } from '../illustrations/index.ts';
import { illustrationUrl } from '../illustrations/url.ts';
import { formatPrice } from './price.ts';
import { toSearchDocuments, type SearchDocument, type SearchSource } from './search-document.ts';

/** What visitors of a region can find, with the prices and pictures that its pages show. */
export function searchDocumentsOf(source: SearchSource): SearchDocument[] {
  const { brand } = source.region;
  return toSearchDocuments(source, {
    priceWords: (listing) => formatPrice(listing.price),
    categoryPicture: (key) => ({ url: illustrationUrl(key, brand), ...ILLUSTRATION_SIZE }),
  });
}
