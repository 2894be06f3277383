import { createHash, createHmac } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import type { Server } from 'node:http';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Listing, PreviewClaims } from '@portal/site/contract';
import { createGatewayServer } from '../../../scripts/lib/gateway/server.ts';
import { close, listen } from '../../../scripts/lib/http.ts';
import { createPublisherServer } from '../../../scripts/lib/publisher/server.ts';
import { compileSite } from '../../../scripts/lib/site-build/compile-site.ts';
import { createRendererOpener } from '../../../scripts/lib/site-build/renderer.ts';
import { regionDocuments } from '../../fixtures/demo-snapshot.ts';
import { startFeedStandIn, type FeedStandIn } from '../../support/feed-stand-in.ts';
import {
  createTestPublisher,
  makeDataDir,
  waitFor,
  type TestPublisher,
} from '../../support/publisher.ts';
import { askRaw, portOf, type HttpQuestion } from '../../support/raw-http.ts';

const HINT_SECRET = `whsec_${Buffer.alloc(32, 7).toString('base64')}`;
const BUILD_MS = 120_000;
const DAY = new Date().toISOString().slice(0, 10);

let feed: FeedStandIn;
let dataDir: string;
let remove: () => void;
let publisher: TestPublisher;
let server: Server;
let gateway: Server;
let clientDir: string;

const LISTING = regionDocuments('hvl', DAY).find(
  (document): document is Listing => document.type === 'listing',
);
if (LISTING === undefined) throw new Error('The demo has no listing.');
const DRAFT: Listing = {
  ...LISTING,
  documentId: 'entwurf-1',
  slug: 'noch-geheim',
  title: 'Noch geheimer Kran',
};

beforeAll(async () => {
  const compiled = await compileSite();
  ({ clientDir } = compiled);
  feed = await startFeedStandIn(['hvl', 'tf']);
  ({ dataDir, remove } = makeDataDir());
  writeFileSync(path.join(dataDir, 'geheim.txt'), 'geheim');
  publisher = createTestPublisher(feed, dataDir, {
    openRenderer: createRendererOpener({ program: compiled.program, timeoutMs: BUILD_MS }),
    pollMs: 1_000,
  });
  const { reconciler, options, paths } = publisher;
  server = createPublisherServer({
    searchFacts: () => Promise.resolve(null),
    reconciler,
    metrics: options.metrics,
    hintSecret: HINT_SECRET,
    hostSuffix: 'localhost',
    cmsOrigin: 'http://localhost:1337',
    umbrellaOrigin: options.umbrellaOrigin,
    clientDir,
    mediaDir: paths.mediaDir,
    logger: options.logger,
  });
  await listen(server, 0, '127.0.0.1', 'PUBLISHER_PORT');
  gateway = createGatewayServer({
    releasesDir: paths.releasesDir,
    hostSuffix: 'localhost',
    scheme: 'http',
    cmsUrl: 'http://127.0.0.1:1',
    publisherUrl: `http://127.0.0.1:${portOf(server)}`,
    searchServer: null,
    logger: options.logger,
  });
  await listen(gateway, 0, '127.0.0.1', 'GATEWAY_PORT');
  await reconciler.start();
  await waitFor('all regions are live', () => reconciler.status().ready, 2 * BUILD_MS);
}, 3 * BUILD_MS);

afterAll(async () => {
  await close(gateway);
  await publisher.reconciler.stop();
  await close(server);
  await feed.stop();
  remove();
});

afterEach(() => {
  feed.drafts.clear();
  feed.misbehaviour = null;
});

const claims = (changes: Partial<PreviewClaims> = {}): PreviewClaims => ({
  ...{ region: 'hvl', type: 'listing', documentId: DRAFT.documentId, status: 'draft' },
  expiresAt: Math.floor(Date.now() / 1_000) + 900,
  ...changes,
});

/** A token as the CMS makes it. */
function tokenOf(content: unknown, secret = HINT_SECRET): string {
  const payload = Buffer.from(JSON.stringify(content)).toString('base64url');
  const key = createHmac('sha256', secret).update('portal preview').digest();
  return `${payload}.${createHmac('sha256', key).update(payload).digest('base64url')}`;
}

const get = (pathname: string, more: Partial<HttpQuestion> = {}) =>
  askRaw({
    ...{ port: portOf(gateway), path: pathname, host: 'vorschau-hvl.localhost' },
    ...{ timeoutMs: 30_000, ...more },
  });
const draftPage = (documents: unknown[], changes: Partial<PreviewClaims> = {}) => {
  const wanted = claims(changes);
  feed.drafts.set(`${wanted.region}/${wanted.type}/${wanted.documentId}`, documents);
  return get(`/entwurf/${tokenOf(wanted)}`);
};
const status = () => publisher.reconciler.status().regions['hvl'];

