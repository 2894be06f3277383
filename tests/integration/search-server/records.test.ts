import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SnapshotState, type SearchRecords } from '@portal/site/contract';
import { demoSnapshot } from '../../fixtures/demo-snapshot.ts';
import { writeSearchRecords } from '../../../site/src/renderer/search-records.ts';

const DAY = '2026-11-24';
type Entry = Record<string, unknown>;

let dir: string;
let state: SnapshotState;
let first: SearchRecords;

const knownFile = () => path.join(dir, 'known.json');
const known = () => JSON.parse(readFileSync(knownFile(), 'utf8')) as Record<string, string>;
const recordIds = () =>
  readFileSync(path.join(dir, 'records.ndjson'), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => (JSON.parse(line) as { id: string }).id);

beforeEach(async () => {
  dir = mkdtempSync(path.join(tmpdir(), 'portal-records-'));
  state = SnapshotState.read(demoSnapshot('pm', DAY));
  first = await writeSearchRecords(state, null, dir);
});
afterEach(() => {
  rmSync(dir, { recursive: true });
});

/** A snapshot in which the first entry of a type is another one. */
function changed(type: string, change: Entry): string {
  const [header = '', ...lines] = demoSnapshot('pm', DAY).trimEnd().split('\n');
  const documents = lines.map((line) => JSON.parse(line) as Entry);
  const used = documents.find((document) => document['type'] === 'listing') ?? {};
  const one = documents.find(
    (document) =>
      document['type'] === type &&
      (type === 'region' || Object.values(used).includes(document['documentId'])),
  );
  Object.assign(one ?? {}, change);
  const next = { ...(JSON.parse(header) as Entry), revision: 2 };
  return [next, ...documents].map((line) => `${JSON.stringify(line)}\n`).join('');
}

describe('the records of a search server', () => {
  it('are all of them for one that knows nothing, and none for one that knows all', async () => {
    expect(first.count).toBeGreaterThan(50);
    expect(first.changed).toBe(first.count);
    expect(recordIds().sort()).toEqual(Object.keys(known()).sort());
    const again = await writeSearchRecords(state, knownFile(), dir);
    expect(again).toMatchObject({ count: first.count, changed: 0, removed: [] });
    expect(recordIds()).toEqual([]);
  });

  it('name what is gone', async () => {
    const [id = ''] = state.all('listing').map(({ documentId }) => documentId);
    state.exclude('listing', id, 'a test');
    const records = await writeSearchRecords(state, knownFile(), dir);
    expect(records.removed).toContain(id);
    expect(records.count).toBe(first.count - records.removed.length);
    expect(known()).not.toHaveProperty(id);
  });

  it.each([
    ['listing', { title: 'Drehbank' }],
    ['organisation', { name: 'Zweckverband Havelblick' }],
    ['category', { name: { de: 'Sachen zum Heben', en: 'Things to lift' } }],
    ['municipality', { name: 'Neustadt' }],
    ['region', { searchWords: [['stapler', 'hubameise']] }],
  ])(
    'are after a change of a %s those that are different when all are made anew',
    async (type, change) => {
      const before = known();
      const text = changed(type, change);
      state.replace(text);
      await writeSearchRecords(state, knownFile(), dir);
      const [ids, after] = [recordIds(), known()];
      await writeSearchRecords(SnapshotState.read(text), null, dir);
      expect(after).toEqual(known());
      const different = Object.entries(after).filter(([id, hash]) => before[id] !== hash);
      expect(ids.sort()).toEqual(different.map(([id]) => id).sort());
      expect(ids.length).toBeGreaterThan(0);
    },
  );
});
