import { AUDIENCES, MODES, type Listing } from '../contract/index.ts';
import { type ListPage } from '../lib/paginate.ts';
import { kindPath } from '../lib/paths.ts';
import type { Content } from './content.ts';
import { facetTypeOf, facetWords } from './facet-words.ts';
import { facetKey, facetKeysOf, type Facet, type FacetType } from './facets.ts';
import { need } from './index-of.ts';
import { listKey } from './listing-index.ts';
import { PagedList } from './paged-list.ts';
import type { TagLog } from './tags.ts';

type Kind = Listing['kind'];

/** One page of a list of listings: all of a kind, or those with one facet. */
export interface ListView {
  kind: Kind;
  facet: Facet | null;
  page: ListPage<Listing>;
}

const PAGE_LENGTHS = { min: 18, average: 30, max: 48 };
const PAGE_SEGMENT = 'seite';

/** Path of a list's page. `boundary` as in {@link ListPage}. */
export function listPath(
  kind: Kind,
  facet: Facet | null = null,
  boundary: string | null = null,
): string {
  const param = viewParam(facet, boundary);
  return param === undefined ? kindPath(kind) : `${kindPath(kind)}${param}/`;
}

/** All values of a facet type, in the order in which the site shows them. */
export function facetsOf(content: Content, type: FacetType): Facet[] {
  switch (type) {
    case 'category':
      return content.categories.all.map((category) => ({ type, category }));
    case 'mode':
      return MODES.map((mode) => ({ type, mode }));
    case 'place':
      return content.places.all.map((municipality) => ({ type, municipality }));
    case 'audience':
      return AUDIENCES.map((audience) => ({ type, audience }));
  }
}

/** In the order in which a list offers them. */
export const FACET_TYPES: readonly FacetType[] = ['category', 'mode', 'place', 'audience'];

/** The pages of all lists of a site, cut once for each list until it changes. */
export class ListViews {
  readonly #content: Content;
  readonly #tags: TagLog;
  readonly #lists = new Map<string, PagedList<Listing>>();

  constructor(content: Content, tags: TagLog) {
    this.#content = content;
    this.#tags = tags;
  }

  /** The rest of the address of every page of a kind; undefined for the first page of all. */
  params(kind: Kind): (string | undefined)[] {
    const facets = FACET_TYPES.flatMap((type) => facetsOf(this.#content, type)).filter(
      (facet) => !this.#pages(kind, facet).isEmpty,
    );
    return [null, ...facets].flatMap((facet) =>
      this.#pages(kind, facet).boundaries.map((boundary) => viewParam(facet, boundary)),
    );
  }

  /**
   * The page with an address.
   *
   * @param kind - Offers or requests.
   * @param param - What follows the kind in the address, such as `kategorie/lager/seite/slug`.
   * @throws Error if there is no such page.
   */
  view(kind: Kind, param: string | undefined): ListView {
    const segments = param?.split('/') ?? [];
    const pageAt = segments.lastIndexOf(PAGE_SEGMENT);
    const isFurther = pageAt >= 0 && pageAt === segments.length - 2;
    const boundary = isFurther ? (segments.at(-1) ?? null) : null;
    const [type, slug] = isFurther ? segments.slice(0, -2) : segments;
    const facet = type === undefined ? null : this.#facet(type, slug ?? '');
    const isWhole = viewParam(facet, boundary) === param;
    const page = isWhole ? this.#pages(kind, facet).find(boundary) : undefined;
    return { kind, facet, page: need(page, `a list with the address ${kind}/${param ?? ''}`) };
  }

  /** Cuts the lists anew that hold one of these listings, or held it. */
  update(listings: Iterable<Listing>): void {
    const keys = new Set<string>();
    for (const listing of listings) {
      const { parent } = this.#content.categories.get(listing.category);
      keys.add(listKey(listing.kind, null));
      for (const facet of facetKeysOf(listing, parent)) keys.add(listKey(listing.kind, facet));
    }
    for (const key of keys) this.#lists.get(key)?.update();
  }

  #facet(segment: string, slug: string): Facet {
    switch (facetTypeOf(segment)) {
      case 'category':
        return { type: 'category', category: this.#content.categories.bySlug(slug) };
      case 'place':
        return { type: 'place', municipality: this.#content.places.bySlug(slug) };
      case 'mode':
      case 'audience':
        return need(
          [...facetsOf(this.#content, 'mode'), ...facetsOf(this.#content, 'audience')].find(
            (facet) => facetWords(facet).segment === `${segment}/${slug}`,
          ),
          `listings under ${segment}/${slug}`,
        );
      case undefined:
        return need<Facet>(undefined, `lists by ${segment}`);
    }
  }

  #pages(kind: Kind, facet: Facet | null): PagedList<Listing> {
    const key = listKey(kind, facet && facetKey(facet));
    let pages = this.#lists.get(key);
    if (pages === undefined) {
      pages = new PagedList({
        name: key,
        items: () => this.#content.listings.untrackedList(kind, facet),
        lengths: PAGE_LENGTHS,
        tags: this.#tags,
      });
      this.#lists.set(key, pages);
    }
    return pages;
  }
}

function viewParam(facet: Facet | null, boundary: string | null): string | undefined {
  const parts = [
    ...(facet === null ? [] : [facetWords(facet).segment]),
    ...(boundary === null ? [] : [PAGE_SEGMENT, boundary]),
  ];
  return parts.length === 0 ? undefined : parts.join('/');
}