describe('a link to a draft', () => {
  it('shows the page of the draft, as what it is', async () => {
    const { status: code, headers, body } = await draftPage([DRAFT]);
    expect(code).toBe(200);
    expect(headers['content-type']).toBe('text/html; charset=utf-8');
    expect(body).toContain('<h1');
    expect(body).toContain('Noch geheimer Kran');
    expect(body).toContain('Vorschau – nur für die Redaktion sichtbar');
    expect(body).toContain('<meta name="robots" content="noindex">');
    expect(body).toContain('<base target="_blank">');
  });

  it('may be shown in a frame by the CMS alone, is kept by nobody, and tells nobody its address', async () => {
    for (const answer of [
      await draftPage([DRAFT]),
      await get('/entwurf/x.y'),
      await get('/favicon.svg'),
    ]) {
      const { headers } = answer;
      const policy = String(headers['content-security-policy']);
      expect(policy).toContain('frame-ancestors http://localhost:1337');
      expect(policy).not.toContain("frame-ancestors 'none'");
      expect(policy).toContain("default-src 'none'");
      expect(headers['x-frame-options']).toBeUndefined();
      expect(headers['x-robots-tag']).toBe('noindex');
      expect(headers['cache-control']).toBe('no-store');
      expect(headers['referrer-policy']).toBe('no-referrer');
      expect(headers['x-content-type-options']).toBe('nosniff');
    }
  });

  it('leaves the live site as it is, also when it is published next', async () => {
    const before = status()?.releaseId;
    const live = () => readdirSync(path.join(dataDir, 'releases/hvl/current/site/angebote'));
    const files = live();
    const published = regionDocuments('hvl', DAY).filter(({ type }) => type === 'listing')[1];
    if (published?.type !== 'listing') throw new Error('The demo has two listings.');
    await draftPage([DRAFT]);
    await draftPage([{ ...published, title: 'Geänderter Entwurf' }], {
      documentId: published.documentId,
    });
    const revision = feed.publish('hvl', (documents) => {
      const page = documents.find(({ slug }) => slug === 'ueber');
      Object.assign(page ?? {}, { summary: 'Neu' });
    });
    await waitFor('the change is live', () => status()?.liveRevision === revision, 30_000);
    expect(status()?.releaseId).not.toBe(before);
    expect(live()).toEqual(files);
    const page = readFileSync(
      path.join(dataDir, `releases/hvl/current/site/angebote/${published.slug}/index.html`),
      'utf8',
    );
    expect(page).toContain(published.title);
    expect(page).not.toContain('Geänderter Entwurf');
  });

  it('shows a published entry with its draft in its place, without that elsewhere', async () => {
    const { body } = await draftPage([{ ...LISTING, title: 'Anders als veröffentlicht' }], {
      documentId: LISTING.documentId,
    });
    expect(body).toContain('Anders als veröffentlicht');
    const { body: again } = await draftPage([LISTING], { documentId: LISTING.documentId });
    expect(again).not.toContain('Anders als veröffentlicht');
    expect(again).toContain(LISTING.title);
  });

  it('shows drafts of the other types, too', async () => {
    const documents = regionDocuments('hvl', DAY);
    for (const type of ['organisation', 'success-story', 'page'] as const) {
      const entry = documents.find((document) => document.type === type);
      if (entry === undefined) throw new Error(`The demo has no ${type}.`);
      const named = type === 'organisation' ? { name: 'Im Entwurf' } : { title: 'Im Entwurf' };
      const { status: code, body } = await draftPage([{ ...entry, ...named }], {
        type,
        documentId: entry.documentId,
      });
      expect(code, type).toBe(200);
      expect(body, type).toContain('Im Entwurf');
    }
  });

  it('shows an entry together with a draft that it needs', async () => {
    const organisation = regionDocuments('hvl', DAY).find(({ type }) => type === 'organisation');
    const other = { ...organisation, documentId: 'neu', slug: 'neu', name: 'Neue Genossenschaft' };
    const { status: code, body } = await draftPage([{ ...DRAFT, organisation: 'neu' }, other]);
    expect(code).toBe(200);
    expect(body).toContain('Neue Genossenschaft');
  });

  it('shows pictures that are not on the site yet', async () => {
    const bytes = Buffer.from('a picture of the draft');
    const file = `${createHash('sha256').update(bytes).digest('hex').slice(0, 32)}.webp`;
    feed.media.set(file, bytes);
    const image = { alt: 'Kran', credit: null, renditions: [{ width: 640, height: 400, file }] };
    const { body } = await draftPage([{ ...DRAFT, images: [image] }]);
    expect(body).toContain(`/media/${file}`);
    const picture = await get(`/media/${file}`);
    expect(picture.status).toBe(200);
    expect(picture.headers['content-type']).toBe('image/webp');
    expect(picture.body).toBe('a picture of the draft');
  });

  it('is answered without a body to those who ask for none', async () => {
    feed.drafts.set(`hvl/listing/${DRAFT.documentId}`, [DRAFT]);
    const { status: code, body } = await get(`/entwurf/${tokenOf(claims())}`, { method: 'HEAD' });
    expect(code).toBe(200);
    expect(body).toBe('');
  });
});

