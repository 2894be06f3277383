import type {
  Category,
  Listing,
  Municipality,
  Organisation,
  SuccessStory,
} from '../contract/index.ts';
import { de } from '../i18n/de.ts';
import { SEARCH_PARAMS } from './search-params.ts';

type Slugged<T extends { slug: string }> = Pick<T, 'slug'>;

/** Path of the list of all offers or all requests. */
export function kindPath(kind: Listing['kind']): string {
  return `/${de.kinds[kind].slug}/`;
}

/** Path of a listing. */
export function listingPath({ kind, slug }: Pick<Listing, 'kind' | 'slug'>): string {
  return `${kindPath(kind)}${slug}/`;
}

/** Path of an organisation's profile. */
export function organisationPath({ slug }: Slugged<Organisation>): string {
  return `/organisationen/${slug}/`;
}

/** Path of a success story. */
export function storyPath({ slug }: Slugged<SuccessStory>): string {
  return `/erfolge/${slug}/`;
}

/** Path of a category. */
export function categoryPath({ slug }: Slugged<Category>): string {
  return `/kategorien/${slug}/`;
}

/** Path of a place. */
export function placePath({ slug }: Slugged<Municipality>): string {
  return `/orte/${slug}/`;
}

/** Path of the search with some values chosen. */
export function searchPath(values: Partial<Record<keyof typeof SEARCH_PARAMS, string>>): string {
  const params = new URLSearchParams();
  for (const name of Object.keys(SEARCH_PARAMS) as (keyof typeof SEARCH_PARAMS)[]) {
    const value = values[name];
    if (value !== undefined) params.set(SEARCH_PARAMS[name], value);
  }
  return `/suche/?${params.toString()}`;
}
