import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  DamagedListError,
  FileList,
  FileLookup,
  PART_COUNT,
  partFile,
  partOf,
} from './file-list.ts';
import { sha256Hex } from './files.ts';
import type { FileFacts, Manifest, Release } from './release.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'portal-list-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

const facts = (text: string, encodings: FileFacts['encodings'] = []): FileFacts => ({
  hash: sha256Hex(text),
  size: text.length,
  encodings,
});
const listOf = (count: number, text = 'a') =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [`f/${index}`, facts(text)]));

/** Writes a list as a release has it. */
function store(list: FileList, name = 'release'): Release {
  const directory = path.join(folder, name);
  mkdirSync(path.join(directory, 'files'), { recursive: true });
  for (const { part, text } of list.partsUnlike(null)) {
    if (text !== null) writeFileSync(partFile(directory, part), text);
  }
  return { directory, manifest: { parts: [...list.hashes] } as Manifest };
}

describe('a list of files', () => {
  it('knows its files, and nothing else', () => {
    const list = FileList.of({ 'index.html': facts('x', ['br', 'gz']), 'a/b.css': facts('y') });
    expect(list.size).toBe(2);
    expect(list.get('index.html')).toEqual(facts('x', ['br', 'gz']));
    expect(Object.fromEntries(list.entries())).toEqual({
      'index.html': facts('x', ['br', 'gz']),
      'a/b.css': facts('y'),
    });
    for (const file of ['', 'a', 'a/b', '__proto__', 'constructor', 'toString']) {
      expect(list.get(file), file).toBeUndefined();
    }
  });

  it('has the same digest however it came about', () => {
    const { a, ...rest } = { ...listOf(300), a: facts('alt') };
    const whole = FileList.of({ ...rest, a: facts('neu') });
    const changed = FileList.of({ ...listOf(300, 'früher'), a, weg: facts('weg') })
      .changed({ ...rest, a: facts('neu') }, ['weg'])
      .changed({}, []);
    expect(changed.digest).toBe(whole.digest);
    expect(changed.hashes).toEqual(whole.hashes);
    const backwards = Object.fromEntries(Object.entries({ ...rest, a: facts('neu') }).reverse());
    expect(FileList.of(backwards).digest).toBe(whole.digest);
    expect(FileList.of({ ...rest, a: facts('neu', ['br']) }).digest).not.toBe(whole.digest);
    expect(whole.digest).toMatch(/^[0-9a-f]{12}$/);
  });

  it('stays as it is when a changed one is made of it', () => {
    const list = FileList.of({ a: facts('1'), b: facts('1') });
    const { digest } = list;
    list.changed({ a: facts('2'), c: facts('2') }, ['b']);
    expect(list.get('a')).toEqual(facts('1'));
    expect(list.get('b')).toEqual(facts('1'));
    expect(list.get('c')).toBeUndefined();
    expect(list.digest).toBe(digest);
  });

  it('writes no more parts than its changes touch', () => {
    const list = FileList.of(listOf(5_000));
    const changed = list.changed({ 'f/7': facts('neu') }, ['f/9']);
    const touched = [partOf('f/7'), partOf('f/9')].sort((a, b) => a - b);
    expect(changed.partsUnlike(list).map(({ part }) => part)).toEqual(touched);
    expect(changed.partsUnlike(changed)).toEqual([]);
    expect(list.partsUnlike(null).length).toBe(PART_COUNT);
    const emptied = FileList.of({ a: facts('1') }).changed({}, ['a']);
    expect(emptied.partsUnlike(FileList.of({ a: facts('1') }))).toEqual([
      { part: partOf('a'), text: null },
    ]);
  });

  it('keeps nothing of files but what belongs to a list', () => {
    const more = { ...facts('1'), until: '2026-11-24T00:00:00Z', path: '/' };
    expect(FileList.of({ a: more }).digest).toBe(FileList.of({ a: facts('1') }).digest);
  });

  it('is read as it was written', async () => {
    const list = FileList.of(listOf(1_000));
    const read = await FileList.read(store(list));
    expect(read.digest).toBe(list.digest);
    expect(Object.fromEntries(read.entries())).toEqual(Object.fromEntries(list.entries()));
  });

  it('may be empty', async () => {
    const read = await FileList.read(store(FileList.of({})));
    expect(read.size).toBe(0);
    expect(read.hashes.every((hash) => hash === '')).toBe(true);
  });
});

