import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseSnapshot } from '@portal/site/contract';
import { startCms, type CmsClient, type RunningCms } from '../../support/cms.ts';
import {
  CANARY,
  COLLECTIONS,
  connect,
  contentOf,
  createEntry,
  createWorld,
  findRole,
  listingValues,
  paragraph,
  publishEntry,
  REGIONAL_TYPES,
  revisionOf,
  UIDS,
  type TypeName,
  type World,
} from '../../support/cms-world.ts';

let cms: RunningCms;
let world: World;
beforeAll(async () => {
  cms = await startCms();
  world = await createWorld(cms);
});
afterAll(() => cms?.stop());

/** The attack must be refused, change nothing at all and tell nothing about Beta. */
async function expectRefused(
  attack: () => Promise<{ status: number; text: string }>,
): Promise<void> {
  const before = contentOf(cms);
  const answer = await attack();
  expect(answer.status, answer.text).toBeGreaterThanOrEqual(400);
  expect(answer.status, answer.text).toBeLessThan(500);
  expect(answer.text).not.toContain(CANARY);
  expect(contentOf(cms)).toBe(before);
}

const entryOf = (type: TypeName) => `${COLLECTIONS}/${UIDS[type]}`;
const documentOf = (content: World['alpha'], type: (typeof REGIONAL_TYPES)[number]) =>
  content[type];

