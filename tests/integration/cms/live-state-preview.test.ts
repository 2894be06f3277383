import { createHmac } from 'node:crypto';
import { PreviewClaimsSchema, type PreviewClaims } from '@portal/site/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startCms, type CmsClient, type RunningCms } from '../../support/cms.ts';
import {
  createEntry,
  createWorld,
  paragraph,
  UIDS,
  type TypeName,
  type World,
} from '../../support/cms-world.ts';

let cms: RunningCms;
let world: World;
beforeAll(async () => {
  cms = await startCms({ env: { HOST_SUFFIX: 'portal.test', GATEWAY_PORT: '5321' } });
  world = await createWorld(cms);
});
afterAll(() => cms?.stop());

/** Address that Strapi's preview would open; undefined if there is none. */
async function previewOf(
  client: CmsClient,
  type: TypeName,
  documentId: string,
  status?: string,
): Promise<string | undefined> {
  const query = new URLSearchParams({ documentId, ...(status === undefined ? {} : { status }) });
  const answer = await client.call<{ data?: { url?: string } } | null>(
    'GET',
    `/content-manager/preview/url/${UIDS[type]}?${query.toString()}`,
  );
  return answer.body?.data?.url;
}

/** Reads a link as the publisher does. */
function claimsIn(url: string): PreviewClaims {
  const [payload = '', signature] = (url.split('/').at(-1) ?? '').split('.');
  const key = createHmac('sha256', cms.hintSecret).update('portal preview').digest();
  expect(signature).toBe(createHmac('sha256', key).update(payload).digest('base64url'));
  return PreviewClaimsSchema.parse(JSON.parse(Buffer.from(payload, 'base64url').toString()));
}

describe('the preview', () => {
  it.each([
    ['listing', 'listing'],
    ['organisation', 'organisation'],
    ['story', 'success-story'],
    ['page', 'page'],
  ] as const)('of a %s is a signed link of a quarter of an hour', async (type, name) => {
    const documentId = world.alpha[type];
    const url = (await previewOf(world.editorOfAlpha, type, documentId)) ?? '';
    expect(url).toMatch(/^http:\/\/vorschau-alpha\.portal\.test:5321\/entwurf\/[\w.-]+$/);
    const { expiresAt, ...claims } = claimsIn(url);
    expect(claims).toEqual({ region: 'alpha', type: name, documentId, status: 'draft' });
    expect(Math.abs(expiresAt - Date.now() / 1000 - 900)).toBeLessThan(5);
  });

  it('shows the published version where that is asked for, else the draft', async () => {
    const { listing } = world.alpha;
    for (const [status, shown] of [
      ['published', 'published'],
      ['draft', 'draft'],
      ['modified', 'draft'],
    ] as const) {
      const url = await previewOf(world.editorOfAlpha, 'listing', listing, status);
      expect(claimsIn(url ?? '').status).toBe(shown);
    }
  });

  it('has no published version of what was never published', async () => {
    const { draft } = world.alpha;
    expect(await previewOf(world.editorOfAlpha, 'listing', draft)).toBeDefined();
    expect(await previewOf(world.editorOfAlpha, 'listing', draft, 'published')).toBeUndefined();
  });

  it('of a page of the umbrella site is for operators', async () => {
    const title = 'Über alle Regionen';
    const page = await createEntry(cms.superAdmin, 'page', { title, body: paragraph(title) });
    const url = await previewOf(cms.superAdmin, 'page', page);
    expect(claimsIn(url ?? '').region).toBe('umbrella');
    expect(url).toMatch(/^http:\/\/vorschau-umbrella\.portal\.test:5321\//);
    expect(await previewOf(world.editorOfAlpha, 'page', page)).toBeUndefined();
  });

  it('of an entry of somebody else has no address, whatever the role forgets', async () => {
    for (const client of [world.editorOfAlpha, world.carelessEditorOfAlpha]) {
      expect(await previewOf(client, 'listing', world.beta.listing)).toBeUndefined();
    }
  });

  it('has no address without a login, or for types without a preview', async () => {
    expect(await previewOf(cms.anonymous, 'listing', world.alpha.listing)).toBeUndefined();
    expect(await previewOf(cms.feed, 'listing', world.alpha.listing)).toBeUndefined();
    const { editorOfAlpha, alpha } = world;
    expect(await previewOf(editorOfAlpha, 'municipality', alpha.municipality)).toBeUndefined();
    expect(await previewOf(editorOfAlpha, 'region', alpha.region)).toBeUndefined();
  });

  it('has no address for an editor who may not read the type', async () => {
    const { data: role } = await cms.superAdmin.must<{ data: { id: number } }>(
      'POST',
      '/admin/roles',
      { name: 'Nichts', description: 'No rights' },
    );
    const blind = await cms.createUser('blind@example.org', role.id);
    await cms.superAdmin.must(
      'PUT',
      `/content-manager/collection-types/${UIDS.region}/${world.alpha.region}`,
      { editors: { connect: [{ id: blind.userId }], disconnect: [] } },
    );
    expect(await previewOf(blind, 'listing', world.alpha.listing)).toBeUndefined();
  });
});

it('the admin panel may frame the previews and nothing else', async () => {
  const { headers } = await cms.anonymous.call('GET', '/admin/init');
  const policy = headers.get('content-security-policy') ?? '';
  expect(policy).toMatch(/(?:^|;)frame-src http:\/\/\*\.portal\.test:5321(?:;|$)/);
  expect(policy).toContain("default-src 'self'");
});
