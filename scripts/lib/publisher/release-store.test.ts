import {
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { FileList } from '../file-list.ts';
import { listFiles, sha256Hex } from '../files.ts';
import type { FileFacts, Release } from '../release.ts';
import { RollbackError, rollBack, unpin } from './roll-back.ts';
import { writeWishes } from './wishes.ts';
import { ReleaseStore, type SealedRelease } from './release-store.ts';

const HOUR_MS = 3_600_000;
/** Every release is brought to the disk, which takes its time on a busy machine. */
const MANY_RELEASES_MS = 60_000;

vi.setConfig({ testTimeout: MANY_RELEASES_MS });

let folder: string;
let store: ReleaseStore;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'portal-store-'));
  store = new ReleaseStore(folder);
});
afterEach(() => {
  vi.useRealTimers();
  rmSync(folder, { recursive: true });
});

type Files = Readonly<Record<string, string>>;

const at = (hours: number) => new Date(Date.UTC(2026, 10, 24) + hours * HOUR_MS);
const LONG_TEXT = 'Gemeinsam mehr nutzen. '.repeat(50);

/** Seals what differs from the newest release, as a renderer would have written it. */
async function seal(revision: number, files: Files, now = at(0), to = store) {
  const [newest] = await to.kept('pm');
  const base: SealedRelease | null =
    newest === undefined ? null : { release: newest, files: await FileList.read(newest) };
  const incoming = await to.begin('pm');
  const written: Record<string, FileFacts> = {};
  for (const [file, content] of Object.entries(files)) {
    const hash = sha256Hex(content);
    if (base?.files.get(file)?.hash === hash) continue;
    written[file] = {
      hash,
      size: content.length,
      encodings: write(incoming.siteDir, file, content),
    };
  }
  const removed = [...(base?.files.entries() ?? [])].map(([file]) => file);
  const gone = removed.filter((file) => files[file] === undefined);
  try {
    return await to.seal(incoming, { written, removed: gone }, base, inputOf(revision), now);
  } finally {
    await incoming.discard();
  }
}

function inputOf(revision: number) {
  return {
    ...{ region: 'pm', revision, searchRevision: revision, day: '2026-11-24', buildKey: 'k' },
    ...{ counts: {}, quarantine: [] },
  };
}

function write(siteDir: string, file: string, content: string): FileFacts['encodings'] {
  const target = path.join(siteDir, file);
  mkdirSync(path.dirname(target), { recursive: true });
  writeFileSync(target, content);
  if (content.length < 256) return [];
  writeFileSync(`${target}.br`, brotliCompressSync(content));
  writeFileSync(`${target}.gz`, gzipSync(content));
  return ['br', 'gz'];
}

/** Makes a release, switches to it and tidies up, as the publisher would. */
async function release(revision: number, files: Files, now = at(0)): Promise<Release> {
  const sealed = await seal(revision, files, now);
  await store.switchTo(sealed.release);
  await store.tidy('pm', sealed, now);
  return sealed.release;
}

const regionDir = () => path.join(folder, 'pm');
const releaseNames = () => readdirSync(regionDir()).filter((name) => /^\d/.test(name));
const revisions = () => releaseNames().map((name) => Number.parseInt(name, 10));
const hidden = () => readdirSync(regionDir()).filter((name) => name.startsWith('.'));

/** Hash of every file below a folder, by path; without the facts, which name the moment. */
async function treeOf(directory: string): Promise<Record<string, string>> {
  const files = (await listFiles(directory)).filter((file) => !file.includes('.well-known/'));
  return Object.fromEntries(
    files.map((file) => [file, sha256Hex(readFileSync(path.join(directory, file)))]),
  );
}

/** What a release of these files holds that owes nothing to any other. */
async function freshTree(revision: number, files: Files) {
  const other = mkdtempSync(path.join(tmpdir(), 'portal-fresh-'));
  try {
    const { release: fresh } = await seal(revision, files, at(0), new ReleaseStore(other));
    return {
      site: await treeOf(path.join(fresh.directory, 'site')),
      parts: await treeOf(path.join(fresh.directory, 'files')),
      hashes: fresh.manifest.parts,
      digest: fresh.manifest.digest,
    };
  } finally {
    rmSync(other, { recursive: true });
  }
}

