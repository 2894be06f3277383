import { distanceKm } from './distance.ts';
import {
  DAY_FIELDS,
  dayColumn,
  daysBetween,
  type DayColumn,
  type DayField,
} from './search-days.ts';
import { facetValues } from './search-facets.ts';
import type { SearchDocument } from './search-document.ts';
import { RADII_KM, type RadiusKm } from './search-near.ts';
import { FACETS, type FacetName, type SearchConditions, type SearchNear } from './search-params.ts';

/** Name of the table's file beside the index. */
export const TABLE_FILE = 'documents.json';

/** The table as it lies on the disk: columns, because equal things beside each other compress well. */
export interface TableFile {
  /** The engine's names of the documents. */
  ids: string[];
  days: Record<DayField, DayColumn>;
  /** For each facet its values, and for each document the numbers of those that it has. */
  facets: Record<FacetName, { values: string[]; rows: number[][] }>;
  /** Latitude and longitude of each value of the facet `place`. */
  coordinates: [number, number][];
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
  const facets = Object.fromEntries(FACETS.map((name) => [name, column(name)]));
  const places = new Map(documents.map(({ place }) => [place?.slug, place]));
  return {
    ids: documents.map(idOf),
    days: Object.fromEntries(
      DAY_FIELDS.map((field) => [field, dayColumn(documents, field)]),
    ) as TableFile['days'],
    facets: facets as TableFile['facets'],
    coordinates: (facets['place']?.values ?? []).map((slug) => {
      const place = places.get(slug);
      return [place?.latitude ?? 0, place?.longitude ?? 0];
    }),
  };
}

/** What of some documents meets the conditions beside the text. */
export interface Selection {
  /** In the order in which they were given. */
  ids: string[];
  /**
   * For each facet the number of documents of each value, all other conditions kept: the other values
   * of a facet can still be added.
   */
  facets: Record<FacetName, Record<string, number>>;
  /** For each radius the same; empty without an origin. */
  withinKm: Partial<Record<RadiusKm, number>>;
}

/** What filtering, counting and sorting need of a region's documents, without their texts. */
export class SearchTable {
  readonly #file: TableFile;
  readonly #rowOf: ReadonlyMap<string, number>;
  /** Day on which the newest document was published. */
  readonly #newest: number;

