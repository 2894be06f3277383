import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseSnapshot } from '@portal/site/contract';
import { startCms, type CmsClient, type RunningCms } from '../../support/cms.ts';
import {
  COLLECTIONS,
  contentOf,
  createWorld,
  publishEntry,
  revisionOf,
  UIDS,
  type World,
} from '../../support/cms-world.ts';

interface UploadedFile {
  id: number;
  documentId: string;
  url: string;
}

/** Two pictures of one pixel each, red and green. */
const RED = pngOf(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8DwHwAFBQIAX8jx0gAAAABJRU5ErkJggg==',
);
const GREEN = pngOf(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M/wHwAEBgIApD5fRAAAAABJRU5ErkJggg==',
);

function pngOf(base64: string): Blob {
  return new Blob([Buffer.from(base64, 'base64')], { type: 'image/png' });
}

function formOf(picture: Blob, name: string, alternativeText: string): FormData {
  const form = new FormData();
  form.append('fileInfo', JSON.stringify({ name, alternativeText, caption: null }));
  form.append('files', picture, name);
  return form;
}

let cms: RunningCms;
let world: World;
let ofAlpha: UploadedFile;
let ofBeta: UploadedFile;
const organisationOf = (content: World['alpha']) =>
  `${COLLECTIONS}/${UIDS.organisation}/${content.organisation}`;

async function upload(client: CmsClient, name: string, alt: string): Promise<UploadedFile> {
  const [file] = await client.must<UploadedFile[]>('POST', '/upload', formOf(RED, name, alt));
  if (file === undefined) throw new Error(`Nothing came of the upload of ${name}.`);
  return file;
}

beforeAll(async () => {
  cms = await startCms();
  world = await createWorld(cms);
  ofAlpha = await upload(world.editorOfAlpha, 'alpha-logo.png', 'Logo von Alphatal');
  ofBeta = await upload(world.editorOfBeta, 'geheimberg-logo.png', 'Logo von Geheimberg');
  for (const [editor, content, file] of [
    [world.editorOfAlpha, world.alpha, ofAlpha],
    [world.editorOfBeta, world.beta, ofBeta],
  ] as const) {
    await editor.must('PUT', organisationOf(content), { logo: file.id });
    await publishEntry(editor, 'organisation', content.organisation);
  }
});
afterAll(() => cms?.stop());

describe.each([
  ['with the role of editors', (): CmsClient => world.editorOfAlpha],
  ['with a role that forgets the conditions', (): CmsClient => world.carelessEditorOfAlpha],
])('an editor of Alpha %s', (_, editor) => {
  it.each<[string, () => Promise<{ status: number; text: string }>]>([
    ['read', () => editor().call('GET', `/upload/files/${ofBeta.id}`)],
    [
      'describe',
      () => editor().call('PUT', `/upload/files/${ofBeta.id}`, { fileInfo: { name: 'meins.png' } }),
    ],
    [
      'describe among others',
      () =>
        editor().call('POST', '/upload/actions/bulk-update', {
          updates: [{ id: ofBeta.id, fileInfo: { name: 'meins.png' } }],
        }),
    ],
    [
      'replace',
      () =>
        editor().call(
          'POST',
          `/upload/files/${ofBeta.id}/replace`,
          formOf(GREEN, 'geheim.png', ''),
        ),
    ],
    [
      'replace by the old way',
      () => editor().call('POST', `/upload?id=${ofBeta.id}`, formOf(GREEN, 'geheim.png', '')),
    ],
    ['delete', () => editor().call('DELETE', `/upload/files/${ofBeta.id}`)],
    [
      'delete among others',
      () =>
        editor().call('POST', '/upload/actions/bulk-delete', {
          fileIds: [ofAlpha.id, ofBeta.id],
          folderIds: [],
        }),
    ],
    [
      'move',
      () =>
        editor().call('POST', '/upload/actions/bulk-move', {
          fileIds: [ofBeta.id],
          destinationFolderId: null,
        }),
    ],
    ['use', () => editor().call('PUT', organisationOf(world.alpha), { logo: ofBeta.id })],
    [
      'make a folder for',
      () => editor().call('POST', '/upload/folders', { name: 'x', parent: null }),
    ],
  ])('cannot %s a file of Beta', async (_name, attack) => {
    const before = contentOf(cms);
    const answer = await attack();
    expect(answer.status, answer.text).toBeGreaterThanOrEqual(400);
    expect(answer.status, answer.text).toBeLessThan(500);
    expect(answer.text).not.toContain('Geheimberg');
    expect(contentOf(cms)).toBe(before);
  });

  it('finds only files of Alpha in the media library', async () => {
    for (const query of ['', '?_q=geheimberg', `?filters[id][$eq]=${ofBeta.id}`]) {
      const answer = await editor().call('GET', `/upload/files${query}`);
      expect(answer.status).toBe(200);
      expect(answer.text).not.toMatch(/geheimberg/i);
    }
    const own = await editor().call('GET', `/upload/files`);
    expect(own.text).toContain('alpha-logo.png');
  });

  it('sees no folders', async () => {
    for (const route of ['/upload/folders', '/upload/folder-structure']) {
      expect(await editor().must('GET', route)).toEqual({ data: [] });
    }
  });
});

