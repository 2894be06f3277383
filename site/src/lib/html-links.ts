const COMMENT = /<!--[\s\S]*?-->/g;
const TAG =
  /<(?:a|area|link|script|img|source|iframe|video|audio|track|form|input|use|image|object|embed|meta)\b[^>]*>/gi;
const ATTRIBUTE =
  /\s(href|src|srcset|imagesrcset|poster|action|data|xlink:href|content)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/gi;
/** A path from the root with nothing in it that a parser would change. */
const PLAIN_PATH = /^\/(?:[\w-][\w.-]*\/)*(?:[\w-][\w.-]*)?$/;
/** What starts from the page that it stands on: neither from the root nor with a scheme. */
const RELATIVE = /^(?![/#]|[a-z][a-z0-9+.-]*:)/i;
/** Some for each listing of a large region. */
const MOST_TAGS = 50_000;
/** Longer ones, such as those of letters that a visitor may send, stand on one page only. */
const LONGEST_KNOWN_TAG = 250;

/** A site has a few frames: one for each entry of the menu that is marked. */
const MOST_FRAMES = 200;

/** Where a tag, or a piece of a page, leads. */
interface Targets {
  /** From whatever page. */
  fixed: readonly string[];
  /** References that mean something else on each page. */
  relative: readonly string[];
}

const targetsByTag = new Map<string, Targets>();
/** Of what stands before and after the content of pages. */
const targetsByFrame = new Map<string, Targets>();
/** Origin of the site that both are about. */
let knownOrigin = '';

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
  if (knownOrigin !== siteOrigin) {
    targetsByTag.clear();
    targetsByFrame.clear();
    knownOrigin = siteOrigin;
  }
  const page = new URL(pagePath, siteOrigin);
  const found = new Set<string>();
  const add = ({ fixed, relative }: Targets) => {
    for (const target of fixed) found.add(target);
    for (const reference of relative) {
      const target = internalTarget(reference, page);
      if (target !== null) found.add(target);
    }
  };
  const { head, before, content, after } = piecesOf(
    html.includes('<!--') ? html.replace(COMMENT, '') : html,
  );
  for (const [tag] of head.matchAll(TAG)) add(targetsOf(tag, page));
  add(targetsOfFrame(before, page));
  for (const [tag] of content.matchAll(TAG)) add(targetsOf(tag, page));
  add(targetsOfFrame(after, page));
  return found;
}

/** Parts what most pages of a site share from what is a page's own; in front, if it is all one. */
function piecesOf(html: string) {
  const body = html.indexOf('<body');
  const main = html.indexOf('<main', body);
  const end = html.indexOf('</main>', main);
  if (body === -1 || main === -1 || end === -1) {
    return { head: html, before: '', content: '', after: '' };
  }
  return {
    head: html.slice(0, body),
    before: html.slice(body, main),
    content: html.slice(main, end),
    after: html.slice(end),
  };
}

function targetsOfFrame(frame: string, page: URL): Targets {
  let targets = targetsByFrame.get(frame);
  if (targets === undefined) {
    const ofTags = Array.from(frame.matchAll(TAG), ([tag]) => targetsOf(tag, page));
    targets = {
      fixed: [...new Set(ofTags.flatMap(({ fixed }) => fixed))],
      relative: ofTags.flatMap(({ relative }) => relative),
    };
    if (targetsByFrame.size >= MOST_FRAMES) targetsByFrame.clear();
    targetsByFrame.set(copyOf(frame), targets);
  }
  return targets;
}

/** Most tags stand on many pages, so that each is read once. */
function targetsOf(tag: string, page: URL): Targets {
  if (tag.length > LONGEST_KNOWN_TAG) return readTargets(tag, page);
  let targets = targetsByTag.get(tag);
  if (targets === undefined) {
    const copy = copyOf(tag);
    targets = readTargets(copy, page);
    if (targetsByTag.size >= MOST_TAGS) targetsByTag.clear();
    targetsByTag.set(copy, targets);
  }
  return targets;
}

/** A part of a page would keep the whole page in memory. */
function copyOf(part: string): string {
  return ` ${part}`.slice(1);
}

function readTargets(tag: string, page: URL): Targets {
  const references = referencesOf(tag);
  return {
    fixed: references
      .filter((reference) => !RELATIVE.test(reference))
      .flatMap((reference) => internalTarget(reference, page) ?? []),
    relative: references.filter((reference) => RELATIVE.test(reference)),
  };
}

/** What a tag refers to, as it is written. */
function referencesOf(tag: string): string[] {
  const isMeta = /^<meta\b/i.test(tag);
  const references: string[] = [];
  for (const [, name = '', doubleQuoted, singleQuoted, bare] of tag.matchAll(ATTRIBUTE)) {
    const attribute = name.toLowerCase();
    const value = decodeEntities(doubleQuoted ?? singleQuoted ?? bare ?? '').trim();
    if (isMeta !== (attribute === 'content')) continue;
    if (attribute.endsWith('srcset')) {
      for (const candidate of value.split(',')) {
        references.push(candidate.trim().split(/\s+/)[0] ?? '');
      }
    } else if (!isMeta || /^https?:\/\//.test(value)) {
      references.push(value);
    }
  }
  return references;
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
  if (reference.startsWith(`${page.origin}/`)) {
    const path = reference.slice(page.origin.length);
    if (PLAIN_PATH.test(path)) return path;
  }
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
