import type { APIRoute } from 'astro';
import { loadContent } from '../content/index.ts';
import { sitemapIndex } from '../content/sitemap.ts';

export const GET: APIRoute = () =>
  new Response(sitemapIndex(loadContent()), { headers: { 'content-type': 'application/xml' } });
