import { guestPath } from '../../contract/guest.ts';

/** Folder of a region's index on its own site. */
const FOLDER = '/pagefind/';

/** The index of a region. */
export interface SearchIndex {
  /** Slug of the region; null: the one whose site this is. */
  region: string | null;
  /** Where Pagefind's files and the vocabulary lie, with a slash at its end. */
  folder: string;
}

/** The index of the site's own region. */
export const OWN_INDEX: SearchIndex = { region: null, folder: FOLDER };

/** The index of another region. */
export function guestIndex(region: string): SearchIndex {
  return { region, folder: guestPath(region, FOLDER) };
}
