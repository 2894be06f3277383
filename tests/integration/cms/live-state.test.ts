import { type RegionReport } from '@portal/site/contract';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type EntryAnswer, type EntrySite } from '../../../cms/src/live-state/answers.ts';
import { startCms, type CmsClient, type RunningCms } from '../../support/cms.ts';
import {
  COLLECTIONS,
  createEntry,
  createWorld,
  listingValues,
  publishEntry,
  revisionOf,
  UIDS,
  type TypeName,
  type World,
} from '../../support/cms-world.ts';
import { startPublisherStandIn, type PublisherStandIn } from '../../support/publisher-stand-in.ts';
import { regionReport } from '../../support/region-report.ts';

let publisher: PublisherStandIn;
let cms: RunningCms;
let world: World;
let editor: CmsClient;

beforeAll(async () => {
  publisher = await startPublisherStandIn();
  cms = await startCms({ env: { PUBLISHER_URL: publisher.url } });
  world = await createWorld(cms);
  editor = world.editorOfAlpha;
});
afterAll(async () => {
  await cms?.stop();
  await publisher?.stop();
});
beforeEach(() => report());

/** Reports about Alpha; by default that all of it is live. */
async function report(changes: Partial<RegionReport> = {}): Promise<void> {
  const liveRevision = await revisionOf(cms, 'alpha');
  const body = { ...regionReport(liveRevision), ...changes };
  await cms.feed.must('POST', '/api/feed/v1/alpha/report', body);
}

async function entryOf(type: TypeName, documentId: string): Promise<EntryAnswer> {
  return editor.must('GET', `/publishing/entries/${UIDS[type]}/${documentId}`);
}

async function siteOf(type: TypeName, documentId: string): Promise<EntrySite> {
  const { sites } = await entryOf(type, documentId);
  expect(sites).toHaveLength(1);
  return sites[0] as EntrySite;
}

const act = (documentId: string, action: string) =>
  editor.must('POST', `${COLLECTIONS}/${UIDS.listing}/${documentId}/actions/${action}`, {});

async function createListing(title: string): Promise<string> {
  return createEntry(editor, 'listing', listingValues(world.alpha, world.category, title));
}

describe('a listing', () => {
  it('that nobody has published is on no site', async () => {
    expect(await siteOf('listing', world.alpha.draft)).toEqual({
      region: 'alpha',
      regionName: 'Alphatal',
      state: 'unpublished',
      since: null,
      reasons: [],
      url: null,
      isRemoval: true,
    });
  });

  it('waits, is built and is live, one after the other', async () => {
    const before = await revisionOf(cms, 'alpha');
    const listing = await createListing('Nacheinander');
    await publishEntry(editor, 'listing', listing);
    const revision = await revisionOf(cms, 'alpha');
    expect(revision).toBe(before + 1);
    expect(await siteOf('listing', listing)).toMatchObject({ state: 'waiting', url: null });

    await report({ cmsRevision: before, liveRevision: before, state: 'building' });
    expect(await siteOf('listing', listing), 'an earlier build').toMatchObject({
      state: 'waiting',
    });

    await report({ cmsRevision: revision, liveRevision: before, state: 'building' });
    expect(await siteOf('listing', listing)).toMatchObject({ state: 'building', url: null });

    await report();
    const site = await siteOf('listing', listing);
    expect(site).toMatchObject({
      state: 'live',
      url: 'http://alpha.localhost:4321/angebote/nacheinander/',
      isRemoval: false,
    });
    expect(Math.abs(Date.parse(site.since ?? '') - Date.now())).toBeLessThan(60_000);
  });

  it('that is changed after it was published shows the published version', async () => {
    const listing = await createListing('Zwischenstand');
    await publishEntry(editor, 'listing', listing);
    await report();
    expect((await entryOf('listing', listing)).hasNewerDraft).toBe(false);
    await editor.must('PUT', `${COLLECTIONS}/${UIDS.listing}/${listing}`, { quantity: '3 Stück' });
    const { hasNewerDraft, sites } = await entryOf('listing', listing);
    expect(hasNewerDraft).toBe(true);
    expect(sites[0]).toMatchObject({ state: 'live' });
  });

  it('that is published again keeps its link while the change waits', async () => {
    const listing = await createListing('Noch einmal');
    await publishEntry(editor, 'listing', listing);
    await report();
    await publishEntry(editor, 'listing', listing);
    expect(await siteOf('listing', listing)).toMatchObject({
      state: 'waiting',
      url: 'http://alpha.localhost:4321/angebote/noch-einmal/',
    });
  });

  it('that is taken back waits for it and is then withdrawn', async () => {
    const listing = await createListing('Zurück');
    await publishEntry(editor, 'listing', listing);
    await report();
    await act(listing, 'unpublish');
    expect(await siteOf('listing', listing)).toMatchObject({ state: 'waiting', isRemoval: true });
    await report();
    expect(await siteOf('listing', listing)).toMatchObject({ state: 'withdrawn', url: null });
  });

  it('that is left out names the reason and has no link', async () => {
    const problems = ['Die Organisation ist nicht veröffentlicht.'];
    const { listing } = world.alpha;
    await report({
      quarantine: [{ type: 'listing', documentId: listing, title: 'Kran', problems }],
    });
    expect(await siteOf('listing', listing)).toMatchObject({
      state: 'quarantined',
      reasons: problems,
      url: null,
    });
  });

  it('is refused with the reasons while the checks refuse the site', async () => {
    const before = await revisionOf(cms, 'alpha');
    const listing = await createListing('Abgelehnt');
    await publishEntry(editor, 'listing', listing);
    const revision = before + 1;
    const message = 'Die Zahl der Angebote fällt von 100 auf 50.';
    const refusal = { revision, problems: [{ rule: 'losses' as const, message }], mayAccept: true };
    await report({ cmsRevision: revision, liveRevision: before, state: 'failed', refusal });
    expect(await siteOf('listing', listing)).toMatchObject({
      state: 'refused',
      reasons: [message],
    });

    await publishEntry(editor, 'listing', listing);
    expect(await siteOf('listing', listing), 'a newer change').toMatchObject({ state: 'waiting' });
  });

  it('says why the last attempt failed', async () => {
    const before = await revisionOf(cms, 'alpha');
    const listing = await createListing('Gescheitert');
    await publishEntry(editor, 'listing', listing);
    const lastError = 'Auf dem Server ist kein Speicherplatz mehr frei.';
    await report({ cmsRevision: before + 1, liveRevision: before, state: 'failed', lastError });
    expect(await siteOf('listing', listing)).toMatchObject({
      state: 'failed',
      reasons: [lastError],
    });
  });

  it('is held back while an earlier release is pinned', async () => {
    const before = await revisionOf(cms, 'alpha');
    const listing = await createListing('Angehalten');
    await publishEntry(editor, 'listing', listing);
    await report({ cmsRevision: before + 1, liveRevision: before, pinnedRelease: `${before}-a` });
    expect(await siteOf('listing', listing)).toMatchObject({ state: 'held', url: null });
  });

  it('says so when the publisher does not answer', async () => {
    publisher.isHealthy = false;
    const listing = await createListing('Stille');
    await publishEntry(editor, 'listing', listing);
    await expect
      .poll(() => siteOf('listing', listing), { timeout: 10_000, interval: 500 })
      .toMatchObject({ state: 'silent' });
    publisher.isHealthy = true;
    await expect
      .poll(() => siteOf('listing', listing), { timeout: 10_000, interval: 500 })
      .toMatchObject({ state: 'waiting' });
  });
});

