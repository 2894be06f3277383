import { paginate, type ListPage, type PageLengths } from '../lib/paginate.ts';
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
  #pages: Pages<T>;

  constructor(options: PagedListOptions<T>) {
    this.#options = options;
    this.#pages = this.#cut();
  }

  /** What each page begins with, see {@link ListPage}. */
  get boundaries(): (string | null)[] {
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

  /** Cuts the list anew and touches the pages that are not the same as before. */
  update(): void {
    const before = this.#pages;
    this.#pages = this.#cut();
    for (const boundary of new Set([...before.keys(), ...this.#pages.keys()])) {
      if (!isSame(before.get(boundary), this.#pages.get(boundary))) {
        this.#options.tags.touch(this.#tagOf(boundary));
      }
    }
  }

  #cut(): Pages<T> {
    const { items, lengths } = this.#options;
    const pages = paginate(items(), ({ slug }) => slug, lengths);
    return new Map(pages.map((page) => [page.boundary, page]));
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
    a.items.length === b.items.length &&
    a.items.every((item, index) => item === b.items[index])
  );
}

/** Path of a page of the list under a folder; undefined where there is none. */
export function pagedPath(folder: string, boundary: string | null | undefined): string | undefined {
  if (boundary === undefined) return undefined;
  return boundary === null ? folder : `${folder}seite/${boundary}/`;
}
