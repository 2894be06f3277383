import { describe, expect, it } from 'vitest';
import { sampleSearchDocument } from './sample-search-document.ts';
import type { SearchDocument } from './search-document.ts';
import { packTable, TableMismatchError, unpackTable } from './search-packing.ts';
import { tableOf } from './search-table.ts';

const document = (id: string, changes: Partial<SearchDocument>) =>
  sampleSearchDocument(id, {
    audiences: ['companies', 'public'],
    endsOn: '2027-01-31',
    ...changes,
  });

const idOf = ({ id }: SearchDocument) => id;
const pack = (documents: readonly SearchDocument[]) => packTable(tableOf(documents, idOf));
const overTheWire = <T>(value: T) => JSON.parse(JSON.stringify(value)) as T;
/** Days of a field as documents have them, whatever the column counts from. */
const daysOf = (
  table: ReturnType<typeof tableOf>,
  field: 'publishedOn' | 'availableFrom' | 'availableUntil' | 'endsOn',
) => {
  const { first, rows } = table.days[field];
  return rows.map((day) =>
    day === null ? null : new Date(Date.parse(first) + day * 86_400_000).toISOString().slice(0, 10),
  );
};

const DOCUMENTS = [
  document('a', {}),
  document('b', { publishedOn: null, endsOn: null, kind: 'organisation', audiences: [] }),
  document('c', {
    availableFrom: '2026-10-01',
    availableUntil: '2031-02-28',
    endsOn: '2026-10-20',
  }),
  document('d', { publishedOn: '2024-02-29', availableFrom: '2024-01-01', place: null }),
  ...Array.from({ length: 100 }, (_, index) =>
    document(`m${index}`, {
      place: {
        slug: `ort-${index}`,
        name: `Ort ${index}`,
        latitude: 50 + index / 50,
        longitude: 12,
      },
    }),
  ),
];

describe('a packed table', () => {
  it('says the same as the table', () => {
    const table = tableOf(DOCUMENTS, idOf);
    const unpacked = unpackTable(overTheWire(packTable(table)), DOCUMENTS.map(idOf));
    expect(unpacked.facets).toEqual(table.facets);
    expect(unpacked.coordinates).toEqual(table.coordinates);
    for (const field of ['publishedOn', 'availableFrom', 'availableUntil', 'endsOn'] as const) {
      expect(daysOf(unpacked, field)).toEqual(daysOf(table, field));
    }
  });

  it('holds a region without documents, and documents without days', () => {
    expect(unpackTable(overTheWire(pack([])), []).ids).toEqual([]);
    const timeless = [document('a', { publishedOn: null, endsOn: null })];
    expect(unpackTable(pack(timeless), ['a']).days.endsOn.rows).toEqual([null]);
    const unpublished = [document('a', { publishedOn: null })];
    expect(daysOf(unpackTable(pack(unpublished), ['a']), 'endsOn')).toEqual(['2027-01-31']);
  });

  it('takes a day beyond all others for a late one', () => {
    const far = [document('a', { endsOn: '9999-12-31' })];
    const [day] = daysOf(unpackTable(pack(far), ['a']), 'endsOn');
    expect(Number(day?.slice(0, 4))).toBeGreaterThan(2080);
  });

  it('refuses the list of another index', () => {
    const packed = pack(DOCUMENTS);
    const ids = DOCUMENTS.map(idOf);
    expect(() => unpackTable(packed, ids.slice(1))).toThrow(TableMismatchError);
    expect(() => unpackTable(packed, ids.toReversed())).toThrow(TableMismatchError);
  });
});
