import type { Names } from './names.ts';

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
  /** Numbers of targets that are the same from whatever page. */
  fixed: readonly number[];
  /** References that mean something else on each page. */
  relative: readonly string[];
}

/** Finds where the pages of one site link to; what many pages share is read once. */
export class LinkFinder {
  readonly #siteOrigin: string;
  readonly #names: Names;
  readonly #targetsByTag = new Map<string, Targets>();
  /** Of what stands before and after the content of pages. */
  readonly #targetsByFrame = new Map<string, Targets>();
  /** For each target, the number of the last page that links to it. */
  readonly #metOn: number[] = [];
  #pages = 0;

  /**
   * @param siteOrigin - Origin of the site, without trailing slash.
   * @param names - Gives targets their numbers.
   */
  constructor(siteOrigin: string, names: Names) {
    this.#siteOrigin = siteOrigin;
    this.#names = names;
  }

  /**
   * Finds every reference of an HTML page that leads to its own site: links, images, styles,
   * scripts, forms and the addresses in its meta elements.
   *
   * @param html - The page.
   * @param pagePath - Its path on the site, such as `/angebote/`, which relative links start from.
   * @returns Numbers of the paths from the root of the site, decoded, without query and fragment; each
   *   once.
   */
  linksOf(html: string, pagePath: string): Int32Array {
    const page = new URL(pagePath, this.#siteOrigin);
    const found: number[] = [];
    this.#pages += 1;
    const add = (target: number) => {
      if (this.#metOn[target] === this.#pages) return;
      this.#metOn[target] = this.#pages;
      found.push(target);
    };
    const addAll = ({ fixed, relative }: Targets) => {
      for (const target of fixed) add(target);
      for (const reference of relative) {
        const target = internalTarget(reference, page);
        if (target !== null) add(this.#names.numberOf(target));
      }
    };
    const { head, before, content, after } = piecesOf(
      html.includes('<!--') ? html.replace(COMMENT, '') : html,
    );
    for (const [tag] of head.matchAll(TAG)) addAll(this.#targetsOf(tag, page));
    addAll(this.#targetsOfFrame(before, page));
    for (const [tag] of content.matchAll(TAG)) addAll(this.#targetsOf(tag, page));
    addAll(this.#targetsOfFrame(after, page));
    return Int32Array.from(found);
  }

  #targetsOfFrame(frame: string, page: URL): Targets {
    let targets = this.#targetsByFrame.get(frame);
    if (targets === undefined) {
      const ofTags = Array.from(frame.matchAll(TAG), ([tag]) => this.#targetsOf(tag, page));
      targets = {
        fixed: [...new Set(ofTags.flatMap(({ fixed }) => fixed))],
        relative: ofTags.flatMap(({ relative }) => relative),
      };
      if (this.#targetsByFrame.size >= MOST_FRAMES) this.#targetsByFrame.clear();
      this.#targetsByFrame.set(copyOf(frame), targets);
    }
    return targets;
  }

  /** Most tags stand on many pages, so that each is read once. */
  #targetsOf(tag: string, page: URL): Targets {
    if (tag.length > LONGEST_KNOWN_TAG) return this.#readTargets(tag, page);
    let targets = this.#targetsByTag.get(tag);
    if (targets === undefined) {
      const copy = copyOf(tag);
      targets = this.#readTargets(copy, page);
      if (this.#targetsByTag.size >= MOST_TAGS) this.#targetsByTag.clear();
      this.#targetsByTag.set(copy, targets);
    }
    return targets;
  }

  #readTargets(tag: string, page: URL): Targets {
    const references = referencesOf(tag);
    return {
      fixed: references
        .filter((reference) => !RELATIVE.test(reference))
        .flatMap((reference) => internalTarget(reference, page) ?? [])
        .map((target) => this.#names.numberOf(target)),
      relative: references.filter((reference) => RELATIVE.test(reference)),
    };
  }
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

/** A part of a page would keep the whole page in memory. */
function copyOf(part: string): string {
  return ` ${part}`.slice(1);
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
 * @returns Path on the page's own site as {@link LinkFinder} names it; null for all else.
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