describe('a picture', () => {
  const riseOf = async (action: () => Promise<unknown>) => {
    const slugs = ['alpha', 'beta', 'umbrella'];
    const before = await Promise.all(slugs.map((slug) => revisionOf(cms, slug)));
    await action();
    const after = await Promise.all(slugs.map((slug) => revisionOf(cms, slug)));
    return after.map((revision, index) => revision - (before[index] ?? 0));
  };
  const snapshotOf = async (slug: string) =>
    parseSnapshot((await cms.feed.call('GET', `/api/feed/v1/${slug}/snapshot`)).text);

  it('raises the revision of the region that shows it when its text or bytes change', async () => {
    const { editorOfAlpha: editor } = world;
    const describeAnew = () =>
      editor.must('PUT', `/upload/files/${ofAlpha.id}`, {
        fileInfo: { name: 'alpha-logo.png', alternativeText: 'Das neue Logo von Alphatal' },
      });
    expect(await riseOf(describeAnew)).toEqual([1, 0, 1]);
    expect(await riseOf(describeAnew)).toEqual([0, 0, 0]);
    const before = (await snapshotOf('alpha')).organisations[0]?.logo;
    const replace = () =>
      editor.must(
        'POST',
        `/upload/files/${ofAlpha.id}/replace`,
        formOf(GREEN, 'alpha-logo.png', 'Das neue Logo von Alphatal'),
      );
    expect(await riseOf(replace)).toEqual([1, 0, 1]);
    const after = (await snapshotOf('alpha')).organisations[0]?.logo;
    expect(after?.alt).toBe('Das neue Logo von Alphatal');
    expect(after?.renditions[0]?.file).not.toBe(before?.renditions[0]?.file);
  });

  it('that no site shows raises nothing', async () => {
    const rise = await riseOf(async () => {
      const spare = await upload(world.editorOfAlpha, 'spare.png', 'Übrig');
      await world.editorOfAlpha.must('PUT', `/upload/files/${spare.id}`, {
        fileInfo: { name: 'spare.png', alternativeText: 'Noch übrig' },
      });
      await world.editorOfAlpha.must('DELETE', `/upload/files/${spare.id}`);
    });
    expect(rise).toEqual([0, 0, 0]);
  });

  it('is delivered to readers of the feed under the name of its content', async () => {
    const file = (await snapshotOf('alpha')).organisations[0]?.logo?.renditions[0]?.file ?? '';
    const route = `${cms.origin}/api/feed/v1/media/${file}`;
    const answer = await fetch(route, { headers: { authorization: `Bearer ${cms.feedToken}` } });
    const bytes = Buffer.from(await answer.arrayBuffer());
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toBe('image/webp');
    expect(answer.headers.get('cache-control')).toContain('immutable');
    expect(createHash('sha256').update(bytes).digest('hex').slice(0, 32)).toBe(file.slice(0, 32));
    expect((await fetch(route)).status).toBe(401);
  });

  it('of a region’s brand raises the region when it is deleted, and leaves the site', async () => {
    const { superAdmin } = cms;
    const cover = await upload(superAdmin, 'cover.png', 'Fluss');
    const region = `${COLLECTIONS}/${UIDS.region}/${world.beta.region}`;
    await superAdmin.must('PUT', region, {
      brand: { primary: '#00594f', accent: '#ffcc00', cover: cover.id },
    });
    expect((await snapshotOf('beta')).region?.brand.cover?.alt).toBe('Fluss');
    const logo = await upload(superAdmin, 'logo.png', 'Wappen');
    await superAdmin.must('PUT', region, {
      brand: { primary: '#00594f', accent: '#ffcc00', cover: cover.id, logo: logo.id },
    });
    const { brand } = (await snapshotOf('beta')).region ?? {};
    expect([brand?.cover?.alt, brand?.logo?.alt]).toEqual(['Fluss', 'Wappen']);
    expect(await riseOf(() => superAdmin.must('DELETE', `/upload/files/${cover.id}`))).toEqual([
      0, 1, 1,
    ]);
    expect((await snapshotOf('beta')).region?.brand.cover).toBeNull();
  });

  it('that a super admin gave to an entry stays when its editor saves the entry', async () => {
    const { alpha, editorOfAlpha } = world;
    const picture = await upload(cms.superAdmin, 'gift.png', 'Geschenk');
    await cms.superAdmin.must('PUT', organisationOf(alpha), { logo: picture.id });
    await editorOfAlpha.must('PUT', organisationOf(alpha), { sector: 'Bau', logo: picture.id });
  });
});
