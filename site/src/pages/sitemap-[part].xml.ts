import type { APIRoute } from 'astro';
import { loadContent } from '../content/index.ts';
import { sitemapPart } from '../content/sitemap.ts';

export const GET: APIRoute = ({ params }) =>
  new Response(sitemapPart(loadContent(), Number(params['part'])), {
    headers: { 'content-type': 'application/xml' },
  });
