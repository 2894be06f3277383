import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startFeedStandIn, type FeedStandIn } from '../../support/feed-stand-in.ts';
import {
  createTestPublisher,
  makeDataDir,
  waitFor,
  type TestPublisher,
} from '../../support/publisher.ts';

let feed: FeedStandIn;
let dataDir: string;
let remove: () => void;
const running: TestPublisher[] = [];

beforeEach(async () => {
  feed = await startFeedStandIn(['pm', 'tf']);
  ({ dataDir, remove } = makeDataDir());
});

afterEach(async () => {
  for (const publisher of running.splice(0)) await publisher.reconciler.stop();
  await feed.stop();
  remove();
});

async function start(changes: Parameters<typeof createTestPublisher>[2] = {}) {
  const publisher = createTestPublisher(feed, dataDir, changes);
  running.push(publisher);
  await publisher.reconciler.start();
  await waitFor('all regions are live', () => publisher.reconciler.status().ready);
  return publisher;
}

interface Facts {
  revision: number;
  searchRevision: number;
  releaseId: string;
}
const read = (file: string, region = 'pm') =>
  readFileSync(path.join(dataDir, 'releases', region, 'current/site', file), 'utf8');
const facts = (region = 'pm') => JSON.parse(read('.well-known/release.json', region)) as Facts;
const words = (region = 'pm') => read('pagefind/pagefind-entry.json', region);
const isSearchable =
  (revision: number, region = 'pm') =>
  () =>
    facts(region).searchRevision === revision;

const retitle = (title: string) => (documents: Record<string, unknown>[]) => {
  const listing = documents.find(({ type }) => type === 'listing');
  Object.assign(listing ?? {}, { title });
};

describe('the search index', () => {
  it('is part of the first release, and follows every change in a release of the same pages', async () => {
    const publisher = await start();
    expect(facts()).toMatchObject({ revision: 1, searchRevision: 1 });
    let release: (() => void) | undefined;
    publisher.builder.beforeIndex = () => new Promise((resolve) => (release = resolve));
    feed.publish('pm', retitle('Drehbank'));
    await waitFor('the pages are live', () => facts().revision === 2);
    const pages = facts();
    expect(pages.searchRevision).toBe(1);
    expect(words()).not.toContain('Drehbank');
    expect(read('angebote/index.html')).toContain('angebote');
    await waitFor('an index is being made', () => release !== undefined);
    const page = read('index.html');
    release?.();
    await waitFor('the search is up to date', isSearchable(2));
    expect(words()).toContain('Drehbank');
    expect(facts().revision).toBe(2);
    expect(facts().releaseId).not.toBe(pages.releaseId);
    expect(facts().releaseId).toMatch(/^2-[0-9a-f]{12}$/);
    expect(read('index.html')).toBe(page);
    await waitFor('the CMS knows', () => feed.reports.get('pm')?.searchRevision === 2);
  });

  it('lets pages go on being published while it is made', async () => {
    const publisher = await start();
    let release: (() => void) | undefined;
    publisher.builder.beforeIndex = () => new Promise((resolve) => (release = resolve));
    feed.publish('pm', retitle('Drehbank'));
    await waitFor('an index is being made', () => release !== undefined);
    feed.publish('pm', retitle('Fräse'));
    await waitFor('the next change is live', () => facts().revision === 3);
    expect(facts().searchRevision).toBe(1);
    publisher.builder.beforeIndex = () => undefined;
    release?.();
    await waitFor('the search is up to date', isSearchable(3));
    expect(words()).toContain('Fräse');
    expect(words()).not.toContain('Drehbank');
  });

  it('follows although an attempt failed', async () => {
    const publisher = await start();
    let attempts = 0;
    publisher.builder.beforeIndex = () => {
      attempts += 1;
      if (attempts === 1) throw new Error('The index broke.');
    };
    feed.publish('pm', retitle('Drehbank'));
    await waitFor('an attempt failed', () => attempts === 1);
    await waitFor('the pages are live all the same', () => {
      const status = publisher.reconciler.status().regions['pm'];
      return status?.liveRevision === 2 && status.state === 'live';
    });
    publisher.builder.asked = [];
    feed.publish('pm', retitle('Fräse'));
    await waitFor('the search is up to date', isSearchable(3));
    expect(words()).toContain('Fräse');
    // Of a large region, a whole rendering would keep all publishes waiting for minutes.
    expect(publisher.builder.asked.filter(({ kind }) => kind === 'all')).toEqual([]);
  });

  it('whose content was fetched anew leaves the pages what came with it: they take in all of it next', async () => {
    const publisher = await start();
    let attempts = 0;
    publisher.builder.beforeIndex = () => {
      attempts += 1;
      if (attempts === 1) throw new Error('The index broke.');
    };
    feed.publish('pm', retitle('Drehbank'));
    await waitFor('the search is up to date', isSearchable(2));
    // Such as a picture that was missing, which no delta would name again.
    const snapshots = feed.calls.get('pm/snapshot') ?? 0;
    publisher.builder.asked = [];
    for (const [title, revision] of [
      ['Fräse', 3],
      ['Bohrer', 4],
    ] as const) {
      feed.publish('pm', retitle(title));
      await waitFor('the change is live', isSearchable(revision));
    }
    expect(feed.calls.get('pm/snapshot')).toBe(snapshots + 1);
    expect(publisher.builder.asked.map(({ kind }) => kind)).not.toContain('all');
  });

  it('is made anew by new sources, in one release with their pages', async () => {
    const first = await start();
    await first.reconciler.stop();
    const before = facts().releaseId;
    const second = createTestPublisher(feed, dataDir, { buildKey: 'new sources' });
    running.push(second);
    second.builder.beforeIndex = () => {
      expect(facts().releaseId).toBe(before);
      second.builder.indexText = 'made by new sources';
    };
    await second.reconciler.start();
    await waitFor('the new index is live', () => words().includes('made by new sources'));
    expect(facts()).toMatchObject({ revision: 1, searchRevision: 1 });
    expect(second.builder.builds.filter((region) => region === 'pm')).toHaveLength(1);
  });

  it('follows after the publisher was killed in between', async () => {
    const first = await start();
    first.builder.beforeIndex = () => new Promise(() => undefined);
    feed.publish('pm', retitle('Drehbank'));
    await waitFor('the pages are live', () => facts().revision === 2);
    await first.reconciler.stop();
    expect(facts().searchRevision).toBe(1);
    await start();
    await waitFor('the search is up to date', isSearchable(2));
    expect(words()).toContain('Drehbank');
  });

  it('follows in more regions than there are warm renderers for', async () => {
    const publisher = await start({ warmRegions: 1 });
    publisher.builder.asked = [];
    for (const region of ['pm', 'tf']) feed.publish(region, retitle('Drehbank'));
    for (const region of ['pm', 'tf']) {
      await waitFor(`${region} is searchable`, isSearchable(2, region));
      expect(words(region)).toContain('Drehbank');
      const asked = publisher.builder.asked.filter((build) => build.region === region);
      expect(asked, 'rendered for the pages alone').toHaveLength(1);
    }
  });

  it('follows after a restart with fewer warm renderers than regions', async () => {
    const first = await start();
    first.builder.beforeIndex = () => new Promise(() => undefined);
    for (const region of ['pm', 'tf']) feed.publish(region, retitle('Drehbank'));
    await waitFor('both are live', () => facts().revision === 2 && facts('tf').revision === 2);
    await first.reconciler.stop();
    await start({ warmRegions: 1 });
    for (const region of ['pm', 'tf']) {
      await waitFor(`${region} is searchable`, isSearchable(2, region));
    }
  });
});