async function contentOf({ directory, manifest }: Release) {
  return {
    site: await treeOf(path.join(directory, 'site')),
    parts: await treeOf(path.join(directory, 'files')),
    hashes: manifest.parts,
    digest: manifest.digest,
  };
}

describe('a release', () => {
  it('is named by revision and content, whatever the order of its files', async () => {
    const { manifest } = await release(7, { 'b.txt': 'b', 'a/x.txt': 'a' });
    const hashes = Array.from({ length: 256 }, () => '');
    for (const [file, content] of [
      ['b.txt', 'b'],
      ['a/x.txt', 'a'],
    ] as const) {
      const facts = { hash: sha256Hex(content), size: 1, encodings: [] };
      const part = Number.parseInt(sha256Hex(file).slice(0, 2), 16);
      hashes[part] = sha256Hex(JSON.stringify({ [file]: facts }));
    }
    expect(manifest.parts).toEqual(hashes);
    expect(manifest.releaseId).toBe(`7-${sha256Hex(hashes.join('\n')).slice(0, 12)}`);
    expect(await store.live('pm')).toEqual({
      directory: path.join(folder, 'pm', manifest.releaseId),
      manifest,
    });
    const facts = JSON.parse(
      readFileSync(path.join(regionDir(), 'current/site/.well-known/release.json'), 'utf8'),
    ) as unknown;
    expect(facts).toEqual({
      region: 'pm',
      revision: 7,
      searchRevision: 7,
      releaseId: manifest.releaseId,
      builtAt: at(0).toISOString(),
    });
  });

  it('shares files that did not change with the one before, compressed twins included', async () => {
    const first = await release(1, { 'same.html': LONG_TEXT, 'index.html': 'eins' });
    const second = await release(2, { 'same.html': LONG_TEXT, 'index.html': 'zwei' }, at(1));
    for (const file of ['same.html', 'same.html.br', 'same.html.gz']) {
      const inode = (directory: string) => statSync(path.join(directory, 'site', file)).ino;
      expect(inode(second.directory)).toBe(inode(first.directory));
    }
    const files = await FileList.read(second);
    expect(files.get('same.html')?.encodings).toEqual(['br', 'gz']);
    expect(files.get('index.html')?.encodings).toEqual([]);
  });

  it('never writes into a file that an earlier one shares', async () => {
    const first = await release(1, { 'index.html': LONG_TEXT, 'b.txt': 'b' });
    const before = await contentOf(first);
    await release(2, { 'index.html': `${LONG_TEXT}neu`, 'c.txt': 'c' }, at(1));
    await release(3, { 'index.html': 'kurz', 'b.txt': 'b' }, at(2));
    expect(await contentOf(first)).toEqual(before);
  });

  it('with the same files takes on the new revision and stays', async () => {
    const first = await release(1, { 'index.html': 'eins' });
    const second = await release(2, { 'index.html': 'eins' }, at(1));
    expect(second.directory).toBe(first.directory);
    expect((await store.live('pm'))?.manifest).toEqual({
      ...first.manifest,
      revision: 2,
      searchRevision: 2,
    });
    expect(releaseNames()).toHaveLength(1);
    expect(
      readFileSync(path.join(first.directory, 'site/.well-known/release.json'), 'utf8'),
    ).toContain('"revision":2');
  });

  it('is made anew when the content goes back, under a name of its own', async () => {
    const first = await release(1, { 'index.html': 'eins' });
    await release(2, { 'index.html': 'zwei' }, at(1));
    const third = await release(1, { 'index.html': 'eins' }, at(2));
    expect(third.directory).not.toBe(first.directory);
    expect(path.basename(third.directory)).toMatch(/^1-[0-9a-f]{12}$/);
    expect(await contentOf(third)).toEqual(await contentOf(first));
    expect((await store.live('pm'))?.directory).toBe(third.directory);
  });

  it('is not in the way of others when it could not be finished', async () => {
    const sealed = await seal(1, { 'index.html': 'eins' });
    await store.switchTo(sealed.release);
    const incoming = await store.begin('pm');
    const written = { 'index.html': { hash: sha256Hex('zwei'), size: 4, encodings: [] } };
    await expect(
      store.seal(incoming, { written, removed: [] }, sealed, inputOf(2), at(1)),
    ).rejects.toThrow('ENOENT');
    await incoming.discard();
    expect(hidden()).toEqual([]);
    expect((await release(2, { 'index.html': 'zwei' }, at(1))).manifest.revision).toBe(2);
  });
});

