import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseSnapshot, type Snapshot } from '@portal/site/contract';
import { killCmsWhileItStarts, startCms, type RunningCms } from '../../support/cms.ts';
import { contentOf, countRows } from '../../support/cms-world.ts';
import { type DemoLogin } from '../../support/portal.ts';

const DEMO = { DEMO_CONTENT: 'true' };
const REGIONS = ['pm', 'tf', 'hvl'];

/** Drafts and published versions; the demo has 274 listings. */
const LISTING_ROWS = 2 * 274;

let dataDir: string;
let cms: RunningCms;
let snapshots: Record<string, Snapshot>;

beforeAll(async () => {
  dataDir = mkdtempSync(path.join(tmpdir(), 'portal-seed-'));
  // The first start is killed amid the listings; everything below is about what the next one made.
  await killCmsWhileItStarts(dataDir, DEMO, () => countRows(dataDir, 'listings') >= 100);
  const left = countRows(dataDir, 'listings');
  expect(left).toBeGreaterThanOrEqual(100);
  expect(left).toBeLessThan(LISTING_ROWS);
  cms = await startCms({ dataDir, env: DEMO });
  snapshots = await readSnapshots();
});
afterAll(async () => {
  await cms?.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

async function readSnapshots(): Promise<Record<string, Snapshot>> {
  const entries = [...REGIONS, 'umbrella'].map(async (slug) => {
    const { text } = await cms.feed.call('GET', `/api/feed/v1/${slug}/snapshot`);
    return [slug, parseSnapshot(text)] as const;
  });
  return Object.fromEntries(await Promise.all(entries));
}

function snapshotOf(slug: string): Snapshot {
  const snapshot = snapshots[slug];
  if (snapshot === undefined) throw new Error(`There is no snapshot of ${slug}.`);
  return snapshot;
}

const logins = () =>
  JSON.parse(readFileSync(path.join(dataDir, 'demo-logins.json'), 'utf8')) as DemoLogin[];

describe('the demo content, completed after its first start was killed', () => {
  it('has every entry once', () => {
    const total = (count: (snapshot: Snapshot) => number) =>
      REGIONS.reduce((sum, slug) => sum + count(snapshotOf(slug)), 0);
    expect(total(({ listings }) => listings.length)).toBe(274);
    expect(total(({ organisations }) => organisations.length)).toBe(90);
    expect(total(({ stories }) => stories.length)).toBe(15);
    expect(countRows(dataDir, 'listings')).toBe(LISTING_ROWS);
    expect(countRows(dataDir, 'organisations')).toBe(2 * 90);
    expect(countRows(dataDir, 'success_stories')).toBe(2 * 15);
  });

  it.each([...REGIONS, 'umbrella'])('makes a snapshot of %s without any problem', (slug) => {
    const { quarantine, pages } = snapshotOf(slug);
    expect(quarantine).toEqual([]);
    expect(pages.map((page) => page.slug).sort()).toEqual([
      'barrierefreiheit',
      'datenschutz',
      'impressum',
      'ueber',
    ]);
    // The texts of the demo, not those that wait for a real operator.
    expect(JSON.stringify(pages)).not.toContain('Bitte ergänzen');
    for (const page of pages) {
      if (page.slug !== 'ueber') expect(JSON.stringify(page.body), page.slug).toMatch(/Demoinhalt/);
    }
  });

  it('shows the regions with their pictures, and all three on the umbrella site', () => {
    for (const slug of REGIONS) {
      const { region } = snapshotOf(slug);
      expect(region?.brand.cover?.renditions.length, slug).toBeGreaterThan(1);
      expect(region?.brand.logo?.alt, slug).toMatch(/starkeRegion/);
    }
    const { regionSummaries } = snapshotOf('umbrella');
    expect(regionSummaries.map(({ region }) => region.slug).sort()).toEqual([...REGIONS].sort());
  });

  it('tells the story of the RECURA clinics first in Potsdam-Mittelmark', () => {
    const [newest] = snapshotOf('pm').stories.toSorted((a, b) =>
      b.publishedOn.localeCompare(a.publishedOn),
    );
    expect(newest?.teaser).toContain('RECURA');
  });

  it('brings logins that work, readable for their owner alone', async () => {
    expect(statSync(path.join(dataDir, 'demo-logins.json')).mode & 0o777).toBe(0o600);
    expect(logins().map(({ role, region }) => [role, region])).toEqual([
      ['super-admin', null],
      ...REGIONS.map((slug) => ['editor', slug]),
    ]);
    for (const { email, password, region } of logins()) {
      expect(password.length).toBeGreaterThanOrEqual(16);
      const user = await cms.anonymous.signIn(email, password);
      const listings = await user.must<{ pagination: { total: number } }>(
        'GET',
        '/content-manager/collection-types/api::listing.listing',
      );
      const expected = region === null ? 274 : snapshotOf(region).listings.length;
      expect(listings.pagination.total, email).toBe(expected);
    }
    expect(new Set(logins().map(({ password }) => password)).size).toBe(logins().length);
  });

  it('stays as it is at the next start', async () => {
    const [content, users] = [contentOf(cms), JSON.stringify(logins())];
    await cms.stop();
    cms = await startCms({ dataDir, env: DEMO });
    expect(contentOf(cms)).toBe(content);
    expect(JSON.stringify(logins())).toBe(users);
  });
});
