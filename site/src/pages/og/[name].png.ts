import { type APIRoute } from 'astro';
import { loadContent, loadSettings } from '../../content/index.ts';
import { ogImageSvg, ogName } from '../../lib/og-image.ts';
import { renderOgPng } from '../../lib/og-render.ts';
import { ogSubjectOf, ogSubjects } from '../../lib/og-subjects.ts';

export function getStaticPaths() {
  const content = loadContent();
  return ogSubjects(content).map((subject) => ({ params: { name: ogName(content, subject) } }));
}

/** A preview picture by its name; 404 if the content has changed since. */
export const GET: APIRoute = ({ params }) => {
  const content = loadContent();
  const subject = ogSubjectOf(content, params['name'] ?? '');
  if (subject === undefined) return new Response(null, { status: 404 });
  const png = renderOgPng(ogImageSvg(content, subject), loadSettings().SITE_CACHE_DIR);
  return new Response(new Uint8Array(png), { headers: { 'content-type': 'image/png' } });
};
