import { LISTING_KINDS, type Category, type Listing, type Region } from '../contract/index.ts';
import { newestFirst } from '../lib/newest-first.ts';
import type { CategoryTree } from './category-tree.ts';
import { facetKey, facetKeysOf, type Facet, type FacetKey } from './facets.ts';
import { need, uniqueBy } from './index-of.ts';
import { MatchIndex } from './match-index.ts';
import type { Places } from './places.ts';
import { SortedGroups } from './sorted-groups.ts';
import type { TagLog } from './tags.ts';

type Kind = Listing['kind'];

/** A listing and how far away it is. */
export interface NearbyListing {
  listing: Listing;
  /** As the crow flies, in kilometres. */
  distanceKm: number;
}

/** Length of feeds and embedded lists. */
const NEWEST = 40;

/** How many similar listings a page shows. */
const MOST_SIMILAR = 4;
/** Who looks for those in a cell may meet the listing itself, and nothing beyond. */
const LOOKED_AT = MOST_SIMILAR + 1;

/** The group of all listings. */
const ALL = 'all';

/** All listings of a region, filed under everything that pages ask for and kept up to date. */
export class ListingIndex {
  readonly #categories: CategoryTree;
  readonly #places: Places;
  readonly #tags: TagLog;
  readonly #byId: Map<string, Listing>;
  readonly #bySlug: Map<string, Listing>;
  /** By {@link listKey}: all, those of a kind, and those of a kind with a facet. */
  readonly #lists: SortedGroups<Listing>;
  readonly #byOrganisation: SortedGroups<Listing>;
  /** Those that can be taken up, by kind, category (both levels) and municipality. */
  readonly #cells: SortedGroups<Listing>;
  readonly #facetCounts = new Map<string, Map<FacetKey, number>>();
  readonly #matches: MatchIndex;