describe('a draft that is not finished', () => {
  it.each<[string, object, RegExp[]]>([
    ['a title', { title: '' }, [/title/]],
    ['its organisation', { organisation: 'nobody' }, [/organisation: Der verknüpfte Eintrag/]],
    ['several things', { title: '', mode: null, audiences: [] }, [/title/, /mode/, /audiences/]],
  ])('without %s is answered with a German page that says what is missing', async (...args) => {
    const [, change, missing] = args;
    const { status: code, headers, body } = await draftPage([{ ...DRAFT, ...change }]);
    expect(code).toBe(422);
    expect(headers['content-type']).toBe('text/html; charset=utf-8');
    expect(body).toContain('<html lang="de">');
    expect(body).toContain('<h1>Für die Vorschau fehlt noch etwas</h1>');
    for (const pattern of missing) expect(body).toMatch(pattern);
    expect(body).not.toContain('Noch geheimer Kran');
    expect(headers['x-frame-options']).toBeUndefined();
    expect(headers['cache-control']).toBe('no-store');
  });

  it('says so when another entry has its address', async () => {
    const { status: code, body } = await draftPage([
      { ...DRAFT, documentId: 'zzz', slug: LISTING.slug },
    ]);
    expect(code).toBe(422);
    expect(body).toContain('Ein anderer Eintrag hat dieselbe Adresse.');
  });

  it('cannot smuggle markup into that page', async () => {
    const attack = '<img src=x onerror=alert(1)>';
    const { body } = await draftPage([{ ...DRAFT, [attack]: 1, mode: attack, title: '' }]);
    expect(body).not.toContain('<img');
  });

  it('harms no other draft', async () => {
    await draftPage([{ ...DRAFT, title: '' }]);
    const { status: code, body } = await draftPage([DRAFT]);
    expect(code).toBe(200);
    expect(body).toContain('Noch geheimer Kran');
  });
});

describe('a link that does not count', () => {
  const good = () => tokenOf(claims());
  const spoilt: [string, () => string][] = [
    ['is too old', () => tokenOf(claims({ expiresAt: Math.floor(Date.now() / 1_000) - 1 }))],
    [
      'expires this very second',
      () => tokenOf(claims({ expiresAt: Math.floor(Date.now() / 1_000) })),
    ],
    ['is signed with another secret', () => tokenOf(claims(), 'another secret')],
    [
      'is signed with the secret itself',
      () => {
        const [payload = ''] = good().split('.');
        const signature = createHmac('sha256', HINT_SECRET).update(payload).digest('base64url');
        return `${payload}.${signature}`;
      },
    ],
    [
      'has another content than was signed',
      () => {
        const [, signature = ''] = good().split('.');
        const other = tokenOf(claims({ documentId: 'other' })).split('.')[0] ?? '';
        return `${other}.${signature}`;
      },
    ],
    ['lacks its signature', () => good().split('.')[0] ?? ''],
    ['has an empty signature', () => `${good().split('.')[0] ?? ''}.`],
    ['has half a signature', () => good().slice(0, -20)],
    ['has a part more', () => `${good()}.x`],
    ['is empty', () => ''],
    ['is no token', () => 'abc'],
    ['is for another region', () => tokenOf(claims({ region: 'tf' }))],
    ['is for no region', () => tokenOf({ ...claims(), region: '../tf' })],
    ['is for a type that has no drafts', () => tokenOf({ ...claims(), type: 'region' })],
    ['never expires', () => tokenOf({ ...claims(), expiresAt: 'never' })],
    ['holds a list', () => tokenOf([claims()])],
    ['holds nothing', () => tokenOf(null)],
  ];

  it.each(spoilt)('because it %s is refused in German', async (_why, make) => {
    feed.drafts.set(`hvl/listing/${DRAFT.documentId}`, [DRAFT]);
    feed.drafts.set(`tf/listing/${DRAFT.documentId}`, [DRAFT]);
    const { status: code, body, headers } = await get(`/entwurf/${make()}`);
    expect(code).toBe(403);
    expect(body).toContain('Dieser Vorschau-Link gilt nicht mehr');
    expect(body).not.toContain('geheim');
    expect(headers['cache-control']).toBe('no-store');
  });

  it('because its entry is gone says so', async () => {
    const { status: code, body } = await get(`/entwurf/${good()}`);
    expect(code).toBe(404);
    expect(body).toContain('Diesen Entwurf gibt es nicht mehr');
  });

  it('because there is no such region says so', async () => {
    const answer = await get(`/entwurf/${tokenOf(claims({ region: 'xy' }))}`, {
      host: 'vorschau-xy.localhost',
    });
    expect(answer.status).toBe(404);
    expect(answer.body).toContain('Diesen Entwurf gibt es nicht mehr');
  });

  it.each(['html', 'server-error'] as const)(
    'because the CMS answers with %s says so',
    async (misbehaviour) => {
      feed.misbehaviour = misbehaviour;
      const { status: code, body, headers } = await get(`/entwurf/${good()}`);
      expect(code).toBe(503);
      expect(body).toContain('Die Vorschau ist gerade nicht erreichbar');
      expect(headers['retry-after']).toBe('15');
    },
  );
});

