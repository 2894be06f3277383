import type { MiddlewareHandler } from 'astro';
import { noteFailure } from './renderer/failure.ts';

/** Keeps the reason why a page cannot be rendered: Astro answers with a page of its own and a log. */
export const onRequest: MiddlewareHandler = async (_context, next) => {
  try {
    // The renderer does not stream: what fails, fails here.
    return await next();
  } catch (error) {
    noteFailure(error);
    throw error;
  }
};