describe('a release that was made of another', () => {
  /** Random numbers that are the same in every run. */
  function randomOf(seed: number): (below: number) => number {
    let state = seed;
    return (below) => {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
      return Math.floor((state / 2 ** 32) * below);
    };
  }

  function edit(files: Record<string, string>, random: (below: number) => number): void {
    const folders = ['', 'angebote/', 'angebote/tief/', '_astro/', 'media/', 'pagefind/index/'];
    for (let change = random(5) + 1; change > 0; change -= 1) {
      const names = Object.keys(files);
      const name = `${folders[random(folders.length)] ?? ''}${random(12)}.html`;
      const victim = names[random(names.length)] ?? name;
      if (random(3) === 0 && victim !== 'index.html') Reflect.deleteProperty(files, victim);
      else files[name] = `${random(4)} ${random(2) === 0 ? LONG_TEXT : 'kurz'}`;
    }
  }

  it.each([1, 2])(
    'holds what a fresh one of the same files would, copied or recycled (%i)',
    async (seed) => {
      vi.useFakeTimers({ toFake: ['Date'] });
      const random = randomOf(seed);
      const files: Record<string, string> = { 'index.html': LONG_TEXT };
      let recycled = 0;
      for (let revision = 1; revision <= 25; revision += 1) {
        edit(files, random);
        // Days apart, so that all but three may go, and readers have long left those.
        vi.setSystemTime(at(revision * 25));
        await store.addRegion('pm');
        const oldest = releaseNames().map((name) => statSync(path.join(regionDir(), name)).ino);
        const made = await release(revision, files, at(revision * 25));
        expect(await contentOf(made)).toEqual(await freshTree(revision, files));
        expect(made.manifest.former).toEqual(await formerOf(made));
        const spare = hidden().map((name) => statSync(path.join(regionDir(), name)).ino);
        recycled += spare.filter((ino) => oldest.includes(ino)).length;
      }
      expect(recycled).toBeGreaterThan(10);
    },
  );

  /** The former files on the disk, with what the manifest must say of them. */
  async function formerOf({ directory, manifest }: Release) {
    const formerDir = path.join(directory, 'former');
    const files = existsSync(formerDir) ? await listFiles(formerDir) : [];
    const plain = files.filter((file) => !/\.(?:br|gz)$/.test(file));
    return Object.fromEntries(
      plain.map((file) => {
        const content = readFileSync(path.join(formerDir, file));
        const encodings = ['br', 'gz'].filter((twin) => files.includes(`${file}.${twin}`));
        const { until } = manifest.former[file] ?? {};
        return [file, { hash: sha256Hex(content), size: content.length, encodings, until }];
      }),
    );
  }
});

