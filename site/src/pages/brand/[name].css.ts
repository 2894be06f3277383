import type { APIRoute } from 'astro';
import { loadContent } from '../../content/index.ts';
import { brandCss } from '../../lib/brand-tokens.ts';

export const GET: APIRoute = () =>
  new Response(brandCss(loadContent().colours), {
    headers: { 'content-type': 'text/css; charset=utf-8' },
  });
