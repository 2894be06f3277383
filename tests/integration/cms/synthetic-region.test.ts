import { parseSnapshot } from '@portal/site/contract';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startCms, type CmsClient, type RunningCms } from '../../support/cms.ts';
import { COLLECTIONS, createEntry, publishEntry, UIDS } from '../../support/cms-world.ts';
import { type DemoLogin } from '../../support/portal.ts';
import { fillSyntheticRegion } from '../../support/synthetic-region.ts';
import { applyDelta, linesOf } from './delta-suite.ts';

const LISTINGS = 300;
const STORIES = 20;

let dataDir: string;
let cms: RunningCms;
let editor: CmsClient;
beforeAll(async () => {
  dataDir = mkdtempSync(path.join(tmpdir(), 'portal-synthetic-'));
  await fillSyntheticRegion(dataDir, { slug: 'bench', listings: LISTINGS });
  cms = await startCms({ dataDir });
  const logins = JSON.parse(
    readFileSync(path.join(dataDir, 'demo-logins.json'), 'utf8'),
  ) as DemoLogin[];
  const login = logins.find(({ region }) => region === 'bench');
  editor = await cms.anonymous.signIn(login?.email ?? '', login?.password ?? '');
});
afterAll(async () => {
  await cms?.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

const snapshotOf = async (slug: string) =>
  parseSnapshot(`${(await linesOf(cms, `${slug}/snapshot`)).join('\n')}\n`);

it('a synthetic region keeps the contract', async () => {
  const snapshot = await snapshotOf('bench');
  expect(snapshot.quarantine).toEqual([]);
  expect(snapshot.listings).toHaveLength(LISTINGS);
  expect(snapshot.organisations).toHaveLength(LISTINGS / 20);
  expect(snapshot.stories).toHaveLength(STORIES);
  expect(snapshot.municipalities).toHaveLength(40);
  expect(snapshot.pages.map(({ slug }) => slug)).toEqual(
    expect.arrayContaining(['impressum', 'datenschutz', 'barrierefreiheit']),
  );
  expect(new Set(snapshot.listings.map(({ slug }) => slug)).size).toBe(LISTINGS);
  expect(new Set(snapshot.listings.map(({ publishedOn }) => publishedOn)).size).toBeGreaterThan(50);
  for (const story of snapshot.stories) expect(story.listings.length).toBeGreaterThan(0);
  const umbrella = await snapshotOf('umbrella');
  expect(umbrella.quarantine).toEqual([]);
});

it('an editor goes on with a synthetic region as with any other', async () => {
  const before = await linesOf(cms, 'bench/snapshot');
  const { header, listings, stories } = parseSnapshot(`${before.join('\n')}\n`);
  for (const [type, uid, id, values] of [
    ['listing', UIDS.listing, listings[0]?.documentId, { title: 'Neu beschrieben' }],
    ['story', UIDS.story, stories[0]?.documentId, { teaser: 'Neu erzählt' }],
  ] as const) {
    await editor.must('PUT', `${COLLECTIONS}/${uid}/${id}`, values);
    await publishEntry(editor, type, id ?? '');
  }
  const listing = `${COLLECTIONS}/${UIDS.listing}/${stories[1]?.listings[0]}`;
  await editor.must('POST', `${listing}/actions/unpublish`, {});
  const after = await linesOf(cms, 'bench/snapshot');
  expect(after).not.toEqual(before);
  const delta = await linesOf(cms, `bench/delta?since=${header.revision}`);
  expect(applyDelta(before, delta)).toEqual(after.slice(1));
});

it('a title that many listings have gets the first free number', async () => {
  const { listings } = await snapshotOf('bench');
  const database = new DatabaseSync(path.join(dataDir, 'cms/portal.db'), { timeout: 2000 });
  const rename = database.prepare('UPDATE listings SET slug = ? WHERE document_id = ?');
  for (const [index, { documentId }] of listings.slice(0, 250).entries()) {
    rename.run(index === 0 ? 'saal' : `saal-${index + 1}`, documentId);
  }
  database.close();
  const id = await createEntry(editor, 'listing', { title: 'Saal' });
  const { documents } = await cms.feed.must<{ documents: { slug: string }[] }>(
    'GET',
    `/api/feed/v1/bench/draft/listing/${id}`,
  );
  expect(documents[0]?.slug).toBe('saal-251');
});

it('what a publication looks up is found by an index', () => {
  const database = new DatabaseSync(path.join(dataDir, 'cms/portal.db'), { readOnly: true });
  try {
    const planOf = (sql: string) =>
      database
        .prepare(`EXPLAIN QUERY PLAN ${sql}`)
        .all()
        .map(({ detail }) => String(detail))
        .join('\n');
    // As Strapi asks for the components of an entry's two versions.
    const components = `SELECT part.* FROM components_listing_prices AS part
      LEFT JOIN listings_cmps AS link ON part.id = link.cmp_id AND link.field = 'price'
      WHERE link.entity_id IN (1, 2)`;
    expect(planOf(components)).toContain('(field=? AND entity_id=?)');
    expect(planOf("SELECT id FROM listings WHERE slug IN ('a', 'a-2')")).toContain('(slug=?)');
  } finally {
    database.close();
  }
});

/** A row as far as its columns tell how it was made: without keys, times and texts. */
function shapeOf(row: Record<string, unknown>): object {
  const fixed = ['is_real', 'component_type', 'field', 'order', 'locale', 'listing_ord'];
  return Object.fromEntries(
    Object.entries(row).map(([column, value]) => [
      column,
      fixed.includes(column) ? value : value === null ? null : typeof value,
    ]),
  );
}

it('the rows of a synthetic story look like those that the CMS writes', async () => {
  const [story] = (await snapshotOf('bench')).stories;
  const { organisations, listings } = await snapshotOf('bench');
  const connect = (id = '') => ({ connect: [{ documentId: id }], disconnect: [] });
  const made = await createEntry(editor, 'story', {
    title: 'Von Hand',
    teaser: 'Kurz.',
    body: [{ type: 'paragraph', children: [{ type: 'text', text: 'Lang.' }] }],
    quote: { text: 'Gut.', person: 'Eine', role: 'Leiterin' },
    impact: [{ label: 'Stunden', value: '3' }],
    givers: connect(organisations[0]?.documentId),
    listings: connect(listings[0]?.documentId),
    municipality: connect(story?.municipality ?? ''),
  });
  await publishEntry(editor, 'story', made);
  const database = new DatabaseSync(path.join(dataDir, 'cms/portal.db'), { readOnly: true });
  try {
    const shapes = (table: string, key: string, id: string) =>
      database
        .prepare(
          `SELECT linked.* FROM ${table} AS linked JOIN success_stories AS story
           ON story.id = linked.${key} WHERE story.document_id = ? AND story.published_at NOT NULL`,
        )
        .all(id)
        .map(shapeOf);
    for (const [table, key] of [
      ['success_stories', 'id'],
      ['success_stories_region_lnk', 'success_story_id'],
      ['success_stories_municipality_lnk', 'success_story_id'],
      ['success_stories_listings_lnk', 'success_story_id'],
    ] as const) {
      const [synthetic] = shapes(table, key, story?.documentId ?? '');
      expect(synthetic, table).toEqual(shapes(table, key, made)[0]);
    }
    const order = (id: string) =>
      shapes('success_stories_cmps', 'entity_id', id).find(
        (row) => 'field' in row && row.field === 'impact',
      );
    expect(order(story?.documentId ?? '')).toEqual(order(made));
  } finally {
    database.close();
  }
});
