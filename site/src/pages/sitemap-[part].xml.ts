import type { APIRoute } from 'astro';
import { loadContent } from '../content/index.ts';
import { sitemapPart, sitemapPartCount } from '../content/sitemap.ts';

export function getStaticPaths() {
  const count = sitemapPartCount(loadContent());
  return Array.from({ length: count }, (_, part) => ({ params: { part: String(part) } }));
}

export const GET: APIRoute = ({ params }) =>
  new Response(sitemapPart(loadContent(), Number(params['part'])), {
    headers: { 'content-type': 'application/xml' },
  });
