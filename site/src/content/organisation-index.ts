import type { Organisation } from '../contract/index.ts';
import { groupBy, need, uniqueBy } from './index-of.ts';
import { PagedList } from './paged-list.ts';
import type { TagLog } from './tags.ts';

const PAGE_LENGTHS = { min: 48, average: 72, max: 108 };

interface Filed {
  all: readonly Organisation[];
  byId: ReadonlyMap<string, Organisation>;
  bySlug: ReadonlyMap<string, Organisation>;
  byPlace: ReadonlyMap<string, readonly Organisation[]>;
}

/** The organisations of a region by name, in German order. */
export class OrganisationIndex {
  readonly pages: PagedList<Organisation>;
  readonly #tags: TagLog;
  #filed: Filed;

  constructor(organisations: readonly Organisation[], tags: TagLog) {
    this.#tags = tags;
    this.#filed = file(organisations);
    this.pages = new PagedList({
      name: 'organisations',
      items: () => this.#filed.all,
      lengths: PAGE_LENGTHS,
      tags,
    });
  }

  /** All organisations. For what is made of the whole site; pages ask for less. */
  get all(): readonly Organisation[] {
    this.#tags.read('organisations');
    return this.#filed.all;
  }

  /** How many there are. */
  get count(): number {
    this.#tags.read('count:organisations');
    return this.#filed.all.length;
  }

  /** The organisation with a document id. */
  get(id: string): Organisation {
    this.#tags.read(`organisation:${id}`);
    return need(this.#filed.byId.get(id), `the organisation ${id}`);
  }

  /** The organisation with an address. */
  bySlug(slug: string): Organisation {
    const found = this.#filed.bySlug.get(slug);
    return this.get(need(found, `an organisation with the address ${slug}`).documentId);
  }

  /** Organisations in a municipality. */
  inPlace(municipalityId: string): readonly Organisation[] {
    this.#tags.read(`organisations-in:${municipalityId}`);
    return this.#filed.byPlace.get(municipalityId) ?? [];
  }

  /** Puts organisations in the place of others. */
  replace(
    changes: readonly {
      before?: Organisation | undefined;
      after?: Organisation | undefined;
    }[],
  ): void {
    if (changes.length === 0) return;
    const gone = new Set(changes.map(({ before }) => before));
    const come = changes.flatMap(({ after }) => after ?? []);
    const count = this.#filed.all.length;
    this.#filed = file([...this.#filed.all.filter((item) => !gone.has(item)), ...come]);
    this.pages.update();
    this.#tags.touch('organisations');
    if (this.#filed.all.length !== count) this.#tags.touch('count:organisations');
    for (const { before, after } of changes) {
      for (const organisation of [before, after]) {
        if (organisation === undefined) continue;
        this.#tags.touch(`organisation:${organisation.documentId}`);
        this.#tags.touch(`organisations-in:${organisation.municipality}`);
      }
    }
  }
}

const GERMAN = new Intl.Collator('de');

function file(organisations: readonly Organisation[]): Filed {
  const all = organisations.toSorted(
    (a, b) => GERMAN.compare(a.name, b.name) || (a.documentId < b.documentId ? -1 : 1),
  );
  return {
    all,
    byId: uniqueBy(all, ({ documentId }) => documentId, 'document id'),
    bySlug: uniqueBy(all, ({ slug }) => slug, 'address of an organisation'),
    byPlace: groupBy(all, ({ municipality }) => [municipality]),
  };
}
