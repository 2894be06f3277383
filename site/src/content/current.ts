import type { Content } from './content.ts';

let current: { content: Content; cacheDir: string | undefined } | undefined;

/**
 * Sets the content that pages show from now on.
 *
 * @param content - The content of a site.
 * @param cacheDir - Folder for pictures made while rendering; undefined makes them each time.
 */
export function showContent(content: Content, cacheDir?: string): void {
  current = { content, cacheDir };
}

/**
 * The content of the site that is being rendered.
 *
 * @throws Error if there is none yet.
 */
export function loadContent(): Content {
  return getCurrent().content;
}

/** Folder for pictures made while rendering, if there is one. */
export function pictureCacheDir(): string | undefined {
  return getCurrent().cacheDir;
}

function getCurrent() {
  if (current === undefined) throw new Error('No content has been loaded: call showContent first.');
  return current;
}
