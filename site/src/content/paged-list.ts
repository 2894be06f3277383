import { cutList, pagesOf, type Cut, type ListPage, type PageLengths } from '../lib/paginate.ts';
import { need } from './index-of.ts';
import type { TagLog } from './tags.ts';

/** A list that is cut into pages. */
export interface PagedListOptions<T> {
  /** Name among all lists of the site, for its tags. */
  name: string;
  /** The entries as they are now, in order. */
  items: () => readonly T[];
  lengths: PageLengths;
  tags: TagLog;
}

type Pages<T> = ReadonlyMap<string | null, ListPage<T>>;

/** A list, cut once into pages until its entries change. */
export class PagedList<T extends { slug: string }> {
  readonly #options: PagedListOptions<T>;
  #cut: Cut<T>;
  #pages: Pages<T>;

  constructor(options: PagedListOptions<T>) {
    this.#options = options;
    const { items, lengths } = options;
    this.#cut = cutList(items(), slugOf, lengths);
    this.#pages = this.#toPages();
  }

  /** Whether it has no entries. It has a page nevertheless. */
  get isEmpty(): boolean {
    this.#options.tags.read(this.#tagOfAddresses);
    return this.#options.items().length === 0;
  }

  /** What each page begins with, see {@link ListPage}. Its tag is touched when pages come or go. */
  get boundaries(): (string | null)[] {
    this.#options.tags.read(this.#tagOfAddresses);
    return [...this.#pages.keys()];
  }

  /** The rest of the address of every page; undefined for the first. */
  get params(): (string | undefined)[] {
    return this.boundaries.map((boundary) => (boundary === null ? undefined : `seite/${boundary}`));
  }

  /** The page that begins with an entry, if there is one. */
  find(boundary: string | null): ListPage<T> | undefined {
    this.#options.tags.read(this.#tagOf(boundary));
    return this.#pages.get(boundary);
  }

  /** The page with an address. */
  page(param: string | undefined): ListPage<T> {
    const boundary = param === undefined ? null : param.replace(/^seite\//, '');
    return need(this.find(boundary), `a page ${this.#options.name} ${param ?? ''}`);
  }

  /** Cuts the list anew where it has changed, and touches the pages that are not the same as before. */
  update(): void {
    const { items, lengths, tags } = this.#options;
    const before = this.#pages;
    const wasEmpty = isBlank(this.#cut);
    this.#cut = cutList(items(), slugOf, lengths, this.#cut);
    this.#pages = this.#toPages();
    let hasSameAddresses = before.size === this.#pages.size && wasEmpty === isBlank(this.#cut);
    for (const boundary of before.keys()) {
      if (!this.#pages.has(boundary)) {
        hasSameAddresses = false;
        tags.touch(this.#tagOf(boundary));
      }
    }
    for (const [boundary, page] of this.#pages) {
      if (!isSame(before.get(boundary), page)) tags.touch(this.#tagOf(boundary));
    }
    if (!hasSameAddresses) tags.touch(this.#tagOfAddresses);
  }

  #toPages(): Pages<T> {
    const pages = pagesOf(this.#cut, slugOf, this.#options.lengths);
    return new Map(pages.map((page) => [page.boundary, page]));
  }

  get #tagOfAddresses(): string {
    return `addresses:${this.#options.name}`;
  }

  #tagOf(boundary: string | null): string {
    return `page:${this.#options.name} ${boundary ?? ''}`;
  }
}

function isSame<T>(a: ListPage<T> | undefined, b: ListPage<T> | undefined): boolean {
  return (
    a !== undefined &&
    b !== undefined &&
    a.older === b.older &&
    a.newer === b.newer &&
    (a.items === b.items ||
      (a.items.length === b.items.length &&
        a.items.every((item, index) => item === b.items[index])))
  );
}

function slugOf({ slug }: { slug: string }): string {
  return slug;
}

function isBlank<T>({ chunks, rest }: Cut<T>): boolean {
  return chunks.length === 0 && rest.length === 0;
}

/** Path of a page of the list under a folder; undefined where there is none. */
export function pagedPath(folder: string, boundary: string | null | undefined): string | undefined {
  if (boundary === undefined) return undefined;
  return boundary === null ? folder : `${folder}seite/${boundary}/`;
}
