/** A value that can be written as JSON. */
export type Json = string | number | boolean | null | Json[] | { [name: string]: Json | undefined };

/**
 * Structured data as the content of a `<script type="application/ld+json">`. `<` is escaped, so that
 * no text can end the element.
 *
 * @param things - Things of schema.org; the context is added.
 */
export function jsonLdText(things: readonly Json[]): string {
  const graph = { '@context': 'https://schema.org', '@graph': things };
  return JSON.stringify(graph)
    .replaceAll('<', '\\u003c')
    .replaceAll('\u2028', '\\u2028')
    .replaceAll('\u2029', '\\u2029');
}