  constructor(
    listings: readonly Listing[],
    categories: CategoryTree,
    places: Places,
    tags: TagLog,
    searchWords: Region['searchWords'],
  ) {
    this.#categories = categories;
    this.#places = places;
    this.#tags = tags;
    const ordered = listings.toSorted(newestFirst);
    this.#byId = new Map(uniqueBy(ordered, ({ documentId }) => documentId, 'document id'));
    this.#bySlug = new Map(uniqueBy(ordered, ({ slug }) => slug, 'address of a listing'));
    this.#lists = new SortedGroups<Listing>(newestFirst, (listing) => this.#listKeys(listing));
    this.#byOrganisation = new SortedGroups<Listing>(newestFirst, (listing) => [ownerKey(listing)]);
    this.#cells = new SortedGroups<Listing>(newestFirst, (listing) => this.#cellKeys(listing));
    for (const groups of this.#groups) groups.fill(ordered);
    this.#matches = new MatchIndex({
      all: () => this.#byId.values(),
      ...{ categories, places, searchWords, tags },
    });
  }

  /** All listings, newest first. For what is made of the whole site; pages ask for less. */
  get all(): readonly Listing[] {
    return this.#read(ALL);
  }

  /** What the addresses of all listings are made of. */
  get addresses(): readonly Pick<Listing, 'kind' | 'slug'>[] {
    this.#tags.read('addresses of listings');
    return this.#lists.get(ALL);
  }

  /** The newest listings of all. */
  latest(count: number): readonly Listing[] {
    return this.#read(ALL).slice(0, count);
  }

  /**
   * The newest listings of some kinds, as feeds and embedded lists show them. Their tags are touched
   * only when one of these listings changes, comes or goes.
   */
  newestOf(kinds: readonly Kind[], facet: Facet | null): readonly Listing[] {
    const keys = kinds.map((kind) => listKey(kind, facet && facetKey(facet)));
    for (const key of keys) this.#tags.read(`newest:${key}`);
    return keys
      .flatMap((key) => this.#lists.get(key).slice(0, NEWEST))
      .sort(newestFirst)
      .slice(0, NEWEST);
  }

  /** The listing with a document id. */
  get(id: string): Listing {
    this.#tags.read(`listing:${id}`);
    return need(this.#byId.get(id), `the listing ${id}`);
  }

  /** The listing with an address. */
  bySlug(kind: Kind, slug: string): Listing {
    const listing = this.#bySlug.get(slug);
    const found = need(
      listing?.kind === kind ? listing : undefined,
      `a ${kind} with the address ${slug}`,
    );
    return this.get(found.documentId);
  }

  /** Listings of a kind, newest first; with a facet only those that have it. */
  list(kind: Kind, facet: Facet | null = null): readonly Listing[] {
    return this.#read(listKey(kind, facet && facetKey(facet)));
  }

  /** The same for whoever keeps track of single pages of a list. */
  untrackedList(kind: Kind, facet: Facet | null): readonly Listing[] {
    return this.#lists.get(listKey(kind, facet && facetKey(facet)));
  }

  /** Whether any listing of a kind has a facet. Who asks that only is not touched by each that comes. */
  has(kind: Kind, facet: Facet | null): boolean {
    const key = listKey(kind, facet && facetKey(facet));
    this.#tags.read(`any:${key}`);
    return this.#lists.get(key).length > 0;
  }

  /** How many listings of a kind have a facet. */
  count(kind: Kind, facet: Facet | null = null): number {
    const key = listKey(kind, facet && facetKey(facet));
    this.#tags.read(`count:${key}`);
    return this.#lists.get(key).length;
  }

  /** How many of the listings of a list have each other facet. Counted once for each list, and kept. */
  facetCounts(kind: Kind, facet: Facet | null): ReadonlyMap<FacetKey, number> {
    const key = listKey(kind, facet && facetKey(facet));
    this.#tags.read(`facets:${key}`);
    let counts = this.#facetCounts.get(key);
    if (counts === undefined) {
      const found = new Map<FacetKey, number>();
      for (const listing of this.#lists.get(key)) {
        for (const name of this.#facetKeys(listing)) found.set(name, (found.get(name) ?? 0) + 1);
      }
      this.#facetCounts.set(key, (counts = found));
    }
    return counts;
  }

  /** The newest listings of a kind that can still be taken up. */
  newest(kind: Kind, count: number): Listing[] {
    return take(this.list(kind), count, ({ status }) => status === 'active');
  }

  /** Listings of an organisation, newest first. */
  ofOrganisation(kind: Kind, organisationId: string): readonly Listing[] {
    this.#tags.read(`owner:${kind} ${organisationId}`);
    return this.#byOrganisation.get(`${kind} ${organisationId}`);
  }

  /** How many listings an organisation has. For who asks of all of them: they share a tag. */
  countOfOwner(organisationId: string): number {
    this.#tags.read('owners');
    return LISTING_KINDS.reduce(
      (sum, kind) => sum + this.#byOrganisation.get(`${kind} ${organisationId}`).length,
      0,
    );
  }

  /**
   * Other listings of the same kind and category that can be taken up, nearest first, then newest; a
   * few at most. Tags of cells are touched only when one of their first listings changes, comes or
   * goes.
   */
  similarTo(listing: Listing): NearbyListing[] {
    const found = new Map<Listing, number>();
    const categories = [listing.category, this.#top(listing.category).documentId];
    for (const category of categories) {
      for (const { municipality, distanceKm } of this.#places.nearby(listing.municipality)) {
        if (found.size === MOST_SIMILAR) break;
        const key = cellKey(listing.kind, category, municipality.documentId);
        this.#tags.read(`cell:${key}`);
        for (const other of this.#cells.get(key)) {
          if (found.size === MOST_SIMILAR) break;
          if (other.documentId === listing.documentId || found.has(other)) continue;
          this.#tags.read(`listing:${other.documentId}`);
          found.set(other, distanceKm);
        }
      }
    }
    return [...found].map(([other, distanceKm]) => ({ listing: other, distanceKm }));
  }

  /** Requests that an offer may meet, or offers for a request, the best first; a few at most. */
  matchesFor(listing: Listing): readonly NearbyListing[] {
    return this.#matches.of(listing);
  }

  /** Puts listings in the place of others. */
  replace(changes: readonly { before?: Listing | undefined; after?: Listing | undefined }[]): void {
    const filledBefore = this.#filledLists(changes);
    for (const { before, after } of changes) {
      if (before === undefined) continue;
      this.#touchWhatShows(before, findable(before) !== findable(after));
      this.#count(before, -1);
      this.#byId.delete(before.documentId);
      this.#bySlug.delete(before.slug);
      for (const groups of this.#groups) groups.remove(before);
    }
    for (const { before, after } of changes) {
      if (after === undefined) continue;
      this.#byId.set(after.documentId, after);
      this.#bySlug.set(after.slug, after);
      for (const groups of this.#groups) groups.add(after);
      this.#count(after, 1);
      this.#touchWhatShows(after, findable(before) !== findable(after));
    }
    this.#matches.replace(changes);
    for (const key of this.#filledLists(changes).symmetricDifference(filledBefore)) {
      this.#tags.touch(`any:${key}`);
    }
    for (const { before, after } of changes) this.#touchChange(before, after);
  }

  /** The lists that have entries, of those that a change concerns. */
  #filledLists(changes: readonly { before?: Listing | undefined; after?: Listing | undefined }[]) {
    const versions = changes.flatMap(({ before, after }) => [before, after]);
    const keys = versions.flatMap((listing) =>
      listing === undefined ? [] : this.#listKeys(listing),
    );
    return new Set(keys.filter((key) => this.#lists.get(key).length > 0));
  }

  get #groups(): readonly SortedGroups<Listing>[] {
    return [this.#lists, this.#byOrganisation, this.#cells];
  }

  /** Counts a listing that comes (1) or goes (-1) in the lists that have been counted. */
  #count(listing: Listing, step: number): void {
    for (const key of this.#listKeys(listing)) {
      const counts = this.#facetCounts.get(key);
      if (counts === undefined) continue;
      for (const name of this.#facetKeys(listing)) {
        const count = (counts.get(name) ?? 0) + step;
        if (count === 0) counts.delete(name);
        else counts.set(name, count);
      }
    }
  }

  /**
   * Touches the beginnings of lists that a listing is in. Who looks for similar ones asks what is
   * here; how it looks, it asks of each listing.
   */
  #touchWhatShows(listing: Listing, isFoundOtherwise: boolean): void {
    const touch = (tag: string, groups: SortedGroups<Listing>, count: number, key: string) => {
      if (groups.get(key).slice(0, count).includes(listing)) this.#tags.touch(`${tag}:${key}`);
    };
    for (const key of this.#listKeys(listing)) touch('newest', this.#lists, NEWEST, key);
    if (!isFoundOtherwise) return;
    for (const key of this.#cellKeys(listing)) touch('cell', this.#cells, LOOKED_AT, key);
  }

  #touchChange(before: Listing | undefined, after: Listing | undefined): void {
    const versions = [before, after].filter((listing) => listing !== undefined);
    const touchAll = (kind: string, keys: readonly string[]) => {
      for (const key of keys) this.#tags.touch(`${kind}:${key}`);
    };
    const keysOf = (listing: Listing | undefined) => listing && this.#listKeys(listing).join('\n');
    if (before?.organisation !== after?.organisation) this.#tags.touch('owners');
    if (before?.slug !== after?.slug || before?.kind !== after?.kind) {
      this.#tags.touch('addresses of listings');
    }
    const isFiledAnew = keysOf(before) !== keysOf(after);
    for (const listing of versions) {
      this.#tags.touch(`listing:${listing.documentId}`);
      this.#tags.touch(`owner:${ownerKey(listing)}`);
      const keys = this.#listKeys(listing);
      touchAll('list', keys);
      if (isFiledAnew) {
        touchAll('count', keys);
        touchAll('facets', keys);
      }
    }
  }

  #read(key: string): readonly Listing[] {
    this.#tags.read(`list:${key}`);
    return this.#lists.get(key);
  }

  #top(categoryId: string): Category {
    return this.#categories.topOf(this.#categories.get(categoryId));
  }

  #facetKeys(listing: Listing): FacetKey[] {
    return facetKeysOf(listing, this.#categories.get(listing.category).parent);
  }

  #listKeys(listing: Listing): string[] {
    const facets = this.#facetKeys(listing).map((key) => listKey(listing.kind, key));
    return [ALL, listKey(listing.kind, null), ...facets];
  }

  #cellKeys({ kind, category, municipality, status }: Listing): string[] {
    if (status === 'brokered') return [];
    const { parent } = this.#categories.get(category);
    return [category, ...(parent === null ? [] : [parent])].map((name) =>
      cellKey(kind, name, municipality),
    );
  }
}

/** Key of a list of a kind of listings: all of them, or those with a facet. */
export function listKey(kind: Kind, facet: FacetKey | null): string {
  return facet === null ? kind : `${kind} ${facet}`;
}

function cellKey(kind: Kind, category: string, municipality: string): string {
  return `${kind} ${category} ${municipality}`;
}

function ownerKey({ kind, organisation }: Listing): string {
  return `${kind} ${organisation}`;
}

/** All of a listing that decides whether it is similar to others, as one text. */
function findable(listing: Listing | undefined): string {
  if (listing === undefined) return '';
  const { kind, category, municipality, status, publishedOn } = listing;
  return [kind, category, municipality, status, publishedOn].join(' ');
}

function take<T>(items: readonly T[], count: number, isWanted: (item: T) => boolean): T[] {
  const taken: T[] = [];
  for (const item of items) {
    if (taken.length === count) break;
    if (isWanted(item)) taken.push(item);
  }
  return taken;
}
