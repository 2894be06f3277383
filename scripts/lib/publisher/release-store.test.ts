import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sha256Hex } from '../files.ts';
import type { Release } from '../release.ts';
import { ReleaseStore } from './release-store.ts';

const HOUR_MS = 3_600_000;
let folder: string;
let store: ReleaseStore;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'portal-store-'));
  store = new ReleaseStore(folder);
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

const at = (hours: number) => new Date(Date.UTC(2026, 10, 24) + hours * HOUR_MS);

async function release(
  revision: number,
  files: Record<string, string>,
  now = at(0),
): Promise<Release> {
  const incoming = await store.begin('pm');
  for (const [file, content] of Object.entries(files)) {
    const target = path.join(incoming.siteDir, file);
    mkdirSync(path.dirname(target), { recursive: true });
    writeFileSync(target, content);
  }
  const input = {
    region: 'pm',
    revision,
    day: '2026-11-24',
    buildKey: 'k',
    counts: {},
    quarantine: [],
  };
  const sealed = await store.seal(incoming, input, now);
  await incoming.discard();
  await store.switchTo(sealed);
  await store.prune('pm', now);
  return sealed;
}

const releaseNames = () => readdirSync(path.join(folder, 'pm')).filter((name) => /^\d/.test(name));
const LONG_TEXT = 'Gemeinsam mehr nutzen. '.repeat(50);

describe('a release', () => {
  it('is named by revision and content, whatever the order of its files', async () => {
    const { manifest } = await release(7, { 'b.txt': 'b', 'a/x.txt': 'a' });
    const expected = sha256Hex(`a/x.txt\0${sha256Hex('a')}\nb.txt\0${sha256Hex('b')}\n`);
    expect(manifest.releaseId).toBe(`7-${expected.slice(0, 12)}`);
    expect(await store.live('pm')).toEqual({
      directory: path.join(folder, 'pm', manifest.releaseId),
      manifest,
    });
  });

  it('shares files that did not change with the one before, compressed twins included', async () => {
    const first = await release(1, { 'same.html': LONG_TEXT, 'index.html': 'eins' });
    const second = await release(2, { 'same.html': LONG_TEXT, 'index.html': 'zwei' });
    for (const file of ['same.html', 'same.html.br', 'same.html.gz']) {
      const inode = (directory: string) => statSync(path.join(directory, 'site', file)).ino;
      expect(inode(second.directory)).toBe(inode(first.directory));
    }
    expect(second.manifest.files['same.html']?.encodings).toEqual(['br', 'gz']);
    expect(second.manifest.files['index.html']?.encodings).toEqual([]);
  });

  it('with the same files takes on the new revision and stays', async () => {
    const first = await release(1, { 'index.html': 'eins' });
    const second = await release(2, { 'index.html': 'eins' });
    expect(second.directory).toBe(first.directory);
    expect((await store.live('pm'))?.manifest.revision).toBe(2);
    expect(releaseNames()).toHaveLength(1);
  });

  it('can become live again when the content goes back', async () => {
    const first = await release(1, { 'index.html': 'eins' });
    await release(2, { 'index.html': 'zwei' });
    const third = await release(1, { 'index.html': 'eins' });
    expect(third.directory).toBe(first.directory);
    expect((await store.live('pm'))?.manifest.revision).toBe(1);
  });
});

describe('old hashed assets', () => {
  it('stay for 24 hours after the release that last had them, through many releases', async () => {
    await release(1, { '_astro/a.css': 'a', 'index.html': '1' }, at(0));
    await release(2, { '_astro/b.css': 'b', 'index.html': '2' }, at(1));
    const third = await release(3, { 'index.html': '3' }, at(10));
    expect(Object.keys(third.manifest.former)).toEqual(['_astro/a.css', '_astro/b.css']);
    expect(third.manifest.former['_astro/a.css']?.until).toBe(at(25).toISOString());
    const fourth = await release(4, { 'index.html': '4' }, at(26));
    expect(Object.keys(fourth.manifest.former)).toEqual(['_astro/b.css']);
    const fifth = await release(5, { '_astro/b.css': 'b', 'index.html': '5' }, at(27));
    expect(fifth.manifest.former).toEqual({});
  });
});

describe('old releases', () => {
  it('go when they are older than a day, but three stay', async () => {
    for (let hour = 0; hour < 6; hour += 1) {
      await release(hour + 1, { 'index.html': `Fassung ${hour}` }, at(hour * 24));
    }
    expect(
      releaseNames()
        .map((name) => Number.parseInt(name, 10))
        .sort(),
    ).toEqual([4, 5, 6]);
  });

  it('of the last day stay, up to 24', async () => {
    for (let index = 0; index < 30; index += 1) {
      await release(index + 1, { 'index.html': `Fassung ${index}` }, at(index / 10));
    }
    expect(releaseNames()).toHaveLength(24);
    expect((await store.live('pm'))?.manifest.revision).toBe(30);
  });
});