describe('old hashed assets', () => {
  it('stay for 24 hours after the release that last had them, through many releases', async () => {
    await release(1, { '_astro/a.css': 'a', 'index.html': '1' }, at(0));
    await release(2, { '_astro/b.css': 'b', 'index.html': '2' }, at(1));
    const third = await release(3, { 'index.html': '3' }, at(10));
    expect(Object.keys(third.manifest.former)).toEqual(['_astro/a.css', '_astro/b.css']);
    expect(third.manifest.former['_astro/a.css']?.until).toBe(at(25).toISOString());
    expect(readFileSync(path.join(third.directory, 'former/_astro/a.css'), 'utf8')).toBe('a');
    const fourth = await release(4, { 'index.html': '4' }, at(26));
    expect(Object.keys(fourth.manifest.former)).toEqual(['_astro/b.css']);
    expect(existsSync(path.join(fourth.directory, 'former/_astro/a.css'))).toBe(false);
    const fifth = await release(5, { '_astro/b.css': 'b', 'index.html': '5' }, at(27));
    expect(fifth.manifest.former).toEqual({});
    expect(await treeOf(path.join(fifth.directory, 'site'))).toMatchObject({
      '_astro/b.css': sha256Hex('b'),
    });
    expect(existsSync(path.join(fifth.directory, 'former/_astro/b.css'))).toBe(false);
  });

  it('keeps only so many parts of former search indexes, those that were replaced last', async () => {
    const index = (version: number) =>
      Object.fromEntries(
        Array.from({ length: 2_600 }, (_, part) => [`pagefind/index/${version}-${part}`, 'x']),
      );
    await release(1, index(1));
    await release(2, index(2), at(1));
    const third = await release(3, index(3), at(2));
    const versionsOf = ({ manifest }: Release) =>
      Map.groupBy(Object.keys(manifest.former), (file) => path.basename(file).split('-')[0]);
    expect(versionsOf(third).get('2')).toHaveLength(2_600);
    expect(versionsOf(third).get('1')).toHaveLength(2_400);
    const kept = await listFiles(path.join(third.directory, 'former'));
    expect(kept.length).toBe(5_000);
    const fourth = await release(4, { ...index(3), 'index.html': 'Neu' }, at(3));
    expect(await listFiles(path.join(fourth.directory, 'former'))).toHaveLength(5_000);
  });

  it('come back with their twins, and go again', async () => {
    const asset = { '_astro/a.css': LONG_TEXT };
    await release(1, { ...asset, 'index.html': '1' }, at(0));
    const without = await release(2, { 'index.html': '2' }, at(1));
    expect(await listFiles(path.join(without.directory, 'former'))).toEqual([
      '_astro/a.css',
      '_astro/a.css.br',
      '_astro/a.css.gz',
    ]);
    const again = await release(3, { ...asset, 'index.html': '3' }, at(2));
    expect(await contentOf(again)).toEqual(await freshTree(3, { ...asset, 'index.html': '3' }));
    const gone = await release(4, { 'index.html': '4' }, at(30));
    expect(gone.manifest.former['_astro/a.css']).toEqual({
      hash: sha256Hex(LONG_TEXT),
      size: LONG_TEXT.length,
      encodings: ['br', 'gz'],
      until: at(54).toISOString(),
    });
  });

  it('are pages and other files that change in place never', async () => {
    await release(1, { 'index.html': '1', 'angebote/a/index.html': 'a', 'rss.xml': 'x' });
    const second = await release(2, { 'index.html': '2' }, at(1));
    expect(second.manifest.former).toEqual({});
    expect(existsSync(path.join(second.directory, 'site/angebote'))).toBe(false);
  });
});

