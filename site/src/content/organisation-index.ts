import type { Organisation } from '../contract/index.ts';
import { groupBy, need, uniqueBy } from './index-of.ts';
import { PagedList } from './paged-list.ts';

const PAGE_LENGTHS = { min: 48, average: 72, max: 108 };

/** The organisations of a region by name, in German order. */
export class OrganisationIndex {
  readonly all: readonly Organisation[];
  readonly pages: PagedList<Organisation>;
  readonly #byId: ReadonlyMap<string, Organisation>;
  readonly #bySlug: ReadonlyMap<string, Organisation>;
  readonly #byPlace: ReadonlyMap<string, readonly Organisation[]>;

  constructor(organisations: readonly Organisation[]) {
    const german = new Intl.Collator('de');
    this.all = organisations.toSorted(
      (a, b) => german.compare(a.name, b.name) || (a.documentId < b.documentId ? -1 : 1),
    );
    this.#byId = uniqueBy(this.all, ({ documentId }) => documentId, 'document id');
    this.pages = new PagedList('/organisationen/', this.all, PAGE_LENGTHS);
    this.#bySlug = uniqueBy(this.all, ({ slug }) => slug, 'address of an organisation');
    this.#byPlace = groupBy(this.all, ({ municipality }) => [municipality]);
  }

  /** The organisation with a document id. */
  get(id: string): Organisation {
    return need(this.#byId.get(id), `the organisation ${id}`);
  }

  /** The organisation with an address. */
  bySlug(slug: string): Organisation {
    return need(this.#bySlug.get(slug), `an organisation with the address ${slug}`);
  }

  /** Organisations in a municipality. */
  inPlace(municipalityId: string): readonly Organisation[] {
    return this.#byPlace.get(municipalityId) ?? [];
  }
}
