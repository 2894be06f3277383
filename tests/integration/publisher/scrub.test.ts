import { createHash } from 'node:crypto';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { readlink } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { partFile, partOf } from '../../../scripts/lib/file-list.ts';
import { listFiles, sha256Hex } from '../../../scripts/lib/files.ts';
import { findDamage, scrubAll } from '../../../scripts/lib/publisher/scrub.ts';
import type { Release } from '../../../scripts/lib/release.ts';
import { compileSite } from '../../../scripts/lib/site-build/compile-site.ts';
import { createRendererOpener } from '../../../scripts/lib/site-build/renderer.ts';
import { startFeedStandIn, type FeedStandIn } from '../../support/feed-stand-in.ts';
import {
  createTestPublisher,
  makeDataDir,
  waitFor,
  type TestPublisher,
} from '../../support/publisher.ts';
import { makeRelease, page } from '../../support/release.ts';

const BUILD_MS = 120_000;

let dataDir: string;
let remove: () => void;
beforeEach(() => {
  ({ dataDir, remove } = makeDataDir());
});
afterEach(() => {
  remove();
});

/** Changes one bit in the middle of a file, as a disk may do: its size and time stay as they were. */
function flipByte(file: string): void {
  const bytes = readFileSync(file);
  const middle = Math.floor(bytes.length / 2);
  bytes[middle] = (bytes[middle] ?? 0) ^ 1;
  writeFileSync(file, bytes);
}

describe('the damage of a release', () => {
  const FILES = {
    'index.html': page('Start'),
    'angebote/index.html': page('Angebote'),
    '_astro/a.12345678.css': `body{}${'/* x */'.repeat(100)}`,
    'klein.txt': 'klein',
    'leer.txt': '',
  };
  let release: Release;
  beforeEach(async () => {
    release = await makeRelease(path.join(dataDir, 'releases'), 'pm', 1, FILES);
  });
  const site = (file: string) => path.join(release.directory, 'site', file);

  it('is none as long as all files are what the list says', async () => {
    expect(await findDamage(release)).toBeNull();
    writeFileSync(site('.well-known/release.json'), '{}');
    expect(await findDamage(release)).toBeNull();
  });

  it.each(Object.keys(FILES).filter((file) => file !== 'leer.txt'))(
    'is found where a byte of %s is another',
    async (file) => {
      flipByte(site(file));
      expect(await findDamage(release)).toBe(file);
    },
  );

  it.each(['br', 'gz'])('is found where a byte of a %s twin is another', async (encoding) => {
    for (const file of ['index.html', '_astro/a.12345678.css']) {
      // Pages have no `.gz`.
      if (file.endsWith('.html') && encoding === 'gz') continue;
      const good = readFileSync(site(`${file}.${encoding}`));
      flipByte(site(`${file}.${encoding}`));
      expect(await findDamage(release)).toBe(`${file}.${encoding}`);
      writeFileSync(site(`${file}.${encoding}`), good);
    }
    expect(await findDamage(release)).toBeNull();
  });

  it('is found where a twin shows another page, or none', async () => {
    const other = readFileSync(site('angebote/index.html.br'));
    writeFileSync(site('index.html.br'), other);
    expect(await findDamage(release)).toBe('index.html.br');
    writeFileSync(site('index.html.br'), '');
    expect(await findDamage(release)).toBe('index.html.br');
  });

  it.each(['index.html', 'index.html.br', '_astro/a.12345678.css.gz', 'leer.txt'])(
    'is found where %s is missing, cut off or another',
    async (file) => {
      const good = readFileSync(site(file));
      rmSync(site(file));
      expect(await findDamage(release)).toBe(file);
      writeFileSync(site(file), 'x');
      expect(await findDamage(release)).toBe(file);
      if (good.length === 0) return;
      writeFileSync(site(file), good.subarray(0, -3));
      expect(await findDamage(release)).toBe(file);
    },
  );

  it('is found in its list', async () => {
    const list = partFile(release.directory, partOf('index.html'));
    flipByte(list);
    expect(await findDamage(release)).toBe('files/');
    rmSync(list);
    expect(await findDamage(release)).toBe('files/');
  });
});

