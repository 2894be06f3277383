import type { Content } from './content.ts';

/** Says in words which entry a path shows: type, document id and title; else the path itself. */
export function describePath(content: Content, path: string): string {
  const [folder, slug, ...rest] = path.split('/').filter((part) => part !== '');
  if (slug === undefined || rest.length > 0) return path;
  const entry = [
    ...(folder === 'angebote' || folder === 'gesuche' ? content.listings.all : []),
    ...(folder === 'organisationen' ? content.organisations.all : []),
    ...(folder === 'erfolge' ? content.stories.all : []),
  ].find((candidate) => candidate.slug === slug);
  if (entry === undefined) return path;
  const title = 'title' in entry ? entry.title : entry.name;
  return `${entry.type} ${entry.documentId} “${title}” (${path})`;
}
