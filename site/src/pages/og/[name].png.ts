import { type APIRoute } from 'astro';
import { loadContent, pictureCacheDir } from '../../content/index.ts';
import { ogImageSvg } from '../../lib/og-image.ts';
import { renderOgPng } from '../../lib/og-render.ts';
import { ogSubjectOf } from '../../lib/og-subjects.ts';

/** A preview picture by its name; 404 if the content has changed since. */
export const GET: APIRoute = ({ params }) => {
  const content = loadContent();
  const subject = ogSubjectOf(content, params['name'] ?? '');
  if (subject === undefined) return new Response(null, { status: 404 });
  const png = renderOgPng(ogImageSvg(content, subject), pictureCacheDir());
  return new Response(new Uint8Array(png), { headers: { 'content-type': 'image/png' } });
};
