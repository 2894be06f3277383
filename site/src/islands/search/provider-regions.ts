import { guestPath } from '../../contract/guest.ts';
import type { SearchHit } from '../../lib/search-document.ts';
import type { SearchNeighbour } from '../../lib/search-setup.ts';
import type { SearchProvider } from './provider.ts';
import { searchEngine } from './search-engine.ts';
import { guestIndex } from './search-index.ts';

/**
 * Searches the indexes of several regions as if they were one, with what `provider` is.
 */
export function regionsProvider(
  regions: readonly SearchNeighbour[],
  provider: SearchProvider = searchEngine(regions.map(({ slug }) => guestIndex(slug))),
): SearchProvider {
  const origins = new Map(regions.map(({ slug, origin }) => [slug, origin]));
  return {
    prepare: () => provider.prepare(),
    answersAtOnce: (text) => provider.answersAtOnce?.(text) ?? false,
    async search(query, signal) {
      const answer = await provider.search(query, signal);
      return { ...answer, hits: answer.hits.map((hit) => asGuest(hit, origins)) };
    },
  };
}

/** A hit that leads to its region's own site; its picture comes from this one. */
function asGuest(hit: SearchHit, origins: ReadonlyMap<string, string>): SearchHit {
  const origin = origins.get(hit.region);
  if (origin === undefined) return hit;
  const { picture } = hit;
  return {
    ...hit,
    url: origin + hit.url,
    picture: picture && { ...picture, url: guestPath(hit.region, picture.url) },
  };
}
