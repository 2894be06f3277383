import type { Listing, Region } from '../contract/index.ts';
import { wordsOf } from '../lib/german/fold.ts';
import { stemWord } from '../lib/german/stem.ts';
import { germanLexicon, germanThesaurus } from '../lib/german/thesaurus.ts';
import { fnv1a, mixHashes } from '../lib/hash.ts';
import { createProfiler, STRONG, WEIGHT_UNIT, type WeightedTerms } from '../lib/match-profile.ts';
import { fitOf, nearness, type Matchable } from '../lib/matching.ts';
import type { CategoryTree } from './category-tree.ts';
import type { NearbyListing } from './listing-index.ts';
import type { Places } from './places.ts';
import type { TagLog } from './tags.ts';

/** More than these nobody looks at. */
const MOST = 4;

interface Sources {
  all: () => Iterable<Listing>;
  categories: CategoryTree;
  places: Places;
  searchWords: Region['searchWords'];
  tags: TagLog;
}

interface Match extends NearbyListing {
  fit: number;
  /** Hash of the listing's document id. */
  hash: number;
}

/** A listing as it is filed. */
interface Filed extends Matchable {
  /** Numbers of the places where it lies, see {@link placeNumber}. */
  own: readonly number[];
  /** Where listings lie that may fit it. */
  sought: readonly number[];
  /** Of its document id. */
  hash: number;
  /** Number of the look that has met it last. */
  metBy: number;
}

/**
 * Which offers meet which requests, kept up to date. Listings are filed under the terms of their
 * profiles, so that one is compared with few others; a list that somebody asked for is kept until a
 * listing comes into it or leaves it.
 */
export class MatchIndex {
  readonly #sources: Sources;
  readonly #byId = new Map<string, Filed>();
  readonly #byPlace = new Map<number, Set<Filed>>();
  readonly #lists = new Map<string, readonly Match[]>();
  #file: ((listing: Listing) => Filed) | null = null;
  #looks = 0;

  constructor(sources: Sources) {
    this.#sources = sources;
  }

  /** The best matches of a listing, the best first. */
  of({ documentId }: Listing): readonly NearbyListing[] {
    const { tags } = this.#sources;
    tags.read(`matches:${documentId}`);
    this.#prepare();
    let list = this.#lists.get(documentId);
    if (list === undefined) {
      const filed = this.#byId.get(documentId);
      list = filed === undefined ? [] : this.#find(filed);
      this.#lists.set(documentId, list);
    }
    for (const { listing } of list) tags.read(`listing:${listing.documentId}`);
    return list;
  }

  /** Puts listings in the place of others, and forgets the lists that this changes. */
  replace(changes: readonly { before?: Listing | undefined; after?: Listing | undefined }[]): void {
    if (this.#file === null) return;
    const gone = changes.flatMap(({ before }) => this.#remove(before?.documentId) ?? []);
    const come = changes.flatMap(({ after }) => (after === undefined ? [] : this.#add(after)));
    for (const { listing } of [...gone, ...come]) this.#forget(listing.documentId);
    for (const one of gone) {
      for (const { listing } of this.#candidates(one)) {
        const list = this.#lists.get(listing.documentId);
        if (list?.some((match) => match.listing === one.listing)) this.#forget(listing.documentId);
      }
    }
    for (const one of come) {
      for (const other of this.#candidates(one)) {
        const list = this.#lists.get(other.listing.documentId);
        // A list that is forgotten may stand on a page: a preview leaves no page to be rendered.
        if (list === undefined || this.#comesInto(list, other, one)) {
          this.#forget(other.listing.documentId);
        }
      }
    }
  }

  /** Files all, when somebody asks for the first time. */
  #prepare(): void {
    if (this.#file !== null) return;
    const { all, categories, places, searchWords } = this.#sources;
    const placeNames = places.all.flatMap(({ name }) => wordsOf(name));
    const placeStems = new Set(placeNames.map(({ text }) => stemWord(text)));
    const profile = createProfiler(germanLexicon(), germanThesaurus(searchWords), (term) =>
      placeStems.has(term),
    );
    const scopes = new Map<string, number>();
    this.#file = (listing) => {
      const topCategory = categories.topOf(categories.get(listing.category)).documentId;
      const scope = scopes.get(topCategory) ?? scopes.size + 1;
      scopes.set(topCategory, scope);
      return fileOf({ listing, profile: profile(listing), topCategory }, scope);
    };
    for (const listing of all()) this.#add(listing);
    this.#findAll();
  }

  /** Finds the matches of all: a fit is the same in both directions, and looked at once. */
  #findAll(): void {
    const lists = new Map(Array.from(this.#byId.values(), (filed) => [filed, [] as Match[]]));
    for (const [one, list] of lists) {
      if (one.listing.kind !== 'offer') continue;
      for (const other of this.#candidates(one)) {
        const match = this.#match(one, other);
        if (match === null) continue;
        insert(list, one, match);
        insert(lists.get(other) ?? [], other, { ...match, listing: one.listing, hash: one.hash });
      }
    }
    for (const [{ listing }, list] of lists) this.#lists.set(listing.documentId, list);
  }

  #add(listing: Listing): Filed[] {
    const filed = this.#file?.(listing);
    if (filed === undefined) return [];
    this.#byId.set(listing.documentId, filed);
    for (const place of filed.own) {
      const group = this.#byPlace.get(place);
      if (group === undefined) this.#byPlace.set(place, new Set([filed]));
      else group.add(filed);
    }
    return [filed];
  }

  #remove(documentId: string | undefined): Filed | undefined {
    const filed = this.#byId.get(documentId ?? '');
    if (filed === undefined) return undefined;
    this.#byId.delete(filed.listing.documentId);
    for (const place of filed.own) {
      const group = this.#byPlace.get(place);
      group?.delete(filed);
      if (group?.size === 0) this.#byPlace.delete(place);
    }
    return filed;
  }

  #forget(documentId: string): void {
    this.#lists.delete(documentId);
    this.#sources.tags.touch(`matches:${documentId}`);
  }

  /** Each once. */
  #candidates({ sought }: Filed): Filed[] {
    this.#looks += 1;
    const found: Filed[] = [];
    for (const place of sought) {
      for (const other of this.#byPlace.get(place) ?? []) {
        if (other.metBy === this.#looks) continue;
        other.metBy = this.#looks;
        found.push(other);
      }
    }
    return found;
  }

  #find(one: Filed): readonly Match[] {
    const list: Match[] = [];
    for (const other of this.#candidates(one)) {
      const match = this.#match(one, other);
      if (match !== null) insert(list, one, match);
    }
    return list;
  }

