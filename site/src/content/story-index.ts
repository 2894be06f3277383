import type { SuccessStory } from '../contract/index.ts';
import { newestFirst } from '../lib/newest-first.ts';
import { need, uniqueBy } from './index-of.ts';
import { PagedList } from './paged-list.ts';
import { SortedGroups } from './sorted-groups.ts';
import type { TagLog } from './tags.ts';

const PAGE_LENGTHS = { min: 18, average: 30, max: 48 };

/** The group of all stories. */
const ALL = 'all';

/** The success stories of a region, newest first, and what they are about. */
export class StoryIndex {
  readonly pages: PagedList<SuccessStory>;
  readonly #tags: TagLog;
  readonly #bySlug: Map<string, SuccessStory>;
  /** All, and by {@link relationKeys}. */
  readonly #groups = new SortedGroups<SuccessStory>(newestFirst, (story) => [
    ALL,
    ...relationKeys(story),
  ]);

  constructor(stories: readonly SuccessStory[], tags: TagLog) {
    this.#tags = tags;
    const ordered = stories.toSorted(newestFirst);
    this.#bySlug = new Map(uniqueBy(ordered, ({ slug }) => slug, 'address of a success story'));
    this.#groups.fill(ordered);
    this.pages = new PagedList({
      name: 'stories',
      items: () => this.#groups.get(ALL),
      lengths: PAGE_LENGTHS,
      tags,
    });
  }

  /** All stories. For what is made of the whole site; pages ask for less. */
  get all(): readonly SuccessStory[] {
    this.#tags.read('stories');
    return this.#groups.get(ALL);
  }

  /** What the addresses of all stories are made of. */
  get addresses(): readonly Pick<SuccessStory, 'slug'>[] {
    this.#tags.read('addresses of stories');
    return this.#groups.get(ALL);
  }

  /** The story with an address. */
  bySlug(slug: string): SuccessStory {
    return need(this.findBySlug(slug), `a success story with the address ${slug}`);
  }

  /** The story with an address; undefined if there is none, which leaves no tag. */
  findBySlug(slug: string): SuccessStory | undefined {
    const story = this.#bySlug.get(slug);
    if (story !== undefined) this.#tags.read(`success-story:${story.documentId}`);
    return story;
  }

  /** The newest stories. */
  newest(count: number): readonly SuccessStory[] {
    return this.all.slice(0, count);
  }

  /** Stories in which an organisation gave something. */
  givenBy(organisationId: string): readonly SuccessStory[] {
    return this.#related(`giver:${organisationId}`);
  }

  /** Stories in which an organisation received something. */
  receivedBy(organisationId: string): readonly SuccessStory[] {
    return this.#related(`receiver:${organisationId}`);
  }

  /** Stories that a listing led to. */
  aboutListing(listingId: string): readonly SuccessStory[] {
    return this.#related(`story-of:${listingId}`);
  }

  /** Stories that happened in a municipality. */
  inPlace(municipalityId: string): readonly SuccessStory[] {
    return this.#related(`stories-in:${municipalityId}`);
  }

  /** The story published before one, or, after the oldest, the newest; null if there is no other. */
  next(story: SuccessStory): SuccessStory | null {
    this.#tags.read(`next:${story.documentId}`);
    const next = this.#groups.after(ALL, story);
    return next === story ? null : (next ?? null);
  }

  /** Puts stories in the place of others. */
  replace(
    changes: readonly {
      before?: SuccessStory | undefined;
      after?: SuccessStory | undefined;
    }[],
  ): void {
    if (changes.length === 0) return;
    for (const { before } of changes) {
      if (before === undefined) continue;
      this.#bySlug.delete(before.slug);
      this.#groups.remove(before);
      this.#touchLeading(before);
    }
    for (const { after } of changes) {
      if (after === undefined) continue;
      this.#bySlug.set(after.slug, after);
      this.#groups.add(after);
      this.#touchLeading(after);
      this.#tags.touch(`next:${after.documentId}`);
    }
    this.pages.update();
    this.#tags.touch('stories');
    for (const { before, after } of changes) {
      if (before?.slug !== after?.slug) this.#tags.touch('addresses of stories');
      for (const story of [before, after]) {
        if (story === undefined) continue;
        this.#tags.touch(`success-story:${story.documentId}`);
        for (const key of relationKeys(story)) this.#tags.touch(key);
      }
    }
  }

  /** Touches the story that leads to a place in the order of all. */
  #touchLeading(place: SuccessStory): void {
    const leading = this.#groups.before(ALL, place);
    if (leading !== undefined) this.#tags.touch(`next:${leading.documentId}`);
  }

  #related(key: string): readonly SuccessStory[] {
    this.#tags.read(key);
    return this.#groups.get(key);
  }
}

/** Everything that pages find a story by; also the tags of these questions. */
function relationKeys({ givers, receivers, listings, municipality }: SuccessStory): string[] {
  return [
    ...givers.map((id) => `giver:${id}`),
    ...receivers.map((id) => `receiver:${id}`),
    ...listings.map((id) => `story-of:${id}`),
    ...(municipality === null ? [] : [`stories-in:${municipality}`]),
  ];
}
