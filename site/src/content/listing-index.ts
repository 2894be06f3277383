import type { Category, Listing } from '../contract/index.ts';
import { canMatch } from '../lib/matching.ts';
import type { CategoryTree } from './category-tree.ts';
import { facetKey, facetKeysOf, type Facet, type FacetKey } from './facets.ts';
import { groupBy, need, uniqueBy } from './index-of.ts';
import type { Places } from './places.ts';

type Kind = Listing['kind'];

/** A listing and how far away it is. */
export interface NearbyListing {
  listing: Listing;
  /** As the crow flies, in kilometres. */
  distanceKm: number;
}

/** All listings of a region, filed once under everything that pages ask for. */
export class ListingIndex {
  readonly all: readonly Listing[];
  readonly #categories: CategoryTree;
  readonly #places: Places;
  readonly #byId: ReadonlyMap<string, Listing>;
  readonly #bySlug: ReadonlyMap<string, Listing>;
  readonly #byKind: ReadonlyMap<Kind, readonly Listing[]>;
  readonly #byFacet: ReadonlyMap<string, readonly Listing[]>;
  readonly #byOrganisation: ReadonlyMap<string, readonly Listing[]>;
  /** By kind, category (both levels) and municipality. */
  readonly #byCategoryAndPlace: ReadonlyMap<string, readonly Listing[]>;
  readonly #facetCounts = new Map<string, ReadonlyMap<FacetKey, number>>();

  constructor(listings: readonly Listing[], categories: CategoryTree, places: Places) {
    this.#categories = categories;
    this.#places = places;
    this.all = listings.toSorted(
      (a, b) =>
        compareText(b.publishedOn, a.publishedOn) || compareText(a.documentId, b.documentId),
    );
    this.#byId = uniqueBy(this.all, ({ documentId }) => documentId, 'document id');
    this.#bySlug = uniqueBy(this.all, ({ slug }) => slug, 'address of a listing');
    this.#byKind = groupBy(this.all, ({ kind }) => [kind]);
    this.#byFacet = groupBy(this.all, (listing) =>
      this.#facetKeys(listing).map((key) => `${listing.kind} ${key}`),
    );
    this.#byOrganisation = groupBy(this.all, ({ kind, organisation }) => [
      `${kind} ${organisation}`,
    ]);
    this.#byCategoryAndPlace = groupBy(this.all, ({ kind, category, municipality }) => [
      `${kind} ${category} ${municipality}`,
      `${kind} ${this.#top(category).documentId} ${municipality}`,
    ]);
  }

  /** The listing with a document id. */
  get(id: string): Listing {
    return need(this.#byId.get(id), `the listing ${id}`);
  }

  /** The listing with an address. */
  bySlug(kind: Kind, slug: string): Listing {
    const listing = this.#bySlug.get(slug);
    return need(listing?.kind === kind ? listing : undefined, `a ${kind} with the address ${slug}`);
  }

  /** Listings of a kind, newest first; with a facet only those that have it. */
  list(kind: Kind, facet: Facet | null = null): readonly Listing[] {
    const list =
      facet === null ? this.#byKind.get(kind) : this.#byFacet.get(`${kind} ${facetKey(facet)}`);
    return list ?? [];
  }

  /** How many listings of a kind have a facet. */
  count(kind: Kind, facet: Facet | null = null): number {
    return this.list(kind, facet).length;
  }

  /** How many of the listings of a list have each other facet. Counted once for each list. */
  facetCounts(kind: Kind, facet: Facet | null): ReadonlyMap<FacetKey, number> {
    const key = `${kind} ${facet === null ? '' : facetKey(facet)}`;
    let counts = this.#facetCounts.get(key);
    if (counts === undefined) {
      const groups = groupBy(this.list(kind, facet), (listing) => this.#facetKeys(listing));
      counts = new Map([...groups].map(([name, group]) => [name, group.length]));
      this.#facetCounts.set(key, counts);
    }
    return counts;
  }

  /** The newest listings of a kind that can still be taken up. */
  newest(kind: Kind, count: number): Listing[] {
    return take(this.list(kind), count, ({ status }) => status === 'active');
  }

  /** Listings of an organisation, newest first. */
  ofOrganisation(kind: Kind, organisationId: string): readonly Listing[] {
    return this.#byOrganisation.get(`${kind} ${organisationId}`) ?? [];
  }

  /** Other listings of the same kind and category that can be taken up, nearest first, then newest. */
  similarTo(listing: Listing, count: number): NearbyListing[] {
    return this.#nearest(listing, listing.kind, count, (other) => other.status !== 'brokered');
  }

  /** Requests that an offer may meet, or offers for a request, nearest first, then newest. */
  matchesFor(listing: Listing, count: number): NearbyListing[] {
    const opposite = listing.kind === 'offer' ? 'request' : 'offer';
    return this.#nearest(listing, opposite, count, (other) => canMatch(listing, other));
  }

  #nearest(
    listing: Listing,
    kind: Kind,
    count: number,
    isWanted: (other: Listing) => boolean,
  ): NearbyListing[] {
    const found = new Map<Listing, number>();
    const categories = [listing.category, this.#top(listing.category).documentId];
    for (const category of categories) {
      for (const { municipality, distanceKm } of this.#places.nearby(listing.municipality)) {
        const key = `${kind} ${category} ${municipality.documentId}`;
        for (const other of this.#byCategoryAndPlace.get(key) ?? []) {
          if (found.size === count) break;
          if (other !== listing && !found.has(other) && isWanted(other)) {
            found.set(other, distanceKm);
          }
        }
      }
    }
    return [...found].map(([other, distanceKm]) => ({ listing: other, distanceKm }));
  }

  #top(categoryId: string): Category {
    return this.#categories.topOf(this.#categories.get(categoryId));
  }

  #facetKeys(listing: Listing): FacetKey[] {
    return facetKeysOf(listing, this.#categories.get(listing.category).parent);
  }
}

function take<T>(items: readonly T[], count: number, isWanted: (item: T) => boolean): T[] {
  const taken: T[] = [];
  for (const item of items) {
    if (taken.length === count) break;
    if (isWanted(item)) taken.push(item);
  }
  return taken;
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