describe('a live site that is damaged', () => {
  let feed: FeedStandIn;
  let publisher: TestPublisher;
  beforeEach(async () => {
    feed = await startFeedStandIn(['pm', 'tf']);
  });
  afterEach(async () => {
    await publisher.reconciler.stop();
    await feed.stop();
  });

  async function start(changes: Parameters<typeof createTestPublisher>[2] = {}): Promise<void> {
    publisher = createTestPublisher(feed, dataDir, { warmRegions: 0, ...changes });
    await publisher.reconciler.start();
    await waitFor('all regions are live', () => publisher.reconciler.status().ready, BUILD_MS);
  }
  const scrub = () => {
    const { reconciler, store, options } = publisher;
    return scrubAll({ store, reconciler, logger: options.logger });
  };
  const status = (region = 'pm') => publisher.reconciler.status().regions[region];
  const live = (file: string) => path.join(dataDir, 'releases/pm/current/site', file);
  const liveLink = (region = 'pm') => readlink(path.join(dataDir, 'releases', region, 'current'));

  async function publish(title: string): Promise<void> {
    const revision = feed.publish('pm', (documents) => {
      for (const document of documents) if (document['type'] === 'page') document['title'] = title;
    });
    publisher.reconciler.wake();
    await waitFor('search and pages are live', () => status()?.searchRevision === revision);
  }

  async function treeOf(directory: string): Promise<Record<string, string>> {
    const files = await listFiles(directory);
    return Object.fromEntries(
      files.map((file) => [file, sha256Hex(readFileSync(path.join(directory, file)))]),
    );
  }

  it('is published anew, and is right again; releases of before are not touched', async () => {
    await start();
    const first = path.join(dataDir, 'releases/pm', await liveLink());
    await publish('Neu');
    const damaged = await liveLink();
    const tf = await liveLink('tf');
    const good = readFileSync(live('impressum/index.html'), 'utf8');
    flipByte(live('impressum/index.html'));
    const before = await treeOf(first);
    await scrub();
    await waitFor('another release is live', async () => (await liveLink()) !== damaged);
    expect(readFileSync(live('impressum/index.html'), 'utf8')).toBe(good);
    const release = await publisher.store.live('pm');
    expect(release && (await findDamage(release))).toBeNull();
    expect(release?.manifest).toMatchObject({ revision: 2, searchRevision: 2 });
    expect(await treeOf(first)).toEqual(before);
    await waitFor('the state says so', () => status()?.releaseId === release?.manifest.releaseId);
    expect(status()).toMatchObject({ state: 'live', liveRevision: 2, lastError: null });
    expect(await liveLink('tf')).toBe(tf);
    await publish('Weiter');
    expect(readFileSync(live('impressum/index.html'), 'utf8')).toContain('Weiter');
  });

  it.each([
    ['a file that no change touches', 'angebote/index.html'],
    ['the search index', 'pagefind/pagefind-entry.json'],
  ])('is mended where %s is damaged', async (_what, file) => {
    await start();
    const good = readFileSync(live(file));
    const damaged = await liveLink();
    flipByte(live(file));
    await scrub();
    await waitFor('another release is live', async () => (await liveLink()) !== damaged);
    expect(readFileSync(live(file))).toEqual(good);
  });

  it('ends the rollback that holds it', async () => {
    await start();
    await publish('Neu');
    const newest = await liveLink();
    const held = status()?.releases.find(({ revision }) => revision === 1)?.releaseId ?? '';
    await publisher.reconciler.command({
      type: 'region.rollback',
      timestamp: new Date().toISOString(),
      data: { region: 'pm', releaseId: held },
    });
    expect(await liveLink()).toBe(held);
    flipByte(live('impressum/index.html'));
    await scrub();
    await waitFor('another release is live', async () => (await liveLink()) !== held);
    const release = await publisher.store.live('pm');
    expect(release && (await findDamage(release))).toBeNull();
    expect(release?.manifest.revision).toBe(2);
    expect(release?.directory.endsWith(newest)).toBe(false);
    await waitFor('the state says so', () => status()?.pinnedRelease === null);
  });

  it('is mended by the next look when the CMS did not answer at the first', async () => {
    await start();
    const good = readFileSync(live('index.html'), 'utf8');
    const damaged = await liveLink();
    flipByte(live('index.html'));
    feed.misbehaviour = 'server-error';
    await scrub();
    await waitFor('the attempt failed', () => status()?.lastError != null);
    expect(await liveLink()).toBe(damaged);
    feed.misbehaviour = null;
    await waitFor('the CMS answers again', () => status()?.lastError == null, 20_000);
    await scrub();
    await waitFor('another release is live', async () => (await liveLink()) !== damaged);
    expect(readFileSync(live('index.html'), 'utf8')).toBe(good);
  });

  it('is left alone when it is whole, or not live any more', async () => {
    await start();
    const first = await liveLink();
    await publish('Neu');
    const builds = publisher.builder.builds.length;
    const links = [await liveLink(), await liveLink('tf')];
    flipByte(path.join(dataDir, 'releases/pm', first, 'site/impressum/index.html'));
    await scrub();
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(publisher.builder.builds).toHaveLength(builds);
    expect([await liveLink(), await liveLink('tf')]).toEqual(links);
  });

  it(
    'is mended where a picture is damaged, which site and fetched pictures share',
    async () => {
      const bytes = Buffer.from('a picture, or so the renderer believes');
      const file = `${createHash('sha256').update(bytes).digest('hex').slice(0, 32)}.webp`;
      feed.media.set(file, bytes);
      feed.snapshots.delete('pm');
      feed.publish('tf', (documents) => {
        const listing = documents.find(({ type }) => type === 'listing');
        const renditions = [{ width: 640, height: 400, file }];
        Object.assign(listing ?? {}, { images: [{ alt: 'Kran', credit: null, renditions }] });
      });
      const { program } = await compileSite();
      await start({ openRenderer: createRendererOpener({ program, timeoutMs: BUILD_MS }) });
      const picture = path.join(dataDir, 'releases/tf/current/site/media', file);
      expect(readFileSync(picture)).toEqual(bytes);
      const damaged = await liveLink('tf');
      flipByte(picture);
      await scrub();
      await waitFor(
        'another release is live',
        async () => (await liveLink('tf')) !== damaged,
        BUILD_MS,
      );
      expect(readFileSync(picture)).toEqual(bytes);
      expect(status('tf')?.quarantine).toEqual([]);
    },
    3 * BUILD_MS,
  );
});
