import { type ChangesAnswer } from '@portal/site/contract';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startCms, type RunningCms } from '../../support/cms.ts';
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
import { describeDeltas, linesOf } from './delta-suite.ts';

describeDeltas('SQLite', () => ({}), { seeds: [1, 2, 3], steps: 80 });

describe('a delta', () => {
  const FEED = '/api/feed/v1';
  let cms: RunningCms;
  let world: World;
  beforeAll(async () => {
    cms = await startCms();
    world = await createWorld(cms);
  });
  afterAll(() => cms?.stop());

  const entry = (type: keyof typeof UIDS, id: string) => `${COLLECTIONS}/${UIDS[type]}/${id}`;
  const delta = async (since: number) =>
    (await linesOf(cms, `alpha/delta?since=${since}`)).map(
      (line) => JSON.parse(line) as Record<string, unknown>,
    );
  const changesSince = (since: number) =>
    cms.feed.must<ChangesAnswer>('GET', `${FEED}/alpha/changes?since=${since}`);
  const refusal = async (slug: string, since: number) => {
    const { status, body } = await cms.feed.call('GET', `${FEED}/${slug}/delta?since=${since}`);
    const { error } = body as { error?: { status: number; name: string } };
    return { status, name: error?.name };
  };

  it('of a reader who has everything is empty', async () => {
    const revision = await revisionOf(cms, 'alpha');
    expect(await delta(revision)).toEqual([
      expect.objectContaining({ type: 'delta', since: revision, revision, documents: 0 }),
    ]);
  });

  it('brings each changed document once, sorted by type and id', async () => {
    const { editorOfAlpha: editor, alpha, category } = world;
    const since = await revisionOf(cms, 'alpha');
    for (const title of ['Eins', 'Zwei', 'Drei']) {
      const id = await createEntry(editor, 'listing', listingValues(alpha, category, title));
      await publishEntry(editor, 'listing', id);
      await publishEntry(editor, 'listing', id);
    }
    await publishEntry(editor, 'organisation', alpha.organisation);
    await publishEntry(editor, 'page', alpha.page);
    const keys = (await delta(since))
      .slice(1)
      .map(({ type, documentId }) => `${String(type)} ${String(documentId)}`);
    expect(keys).toHaveLength(6);
    expect(keys).toEqual([...keys].sort());
  });

  it('brings the story that loses a listing when it is withdrawn, and the log names it', async () => {
    const { editorOfAlpha: editor, alpha } = world;
    const since = await revisionOf(cms, 'alpha');
    await editor.must('POST', `${entry('listing', alpha.listing)}/actions/unpublish`, {});
    expect((await delta(since)).slice(1)).toEqual([
      { type: 'removed', documentType: 'listing', documentId: alpha.listing },
      expect.objectContaining({ documentId: alpha.story, listings: [] }),
    ]);
    const { changes, complete, revision } = await changesSince(since);
    expect(revision).toBe(since + 1);
    expect(complete).toBe(true);
    expect(changes.map(({ revision, type, operation }) => ({ revision, type, operation }))).toEqual(
      [
        { revision: since + 1, type: 'listing', operation: 'unpublish' },
        { revision: since + 1, type: 'success-story', operation: 'update' },
      ],
    );
    await publishEntry(editor, 'listing', alpha.listing);
    await publishEntry(editor, 'story', alpha.story);
  });

  it('brings the story that loses an organisation when it is deleted', async () => {
    const { editorOfAlpha: editor, alpha } = world;
    const receiver = await createEntry(editor, 'organisation', {
      name: 'Empfängerin',
      kind: 'school',
      description: 'Kurz.',
      municipality: connect(alpha.municipality),
    });
    await publishEntry(editor, 'organisation', receiver);
    await editor.must('PUT', entry('story', alpha.story), { receivers: connect(receiver) });
    await publishEntry(editor, 'story', alpha.story);
    const since = await revisionOf(cms, 'alpha');
    await editor.must('DELETE', entry('organisation', receiver));
    expect((await delta(since)).slice(1)).toEqual([
      { type: 'removed', documentType: 'organisation', documentId: receiver },
      expect.objectContaining({ documentId: alpha.story, receivers: [] }),
    ]);
  });

  it('takes out a listing that has ended since it was published', async () => {
    const { editorOfAlpha: editor, alpha, category } = world;
    const id = await createEntry(editor, 'listing', listingValues(alpha, category, 'Vorbei'));
    const since = await revisionOf(cms, 'alpha');
    await publishEntry(editor, 'listing', id);
    const database = new DatabaseSync(path.join(cms.dataDir, 'cms/portal.db'));
    database.prepare("UPDATE listings SET ends_on = '2020-01-01' WHERE document_id = ?").run(id);
    database.close();
    expect((await delta(since)).slice(1)).toEqual([
      { type: 'removed', documentType: 'listing', documentId: id },
    ]);
  });

  it('keeps the listings of an organisation that editors may not withdraw or delete', async () => {
    const { editorOfAlpha: editor, alpha } = world;
    const organisation = entry('organisation', alpha.organisation);
    for (const answer of [
      await editor.call('POST', `${organisation}/actions/unpublish`, {}),
      await editor.call('DELETE', organisation),
    ]) {
      expect(answer.status).toBe(400);
      expect(answer.text).toContain('veröffentlicht sind');
    }
    // The draft goes to another organisation; what visitors see still belongs to this one.
    const other = await createEntry(editor, 'organisation', {
      name: 'Andere',
      kind: 'company',
      description: 'Kurz.',
      municipality: connect(alpha.municipality),
    });
    await editor.must('PUT', entry('listing', alpha.listing), {
      organisation: { set: [{ documentId: other }] },
    });
    expect((await editor.call('DELETE', organisation)).status).toBe(400);
    await editor.must('POST', `${entry('listing', alpha.listing)}/actions/discard`, {});
  });

  it('is refused when anything else has changed', async () => {
    const { superAdmin } = cms;
    const changes = [
      () => superAdmin.must('PUT', entry('category', world.category), { name: 'Krane' }),
      () => superAdmin.must('PUT', entry('region', world.alpha.region), { tagline: 'Neu' }),
      () =>
        superAdmin.must('PUT', entry('municipality', world.alpha.municipality), { latitude: 52 }),
    ];
    for (const change of changes) {
      const since = await revisionOf(cms, 'alpha');
      await change();
      await publishEntry(world.editorOfAlpha, 'page', world.alpha.page);
      expect(await refusal('alpha', since)).toEqual({ status: 410, name: 'SnapshotNeeded' });
      await linesOf(cms, `alpha/delta?since=${since + 1}`);
    }
  });

  it('is refused to readers who are ahead or too far behind, and for the umbrella', async () => {
    const revision = await revisionOf(cms, 'alpha');
    const needed = { status: 410, name: 'SnapshotNeeded' };
    expect(await refusal('alpha', revision + 1)).toEqual(needed);
    expect(await refusal('umbrella', await revisionOf(cms, 'umbrella'))).toEqual(needed);
    const page = await createEntry(cms.superAdmin, 'page', {
      region: connect(world.beta.region),
      title: 'Anfahrt',
      body: paragraph('Mit der Bahn.'),
    });
    await publishEntry(cms.superAdmin, 'page', page);
    const database = new DatabaseSync(path.join(cms.dataDir, 'cms/portal.db'));
    const last = await revisionOf(cms, 'beta');
    database.prepare("DELETE FROM changes WHERE region = 'beta' AND revision < ?").run(last);
    database.close();
    expect(await refusal('beta', last - 2)).toEqual(needed);
    await cms.feed.must('GET', `${FEED}/beta/delta?since=${last - 1}`);
  });
});