describe('old releases', () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['Date'] });
  });

  it('go when they are older than a day, but three stay', async () => {
    for (let hour = 0; hour < 6; hour += 1) {
      vi.setSystemTime(at(hour * 25));
      await release(hour + 1, { 'index.html': `Fassung ${hour}` }, at(hour * 25));
    }
    expect(revisions().sort()).toEqual([4, 5, 6]);
  });

  it('of the last day stay, up to 24', async () => {
    for (let index = 0; index < 30; index += 1) {
      vi.setSystemTime(at(index / 10));
      await release(index + 1, { 'index.html': `Fassung ${index}` }, at(index / 10));
    }
    expect(revisions().sort((a, b) => a - b)).toEqual(
      Array.from({ length: 24 }, (_, index) => index + 7),
    );
    expect((await store.live('pm'))?.manifest.revision).toBe(30);
  });

  it('stay as long as a rollback holds them, or they are live', async () => {
    vi.setSystemTime(at(0));
    const first = await release(1, { 'index.html': 'eins' }, at(0));
    await writeWishes(regionDir(), { pinnedRelease: path.basename(first.directory) });
    let newest: SealedRelease | null = null;
    for (let revision = 2; revision <= 7; revision += 1) {
      vi.setSystemTime(at(revision * 25));
      newest = await seal(revision, { 'index.html': `Fassung ${revision}` }, at(revision * 25));
      await store.tidy('pm', newest, at(revision * 25));
    }
    expect(revisions().sort()).toEqual([1, 5, 6, 7]);
    expect((await store.live('pm'))?.directory).toBe(first.directory);
    await writeWishes(regionDir(), { pinnedRelease: null });
    await store.tidy('pm', newest, at(200));
    expect(revisions()).toContain(1);
  });

  it('that an editor goes back to at the same moment stay whole', async () => {
    vi.setSystemTime(at(0));
    for (let revision = 1; revision <= 20; revision += 1) {
      vi.setSystemTime(at(revision * 25));
      const files = { 'index.html': `Fassung ${revision}`, '_astro/a.css': `/* ${revision} */` };
      const newest = await seal(revision, files, at(revision * 25));
      await store.switchTo(newest.release);
      const oldest = (await store.kept('pm')).at(-1);
      if (oldest === undefined || revision < 4) continue;
      const before = await contentOf(oldest);
      const [, went] = await Promise.all([
        store.tidy('pm', newest, at(revision * 25)),
        rollBack(store, 'pm', path.basename(oldest.directory)).then(
          () => true,
          (error: unknown) => {
            expect(error).toBeInstanceOf(RollbackError);
            return false;
          },
        ),
      ]);
      const live = await store.live('pm');
      if (live === null) throw new Error('Nothing is live.');
      expect(live.directory).toBe(went ? oldest.directory : newest.release.directory);
      if (went) expect(await contentOf(live)).toEqual(before);
      await unpin(store, 'pm');
    }
  });

  it('stay for a moment for readers that are on their way to them', async () => {
    vi.setSystemTime(at(0));
    for (let revision = 1; revision <= 3; revision += 1) {
      await seal(revision, { 'index.html': `Fassung ${revision}` }, at(revision * 25));
    }
    const [third, , first] = await store.kept('pm');
    if (third === undefined || first === undefined) throw new Error('Three releases are kept.');
    await store.switchTo(first);
    const fourth = await seal(4, { 'index.html': 'Fassung 4' }, at(100));
    await store.switchTo(fourth.release);
    await store.tidy('pm', fourth, at(100));
    expect(revisions()).toContain(1);
    expect(readFileSync(path.join(first.directory, 'site/index.html'), 'utf8')).toBe('Fassung 1');
    vi.setSystemTime(at(0).getTime() + 3_001);
    await store.tidy('pm', fourth, at(100));
    expect(revisions().sort()).toEqual([2, 3, 4]);
  });

  it('are tidied up without harm to one that is made at the same moment', async () => {
    vi.setSystemTime(at(0));
    let base = await seal(1, { 'index.html': 'Fassung 1' }, at(0));
    for (let revision = 2; revision <= 25; revision += 1) {
      vi.setSystemTime(at(revision / 100));
      let isSealing = true;
      const sealing = seal(
        revision,
        { 'index.html': `Fassung ${revision}` },
        at(revision / 100),
      ).finally(() => {
        isSealing = false;
      });
      while (isSealing) await store.tidy('pm', base, at(revision / 100));
      base = await sealing;
      expect(existsSync(base.release.directory), `revision ${revision}`).toBe(true);
    }
  });
});

describe('what a killed publisher has left', () => {
  it('is removed, and the releases are as they were', async () => {
    const live = await release(1, { 'index.html': LONG_TEXT, '_astro/a.css': 'a' });
    const before = await contentOf(live);
    for (const name of hidden()) rmSync(path.join(regionDir(), name), { recursive: true });
    mkdirSync(path.join(regionDir(), '.incoming-0123456789ab/site'), { recursive: true });
    mkdirSync(path.join(regionDir(), '.spare-0123456789ab/site'), { recursive: true });
    symlinkSync('1-000000000000', path.join(regionDir(), '.current-0123456789ab'));
    await store.removeLeftovers('pm');
    expect(hidden()).toEqual([]);
    expect(await contentOf(live)).toEqual(before);
    expect((await store.live('pm'))?.directory).toBe(live.directory);
  });

  it('as a release without a whole manifest counts for nothing and is removed', async () => {
    const live = await release(1, { 'index.html': 'eins' });
    const text = readFileSync(path.join(live.directory, 'manifest.json'), 'utf8');
    for (const [name, manifest] of [
      ['2-0123456789ab', text.slice(0, text.length / 2)],
      ['3-0123456789ab', null],
      ['4-0123456789ab', '{"version":1,"files":{}}'],
    ] as const) {
      mkdirSync(path.join(regionDir(), name, 'site'), { recursive: true });
      if (manifest !== null) writeFileSync(path.join(regionDir(), name, 'manifest.json'), manifest);
    }
    const again = new ReleaseStore(folder);
    expect((await again.kept('pm')).map(({ directory }) => directory)).toEqual([live.directory]);
    expect((await again.live('pm'))?.directory).toBe(live.directory);
    await again.tidy('pm', { release: live, files: await FileList.read(live) }, at(1));
    expect(releaseNames()).toEqual([path.basename(live.directory)]);
  });

  it('as a half-made copy is of no use to the next start', async () => {
    const first = await release(1, { 'index.html': 'eins' });
    const [spare = ''] = hidden();
    expect(spare).toMatch(/^\.spare-/);
    rmSync(path.join(regionDir(), spare, 'site'), { recursive: true });
    store = new ReleaseStore(folder);
    const second = await release(2, { 'index.html': 'eins', 'b.html': 'b' }, at(1));
    expect(await contentOf(second)).toEqual(
      await freshTree(2, { 'index.html': 'eins', 'b.html': 'b' }),
    );
    expect(existsSync(first.directory)).toBe(true);
  });
});

