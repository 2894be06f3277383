import type { APIRoute } from 'astro';
import { loadContent } from '../content/index.ts';

export const GET: APIRoute = () => {
  const { site } = loadContent().origins;
  return new Response(`User-agent: *\nDisallow: /api/\n\nSitemap: ${site}/sitemap-index.xml\n`);
};
