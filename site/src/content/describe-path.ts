import type { Listing, Organisation, Page, SuccessStory } from '../contract/index.ts';
import type { Content } from './content.ts';

/** The entry that a path is the page of; null for lists and everything else. */
export function entryOfPath(
  content: Content,
  path: string,
): Listing | Organisation | SuccessStory | Page | null {
  const [folder, slug, ...rest] = path.split('/').filter((part) => part !== '');
  if (folder === undefined || rest.length > 0) return null;
  try {
    if (slug === undefined) return content.page(folder);
    if (folder === 'angebote') return content.listings.bySlug('offer', slug);
    if (folder === 'gesuche') return content.listings.bySlug('request', slug);
    if (folder === 'organisationen') return content.organisations.bySlug(slug);
    return folder === 'erfolge' ? content.stories.bySlug(slug) : null;
  } catch {
    return null;
  }
}

/** Says in words which entry a path shows: type, document id and title; else the path itself. */
export function describePath(content: Content, path: string): string {
  const entry = entryOfPath(content, path);
  if (entry === null) return path;
  const title = 'title' in entry ? entry.title : entry.name;
  return `${entry.type} ${entry.documentId} “${title}” (${path})`;
}
