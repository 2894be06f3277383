import type { Organisation } from '../contract/index.ts';
import { compareText } from '../lib/compare-text.ts';
import { need, uniqueBy } from './index-of.ts';
import { PagedList } from './paged-list.ts';
import { SortedGroups } from './sorted-groups.ts';
import type { TagLog } from './tags.ts';

const PAGE_LENGTHS = { min: 48, average: 72, max: 108 };

/** The group of all organisations. */
const ALL = 'all';

/** The organisations of a region by name, in German order. */
export class OrganisationIndex {
  readonly pages: PagedList<Organisation>;
  readonly #tags: TagLog;
  readonly #byId: Map<string, Organisation>;
  readonly #bySlug: Map<string, Organisation>;
  /** All, and those of each municipality. */
  readonly #groups = new SortedGroups<Organisation>(byName, ({ municipality }) => [
    ALL,
    placeKey(municipality),
  ]);

  constructor(organisations: readonly Organisation[], tags: TagLog) {
    this.#tags = tags;
    const ordered = organisations.toSorted(byName);
    this.#byId = new Map(uniqueBy(ordered, ({ documentId }) => documentId, 'document id'));
    this.#bySlug = new Map(uniqueBy(ordered, ({ slug }) => slug, 'address of an organisation'));
    this.#groups.fill(ordered);
    this.pages = new PagedList({
      name: 'organisations',
      items: () => this.#groups.get(ALL),
      lengths: PAGE_LENGTHS,
      tags,
    });
  }

  /** All organisations. For what is made of the whole site; pages ask for less. */
  get all(): readonly Organisation[] {
    this.#tags.read('organisations');
    return this.#groups.get(ALL);
  }

  /** What the addresses of all organisations are made of. */
  get addresses(): readonly Pick<Organisation, 'slug'>[] {
    this.#tags.read('addresses of organisations');
    return this.#groups.get(ALL);
  }

  /** How many there are. */
  get count(): number {
    this.#tags.read('count:organisations');
    return this.#groups.get(ALL).length;
  }

  /** The organisation with a document id. */
  get(id: string): Organisation {
    this.#tags.read(`organisation:${id}`);
    return need(this.#byId.get(id), `the organisation ${id}`);
  }

  /** The organisation with an address. */
  bySlug(slug: string): Organisation {
    const found = this.#bySlug.get(slug);
    return this.get(need(found, `an organisation with the address ${slug}`).documentId);
  }

  /** Organisations in a municipality. */
  inPlace(municipalityId: string): readonly Organisation[] {
    this.#tags.read(`organisations-in:${municipalityId}`);
    return this.#groups.get(placeKey(municipalityId));
  }

  /** Puts organisations in the place of others. */
  replace(
    changes: readonly {
      before?: Organisation | undefined;
      after?: Organisation | undefined;
    }[],
  ): void {
    if (changes.length === 0) return;
    const count = this.#byId.size;
    for (const { before } of changes) {
      if (before === undefined) continue;
      this.#byId.delete(before.documentId);
      this.#bySlug.delete(before.slug);
      this.#groups.remove(before);
    }
    for (const { after } of changes) {
      if (after === undefined) continue;
      this.#byId.set(after.documentId, after);
      this.#bySlug.set(after.slug, after);
      this.#groups.add(after);
    }
    this.pages.update();
    this.#tags.touch('organisations');
    if (this.#byId.size !== count) this.#tags.touch('count:organisations');
    for (const { before, after } of changes) {
      if (before?.slug !== after?.slug) this.#tags.touch('addresses of organisations');
      for (const organisation of [before, after]) {
        if (organisation === undefined) continue;
        this.#tags.touch(`organisation:${organisation.documentId}`);
        this.#tags.touch(`organisations-in:${organisation.municipality}`);
      }
    }
  }
}

const GERMAN = new Intl.Collator('de');

function byName(a: Organisation, b: Organisation): number {
  return GERMAN.compare(a.name, b.name) || compareText(a.documentId, b.documentId);
}

function placeKey(municipalityId: string): string {
  return `place ${municipalityId}`;
}