describe('assets that a rollback has lent', () => {
  it('stay for their time, whatever is published next', async () => {
    const old = await release(1, { 'index.html': 'eins', '_astro/a.css': 'a' }, at(0));
    await release(2, { 'index.html': 'zwei', '_astro/b.css': 'b' }, at(0.1));
    await rollBack(store, 'pm', old.manifest.releaseId);
    await unpin(store, 'pm');
    const [lent] = await store.kept('pm');
    expect(lent?.manifest.former).toHaveProperty(['_astro/a.css']);
    const next = await release(3, { 'index.html': 'drei', '_astro/c.css': 'c' }, at(0.2));
    expect(Object.keys(next.manifest.former).sort()).toEqual(['_astro/a.css', '_astro/b.css']);
    for (const file of Object.keys(next.manifest.former)) {
      expect(existsSync(path.join(next.directory, 'former', file)), file).toBe(true);
    }
  });

  it('are there although its spare was made before', async () => {
    const old = await release(1, { 'index.html': 'eins', '_astro/a.css': 'a' }, at(0));
    const files = { 'index.html': 'zwei', '_astro/b.css': 'b' };
    await release(2, files, at(30));
    await release(3, { ...files, 'c.html': 'c' }, at(60));
    vi.setSystemTime(at(60));
    await rollBack(store, 'pm', old.manifest.releaseId);
    await unpin(store, 'pm');
    const next = await release(4, { ...files, 'd.html': 'd' }, at(60.1));
    expect(Object.keys(next.manifest.former)).toEqual(['_astro/a.css']);
    expect(existsSync(path.join(next.directory, 'former/_astro/a.css'))).toBe(true);
  });
});

describe('a spare that somebody has damaged', () => {
  it.each(['site', 'files', 'a part of files'])('(%s is gone) is not used', async (what) => {
    const files = { 'index.html': 'eins', 'b.html': 'b', 'c.html': 'c' };
    await release(1, files);
    const [spare = ''] = hidden();
    const damaged = path.join(regionDir(), spare);
    const [part = ''] = readdirSync(path.join(damaged, 'files'));
    const gone = what === 'a part of files' ? `files/${part}` : what;
    rmSync(path.join(damaged, gone), { recursive: true });
    const second = await release(2, { ...files, 'd.html': 'd' }, at(1));
    expect(await contentOf(second)).toEqual(await freshTree(2, { ...files, 'd.html': 'd' }));
    expect((await FileList.read(second)).size).toBe(4);
    expect(existsSync(damaged)).toBe(false);
  });
});

describe('a switch', () => {
  it('replaces one link by another, and ends a withdrawal', async () => {
    const first = await release(1, { 'index.html': 'eins' });
    await store.withdraw('pm');
    expect(await store.live('pm')).toBeNull();
    expect(await store.isWithdrawn('pm')).toBe(true);
    await store.switchTo(first);
    expect(await store.isWithdrawn('pm')).toBe(false);
    expect(lstatSync(path.join(regionDir(), 'current')).isSymbolicLink()).toBe(true);
    expect((await store.live('pm'))?.directory).toBe(first.directory);
  });
});
