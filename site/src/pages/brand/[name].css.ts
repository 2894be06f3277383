import type { APIRoute, GetStaticPaths } from 'astro';
import { loadContent } from '../../content/index.ts';
import { brandCss, brandCssPath } from '../../lib/brand-tokens.ts';

export const getStaticPaths: GetStaticPaths = () => {
  const file = brandCssPath(loadContent().colours);
  return [{ params: { name: file.slice('/brand/'.length, -'.css'.length) } }];
};

export const GET: APIRoute = () =>
  new Response(brandCss(loadContent().colours), {
    headers: { 'content-type': 'text/css; charset=utf-8' },
  });
