import type { SuccessStory } from '../contract/index.ts';
import { groupBy, need, uniqueBy } from './index-of.ts';
import { PagedList } from './paged-list.ts';

const PAGE_LENGTHS = { min: 18, average: 30, max: 48 };

/** The success stories of a region, newest first, and what they are about. */
export class StoryIndex {
  readonly all: readonly SuccessStory[];
  readonly pages: PagedList<SuccessStory>;
  readonly #bySlug: ReadonlyMap<string, SuccessStory>;
  readonly #byGiver: ReadonlyMap<string, readonly SuccessStory[]>;
  readonly #byReceiver: ReadonlyMap<string, readonly SuccessStory[]>;
  readonly #byListing: ReadonlyMap<string, readonly SuccessStory[]>;
  readonly #byPlace: ReadonlyMap<string, readonly SuccessStory[]>;
  readonly #next = new Map<SuccessStory, SuccessStory>();

  constructor(stories: readonly SuccessStory[]) {
    this.all = stories.toSorted((a, b) => {
      if (a.publishedOn !== b.publishedOn) return a.publishedOn < b.publishedOn ? 1 : -1;
      return a.documentId < b.documentId ? -1 : 1;
    });
    this.pages = new PagedList('/erfolge/', this.all, PAGE_LENGTHS);
    this.#bySlug = uniqueBy(this.all, ({ slug }) => slug, 'address of a success story');
    this.#byGiver = groupBy(this.all, ({ givers }) => givers);
    this.#byReceiver = groupBy(this.all, ({ receivers }) => receivers);
    this.#byListing = groupBy(this.all, ({ listings }) => listings);
    this.#byPlace = groupBy(this.all, ({ municipality }) =>
      municipality === null ? [] : [municipality],
    );
    for (const [index, story] of this.all.entries()) {
      const next = this.all[index + 1] ?? this.all[0];
      if (next !== undefined) this.#next.set(story, next);
    }
  }

  /** The story with an address. */
  bySlug(slug: string): SuccessStory {
    return need(this.#bySlug.get(slug), `a success story with the address ${slug}`);
  }

  /** The newest stories. */
  newest(count: number): readonly SuccessStory[] {
    return this.all.slice(0, count);
  }

  /** Stories in which an organisation gave something. */
  givenBy(organisationId: string): readonly SuccessStory[] {
    return this.#byGiver.get(organisationId) ?? [];
  }

  /** Stories in which an organisation received something. */
  receivedBy(organisationId: string): readonly SuccessStory[] {
    return this.#byReceiver.get(organisationId) ?? [];
  }

  /** Stories that a listing led to. */
  aboutListing(listingId: string): readonly SuccessStory[] {
    return this.#byListing.get(listingId) ?? [];
  }

  /** Stories that happened in a municipality. */
  inPlace(municipalityId: string): readonly SuccessStory[] {
    return this.#byPlace.get(municipalityId) ?? [];
  }

  /** The story published before one, or, after the oldest, the newest; null if there is no other. */
  next(story: SuccessStory): SuccessStory | null {
    const next = this.#next.get(story);
    return next === undefined || next === story ? null : next;
  }
}