describe('the host of drafts', () => {
  it('has the styles, scripts and pictures that pages of drafts need', async () => {
    const { body } = await draftPage([DRAFT]);
    const needed = [
      ...body.matchAll(/(?:href|src)="(\/(?:_astro|brand|illustrationen|og)\/[^"]+)"/g),
    ];
    const paths = new Set(needed.map(([, found = '']) => found));
    expect(paths.size).toBeGreaterThan(2);
    for (const found of [...paths, '/favicon.svg', '/manifest.webmanifest']) {
      const answer = await get(found);
      expect(answer.status, found).toBe(200);
      expect(answer.bytes.length, found).toBeGreaterThan(0);
      expect(answer.headers['content-type'], found).not.toMatch(/html/);
    }
  });

  it.each(['/', '/angebote/', '/impressum/', '/robots.txt', '/sitemap-index.xml', '/entwurf'])(
    'leads on from %s to the live site',
    async (pathname) => {
      const { status: code, headers } = await get(pathname);
      expect(code).toBe(302);
      expect(headers.location).toBe(`http://hvl.localhost:4321${pathname}`);
      expect(headers['x-robots-tag']).toBe('noindex');
    },
  );

  it.each([
    '/_astro/../../../package.json',
    '/_astro/..%2f..%2f..%2fpackage.json',
    '/_astro/%2e%2e/%2e%2e/package.json',
    '/_astro/..%5c..%5cpackage.json',
    '/_astro/',
    '/_astro/%00',
    '/media/../geheim.txt',
    '/media/..%2fgeheim.txt',
    '/media/%2e%2e/geheim.txt',
    '/media/',
    '/og/..%2f..%2fgeheim.txt',
    `/media/${'0'.repeat(32)}.webp`,
  ])('gives nothing away under %s', async (pathname) => {
    const { status: code, body } = await get(pathname);
    expect([302, 400, 403, 404]).toContain(code);
    expect(body).not.toContain('geheim');
    expect(body).not.toContain('"private"');
  });

  it.each([
    '/../../status',
    '/../../metrics',
    '/%2e%2e/%2e%2e/status',
    '/./../../health',
    '/..\\..\\status',
    '//../../status',
  ])('is no way to the publisher itself: %s', async (pathname) => {
    const { body } = await get(pathname);
    expect(body).not.toContain('cmsRevision');
    expect(body).not.toContain('portal_');
    expect(body).not.toContain('"status":"ok"');
  });

  it('only lets itself be looked at', async () => {
    feed.drafts.set(`hvl/listing/${DRAFT.documentId}`, [DRAFT]);
    for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS']) {
      const answer = await get(`/entwurf/${tokenOf(claims())}`, { method });
      expect([404, 405], method).toContain(answer.status);
      expect(answer.body).not.toContain('geheimer');
    }
  });

  it('says so when the publisher does not run', async () => {
    const alone = createGatewayServer({
      releasesDir: publisher.paths.releasesDir,
      hostSuffix: 'localhost',
      scheme: 'http',
      cmsUrl: 'http://127.0.0.1:1',
      publisherUrl: 'http://127.0.0.1:1',
      searchServer: null,
      logger: publisher.options.logger,
    });
    await listen(alone, 0, '127.0.0.1', 'GATEWAY_PORT');
    const answer = await get(`/entwurf/${tokenOf(claims())}`, { port: portOf(alone) });
    expect(answer.status).toBe(503);
    expect(answer.body).toContain('Die Vorschau ist gerade nicht erreichbar');
    const live = await askRaw({ port: portOf(alone), path: '/', host: 'hvl.localhost' });
    expect(live.status).toBe(200);
    await close(alone);
  });
});
