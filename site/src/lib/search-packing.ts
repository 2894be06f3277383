import { fnv1a } from './hash.ts';
import { toCharacter, toNumber } from './search-characters.ts';
import { DAY_FIELDS, daysBetween, type DayField } from './search-days.ts';
import { FACETS, type FacetName } from './search-params.ts';
import type { TableFile } from './search-table.ts';

/**
 * The table as it goes over the wire: a character for each document, which compresses to half of what
 * numbers take. The engine's names of the documents are not in it: the engine knows them, and lists
 * them in the same order.
 */
export interface PackedTable {
  /** Number of documents, and what their names add up to. */
  count: number;
  names: string;
  /** Days after publication; for the day of publication itself, days after the first. */
  days: Record<DayField, string>;
  /** First day of publication. */
  firstDay: string;
  /** For each facet its values, the sets of them that documents have, and each document's set. */
  facets: Record<FacetName, { values: string[]; sets: number[][]; rows: string }>;
  coordinates: TableFile['coordinates'];
}

/** The table is not of the same index as the engine's list of documents. */
export class TableMismatchError extends Error {
  override name = 'TableMismatchError';
}

/** Packs a table. */
export function packTable(table: TableFile): PackedTable {
  const { publishedOn } = table.days;
  const firstDay =
    publishedOn.first ||
    DAY_FIELDS.map((f) => table.days[f].first)
      .sort()
      .at(-1) ||
    '';
  const packDays = (field: DayField) => {
    const { first, rows } = table.days[field];
    const shift = first === '' ? 0 : daysBetween(firstDay, first);
    return rows
      .map((day, row) => {
        if (day === null) return toCharacter(0);
        const start = field === 'publishedOn' ? 0 : (publishedOn.rows[row] ?? 0);
        return toCharacter(1 + zigzag(day + shift - start));
      })
      .join('');
  };
  return {
    count: table.ids.length,
    names: sumOf(table.ids),
    days: mapOf(DAY_FIELDS, packDays),
    firstDay,
    facets: mapOf(FACETS, (name) => {
      const { values, rows } = table.facets[name];
      const numbers = new Map<string, number>();
      const sets: number[][] = [];
      const numberOf = (set: number[]) => {
        const key = set.join();
        const known = numbers.get(key) ?? numbers.size;
        if (known === numbers.size) {
          numbers.set(key, known);
          sets.push(set);
        }
        return known;
      };
      return { values, rows: rows.map((set) => toCharacter(numberOf(set))).join(''), sets };
    }),
    coordinates: table.coordinates,
  };
}

/**
 * Unpacks a table.
 *
 * @param packed - What came over the wire.
 * @param ids - The engine's names of its documents, in its order.
 * @throws {@link TableMismatchError} if it is the table of other documents.
 */
export function unpackTable(packed: PackedTable, ids: readonly string[]): TableFile {
  const { count, names, firstDay } = packed;
  if (ids.length !== count || sumOf(ids) !== names) {
    throw new TableMismatchError('The index has been replaced while it was loaded.');
  }
  const numbersOf = (text: string) => Array.from(text, toNumber);
  const publishedOn = numbersOf(packed.days.publishedOn).map(dayOf(() => 0));
  return {
    ids: [...ids],
    days: mapOf(DAY_FIELDS, (field) => {
      const start = field === 'publishedOn' ? () => 0 : (row: number) => publishedOn[row] ?? 0;
      return { first: firstDay, rows: numbersOf(packed.days[field]).map(dayOf(start)) };
    }),
    facets: mapOf(FACETS, (name) => {
      const { values, sets, rows } = packed.facets[name];
      return { values, rows: numbersOf(rows).map((number) => sets[number] ?? []) };
    }),
    coordinates: packed.coordinates,
  };
}

function dayOf(start: (row: number) => number): (number: number, row: number) => number | null {
  return (number, row) => (number === 0 ? null : unzigzag(number - 1) + start(row));
}

/** Numbers below zero as odd ones. */
function zigzag(number: number): number {
  return number >= 0 ? 2 * number : -2 * number - 1;
}

function unzigzag(number: number): number {
  return number % 2 === 0 ? number / 2 : -(number + 1) / 2;
}

function sumOf(ids: readonly string[]): string {
  return fnv1a(ids.join(' ')).toString(16);
}

function mapOf<K extends string, V>(keys: readonly K[], valueOf: (key: K) => V): Record<K, V> {
  return Object.fromEntries(keys.map((key) => [key, valueOf(key)])) as Record<K, V>;
}
