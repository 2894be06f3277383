import { type RegionReport } from '@portal/site/contract';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type SiteAnswer, type SitesAnswer } from '../../../cms/src/live-state/answers.ts';
import { startCms, type CmsClient, type RunningCms } from '../../support/cms.ts';
import {
  CANARY,
  COLLECTIONS,
  createEntry,
  createWorld,
  listingValues,
  publishEntry,
  revisionOf,
  UIDS,
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
  publisher.hintSecret = cms.hintSecret;
  world = await createWorld(cms);
  editor = world.editorOfAlpha;
});
afterAll(async () => {
  await cms?.stop();
  await publisher?.stop();
});
beforeEach(async () => {
  publisher.commands = [];
  publisher.answer = { error: 'Nichts zu tun.' };
  await report();
});

async function report(changes: Partial<RegionReport> = {}): Promise<void> {
  const liveRevision = await revisionOf(cms, 'alpha');
  const body = { ...regionReport(liveRevision), ...changes };
  await cms.feed.must('POST', '/api/feed/v1/alpha/report', body);
}

const sitesFor = (client: CmsClient) => client.must<SitesAnswer>('GET', '/publishing/regions');

async function alpha(): Promise<SiteAnswer> {
  return (await sitesFor(editor)).sites[0] as SiteAnswer;
}

const command = (client: CmsClient, slug: string, name: string, body: object = {}) =>
  client.call<SiteAnswer & { error?: { message: string } }>(
    'POST',
    `/publishing/regions/${slug}/${name}`,
    body,
  );

const COMMANDS = [
  ['rollback', { releaseId: '1-a' }],
  ['unpin', {}],
  ['accept-loss', { revision: 1 }],
] as const;

describe('the overview', () => {
  it('holds the own regions, and for operators all of them and the umbrella', async () => {
    const names = async (client: CmsClient) =>
      (await sitesFor(client)).sites.map(({ region }) => region);
    expect(await names(editor)).toEqual(['alpha']);
    expect(await names(world.carelessEditorOfAlpha)).toEqual(['alpha']);
    expect(await names(world.editorOfBeta)).toEqual(['beta']);
    expect(await names(cms.superAdmin)).toEqual(['umbrella', 'alpha', 'beta']);
    expect((await cms.anonymous.call('GET', '/publishing/regions')).status).toBe(401);
    expect((await cms.feed.call('GET', '/publishing/regions')).status).toBe(401);
  });

  it('tells since when all is live, how long the last publish took, and what is kept', async () => {
    const revision = await revisionOf(cms, 'alpha');
    expect(await alpha()).toMatchObject({
      name: 'Alphatal',
      url: 'http://alpha.localhost:4321/',
      state: 'live',
      liveRevision: revision,
      publishToLiveMs: 480,
      waiting: [],
      waitingCount: 0,
      pinnedRelease: null,
      releases: [{ revision, isLive: true, counts: { pages: 12, listings: 3 } }],
    });
  });

  it('names what waits, once for each entry', async () => {
    const listing = await createEntry(
      editor,
      'listing',
      listingValues(world.alpha, world.category, 'Wartender Kran'),
    );
    await publishEntry(editor, 'listing', listing);
    await publishEntry(editor, 'listing', listing);
    await editor.must(
      'POST',
      `${COLLECTIONS}/${UIDS.listing}/${world.alpha.listing}/actions/publish`,
    );
    const { state, waiting, waitingCount } = await alpha();
    expect(state).toBe('waiting');
    expect(waitingCount).toBe(2);
    expect(waiting).toMatchObject([
      { title: 'Kran in Alphatal', documentId: world.alpha.listing },
      { title: 'Wartender Kran', documentId: listing, uid: UIDS.listing, isRemoval: false },
    ]);
  });

  it('names what is left out, and why', async () => {
    const problems = ['Der Text fehlt.'];
    const { story } = world.alpha;
    await report({
      quarantine: [{ type: 'success-story', documentId: story, title: 'Erfolg', problems }],
    });
    expect((await alpha()).quarantine).toEqual([
      { uid: UIDS.story, documentId: story, title: 'Erfolg', problems },
    ]);
  });

  it('says why the checks refused a site, and whether that may be overruled', async () => {
    await publishEntry(editor, 'listing', world.alpha.listing);
    const revision = await revisionOf(cms, 'alpha');
    const refusal = {
      revision,
      problems: [{ rule: 'losses' as const, message: 'Es fehlen 50 Seiten.' }],
      mayAccept: true,
    };
    const state = 'failed' as const;
    await report({ cmsRevision: revision, liveRevision: revision - 1, state, refusal });
    expect(await alpha()).toMatchObject({
      state: 'refused',
      refusal: { revision, problems: ['Es fehlen 50 Seiten.'], mayAccept: true },
    });
  });

  it('of a site without any report is not called live', async () => {
    expect((await sitesFor(world.editorOfBeta)).sites).toMatchObject([
      { region: 'beta', state: 'empty', since: expect.any(String) as string, releases: [] },
    ]);
  });
});

