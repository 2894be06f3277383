import type { APIRoute } from 'astro';
import { feedOf, feedScope } from '../content/feed-scopes.ts';
import { loadContent } from '../content/index.ts';
import { rssFeed } from '../lib/feeds.ts';

export const GET: APIRoute = () => {
  const content = loadContent();
  return rssFeed(feedOf(content, feedScope(content, undefined)));
};
