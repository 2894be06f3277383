const COMMENT = /<!--[\s\S]*?-->/g;
const REFERENCE =
  /<(?:a|area|link|script|img|source|iframe|video|audio|track|form|input|use|image|object|embed)\b[^>]*>/gi;
const ATTRIBUTE =
  /\s(href|src|srcset|imagesrcset|poster|action|data|xlink:href)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/gi;
/** A path from the root with nothing in it that a parser would change. */
const PLAIN_PATH = /^\/(?:[\w-][\w.-]*\/)*(?:[\w-][\w.-]*)?$/;
const META_CONTENT = /<meta\b[^>]*\scontent\s*=\s*"(https?:\/\/[^"]*)"[^>]*>/gi;

/**
 * Finds every reference of an HTML page that leads to its own site: links, images, styles,
 * scripts, forms and the addresses in its meta elements.
 *
 * @param html - The page.
 * @param pagePath - Its path on the site, such as `/angebote/`, which relative links start from.
 * @param siteOrigin - Origin of the site, without trailing slash.
 * @returns Paths from the root of the site, decoded, without query and fragment; each once.
 */
export function internalReferences(
  html: string,
  pagePath: string,
  siteOrigin: string,
): Set<string> {
  const page = new URL(pagePath, siteOrigin);
  const found = new Set<string>();
  const add = (reference: string) => {
    const target = internalTarget(reference.trim(), page);
    if (target !== null) found.add(target);
  };
  const visible = html.includes('<!--') ? html.replace(COMMENT, '') : html;
  for (const [tag] of visible.matchAll(REFERENCE)) {
    for (const [, name = '', doubleQuoted, singleQuoted, bare] of tag.matchAll(ATTRIBUTE)) {
      const value = decodeEntities(doubleQuoted ?? singleQuoted ?? bare ?? '');
      if (name.toLowerCase().endsWith('srcset')) {
        for (const candidate of value.split(',')) add(candidate.trim().split(/\s+/)[0] ?? '');
      } else {
        add(value);
      }
    }
  }
  for (const [, value = ''] of visible.matchAll(META_CONTENT)) add(decodeEntities(value));
  return found;
}

/** Whether a page shows any text, scripts and styles left aside. */
export function hasText(html: string): boolean {
  return (
    html
      .replace(COMMENT, '')
      .replace(/<(head|title|script|style|template)\b[\s\S]*?<\/\1>/gi, '')
      .replace(/<[^>]+>/g, '')
      .trim() !== ''
  );
}

/**
 * Where a reference leads.
 *
 * @param reference - As it stands in a page.
 * @param page - Address of the page that it stands on.
 * @returns Path on the page's own site as {@link internalReferences} names it; null for all else.
 */
export function internalTarget(reference: string, page: URL): string | null {
  // Most references need no parser at all, and there are many.
  if (reference === '' || reference.startsWith('#')) return null;
  if (PLAIN_PATH.test(reference)) return reference;
  if (/^(?:mailto|tel|data|javascript|sms|geo|blob):/i.test(reference)) return null;
  let url: URL;
  try {
    url = new URL(reference, page);
  } catch {
    return reference;
  }
  if (url.origin !== page.origin) return null;
  try {
    return decodeURIComponent(url.pathname);
  } catch {
    return url.pathname;
  }
}

function decodeEntities(value: string): string {
  if (!value.includes('&')) return value;
  return value
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&#x27;', "'")
    .replaceAll('&#38;', '&')
    .replaceAll('&#x26;', '&')
    .replaceAll('&amp;', '&');
}
