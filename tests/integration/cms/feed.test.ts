import { parseSnapshot, RegionsAnswerSchema } from '@portal/site/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CmsClient, startCms, type RunningCms } from '../../support/cms.ts';
import {
  COLLECTIONS,
  connect,
  createEntry,
  createWorld,
  listingValues,
  paragraph,
  publishEntry,
  revisionOf,
  UIDS,
  type World,
} from '../../support/cms-world.ts';
import { regionReport } from '../../support/region-report.ts';

const FEED = '/api/feed/v1';
const DAY_MS = 86_400_000;
const berlinDay = (offset: number) =>
  new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Berlin' }).format(
    Date.now() + offset * DAY_MS,
  );

let cms: RunningCms;
let world: World;
beforeAll(async () => {
  cms = await startCms();
  world = await createWorld(cms);
});
afterAll(() => cms?.stop());

const textOf = async (slug: string) => {
  const answer = await cms.feed.call('GET', `${FEED}/${slug}/snapshot`);
  expect(answer.status, answer.text).toBe(200);
  return answer.text;
};
const snapshotOf = async (slug: string) => parseSnapshot(await textOf(slug));

describe('the feed', () => {
  it.each([
    ['GET', `${FEED}/regions`],
    ['GET', `${FEED}/alpha/snapshot`],
    ['GET', `${FEED}/alpha/changes?since=0`],
    ['GET', `${FEED}/alpha/delta?since=0`],
    ['GET', `${FEED}/media/${'0'.repeat(32)}.webp`],
    ['POST', `${FEED}/alpha/report`],
  ])('refuses %s %s without the right token', async (method, route) => {
    for (const client of [
      cms.anonymous,
      cms.superAdmin,
      world.editorOfAlpha,
      new CmsClient(cms.origin, `${cms.feedToken}x`),
      new CmsClient(cms.origin, cms.feedToken.slice(0, -1)),
    ]) {
      const answer = await client.call(method, route, method === 'POST' ? {} : undefined);
      expect(answer.status).toBe(401);
      expect(answer.body).toMatchObject({ error: { status: 401, name: 'Unauthorized' } });
    }
  });

  it('answers 404 for a region that is not there', async () => {
    for (const [method, route] of [
      ['GET', 'nowhere/snapshot'],
      ['GET', 'nowhere/changes?since=0'],
      ['GET', 'nowhere/delta?since=0'],
      ['POST', 'nowhere/report'],
    ] as const) {
      const body = method === 'POST' ? regionReport(0) : undefined;
      const answer = await cms.feed.call(method, `${FEED}/${route}`, body);
      expect(answer.status).toBe(404);
      expect(answer.body).toMatchObject({ error: { status: 404, name: 'NotFound' } });
    }
  });

  it.each(['', '?since=', '?since=-1', '?since=1.5', '?since=abc', '?since=1&since=2'])(
    'answers 400 for changes%s and delta%s',
    async (query) => {
      for (const call of ['changes', 'delta']) {
        const answer = await cms.feed.call('GET', `${FEED}/alpha/${call}${query}`);
        expect(answer.status).toBe(400);
        expect(answer.body).toMatchObject({ error: { status: 400 } });
      }
    },
  );

  it.each(['..%2f..%2fportal.db', `${'0'.repeat(32)}.db`, `${'0'.repeat(31)}.webp`, 'x'])(
    'answers 404 for the file %s',
    async (file) => {
      expect((await cms.feed.call('GET', `${FEED}/media/${file}`)).status).toBe(404);
    },
  );

  it('lists the regions and the umbrella with their revisions', async () => {
    const answer = RegionsAnswerSchema.parse(await cms.feed.must('GET', `${FEED}/regions`));
    expect(answer.regions.map(({ slug }) => slug)).toEqual(['alpha', 'beta']);
    expect(answer.regions[0]?.revision).toBe(await revisionOf(cms, 'alpha'));
    expect(answer.umbrella.revision).toBe(await revisionOf(cms, 'umbrella'));
  });
});