describe.each([
  ['with the role of editors', (): CmsClient => world.editorOfAlpha],
  ['with a role that forgets the conditions', (): CmsClient => world.carelessEditorOfAlpha],
])('an editor of Alpha %s', (_, editor) => {
  describe.each(REGIONAL_TYPES)('and a %s of Beta', (type) => {
    const foreign = () => `${entryOf(type)}/${documentOf(world.beta, type)}`;
    const hasDrafts = type !== 'municipality';

    it('does not see it in the list, whatever is asked for', async () => {
      for (const query of [
        '',
        `?_q=${CANARY}`,
        '?status=published',
        `?filters[documentId][$eq]=${documentOf(world.beta, type)}`,
        `?filters[$or][0][documentId][$notNull]=true&sort=documentId:desc`,
        '?publicationStatusFilter=published-unmodified',
      ]) {
        const answer = await editor().call('GET', `${entryOf(type)}${query}`);
        expect(answer.text).not.toContain(CANARY);
      }
    });

    it('cannot read it', () => expectRefused(() => editor().call('GET', foreign())));

    it('cannot update it', () =>
      expectRefused(() => editor().call('PUT', foreign(), { title: 'Meins', name: 'Meins' })));

    it('cannot delete it', () => expectRefused(() => editor().call('DELETE', foreign())));

    it('cannot clone it', () =>
      expectRefused(() =>
        editor().call('POST', `${entryOf(type)}/clone/${documentOf(world.beta, type)}`, {
          title: 'Kopie',
          name: 'Kopie',
          region: connect(world.alpha.region),
        }),
      ));

    if (hasDrafts) {
      it('cannot publish, withdraw or discard it', async () => {
        await expectRefused(() => editor().call('POST', `${foreign()}/actions/publish`, {}));
        await expectRefused(() => editor().call('POST', `${foreign()}/actions/unpublish`, {}));
        await expectRefused(() => editor().call('POST', `${foreign()}/actions/discard`, {}));
      });
    }

    it('cannot delete it among its own', () =>
      expectRefused(() =>
        editor().call('POST', `${entryOf(type)}/actions/bulkDelete`, {
          documentIds: [documentOf(world.beta, type)],
        }),
      ));

    it('cannot count what it refers to', async () => {
      const ask = (id: string) =>
        editor().call('GET', `${entryOf(type)}/${id}/actions/countDraftRelations`);
      const answer = await ask(documentOf(world.beta, type));
      const unknown = await ask('unknown');
      expect([answer.status, answer.text]).toEqual([unknown.status, unknown.text]);
    });
  });

  it.each(['bulkPublish', 'bulkUnpublish'])('cannot %s listings of Beta', async (action) => {
    const before = contentOf(cms);
    const answer = await editor().call('POST', `${entryOf('listing')}/actions/${action}`, {
      documentIds: [world.beta.listing, world.beta.draft],
    });
    expect(answer.text).not.toContain(CANARY);
    expect(answer.status === 200 ? answer.body : { count: 0 }).toEqual({ count: 0 });
    expect(contentOf(cms)).toBe(before);
  });

  it('cannot validate entries of Beta before a bulk action', async () => {
    const answer = await editor().call(
      'POST',
      `${entryOf('listing')}/actions/bulkFindForValidation`,
      { documentIds: [world.beta.listing, world.beta.draft] },
    );
    expect(answer.text).not.toContain(CANARY);
  });

  it('cannot create an entry in Beta', () =>
    expectRefused(() =>
      editor().call('POST', entryOf('page'), {
        title: 'Fremd',
        body: paragraph('Fremd'),
        region: connect(world.beta.region),
      }),
    ));

  it('cannot create an entry for the umbrella site', async () => {
    const answer = await editor().call('POST', entryOf('page'), {
      title: 'Dach',
      body: paragraph('Dach'),
      region: { connect: [], disconnect: [] },
    });
    // With one region, the region is filled in: the page belongs to Alpha.
    expect(answer.status).toBe(201);
    const pages = await cms.superAdmin.must<{ pagination: { total: number } }>(
      'GET',
      `${entryOf('page')}?filters[region][id][$null]=true`,
    );
    expect(pages.pagination.total).toBe(0);
  });

  it.each(['connect', 'set', 'id', 'documentId'])(
    'cannot move an own entry to Beta (%s)',
    async (form) => {
      const { editorOfAlpha, alpha, beta, category } = world;
      const own = await createEntry(
        editorOfAlpha,
        'listing',
        listingValues(alpha, category, `Umzug ${form}`),
      );
      const { data } = await cms.superAdmin.must<{ data: { id: number } }>(
        'GET',
        `${entryOf('region')}/${beta.region}`,
      );
      const region = {
        connect: connect(beta.region),
        set: { set: [{ documentId: beta.region }] },
        id: data.id,
        documentId: beta.region,
      }[form];
      await expectRefused(() => editor().call('PUT', `${entryOf('listing')}/${own}`, { region }));
    },
  );

  it('cannot take the region away from an own entry', async () => {
    const answer = await editor().call('PUT', `${entryOf('page')}/${world.alpha.page}`, {
      region: { disconnect: [{ documentId: world.alpha.region }], connect: [] },
    });
    expect(answer.status).toBe(403);
  });

  it.each([
    ['listing', 'organisation', 'organisation'],
    ['listing', 'municipality', 'municipality'],
    ['organisation', 'municipality', 'municipality'],
    ['story', 'givers', 'organisation'],
    ['story', 'receivers', 'organisation'],
    ['story', 'listings', 'listing'],
    ['story', 'municipality', 'municipality'],
  ] as const)('cannot connect the %s’s %s to Beta', async (type, field, target) => {
    await expectRefused(() =>
      editor().call('PUT', `${entryOf(type)}/${world.alpha[type]}`, {
        [field]: connect(world.beta[target]),
      }),
    );
  });

  it('cannot create an entry that refers to Beta', () =>
    expectRefused(() =>
      editor().call(
        'POST',
        entryOf('listing'),
        listingValues(world.beta, world.category, 'Trittbrett'),
      ),
    ));

  it.each([
    ['listing', 'organisation'],
    ['listing', 'municipality'],
    ['listing', 'region'],
    ['story', 'givers'],
    ['story', 'listings'],
    ['organisation', 'municipality'],
    ['page', 'region'],
    ['region', 'neighbours'],
  ] as const)('is offered nothing of Beta in the %s’s field %s', async (type, field) => {
    for (const query of ['', `?_q=${CANARY}`, `?id=${world.alpha[type]}`]) {
      const answer = await editor().call(
        'GET',
        `/content-manager/relations/${UIDS[type]}/${field}${query}`,
      );
      expect(answer.text).not.toContain(CANARY);
      expect(answer.text).not.toContain(world.beta.region);
    }
  });

  it('cannot read the relations of an entry of Beta', () =>
    expectRefused(() =>
      editor().call(
        'GET',
        `/content-manager/relations/${UIDS.listing}/${world.beta.listing}/organisation`,
      ),
    ));

  it('does not learn from free names what Beta holds', async () => {
    const answer = await editor().call('POST', '/content-manager/uid/check-availability', {
      contentTypeUID: UIDS.listing,
      field: 'slug',
      value: 'kran-in-geheimberg',
    });
    const unknown = await editor().call('POST', '/content-manager/uid/check-availability', {
      contentTypeUID: UIDS.listing,
      field: 'slug',
      value: 'gibt-es-nicht',
    });
    expect(answer.status).toBe(unknown.status);
    if (answer.status === 200) expect(answer.body).toMatchObject({ isAvailable: true });
  });

  it('sees only Alpha on the home page', async () => {
    for (const action of ['update', 'publish']) {
      const recent = await editor().call(
        'GET',
        `/content-manager/homepage/recent-documents?action=${action}`,
      );
      expect(recent.status).toBe(200);
      expect(recent.text).not.toContain(CANARY);
    }
    const before = await editor().must('GET', '/content-manager/homepage/count-documents');
    const extra = await createEntry(cms.superAdmin, 'listing', {
      ...listingValues(world.beta, world.category, `Neu in ${CANARY}`),
      region: connect(world.beta.region),
    });
    expect(await editor().must('GET', '/content-manager/homepage/count-documents')).toEqual(before);
    await cms.superAdmin.must('DELETE', `${entryOf('listing')}/${extra}`);
  });

  it('cannot read, change or delete the region Beta', async () => {
    const region = `${entryOf('region')}/${world.beta.region}`;
    await expectRefused(() => editor().call('GET', region));
    await expectRefused(() => editor().call('PUT', region, { tagline: 'Übernommen' }));
    await expectRefused(() => editor().call('PUT', region, { searchWords: 'Kran = Heber' }));
    await expectRefused(() => editor().call('DELETE', region));
  });

  it('cannot create a region, make itself editor elsewhere or change an address', async () => {
    await expectRefused(() => editor().call('POST', entryOf('region'), { name: 'Meins' }));
    await editor().call('PUT', `${entryOf('region')}/${world.alpha.region}`, {
      slug: 'omega',
      editors: { set: [] },
      neighbours: connect(world.beta.region),
    });
    const { data } = await cms.superAdmin.must<{ data: Record<string, unknown> }>(
      'GET',
      `${entryOf('region')}/${world.alpha.region}`,
    );
    expect(data).toMatchObject({ slug: 'alpha', neighbours: { count: 0 } });
    const editors = await cms.superAdmin.must<{ results: unknown[] }>(
      'GET',
      `/content-manager/relations/${UIDS.region}/${world.alpha.region}/editors`,
    );
    expect(editors.results).toHaveLength(2);
  });

  it('cannot change categories, which all regions share', async () => {
    const category = `${entryOf('category')}/${world.category}`;
    await expectRefused(() => editor().call('PUT', category, { name: 'Meins' }));
    await expectRefused(() => editor().call('DELETE', category));
    await expectRefused(() => editor().call('POST', entryOf('category'), { name: 'Neu' }));
  });

  it('cannot reach the change log or the states of regions', async () => {
    for (const uid of ['api::change.change', 'api::region-state.region-state']) {
      const answer = await editor().call('GET', `${COLLECTIONS}/${uid}`);
      expect(answer.status).toBeGreaterThanOrEqual(400);
    }
  });
});

