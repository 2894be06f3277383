import type { MiddlewareHandler } from 'astro';
import { noteFailure } from './renderer/failure.ts';

/** Keeps the reason why a page cannot be rendered: Astro answers with a page of its own and a log. */
export const onRequest: MiddlewareHandler = async (_context, next) => {
  try {
    const response = await next();
    // Rendering goes on while the body is read.
    const body = await response.arrayBuffer();
    return new Response(body, response);
  } catch (error) {
    noteFailure(error);
    throw error;
  }
};
