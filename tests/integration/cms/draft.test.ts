import { DocumentSchema } from '@portal/site/contract';
import { existsSync } from 'node:fs';
import path from 'node:path';
import sharp from 'sharp';
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
  UIDS,
  type World,
} from '../../support/cms-world.ts';
import { linesOf } from './delta-suite.ts';

const FEED = '/api/feed/v1';
const DAY_MS = 86_400_000;
const berlinDay = (offset: number) =>
  new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Berlin' }).format(
    Date.now() + offset * DAY_MS,
  );

type FeedDocument = Record<string, unknown>;

let cms: RunningCms;
let world: World;
beforeAll(async () => {
  cms = await startCms();
  world = await createWorld(cms);
});
afterAll(() => cms?.stop());

const draftOf = (type: string, id: string, query = '', region = 'alpha') =>
  cms.feed.call<{ documents: FeedDocument[] }>(
    'GET',
    `${FEED}/${region}/draft/${type}/${id}${query}`,
  );
const documentsOf = async (type: string, id: string, query = '') => {
  const { status, text, body } = await draftOf(type, id, query);
  expect(status, text).toBe(200);
  return body.documents;
};
const createListing = (values: object) =>
  createEntry(world.editorOfAlpha, 'listing', {
    ...listingValues(world.alpha, world.category, 'Gabelstapler'),
    ...values,
  });

describe('the version of an entry', () => {
  it('that is published has the same bytes as in the snapshot', async () => {
    const { alpha } = world;
    const lines = await linesOf(cms, 'alpha/snapshot');
    for (const [type, id] of [
      ['listing', alpha.listing],
      ['organisation', alpha.organisation],
      ['success-story', alpha.story],
      ['page', alpha.page],
    ] as const) {
      for (const status of ['published', 'draft']) {
        const documents = await documentsOf(type, id, `?status=${status}`);
        expect(documents).toHaveLength(1);
        expect(lines).toContain(JSON.stringify(documents[0]));
      }
    }
  });

  it('that is a draft tells the days that it would get today', async () => {
    const [listing] = await documentsOf('listing', await createListing({}));
    expect(DocumentSchema.parse(listing)).toMatchObject({
      publishedOn: berlinDay(0),
      endsOn: berlinDay(90),
    });
    const story = await createEntry(world.editorOfAlpha, 'story', {
      title: 'Noch geheim',
      teaser: 'Kurz.',
      body: paragraph('Lang.'),
      listings: connect(world.alpha.listing),
    });
    const [document] = await documentsOf('success-story', story);
    expect(DocumentSchema.parse(document)).toMatchObject({
      publishedOn: berlinDay(0),
      listings: [world.alpha.listing],
    });
  });

  it('that was edited after it was published comes in both ways', async () => {
    const { editorOfAlpha: editor, alpha } = world;
    const route = `${COLLECTIONS}/${UIDS.listing}/${alpha.listing}`;
    await editor.must('PUT', route, { title: 'Kran, neu beschrieben' });
    const [draft] = await documentsOf('listing', alpha.listing);
    const [published] = await documentsOf('listing', alpha.listing, '?status=published');
    expect(draft).toMatchObject({ title: 'Kran, neu beschrieben' });
    expect(published).toMatchObject({ title: 'Kran in Alphatal' });
    await editor.must('POST', `${route}/actions/discard`, {});
  });

  it('that is unfinished says so with nulls', async () => {
    const listing = await createEntry(world.editorOfAlpha, 'listing', { title: 'Nur ein Titel' });
    const [document] = await documentsOf('listing', listing);
    expect(document).toMatchObject({
      title: 'Nur ein Titel',
      description: null,
      organisation: null,
      category: null,
      price: { kind: null, amount: null },
    });
    expect(DocumentSchema.safeParse(document).success).toBe(false);
  });

  it('of a listing brings the draft of an organisation that is not published, and no other', async () => {
    const organisation = await createEntry(world.editorOfAlpha, 'organisation', {
      name: 'Frisch gegründet',
      kind: 'company',
      description: 'Kurz.',
      municipality: connect(world.alpha.municipality),
      contact: { name: 'Vertrauensperson', email: 'vertraulich@alpha.example' },
    });
    const listing = await createListing({ organisation: connect(organisation) });
    const documents = await documentsOf('listing', listing);
    expect(documents).toMatchObject([
      { type: 'listing', documentId: listing, organisation },
      { type: 'organisation', documentId: organisation, name: 'Frisch gegründet' },
    ]);
    for (const document of documents) DocumentSchema.parse(document);
    expect(JSON.stringify(documents)).not.toMatch(/[Vv]ertrau/);
    await publishEntry(world.editorOfAlpha, 'organisation', organisation);
    expect(await documentsOf('listing', listing)).toHaveLength(1);
  });

  it('shows the pictures of a draft', async () => {
    const png = await sharp({
      create: { width: 700, height: 400, channels: 3, background: '#c04020' },
    })
      .png()
      .toBuffer();
    const form = new FormData();
    form.append('files', new Blob([new Uint8Array(png)], { type: 'image/png' }), 'bild.png');
    form.append('fileInfo', JSON.stringify({ name: 'bild.png', alternativeText: 'Rot' }));
    const [file] = await world.editorOfAlpha.must<{ id: number }[]>('POST', '/upload', form);
    const listing = await createListing({ images: [file?.id] });
    const [document] = await documentsOf('listing', listing);
    const [image] = document?.['images'] as { alt: string; renditions: { file: string }[] }[];
    expect(image?.alt).toBe('Rot');
    expect(image?.renditions).toHaveLength(2);
    for (const rendition of image?.renditions ?? []) {
      expect(existsSync(path.join(cms.dataDir, 'cms/renditions', rendition.file))).toBe(true);
    }
  });

  it('is not found in another region, under another type, or in a state that it does not have', async () => {
    const { alpha, beta } = world;
    const page = await createEntry(cms.superAdmin, 'page', {
      title: 'Portal',
      body: paragraph('.'),
    });
    const answers = [
      await draftOf('listing', beta.listing),
      await draftOf('listing', alpha.listing, '', 'nowhere'),
      await draftOf('listing', alpha.listing, '', 'umbrella'),
      await draftOf('page', alpha.listing),
      await draftOf('municipality', alpha.municipality),
      await draftOf('listing', alpha.draft, '?status=published'),
      await draftOf('listing', 'unknown'),
      await draftOf('page', page),
    ];
    for (const { status, body } of answers) {
      expect(status).toBe(404);
      expect(body).toMatchObject({ error: { status: 404, name: 'NotFound' } });
    }
    expect((await draftOf('page', page, '', 'umbrella')).status).toBe(200);
  });

  it('is kept from whoever does not know the token, and asked for in known words', async () => {
    const route = `${FEED}/alpha/draft/listing/${world.alpha.draft}`;
    for (const client of [cms.anonymous, cms.superAdmin, world.editorOfAlpha]) {
      expect((await client.call('GET', route)).status).toBe(401);
    }
    expect((await draftOf('listing', world.alpha.draft, '?status=secret')).status).toBe(400);
  });
});
