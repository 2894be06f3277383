import type { APIRoute } from 'astro';
import { feedOf, feedScope } from '../../../content/feed-scopes.ts';
import { loadContent } from '../../../content/index.ts';
import { atomFeed } from '../../../lib/feeds.ts';

export const GET: APIRoute = ({ params }) => {
  const content = loadContent();
  return atomFeed(feedOf(content, feedScope(content, params['scope'])));
};
