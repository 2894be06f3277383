import { paginate, type ListPage, type PageLengths } from '../lib/paginate.ts';
import { need } from './index-of.ts';

/** A list without filters, cut once into pages under one folder: `/erfolge/`, `/erfolge/seite/slug/`. */
export class PagedList<T extends { slug: string }> {
  readonly #folder: string;
  readonly #pages: ReadonlyMap<string | null, ListPage<T>>;

  constructor(folder: string, items: readonly T[], lengths: PageLengths) {
    this.#folder = folder;
    const pages = paginate(items, ({ slug }) => slug, lengths);
    this.#pages = new Map(pages.map((page) => [page.boundary, page]));
  }

  /** The rest of the address of every page; undefined for the first. */
  get params(): (string | undefined)[] {
    return [...this.#pages.keys()].map((boundary) =>
      boundary === null ? undefined : `seite/${boundary}`,
    );
  }

  /** The page with an address. */
  page(param: string | undefined): ListPage<T> {
    const boundary = param === undefined ? null : param.replace(/^seite\//, '');
    return need(this.#pages.get(boundary), `a page ${this.#folder}${param ?? ''}`);
  }

  /** Path of a page; undefined where there is none. */
  path(boundary: string | null | undefined): string | undefined {
    if (boundary === undefined) return undefined;
    return boundary === null ? this.#folder : `${this.#folder}seite/${boundary}/`;
  }
}