  #match(one: Filed, other: Filed): Match | null {
    const fit = fitOf(one, other);
    if (fit === 0) return null;
    const { listing, hash } = other;
    const distanceKm = this.#sources.places.distance(
      one.listing.municipality,
      listing.municipality,
    );
    return { listing, distanceKm, fit: fit * nearness(distanceKm), hash };
  }

  #comesInto(list: readonly Match[], one: Filed, other: Filed): boolean {
    const match = this.#match(one, other);
    return match !== null && isAmongBest(list, one, match);
  }
}

function isAmongBest(list: readonly Match[], one: Filed, match: Match): boolean {
  const last = list[MOST - 1];
  return last === undefined || compare(one, match, last) < 0;
}

/** Puts a match into the list of the best, if it is one of them. */
function insert(list: Match[], one: Filed, match: Match): void {
  if (!isAmongBest(list, one, match)) return;
  const place = list.findIndex((other) => compare(one, match, other) < 0);
  list.splice(place === -1 ? list.length : place, 0, match);
  list.length = Math.min(list.length, MOST);
}

/** Equals come in an order of their own for each list, so that a new one does not enter them all. */
function compare({ hash }: Filed, a: Match, b: Match): number {
  if (a.fit !== b.fit) return b.fit - a.fit;
  const lots = mixHashes(hash, a.hash) - mixHashes(hash, b.hash);
  return lots !== 0 ? lots : a.listing.documentId < b.listing.documentId ? -1 : 1;
}

/** Among all categories. */
const EVERYWHERE = 0;

/**
 * A term leads to listings with the same first category; only one that says what a thing is leads
 * further. What a listing means, another has to say: two that mean the same may say quite another.
 *
 * @param matchable - The listing with what is known of it.
 * @param scope - Number of its first category, above {@link EVERYWHERE}.
 */
function fileOf(matchable: Matchable, scope: number): Filed {
  const { listing, profile } = matchable;
  const isOffer = listing.kind === 'offer';
  const own: number[] = [];
  const sought: number[] = [];
  const file = ({ numbers, weights }: WeightedTerms, isSaid: boolean) => {
    for (const [index, term] of numbers.entries()) {
      const isStrong = (weights[index] ?? 0) >= STRONG * WEIGHT_UNIT;
      for (const within of isStrong ? [scope, EVERYWHERE] : [scope]) {
        own.push(placeNumber(term, within, isOffer, isSaid));
        sought.push(placeNumber(term, within, !isOffer, true));
        if (isSaid) sought.push(placeNumber(term, within, !isOffer, false));
      }
    }
  };
  file(profile.said, true);
  file(profile.meant, false);
  return { ...matchable, own, sought, hash: fnv1a(listing.documentId), metBy: 0 };
}

/** More categories of the first level nobody could oversee. */
const MOST_SCOPES = 1_000;

/** Number of the place of those offers or requests that say or mean a term. */
function placeNumber(term: number, scope: number, isOffer: boolean, isSaid: boolean): number {
  return ((term * MOST_SCOPES + (scope % MOST_SCOPES)) * 2 + Number(isOffer)) * 2 + Number(isSaid);
}
