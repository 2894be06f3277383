import { LISTING_KINDS } from '../contract/index.ts';
import {
  categoryPath,
  kindPath,
  listingPath,
  organisationPath,
  placePath,
  storyPath,
} from '../lib/paths.ts';
import type { Content } from './content.ts';

/** Every page that search engines should know, as paths. */
export function pagePaths(content: Content): string[] {
  const pages = content.pages.map(({ slug }) => `/${slug}/`);
  if (content.region === null) return ['/', '/suche/', ...pages];
  const viewsOf = (folder: string, params: readonly (string | undefined)[]) =>
    params.map((param) => (param === undefined ? folder : `${folder}${param}/`));
  return [
    '/',
    ...pages,
    '/suche/',
    '/einstellen/',
    '/einbetten/',
    '/kategorien/',
    ...content.categories.all.map(categoryPath),
    '/orte/',
    ...content.places.all.map(placePath),
    ...viewsOf('/organisationen/', content.organisations.pages.params),
    ...content.organisations.all.map(organisationPath),
    ...viewsOf('/erfolge/', content.stories.pages.params),
    ...content.stories.all.map(storyPath),
    ...LISTING_KINDS.flatMap((kind) => viewsOf(kindPath(kind), content.lists.params(kind))),
    ...content.listings.all.map(listingPath),
  ];
}

/** Whether a path is a page's, which the sitemap names, and no other file's. */
export function isPagePath(path: string): boolean {
  return path.endsWith('/') && path !== '/404/';
}