it.each([
  ['organisation', '/organisationen/alphatal-werke/'],
  ['story', '/erfolge/erfolg-in-alphatal/'],
  ['page', '/ueber-alphatal/'],
  ['municipality', '/orte/alphatal-stadt/'],
  ['region', '/'],
] as const)('a published %s is live and links to its page', async (type, path) => {
  expect(await siteOf(type, world.alpha[type])).toMatchObject({
    state: 'live',
    url: `http://alpha.localhost:4321${path}`,
  });
});

it('a category tells editors about their own regions and operators about all sites', async () => {
  const path = `/publishing/entries/${UIDS.category}/${world.category}`;
  const ofEditor = await editor.must<EntryAnswer>('GET', path);
  expect(ofEditor.sites.map(({ region }) => region)).toEqual(['alpha']);
  const ofOperator = await cms.superAdmin.must<EntryAnswer>('GET', path);
  expect(ofOperator.sites.map(({ region }) => region)).toEqual(['umbrella', 'alpha', 'beta']);
});

it('a site that has never been reported on is waiting, not live', async () => {
  const path = `/publishing/entries/${UIDS.listing}/${world.beta.listing}`;
  const { sites } = await world.editorOfBeta.must<EntryAnswer>('GET', path);
  expect(sites).toMatchObject([{ region: 'beta', state: 'waiting', url: null }]);
});

describe('nobody is told of an entry', () => {
  const path = (documentId: string) => `/publishing/entries/${UIDS.listing}/${documentId}`;

  it('of a region that is not theirs', async () => {
    for (const client of [world.editorOfBeta, world.carelessEditorOfAlpha]) {
      const foreign = client === world.editorOfBeta ? world.alpha : world.beta;
      const answer = await client.call('GET', path(foreign.listing));
      expect(answer.status).toBe(404);
      expect(answer.text).not.toContain('Geheimberg');
    }
  });

  it('without a login or with the token of the feed', async () => {
    expect((await cms.anonymous.call('GET', path(world.alpha.listing))).status).toBe(401);
    expect((await cms.feed.call('GET', path(world.alpha.listing))).status).toBe(401);
  });

  it('whose type is not content, such as a user', async () => {
    for (const uid of ['admin::user', 'api::change.change', 'api::region-state.region-state']) {
      const answer = await editor.call('GET', `/publishing/entries/${uid}/1`);
      expect(answer.status, uid).toBe(404);
    }
  });
});
