import type { MiddlewareHandler } from 'astro';
import { describePath, loadContent } from './content/index.ts';

/**
 * Names the entry whose page cannot be rendered, so that whoever builds the site can report it, or
 * leave it out and go on.
 */
export const onRequest: MiddlewareHandler = async ({ url }, next) => {
  try {
    const response = await next();
    // Rendering goes on while the body is read.
    const body = await response.arrayBuffer();
    return new Response(body, response);
  } catch (error) {
    const subject = describePath(loadContent(), url.pathname);
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(`The page of ${subject} cannot be rendered: ${reason}`, { cause: error });
  }
};
