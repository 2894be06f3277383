import type { BrokenLink, FileFacts } from '../contract/index.ts';
import { LinkFinder } from '../lib/html-links.ts';
import { Names } from '../lib/names.ts';

/** A file of the site, and what it depends on. */
interface SiteFile extends FileFacts {
  /** Path that the site's routes answer it under; null for a file that no route makes. */
  path: string | null;
  /** Numbers of tags and links, see {@link Names}. */
  tags: Int32Array;
  links: Int32Array;
}

const NONE = new Int32Array();
const MOST_NAMED_PAGES = 5;

/** All files of a site: what they hold, what touches them, and where they link to. */
export class SiteFiles {
  readonly #files = new Map<string, SiteFile>();
  /** Files that depend on a tag, by its number. */
  readonly #filesByTag: SiteFile[][] = [];
  readonly #tags = new Names();
  readonly #targets = new Names();
  readonly #linkFinder: LinkFinder;
  /** How many files link to a target, by its number. */
  readonly #inbound = new Map<number, number>();
  /** Targets that may lead nowhere. */
  readonly #suspects = new Set<number>();
  #pageCount = 0;

  /** @param siteOrigin - Origin of the site, without trailing slash. */
  constructor(siteOrigin: string) {
    this.#linkFinder = new LinkFinder(siteOrigin, this.#targets);
  }

  /** Where a page links to, for {@link SiteFiles.set}. */
  linksOf(html: string, pagePath: string): Int32Array {
    return this.#linkFinder.linksOf(html, pagePath);
  }

  /** Whether there is a file. */
  has(file: string): boolean {
    return this.#files.has(file);
  }

  /** What is known of a file. */
  get(file: string): FileFacts | undefined {
    return this.#files.get(file);
  }

  /** Number of HTML pages. */
  get pageCount(): number {
    return this.#pageCount;
  }

  /** Paths of the routes that have made files. */
  paths(): string[] {
    return [...this.#files.values()].flatMap(({ path }) => path ?? []);
  }

  /** Adds a file or replaces it. */
  set(
    file: string,
    facts: FileFacts,
    origin: {
      path: string;
      tags: ReadonlySet<string>;
      links?: Int32Array | undefined;
    } | null = null,
  ): void {
    this.#unlink(file);
    if (!this.#files.has(file) && file.endsWith('.html')) this.#pageCount += 1;
    const links = origin?.links ?? NONE;
    for (const target of links) {
      this.#inbound.set(target, (this.#inbound.get(target) ?? 0) + 1);
      this.#suspects.add(target);
    }
    const { hash, size, encodings } = facts;
    const now = { hash, size, encodings, path: origin?.path ?? null, links };
    const kept: SiteFile = Object.assign(this.#files.get(file) ?? { tags: NONE }, now);
    this.#files.set(file, kept);
    this.#fileUnder(kept, numbersOf(this.#tags, origin?.tags));
  }

  /** Notes which twins of a file were written. */
  setEncodings(file: string, encodings: FileFacts['encodings']): void {
    const known = this.#files.get(file);
    if (known !== undefined) known.encodings = encodings;
  }

  /** Removes a file. */
  delete(file: string): void {
    this.#unlink(file);
    const known = this.#files.get(file);
    if (known === undefined) return;
    this.#files.delete(file);
    this.#fileUnder(known, NONE);
    if (file.endsWith('.html')) this.#pageCount -= 1;
    for (const target of addressesOf(file)) {
      const number = this.#targets.find(target);
      if (number !== undefined) this.#suspects.add(number);
    }
  }

  /** Paths whose files depend on one of the tags. */
  pathsTouchedBy(tags: ReadonlySet<string>): Set<string> {
    const paths = new Set<string>();
    for (const tag of tags) {
      const number = this.#tags.find(tag);
      if (number === undefined) continue;
      for (const { path } of this.#filesByTag[number] ?? []) if (path !== null) paths.add(path);
    }
    return paths;
  }

  /** Links that lead nowhere, and the paths of all pages that have them. */
  deadLinks(): { target: string; paths: string[] }[] {
    for (const target of this.#suspects) {
      const isLinked = (this.#inbound.get(target) ?? 0) > 0;
      if (!isLinked || this.leadsSomewhere(this.#targets.nameOf(target))) {
        this.#suspects.delete(target);
      }
    }
    return [...this.#suspects]
      .map((target) => ({
        target: this.#targets.nameOf(target),
        paths: this.#pathsLinkingTo(target).sort(),
      }))
      .sort(byTarget);
  }

  /** {@link deadLinks} as the publisher reports them. */
  brokenLinks(): BrokenLink[] {
    return this.deadLinks().map(({ target, paths }) => ({
      target,
      pages: paths.slice(0, MOST_NAMED_PAGES),
      count: paths.length,
    }));
  }

  #pathsLinkingTo(target: number): string[] {
    const paths: string[] = [];
    for (const { path, links } of this.#files.values()) {
      if (path !== null && links.includes(target)) paths.push(path);
    }
    return paths;
  }

  /** Whether a link to a target finds something. */
  leadsSomewhere(target: string): boolean {
    const file = target.replace(/^\//, '');
    // The portal's own interface is not part of the static site.
    if (file.startsWith('api/portal/')) return true;
    // Written by the release step.
    if (file === '.well-known/release.json') return true;
    // What the 404 page calls itself in its head; nobody can follow it.
    if (file === '404/') return true;
    if (file === '' || file.endsWith('/')) return this.has(`${file}index.html`);
    return this.has(file) || this.has(`${file}/index.html`);
  }

  /** Files a file under its tags, and no longer under those that it has no more. */
  #fileUnder(file: SiteFile, tags: Int32Array): void {
    const before = file.tags;
    file.tags = tags;
    if (isSame(before, tags)) return;
    const [old, now] = [new Set(before), new Set(tags)];
    for (const tag of now) {
      if (old.has(tag)) continue;
      const files = this.#filesByTag[tag];
      if (files === undefined) this.#filesByTag[tag] = [file];
      else files.push(file);
    }
    for (const tag of old) {
      if (now.has(tag)) continue;
      const files = this.#filesByTag[tag] ?? [];
      // Their order says nothing.
      files[files.indexOf(file)] = files.at(-1) ?? file;
      files.pop();
    }
  }

  #unlink(file: string): void {
    for (const target of this.#files.get(file)?.links ?? NONE) {
      this.#inbound.set(target, (this.#inbound.get(target) ?? 0) - 1);
    }
  }
}

function numbersOf(names: Names, list: ReadonlySet<string> | undefined): Int32Array {
  if (list === undefined) return NONE;
  const numbers = new Int32Array(list.size);
  let place = 0;
  for (const name of list) numbers[place++] = names.numberOf(name);
  return numbers;
}

function isSame(a: Int32Array, b: Int32Array): boolean {
  return a.length === b.length && a.every((number, index) => number === b[index]);
}

/** What links to a file may call it. */
function addressesOf(file: string): string[] {
  const folder = /^(?:(.*)\/)?index\.html$/.exec(file);
  if (folder === null) return [`/${file}`];
  const [, name] = folder;
  return name === undefined ? ['/', `/${file}`] : [`/${name}`, `/${name}/`, `/${file}`];
}

function byTarget(a: { target: string }, b: { target: string }): number {
  return a.target < b.target ? -1 : 1;
}