describe('a damaged list', () => {
  const damages: [string, (file: string) => void][] = [
    [
      'a flipped byte',
      (file) => {
        const bytes = readFileSync(file);
        bytes[5] = (bytes[5] ?? 0) ^ 1;
        writeFileSync(file, bytes);
      },
    ],
    [
      'half a part',
      (file) => {
        writeFileSync(file, readFileSync(file).subarray(0, 20));
      },
    ],
    [
      'an empty part',
      (file) => {
        writeFileSync(file, '');
      },
    ],
    [
      'another list',
      (file) => {
        writeFileSync(file, JSON.stringify({ 'index.html': facts('other') }));
      },
    ],
  ];

  it.each(damages)('with %s is not believed', async (_what, damage) => {
    const release = store(FileList.of({ 'index.html': facts('x'), ...listOf(50) }));
    damage(partFile(release.directory, partOf('index.html')));
    await expect(FileList.read(release)).rejects.toThrow(DamagedListError);
    await expect(new FileLookup().find(release, 'index.html')).rejects.toThrow(DamagedListError);
  });

  it('without a part is not believed either', async () => {
    const release = store(FileList.of({ 'index.html': facts('x') }));
    rmSync(partFile(release.directory, partOf('index.html')));
    await expect(FileList.read(release)).rejects.toThrow('ENOENT');
    await expect(new FileLookup().find(release, 'index.html')).rejects.toThrow('ENOENT');
  });
});

describe('a look-up', () => {
  it('finds what the list names, and nothing else', async () => {
    const release = store(FileList.of({ 'index.html': facts('x', ['br']), ...listOf(400) }));
    const lookup = new FileLookup();
    expect(await lookup.find(release, 'index.html')).toEqual(facts('x', ['br']));
    expect(await lookup.find(release, 'f/399')).toEqual(facts('a'));
    for (const file of ['', 'f', 'f/400', '../index.html', '__proto__', 'constructor']) {
      expect(await lookup.find(release, file), file).toBeUndefined();
    }
  });

  it('reads no part that it does not need, and each once', async () => {
    const release = store(FileList.of(listOf(400)));
    const lookup = new FileLookup();
    const wanted = partOf('f/1');
    for (let part = 0; part < PART_COUNT; part += 1) {
      if (part !== wanted) rmSync(partFile(release.directory, part), { force: true });
    }
    expect(await lookup.find(release, 'f/1')).toEqual(facts('a'));
    rmSync(partFile(release.directory, wanted));
    expect(await lookup.find(release, 'f/1')).toEqual(facts('a'));
  });

  it('tells releases apart that share parts', async () => {
    const first = FileList.of({ ...listOf(300), a: facts('1') });
    const second = first.changed({ a: facts('2') }, ['f/3']);
    const [one, two] = [store(first, 'one'), store(second, 'two')];
    const lookup = new FileLookup();
    expect(await lookup.find(one, 'a')).toEqual(facts('1'));
    expect(await lookup.find(two, 'a')).toEqual(facts('2'));
    expect(await lookup.find(one, 'f/3')).toEqual(facts('a'));
    expect(await lookup.find(two, 'f/3')).toBeUndefined();
  });

  it('goes on finding things when it has seen more parts than it keeps', async () => {
    const lookup = new FileLookup();
    const releases = Array.from({ length: 10 }, (_, index) =>
      store(FileList.of(listOf(2_000, `Fassung ${index}`)), `release-${index}`),
    );
    for (const [index, release] of releases.entries()) {
      for (let file = 0; file < 2_000; file += 1) {
        expect(await lookup.find(release, `f/${file}`)).toEqual(facts(`Fassung ${index}`));
      }
    }
    expect(await lookup.find(releases[0] as Release, 'f/0')).toEqual(facts('Fassung 0'));
  });
});
