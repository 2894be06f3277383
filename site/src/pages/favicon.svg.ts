import type { APIRoute } from 'astro';
import { loadContent } from '../content/index.ts';
import { markSvg } from '../illustrations/index.ts';

export const GET: APIRoute = () =>
  new Response(markSvg(loadContent().colours), { headers: { 'content-type': 'image/svg+xml' } });
