import { daysBetween, type DayColumn } from './search-days.ts';
import type { TableFile } from './search-table.ts';
import type { VocabularyFile } from './search-vocabulary.ts';

/** The vocabulary of several regions: how rare a word is counts over all of them. */
export function mergeVocabularies(files: readonly VocabularyFile[]): VocabularyFile {
  const terms = new Map<string, VocabularyFile['terms'][number]>();
  for (const file of files) {
    for (const [name, count, isNamed, form] of file.terms) {
      const known = terms.get(name);
      terms.set(
        name,
        known === undefined
          ? [name, count, isNamed, form]
          : [name, known[1] + count, known[2] === 1 ? 1 : isNamed, known[3] || form],
      );
    }
  }
  return {
    total: files.reduce((sum, { total }) => sum + total, 0),
    terms: [...terms.values()],
    places: [...new Set(files.flatMap(({ places }) => places))],
  };
}

/** The tables of several regions one below the other. A document that two of them have counts once. */
export function mergeTables(files: readonly TableFile[]): TableFile {
  const [first] = files;
  if (first === undefined) throw new Error('There are no tables to merge.');
  const seen = new Set<string>();
  const kept = files.map((file) =>
    file.ids.flatMap((id, row) => (seen.size < seen.add(id).size ? [row] : [])),
  );
  /** Rows of all files that are kept, each made by its file's `rowOf`. */
  const collect = <T>(rowOf: (file: TableFile) => (row: number) => T): T[] =>
    files.flatMap((file, index) => (kept[index] ?? []).map(rowOf(file)));
  const days = mapValues(first.days, (_, name) => mergeDays(files, name, collect));
  const facets = mapValues(first.facets, (_, name) => {
    const values = [...new Set(files.flatMap((file) => file.facets[name].values))];
    const numbers = new Map(values.map((value, number) => [value, number]));
    const rows = collect((file) => {
      const own = file.facets[name];
      const toMerged = own.values.map((value) => numbers.get(value) ?? 0);
      return (row) => (own.rows[row] ?? []).map((number) => toMerged[number] ?? 0);
    });
    return { values, rows };
  });
  const places = new Map<string, [number, number]>(
    files.flatMap(({ facets: { place }, coordinates }) =>
      place.values.map((slug, number) => [slug, coordinates[number] ?? [0, 0]] as const),
    ),
  );
  return {
    ids: collect(
      ({ ids }) =>
        (row) =>
          ids[row] ?? '',
    ),
    days,
    facets,
    coordinates: facets.place.values.map((slug) => places.get(slug) ?? [0, 0]),
  };
}

function mergeDays(
  files: readonly TableFile[],
  name: keyof TableFile['days'],
  collect: <T>(rowOf: (file: TableFile) => (row: number) => T) => T[],
): DayColumn {
  const firsts = files.map(({ days }) => days[name].first).filter((day) => day !== '');
  const first = firsts.sort()[0] ?? '';
  const rows = collect(({ days }) => {
    const column = days[name];
    const shift = column.first === '' ? 0 : daysBetween(first, column.first);
    return (row) => {
      const day = column.rows[row];
      return day == null ? null : day + shift;
    };
  });
  return { first, rows };
}

function mapValues<K extends string, V, R>(record: Record<K, V>, map: (value: V, key: K) => R) {
  return Object.fromEntries(
    Object.entries(record).map(([key, value]) => [key, map(value as V, key as K)]),
  ) as Record<K, R>;
}