describe('an editor of Alpha', () => {
  it('creates an entry without naming the region, which is filled in', async () => {
    const { editorOfAlpha, alpha, category } = world;
    const listing = await createEntry(
      editorOfAlpha,
      'listing',
      listingValues(alpha, category, 'Bohrhammer'),
    );
    const { data } = await cms.superAdmin.must<{ data: { region: { count: number } } }>(
      'GET',
      `${entryOf('listing')}/${listing}`,
    );
    expect(data.region).toEqual({ count: 1 });
    const list = await editorOfAlpha.call('GET', `${entryOf('listing')}?_q=Bohrhammer`);
    expect(list.text).toContain(listing);
  });

  it('publishes, withdraws, discards, clones and deletes own entries, alone and many at once', async () => {
    const { editorOfAlpha: editor, alpha, category } = world;
    const create = (title: string) =>
      createEntry(editor, 'listing', listingValues(alpha, category, title));
    const [first, second] = [await create('Eins'), await create('Zwei')];
    const bulk = (action: string, ...documentIds: string[]) =>
      editor.must('POST', `${entryOf('listing')}/actions/${action}`, { documentIds });
    expect(await bulk('bulkPublish', first, second)).toEqual({ count: 2 });
    expect(await bulk('bulkUnpublish', first, second)).toEqual({ count: 2 });
    await publishEntry(editor, 'listing', first);
    await editor.must('PUT', `${entryOf('listing')}/${first}`, { quantity: '2 Stück' });
    await editor.must('POST', `${entryOf('listing')}/${first}/actions/discard`, {});
    await editor.must('POST', `${entryOf('listing')}/${first}/actions/unpublish`, {});
    const { data } = await editor.must<{ data: { documentId: string } }>(
      'POST',
      `${entryOf('listing')}/clone/${first}`,
      {},
    );
    const clone = await editor.must<{ data: { slug: string; region: object } }>(
      'GET',
      `${entryOf('listing')}/${data.documentId}`,
    );
    expect(clone.data).toMatchObject({
      slug: 'eins-2',
      region: { documentId: world.alpha.region },
    });
    expect(await bulk('bulkDelete', second, data.documentId)).toEqual({ count: 2 });
    await editor.must('DELETE', `${entryOf('listing')}/${first}`);
  });

  it('changes the look of the own region', async () => {
    const { editorOfAlpha, alpha } = world;
    await editorOfAlpha.must('PUT', `${entryOf('region')}/${alpha.region}`, {
      tagline: 'Neu in Alphatal',
    });
  });

  it('adds words to the search of the own region, which reach its site and no other', async () => {
    const { editorOfAlpha, alpha, beta } = world;
    const [before, betaBefore] = [await revisionOf(cms, 'alpha'), await revisionOf(cms, 'beta')];
    await editorOfAlpha.must('PUT', `${entryOf('region')}/${alpha.region}`, {
      searchWords: 'Kran = Wuppdich\n\nHänger = Anhänger = Trailer',
    });
    const read = async (slug: string) => {
      const { text } = await cms.feed.call('GET', `/api/feed/v1/${slug}/snapshot`);
      return parseSnapshot(text).region?.searchWords;
    };
    expect(await read(alpha.slug)).toEqual([
      ['Kran', 'Wuppdich'],
      ['Hänger', 'Anhänger', 'Trailer'],
    ]);
    expect(await read(beta.slug)).toEqual([]);
    expect(await revisionOf(cms, 'alpha')).toBeGreaterThan(before);
    expect(await revisionOf(cms, 'beta')).toBe(betaBefore);
  });

  it('is offered the own organisations', async () => {
    const answer = await world.editorOfAlpha.call(
      'GET',
      `/content-manager/relations/${UIDS.listing}/organisation`,
    );
    expect(answer.text).toContain(world.alpha.organisation);
  });

  it('loses all of it when no region names them any more', async () => {
    const former = await cms.createUser(
      'former@example.org',
      await findRole(cms.superAdmin, 'region-editor'),
    );
    const list = await former.call<{ results: unknown[] }>('GET', entryOf('listing'));
    expect(list.body.results ?? []).toEqual([]);
    const answer = await former.call(
      'POST',
      entryOf('listing'),
      listingValues(world.alpha, world.category, 'Heimatlos'),
    );
    expect(answer.status).toBe(403);
  });
});