  constructor(file: TableFile) {
    this.#file = file;
    this.#newest = file.days.publishedOn.rows.reduce<number>(
      (latest, day) => Math.max(latest, day ?? 0),
      0,
    );
    this.#rowOf = new Map(file.ids.map((id, row) => [id, row]));
  }

  /** All documents. */
  get ids(): readonly string[] {
    return this.#file.ids;
  }

  /** Values of a document in a facet. */
  valuesOf(id: string, name: FacetName): string[] {
    const { values, rows } = this.#file.facets[name];
    return (rows[this.#row(id)] ?? []).map((number) => values[number] ?? '');
  }

  /** Age of a document in days, counted from the newest of the table; null without a day. */
  ageOf(id: string): number | null {
    const day = this.#file.days.publishedOn.rows[this.#row(id)];
    return day == null ? null : this.#newest - day;
  }

  /** The same documents, the newest first, those without a day last. */
  newestFirst(ids: readonly string[] = this.ids): string[] {
    const { rows } = this.#file.days.publishedOn;
    return this.#sortedBy(ids, (row) => -(rows[row] ?? Number.NEGATIVE_INFINITY));
  }

  /** The same documents, those first that leave the site first, those that stay last. */
  endingFirst(ids: readonly string[]): string[] {
    const { rows } = this.#file.days.endsOn;
    return this.#sortedBy(ids, (row) => rows[row] ?? Number.POSITIVE_INFINITY);
  }

  /** The same documents, the nearest first, those without a place last. */
  nearestFirst(ids: readonly string[], near: SearchNear): string[] {
    const distanceOf = this.#distances(near);
    return this.#sortedBy(ids, (row) => distanceOf(row) ?? Number.POSITIVE_INFINITY);
  }

  /** Filters and counts documents in one pass. */
  select(ids: readonly string[], conditions: Omit<SearchConditions, 'text' | 'sort'>): Selection {
    const { near } = conditions;
    const isAvailable = this.#availability(conditions);
    const distanceOf = near === null ? () => undefined : this.#distances(near);
    const counters = FACETS.map((name) => this.#counter(name, conditions.filters[name]));
    const within = RADII_KM.map(() => 0);
    const found: string[] = [];
    for (const id of ids) {
      const row = this.#row(id);
      if (row === -1 || !isAvailable(row)) continue;
      const distance = distanceOf(row);
      const isNear =
        near?.radiusKm == null || (distance !== undefined && distance <= near.radiusKm);
      const missed = counters.filter(({ accepts }) => !accepts(row));
      const [onlyMissed] = missed;
      // A document counts for a condition if it meets all others.
      if (missed.length === 0 && distance !== undefined) {
        RADII_KM.forEach((radius, index) => {
          if (distance <= radius) within[index] = (within[index] ?? 0) + 1;
        });
      }
      if (!isNear) continue;
      if (onlyMissed === undefined) {
        found.push(id);
        for (const { add } of counters) add(row);
      } else if (missed.length === 1) onlyMissed.add(row);
    }
    return {
      ids: found,
      facets: Object.fromEntries(
        counters.map(({ name, counts }) => [name, counts()]),
      ) as Selection['facets'],
      withinKm: near === null ? {} : Object.fromEntries(RADII_KM.map((km, i) => [km, within[i]])),
    };
  }

  #counter(name: FacetName, chosen: readonly string[]) {
    const { values, rows } = this.#file.facets[name];
    const wanted = new Set(chosen.map((value) => values.indexOf(value)));
    const numbers = values.map(() => 0);
    return {
      name,
      accepts: (row: number) =>
        chosen.length === 0 || (rows[row]?.some((number) => wanted.has(number)) ?? false),
      add: (row: number) => {
        for (const number of rows[row] ?? []) numbers[number] = (numbers[number] ?? 0) + 1;
      },
      counts: () =>
        Object.fromEntries(values.map((value, number) => [value, numbers[number] ?? 0])),
    };
  }

  #availability({
    availableFrom,
    availableUntil,
  }: Pick<SearchConditions, 'availableFrom' | 'availableUntil'>): (row: number) => boolean {
    const first = availableFrom ?? availableUntil;
    const last = availableUntil ?? availableFrom;
    if (first === null || last === null) return () => true;
    const { availableFrom: from, availableUntil: until, endsOn } = this.#file.days;
    const earliest = daysBetween(from.first, first);
    const latest = daysBetween(until.first, last);
    return (row) => {
      // Only what leaves the site some day is a listing.
      if (endsOn.rows[row] == null) return false;
      const start = from.rows[row];
      const end = until.rows[row];
      return (start == null || start <= earliest) && (end == null || end >= latest);
    };
  }

  /** For a row its distance from a place, in kilometres; undefined if it is nowhere. */
  #distances({ origin }: SearchNear): (row: number) => number | undefined {
    const byPlace = this.#file.coordinates.map(([latitude, longitude]) =>
      distanceKm(origin, { latitude, longitude }),
    );
    const { rows } = this.#file.facets.place;
    return (row) => {
      const [place] = rows[row] ?? [];
      return place === undefined ? undefined : byPlace[place];
    };
  }

  #sortedBy(ids: readonly string[], valueOf: (row: number) => number): string[] {
    return ids
      .map((id) => ({ id, value: valueOf(this.#row(id)) }))
      .sort((a, b) => (a.value < b.value ? -1 : a.value > b.value ? 1 : 0))
      .map(({ id }) => id);
  }

  /** Number of a document's row; of one that is not there, a row that is not there. */
  #row(id: string): number {
    return this.#rowOf.get(id) ?? -1;
  }
}
