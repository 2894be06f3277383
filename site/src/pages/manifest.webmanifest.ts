import type { APIRoute } from 'astro';
import { loadContent } from '../content/index.ts';
import { PORTAL_NAME } from '../lib/brand.ts';
import { lightTokens } from '../lib/brand-tokens.ts';

export const GET: APIRoute = () => {
  const { region, siteName, colours } = loadContent();
  const tokens = lightTokens(colours);
  const manifest = {
    name: siteName,
    short_name: region === null ? PORTAL_NAME : `${PORTAL_NAME} ${region.shortName}`,
    lang: 'de',
    start_url: '/',
    display: 'browser',
    theme_color: tokens['surface-raised'],
    background_color: tokens.surface,
    icons: [{ src: '/favicon.svg', sizes: 'any', type: 'image/svg+xml' }],
  };
  return new Response(JSON.stringify(manifest), {
    headers: { 'content-type': 'application/manifest+json' },
  });
};