describe('a snapshot', () => {
  it('keeps the contract, with everything that is public and nothing else', async () => {
    const snapshot = await snapshotOf('alpha');
    expect(snapshot.quarantine).toEqual([]);
    expect(snapshot.header).toMatchObject({
      region: 'alpha',
      revision: await revisionOf(cms, 'alpha'),
      asOf: berlinDay(0),
    });
    const { alpha } = world;
    expect(snapshot.region?.documentId).toBe(alpha.region);
    expect(snapshot.listings.map(({ documentId }) => documentId)).toEqual([alpha.listing]);
    expect(snapshot.stories[0]).toMatchObject({
      givers: [alpha.organisation],
      listings: [alpha.listing],
      municipality: alpha.municipality,
    });
    expect(snapshot.categories).toHaveLength(2);
    expect(snapshot.pages.map(({ slug }) => slug)).toEqual(['ueber-alphatal']);
  });

  it('holds no draft, no contact and nothing of another region', async () => {
    const text = await textOf('alpha');
    for (const secret of [
      'Entwurf',
      'Vertrauensperson',
      'vertraulich',
      'Geheimberg',
      'example.org',
    ]) {
      expect(text).not.toContain(secret);
    }
    for (const field of ['createdBy', 'updatedBy', 'publishedAt', '"id"', 'editors', 'contact']) {
      expect(text).not.toContain(field);
    }
  });

  it('shows the published version while a draft has other words', async () => {
    const { editorOfAlpha, alpha } = world;
    await editorOfAlpha.must('PUT', `${COLLECTIONS}/${UIDS.listing}/${alpha.listing}`, {
      title: 'Noch nicht öffentlich',
    });
    expect(await textOf('alpha')).not.toContain('Noch nicht öffentlich');
    await editorOfAlpha.must(
      'POST',
      `${COLLECTIONS}/${UIDS.listing}/${alpha.listing}/actions/discard`,
      {},
    );
  });

  it('has the same bytes when it is read twice', async () => {
    expect(await textOf('alpha')).toBe(await textOf('alpha'));
    expect(await textOf('umbrella')).toBe(await textOf('umbrella'));
  });

  it('is sorted by type and id', async () => {
    const keys = (await textOf('alpha'))
      .trimEnd()
      .split('\n')
      .slice(1)
      .map((line) => {
        const { type, documentId } = JSON.parse(line) as { type: string; documentId: string };
        return `${type} ${documentId}`;
      });
    expect(keys).toEqual([...keys].sort());
  });

  it('lets a listing go on the day after its last day, and the story stays', async () => {
    const { editorOfAlpha, alpha, category } = world;
    const create = async (title: string, endsOn: string) => {
      const id = await createEntry(editorOfAlpha, 'listing', {
        ...listingValues(alpha, category, title),
        endsOn,
      });
      await publishEntry(editorOfAlpha, 'listing', id);
      return id;
    };
    const lastDay = await create('Heute zuletzt', berlinDay(0));
    expect((await snapshotOf('alpha')).listings.map(({ documentId }) => documentId)).toContain(
      lastDay,
    );
    const over = await editorOfAlpha.call('POST', `${COLLECTIONS}/${UIDS.listing}`, {
      ...listingValues(alpha, category, 'Vorbei'),
      endsOn: berlinDay(-1),
    });
    const { documentId } = (over.body as { data: { documentId: string } }).data;
    const answer = await editorOfAlpha.call(
      'POST',
      `${COLLECTIONS}/${UIDS.listing}/${documentId}/actions/publish`,
      {},
    );
    expect(answer.status).toBe(400);
    expect(answer.text).toContain('ist vorbei');
  });

  it('names a story’s listings only while they are public', async () => {
    const { editorOfAlpha, alpha } = world;
    const listing = `${COLLECTIONS}/${UIDS.listing}/${alpha.listing}`;
    await editorOfAlpha.must('POST', `${listing}/actions/unpublish`, {});
    expect((await snapshotOf('alpha')).stories[0]?.listings).toEqual([]);
    await publishEntry(editorOfAlpha, 'listing', alpha.listing);
  });

  it('keeps listings with their organisation when that is published under another name', async () => {
    const { editorOfAlpha, alpha } = world;
    const organisation = `${COLLECTIONS}/${UIDS.organisation}/${alpha.organisation}`;
    await editorOfAlpha.must('PUT', organisation, { name: 'Alphatal Neuwerke' });
    await publishEntry(editorOfAlpha, 'organisation', alpha.organisation);
    const { organisations, listings, stories, quarantine } = await snapshotOf('alpha');
    expect(quarantine).toEqual([]);
    expect(organisations[0]).toMatchObject({ name: 'Alphatal Neuwerke', slug: 'alphatal-werke' });
    expect(listings[0]?.organisation).toBe(alpha.organisation);
    expect(stories[0]?.givers).toEqual([alpha.organisation]);
  });

  it('tells when an entry was made, which no later publish changes', async () => {
    const { editorOfAlpha, alpha } = world;
    const madeAt = async () => {
      const { listings } = await snapshotOf('alpha');
      return listings.find(({ documentId }) => documentId === alpha.listing)?.createdAt ?? '';
    };
    const before = await madeAt();
    expect(Math.abs(Date.now() - Date.parse(before))).toBeLessThan(3_600_000);
    await editorOfAlpha.must('PUT', `${COLLECTIONS}/${UIDS.listing}/${alpha.listing}`, {
      description: 'Nun mit anderem Text.',
    });
    await publishEntry(editorOfAlpha, 'listing', alpha.listing);
    expect(await madeAt()).toBe(before);
    const { organisations, stories } = await snapshotOf('alpha');
    for (const { createdAt } of [...organisations, ...stories]) expect(createdAt).toMatch(/Z$/);
  });

  it('of the umbrella sums up every region', async () => {
    const page = await createEntry(cms.superAdmin, 'page', {
      title: 'Datenschutz',
      body: paragraph('Wenig.'),
    });
    await publishEntry(cms.superAdmin, 'page', page);
    await cms.superAdmin.must('PUT', `${COLLECTIONS}/${UIDS.region}/${world.alpha.region}`, {
      neighbours: connect(world.beta.region),
    });
    const { regionSummaries, pages, quarantine } = await snapshotOf('umbrella');
    expect(quarantine).toEqual([]);
    expect(pages.map(({ slug }) => slug)).toEqual(['datenschutz']);
    expect(regionSummaries.map(({ region }) => region.slug).sort()).toEqual(['alpha', 'beta']);
    const beta = regionSummaries.find(({ region }) => region.slug === 'beta');
    expect(beta?.counts).toEqual({ offers: 1, requests: 0, organisations: 1, stories: 1 });
    expect(beta?.newestListings[0]).toMatchObject({
      categoryKey: 'machines/lifting',
      municipalityName: 'Geheimberg Stadt',
    });
    const { region } = await snapshotOf('alpha');
    expect(region?.neighbours).toMatchObject([{ slug: 'beta', primary: '#00594f' }]);
  });
});
