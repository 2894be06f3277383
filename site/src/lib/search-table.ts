import { facetValues } from './search-facets.ts';
import type { SearchDocument } from './search-document.ts';
import { FACETS, type FacetName, type FacetSelection } from './search-params.ts';

/** Name of the table's file beside the index. */
export const TABLE_FILE = 'documents.json';

/** The table as it lies on the disk: columns, because equal things beside each other compress well. */
export interface TableFile {
  /** The engine's names of the documents. */
  ids: string[];
  /** `YYYY-MM-DD`, or empty. */
  days: string[];
  /** For each facet its values, and for each document the numbers of those that it has. */
  facets: Record<FacetName, { values: string[]; rows: number[][] }>;
}

/** Makes the table of documents. */
export function tableOf(
  documents: readonly SearchDocument[],
  idOf: (document: SearchDocument) => string,
): TableFile {
  const rows = documents.map(facetValues);
  const column = (name: FacetName) => {
    const values = [...new Set(rows.flatMap((row) => row[name]))].sort();
    const numbers = new Map(values.map((value, number) => [value, number]));
    return { values, rows: rows.map((row) => row[name].map((value) => numbers.get(value) ?? 0)) };
  };
  return {
    ids: documents.map(idOf),
    days: documents.map(({ publishedOn }) => publishedOn ?? ''),
    facets: Object.fromEntries(FACETS.map((name) => [name, column(name)])) as TableFile['facets'],
  };
}

/** What filtering, counting and sorting need of a region's documents, without their texts. */
export class SearchTable {
  readonly #file: TableFile;
  readonly #rowOf: ReadonlyMap<string, number>;

  constructor(file: TableFile) {
    this.#file = file;
    this.#rowOf = new Map(file.ids.map((id, row) => [id, row]));
  }

  /** All documents, the newest first; those without a day last. */
  newestFirst(ids: readonly string[] = this.#file.ids): string[] {
    const dayOf = (id: string) => this.#file.days[this.#row(id)] ?? '';
    return ids.toSorted((a, b) => (dayOf(a) < dayOf(b) ? 1 : dayOf(a) > dayOf(b) ? -1 : 0));
  }

  /** Values of a document in a facet. */
  valuesOf(id: string, name: FacetName): string[] {
    const { values, rows } = this.#file.facets[name];
    return (rows[this.#row(id)] ?? []).map((number) => values[number] ?? '');
  }

  /** Those documents that have one of the chosen values in every facet with a choice. */
  filter(ids: readonly string[], chosen: FacetSelection, ignored?: FacetName): string[] {
    const asked = FACETS.filter((name) => name !== ignored && chosen[name].length > 0);
    if (asked.length === 0) return [...ids];
    const wanted = asked.map((name) => {
      const { values, rows } = this.#file.facets[name];
      return { rows, numbers: new Set(chosen[name].map((value) => values.indexOf(value))) };
    });
    return ids.filter((id) => {
      const row = this.#row(id);
      return wanted.every(({ rows, numbers }) => rows[row]?.some((number) => numbers.has(number)));
    });
  }

  /**
   * For each facet the number of documents of each value, the choices in other facets kept: the other
   * values of a facet can still be added.
   */
  count(ids: readonly string[], chosen: FacetSelection): Record<FacetName, Record<string, number>> {
    return Object.fromEntries(
      FACETS.map((name) => {
        const { values, rows } = this.#file.facets[name];
        const counts = values.map(() => 0);
        for (const id of this.filter(ids, chosen, name)) {
          for (const number of rows[this.#row(id)] ?? []) {
            counts[number] = (counts[number] ?? 0) + 1;
          }
        }
        return [name, Object.fromEntries(values.map((value, number) => [value, counts[number]]))];
      }),
    ) as Record<FacetName, Record<string, number>>;
  }

  /** Number of a document's row; of one that is not there, a row that is not there. */
  #row(id: string): number {
    return this.#rowOf.get(id) ?? -1;
  }
}
