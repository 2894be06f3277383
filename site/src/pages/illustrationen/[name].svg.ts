import { type APIRoute } from 'astro';
import { loadContent } from '../../content/index.ts';
import { illustrationSvg } from '../../illustrations/index.ts';
import { illustrationKey, illustrationName } from '../../illustrations/url.ts';

/** The illustration of a category by its name; 404 if its drawing or colours have changed since. */
export const GET: APIRoute = ({ params }) => {
  const { categories, colours } = loadContent();
  const name = params['name'] ?? '';
  const key = illustrationKey(
    name,
    categories.all.map((category) => category.key),
  );
  if (key === undefined || illustrationName(key, colours) !== name) {
    return new Response(null, { status: 404 });
  }
  return new Response(illustrationSvg(key, colours), {
    headers: { 'content-type': 'image/svg+xml' },
  });
};
