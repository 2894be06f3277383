const SCHEMES = new Set(['http:', 'https:', 'mailto:', 'tel:']);

/**
 * An address that an editor typed, if it may be a link: http, https, mailto, tel, a path of this
 * site or a place on the same page. Null for everything else, such as `javascript:`.
 */
export function safeHref(url: string): string | null {
  // Browsers drop these characters before they read the scheme.
  const href = url.replace(/[\p{Cc}\s]/gu, '');
  if (/^(?:\/(?![/\\])|#)/.test(href)) return href;
  if (!/^[a-z][a-z0-9+.-]*:/i.test(href) || !URL.canParse(href)) return null;
  return SCHEMES.has(new URL(href).protocol) ? href : null;
}