describe('a command', () => {
  it('of an editor reaches the publisher signed, and answers with the new state', async () => {
    const liveRevision = await revisionOf(cms, 'alpha');
    publisher.answer = { ...regionReport(liveRevision), pinnedRelease: '1-a' };
    const answer = await command(editor, 'alpha', 'rollback', { releaseId: '1-a' });
    expect(answer.body).toMatchObject({ region: 'alpha', state: 'pinned', pinnedRelease: '1-a' });
    expect(publisher.commands).toMatchObject([
      { type: 'region.rollback', data: { region: 'alpha', releaseId: '1-a' } },
    ]);
    expect(await alpha(), 'the overview knows it at once').toMatchObject({ state: 'pinned' });

    publisher.answer = regionReport(liveRevision);
    expect((await command(editor, 'alpha', 'unpin')).body).toMatchObject({ state: 'live' });
    await command(editor, 'alpha', 'accept-loss', { revision: 7 });
    expect(publisher.commands.slice(1)).toMatchObject([
      { type: 'region.unpin', data: { region: 'alpha' } },
      { type: 'region.accept-loss', data: { region: 'alpha', revision: 7 } },
    ]);
  });

  it('that the publisher refuses tells the editor why', async () => {
    publisher.answer = { error: 'Diesen Stand gibt es nicht mehr.' };
    const answer = await command(editor, 'alpha', 'rollback', { releaseId: '1-a' });
    expect(answer.status).toBe(409);
    expect(answer.body.error?.message).toBe('Diesen Stand gibt es nicht mehr.');
  });

  it('that is not signed with the right key is not carried out and says so', async () => {
    publisher.hintSecret = `whsec_${Buffer.from('x'.repeat(32)).toString('base64')}`;
    const answer = await command(editor, 'alpha', 'unpin');
    publisher.hintSecret = cms.hintSecret;
    expect(answer.status).toBe(502);
    expect(answer.body.error?.message).toContain('Veröffentlichungsdienst hat nicht geantwortet');
  });

  it.each(COMMANDS)('“%s” is refused for a region of somebody else', async (name, body) => {
    for (const client of [editor, world.carelessEditorOfAlpha]) {
      for (const slug of ['beta', 'umbrella', 'nowhere', '..%2Falpha']) {
        const answer = await command(client, slug, name, body);
        expect([403, 404], slug).toContain(answer.status);
        expect(answer.text).not.toContain(CANARY);
      }
    }
    expect(publisher.commands).toEqual([]);
  });

  it.each(COMMANDS)('“%s” is refused without a login', async (name, body) => {
    for (const client of [cms.anonymous, cms.feed]) {
      expect((await command(client, 'alpha', name, body)).status).toBe(401);
    }
    expect(publisher.commands).toEqual([]);
  });

  it('is refused for an editor of the region who may not publish', async () => {
    const { data: role } = await cms.superAdmin.must<{ data: { id: number } }>(
      'POST',
      '/admin/roles',
      { name: 'Lesend', description: 'Reads only' },
    );
    const reader = await cms.createUser('reader@example.org', role.id);
    await cms.superAdmin.must('PUT', `${COLLECTIONS}/${UIDS.region}/${world.alpha.region}`, {
      editors: { connect: [{ id: reader.userId }], disconnect: [] },
    });
    expect(await sitesFor(reader)).toMatchObject({
      mayCommand: false,
      sites: [{ region: 'alpha' }],
    });
    expect((await command(reader, 'alpha', 'unpin')).status).toBe(403);
    expect(publisher.commands).toEqual([]);
  });

  it('without what it needs is refused before anybody hears of it', async () => {
    expect((await command(editor, 'alpha', 'rollback')).status).toBe(400);
    expect((await command(editor, 'alpha', 'accept-loss', { revision: '1' })).status).toBe(400);
    expect(publisher.commands).toEqual([]);
  });

  it('for the umbrella site is for operators', async () => {
    publisher.answer = { ...regionReport(1), origin: 'http://localhost:4321' };
    expect((await command(cms.superAdmin, 'umbrella', 'unpin')).status).toBe(200);
    expect(publisher.commands).toMatchObject([{ data: { region: 'umbrella' } }]);
  });
});
