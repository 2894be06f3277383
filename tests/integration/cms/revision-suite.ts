import { ChangesAnswerSchema, parseSnapshot, type ChangesAnswer } from '@portal/site/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startCms, type RunningCms } from '../../support/cms.ts';
import {
  CANARY,
  COLLECTIONS,
  connect,
  createEntry,
  createRegion,
  createWorld,
  listingValues,
  paragraph,
  publishEntry,
  revisionOf,
  UIDS,
  type TypeName,
  type World,
} from '../../support/cms-world.ts';
import { regionReport } from '../../support/region-report.ts';

const SLUGS = ['alpha', 'beta', 'umbrella'] as const;

/**
 * Which operation raises which revision: the same on every database.
 *
 * @param name - Of the database, for the output.
 * @param env - Settings that choose the database.
 */
export function describeRevisions(name: string, env: () => Record<string, string>): void {
  describe(`revisions on ${name}`, () => {
    let cms: RunningCms;
    let world: World;
    beforeAll(async () => {
      cms = await startCms({ env: env() });
      world = await createWorld(cms);
    });
    afterAll(() => cms?.stop());

    const entryOf = (type: TypeName, id = '') => `${COLLECTIONS}/${UIDS[type]}/${id}`;
    const revisions = () => Promise.all(SLUGS.map((slug) => revisionOf(cms, slug)));
    /** How much the revisions of Alpha, Beta and the umbrella rise while something is done. */
    const riseDuring = async (action: () => Promise<unknown>) => {
      const before = await revisions();
      await action();
      return (await revisions()).map((revision, index) => revision - (before[index] ?? 0));
    };
    const changesOf = async (slug: string, since: number): Promise<ChangesAnswer> =>
      ChangesAnswerSchema.parse(
        await cms.feed.must('GET', `/api/feed/v1/${slug}/changes?since=${since}`),
      );
    const createListing = (title: string) =>
      createEntry(
        world.editorOfAlpha,
        'listing',
        listingValues(world.alpha, world.category, title),
      );

    it('stay while only drafts change', async () => {
      const { editorOfAlpha: editor, alpha } = world;
      const rise = await riseDuring(async () => {
        const draft = await createListing('Nur ein Entwurf');
        await editor.must('PUT', entryOf('listing', draft), { quantity: '3' });
        await editor.must('PUT', entryOf('listing', alpha.listing), { quantity: '3' });
        await editor.must('POST', `${entryOf('listing', alpha.listing)}/actions/discard`, {});
        await editor.must('POST', `${entryOf('listing')}clone/${draft}`, {});
        await editor.must('DELETE', entryOf('listing', draft));
      });
      expect(rise).toEqual([0, 0, 0]);
    });

    it('rise with publish, publish again, withdraw and delete, each named in the log', async () => {
      const { editorOfAlpha: editor } = world;
      const listing = await createListing('Öffentlich');
      const since = await revisionOf(cms, 'alpha');
      const rise = await riseDuring(async () => {
        await publishEntry(editor, 'listing', listing);
        await editor.must('PUT', entryOf('listing', listing), { quantity: '5' });
        await publishEntry(editor, 'listing', listing);
        await editor.must('POST', `${entryOf('listing', listing)}/actions/unpublish`, {});
        await publishEntry(editor, 'listing', listing);
        await editor.must('DELETE', entryOf('listing', listing));
      });
      expect(rise).toEqual([5, 0, 5]);
      const { changes, complete, revision } = await changesOf('alpha', since);
      expect(complete).toBe(true);
      expect(revision).toBe(since + 5);
      expect(changes.map(({ operation }) => operation)).toEqual([
        'publish',
        'publish',
        'unpublish',
        'publish',
        'delete',
      ]);
      expect(changes.map((change) => change.revision)).toEqual(
        [1, 2, 3, 4, 5].map((step) => since + step),
      );
      for (const change of changes) {
        expect(change).toMatchObject({ type: 'listing', documentId: listing });
      }
    });

    it('rise by one for each entry of a bulk action', async () => {
      const { editorOfAlpha: editor } = world;
      const documentIds = [await createListing('Bündel 1'), await createListing('Bündel 2')];
      const since = await revisionOf(cms, 'alpha');
      const bulk = (action: string) =>
        editor.must('POST', `${entryOf('listing')}actions/${action}`, { documentIds });
      expect(await riseDuring(() => bulk('bulkPublish'))).toEqual([2, 0, 2]);
      expect(await riseDuring(() => bulk('bulkUnpublish'))).toEqual([2, 0, 2]);
      expect(await riseDuring(() => bulk('bulkDelete'))).toEqual([0, 0, 0]);
      const { changes, complete } = await changesOf('alpha', since);
      expect(complete).toBe(true);
      expect(changes.map(({ revision }) => revision - since)).toEqual([1, 2, 3, 4]);
    });

    it('rise when an organisation gets another name', async () => {
      const { editorOfAlpha: editor, alpha } = world;
      const rise = await riseDuring(async () => {
        await editor.must('PUT', entryOf('organisation', alpha.organisation), { name: 'Neu' });
        await publishEntry(editor, 'organisation', alpha.organisation);
      });
      expect(rise).toEqual([1, 0, 1]);
    });

    it('of every region rise when a category changes', async () => {
      const rise = await riseDuring(() =>
        cms.superAdmin.must('PUT', entryOf('category', world.category), { name: 'Krane' }),
      );
      expect(rise).toEqual([1, 1, 1]);
    });

    it('rise with changes of a municipality', async () => {
      const rise = await riseDuring(async () => {
        const { editorOfAlpha: editor } = world;
        const created = await createEntry(editor, 'municipality', {
          name: 'Neudorf',
          postalCodes: ['14823'],
          latitude: 52.2,
          longitude: 12.5,
        });
        await editor.must('PUT', entryOf('municipality', created), { name: 'Altdorf' });
        await editor.must('DELETE', entryOf('municipality', created));
      });
      expect(rise).toEqual([3, 0, 3]);
    });

    it('rise when a region changes, and with it those that name it as neighbour', async () => {
      const { superAdmin } = cms;
      await superAdmin.must('PUT', entryOf('region', world.beta.region), {
        neighbours: connect(world.alpha.region),
      });
      const rise = await riseDuring(() =>
        superAdmin.must('PUT', entryOf('region', world.alpha.region), { tagline: 'Neu' }),
      );
      expect(rise).toEqual([1, 1, 1]);
    });

    it('of the umbrella alone rise with its own pages', async () => {
      const rise = await riseDuring(async () => {
        const page = await createEntry(cms.superAdmin, 'page', {
          title: 'Impressum',
          body: paragraph('Wir'),
        });
        await publishEntry(cms.superAdmin, 'page', page);
      });
      expect(rise).toEqual([0, 0, 1]);
    });

    it('begin at the first change of a new region', async () => {
      const { revision: before } = await changesOf('umbrella', 0);
      await createRegion(cms.superAdmin, 'gamma', 'Gammatal', world.category);
      // The region, its municipality, organisation, listing, story and page; not its draft.
      expect(await revisionOf(cms, 'gamma')).toBe(6);
      expect(await revisionOf(cms, 'umbrella')).toBe(before + 6);
    });

    it('stay when a write fails half-way, and so does everything else', async () => {
      const { editorOfAlpha: editor } = world;
      const bystander = await createListing('Unbeteiligt');
      await publishEntry(editor, 'listing', bystander);
      const listing = await createListing('Mit Fehler');
      await publishEntry(editor, 'listing', listing);
      const organisation = await createEntry(editor, 'organisation', {
        name: 'Ohne Einträge',
        kind: 'company',
        description: 'Kurz.',
        municipality: connect(world.alpha.municipality),
      });
      await publishEntry(editor, 'organisation', organisation);
      let status = 0;
      const rise = await riseDuring(async () => {
        // The first may go, the second may not: it still has published listings.
        const answer = await editor.call('POST', `${entryOf('organisation')}actions/bulkDelete`, {
          documentIds: [organisation, world.alpha.organisation],
        });
        status = answer.status;
      });
      expect(status).toBe(400);
      expect(rise).toEqual([0, 0, 0]);
      await editor.must('GET', entryOf('organisation', organisation));
    });

    it('are complete and in order when many publish at once', async () => {
      const { editorOfAlpha, editorOfBeta, beta, category } = world;
      const ofAlpha = await Promise.all([1, 2, 3, 4].map((n) => createListing(`Zugleich ${n}`)));
      const ofBeta = await Promise.all(
        [1, 2, 3, 4].map((n) =>
          createEntry(editorOfBeta, 'listing', listingValues(beta, category, `Zugleich ${n}`)),
        ),
      );
      const since = await revisionOf(cms, 'umbrella');
      const rise = await riseDuring(() =>
        Promise.all([
          ...ofAlpha.map((id) => publishEntry(editorOfAlpha, 'listing', id)),
          ...ofBeta.map((id) => publishEntry(editorOfBeta, 'listing', id)),
        ]),
      );
      expect(rise).toEqual([4, 4, 8]);
      const { changes } = await changesOf('umbrella', since);
      expect(changes.map(({ revision }) => revision - since)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    });

    it('are all that an attack on another region could have raised, and do not', async () => {
      const { editorOfAlpha: editor, carelessEditorOfAlpha: careless, alpha, beta } = world;
      const rise = await riseDuring(async () => {
        for (const attacker of [editor, careless]) {
          const attacks = [
            () => attacker.call('GET', entryOf('listing', beta.listing)),
            () => attacker.call('PUT', entryOf('listing', beta.listing), { title: 'Meins' }),
            () => attacker.call('DELETE', entryOf('listing', beta.listing)),
            () => attacker.call('POST', `${entryOf('listing')}clone/${beta.listing}`, {}),
            () => attacker.call('POST', `${entryOf('listing', beta.draft)}/actions/publish`, {}),
            () =>
              attacker.call('PUT', entryOf('page', alpha.page), { region: connect(beta.region) }),
            () =>
              attacker.call('PUT', entryOf('listing', alpha.listing), {
                organisation: connect(beta.organisation),
              }),
          ];
          for (const attack of attacks) {
            const answer = await attack();
            expect(answer.status, answer.text).toBeGreaterThanOrEqual(400);
            expect(answer.status, answer.text).toBeLessThan(500);
            expect(answer.text).not.toContain(CANARY);
          }
          const list = await attacker.call('GET', `${entryOf('listing')}?_q=${CANARY}`);
          expect(list.text).not.toContain(CANARY);
        }
      });
      expect(rise).toEqual([0, 0, 0]);
    });

    it('stand in snapshots that keep the contract and have the same bytes when read twice', async () => {
      for (const slug of SLUGS) {
        const { text } = await cms.feed.call('GET', `/api/feed/v1/${slug}/snapshot`);
        const { header, quarantine } = parseSnapshot(text);
        expect(quarantine).toEqual([]);
        expect(header.revision).toBe(await revisionOf(cms, slug));
        expect((await cms.feed.call('GET', `/api/feed/v1/${slug}/snapshot`)).text).toBe(text);
      }
    });

    it('are told as live by the publisher', async () => {
      const report = regionReport(await revisionOf(cms, 'alpha'));
      const { status, text } = await cms.feed.call('POST', '/api/feed/v1/alpha/report', report);
      expect(status, text).toBe(204);
    });

    it('make a reader who is ahead or far behind take a snapshot', async () => {
      const { revision } = await changesOf('alpha', 0);
      expect((await changesOf('alpha', revision)).complete).toBe(true);
      expect(await changesOf('alpha', revision + 1)).toMatchObject({
        complete: false,
        changes: [],
      });
    });
  });
}
