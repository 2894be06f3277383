import type { Category } from '../contract/index.ts';
import { groupBy, need, uniqueBy } from './index-of.ts';

/** The categories: a tree of two levels in the editors' order. */
export class CategoryTree {
  /** The first level. */
  readonly top: readonly Category[];
  readonly all: readonly Category[];
  readonly #byId: ReadonlyMap<string, Category>;
  readonly #byKey: ReadonlyMap<string, Category>;
  readonly #bySlug: ReadonlyMap<string, Category>;
  readonly #children: ReadonlyMap<string, readonly Category[]>;

  constructor(categories: readonly Category[]) {
    const ordered = categories.toSorted(
      (a, b) => a.position - b.position || a.documentId.localeCompare(b.documentId),
    );
    this.top = ordered.filter(({ parent }) => parent === null);
    this.#children = groupBy(ordered, ({ parent }) => (parent === null ? [] : [parent]));
    this.all = this.top.flatMap((parent) => [parent, ...this.childrenOf(parent)]);
    this.#byId = uniqueBy(categories, ({ documentId }) => documentId, 'document id');
    this.#byKey = uniqueBy(categories, ({ key }) => key, 'key of a category');
    this.#bySlug = uniqueBy(categories, ({ slug }) => slug, 'address of a category');
  }

  /** The category with a document id. */
  get(id: string): Category {
    return need(this.#byId.get(id), `the category ${id}`);
  }

  /** The category with a stable key, if there is one. */
  byKey(key: string): Category | undefined {
    return this.#byKey.get(key);
  }

  /** The category with an address. */
  bySlug(slug: string): Category {
    return need(this.#bySlug.get(slug), `a category with the address ${slug}`);
  }

  /** The categories below one, in order. */
  childrenOf({ documentId }: Pick<Category, 'documentId'>): readonly Category[] {
    return this.#children.get(documentId) ?? [];
  }

  /** The category above one; null at the top. */
  parentOf({ parent }: Pick<Category, 'parent'>): Category | null {
    return parent === null ? null : this.get(parent);
  }

  /** The category of the first level that one belongs to: its parent or itself. */
  topOf(category: Category): Category {
    return this.parentOf(category) ?? category;
  }
}
