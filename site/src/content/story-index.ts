import type { SuccessStory } from '../contract/index.ts';
import { groupBy, need, uniqueBy } from './index-of.ts';
import { PagedList } from './paged-list.ts';
import type { TagLog } from './tags.ts';

const PAGE_LENGTHS = { min: 18, average: 30, max: 48 };

interface Filed {
  all: readonly SuccessStory[];
  bySlug: ReadonlyMap<string, SuccessStory>;
  /** By {@link relationKeys}. */
  byRelation: ReadonlyMap<string, readonly SuccessStory[]>;
  next: ReadonlyMap<string, SuccessStory>;
}

/** The success stories of a region, newest first, and what they are about. */
export class StoryIndex {
  readonly pages: PagedList<SuccessStory>;
  readonly #tags: TagLog;
  #filed: Filed;

  constructor(stories: readonly SuccessStory[], tags: TagLog) {
    this.#tags = tags;
    this.#filed = file(stories);
    this.pages = new PagedList({
      name: 'stories',
      items: () => this.#filed.all,
      lengths: PAGE_LENGTHS,
      tags,
    });
  }

  /** All stories. For what is made of the whole site; pages ask for less. */
  get all(): readonly SuccessStory[] {
    this.#tags.read('stories');
    return this.#filed.all;
  }

  /** The story with an address. */
  bySlug(slug: string): SuccessStory {
    return need(this.findBySlug(slug), `a success story with the address ${slug}`);
  }

  /** The story with an address; undefined if there is none, which leaves no tag. */
  findBySlug(slug: string): SuccessStory | undefined {
    const story = this.#filed.bySlug.get(slug);
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
  next({ documentId }: SuccessStory): SuccessStory | null {
    this.#tags.read(`next:${documentId}`);
    return this.#filed.next.get(documentId) ?? null;
  }

  /** Puts stories in the place of others. */
  replace(
    changes: readonly {
      before?: SuccessStory | undefined;
      after?: SuccessStory | undefined;
    }[],
  ): void {
    if (changes.length === 0) return;
    const gone = new Set(changes.map(({ before }) => before));
    const come = changes.flatMap(({ after }) => after ?? []);
    const { next } = this.#filed;
    this.#filed = file([...this.#filed.all.filter((item) => !gone.has(item)), ...come]);
    this.pages.update();
    this.#tags.touch('stories');
    for (const { before, after } of changes) {
      for (const story of [before, after]) {
        if (story === undefined) continue;
        this.#tags.touch(`success-story:${story.documentId}`);
        for (const key of relationKeys(story)) this.#tags.touch(key);
      }
    }
    for (const { documentId } of this.#filed.all) {
      if (next.get(documentId) !== this.#filed.next.get(documentId)) {
        this.#tags.touch(`next:${documentId}`);
      }
    }
  }

  #related(key: string): readonly SuccessStory[] {
    this.#tags.read(key);
    return this.#filed.byRelation.get(key) ?? [];
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

function file(stories: readonly SuccessStory[]): Filed {
  const all = stories.toSorted((a, b) => {
    if (a.publishedOn !== b.publishedOn) return a.publishedOn < b.publishedOn ? 1 : -1;
    return a.documentId < b.documentId ? -1 : 1;
  });
  const next = new Map<string, SuccessStory>();
  for (const [index, { documentId }] of all.entries()) {
    const following = all[index + 1] ?? all[0];
    if (following !== undefined && following.documentId !== documentId) {
      next.set(documentId, following);
    }
  }
  return {
    all,
    bySlug: uniqueBy(all, ({ slug }) => slug, 'address of a success story'),
    byRelation: groupBy(all, relationKeys),
    next,
  };
}
