import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startCms, type RunningCms } from '../../support/cms.ts';
import { findRole, UIDS } from '../../support/cms-world.ts';

interface Permission {
  action: string;
  subject: string | null;
  properties: { fields?: string[] };
  conditions: string[];
}

let dataDir: string;
let cms: RunningCms;
beforeAll(async () => {
  dataDir = mkdtempSync(path.join(tmpdir(), 'portal-role-'));
  cms = await startCms({ dataDir });
});
afterAll(async () => {
  await cms?.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

async function readPermissions(): Promise<Permission[]> {
  const id = await findRole(cms.superAdmin, 'region-editor');
  const { data } = await cms.superAdmin.must<{ data: Permission[] }>(
    'GET',
    `/admin/roles/${id}/permissions`,
  );
  return data;
}

/** One line for each right: what, on which type, under which condition. */
function linesOf(permissions: readonly Permission[]): string[] {
  return permissions
    .map(({ action, subject, conditions }) => {
      const name = action.replace(/^plugin::(?:content-manager\.explorer\.)?/, '');
      return [subject?.split('.').at(-1) ?? 'media', name, ...conditions].join(' ');
    })
    .sort();
}

const OWN = 'api::in-my-regions';

/** All that the editors of a region may do. Whoever adds a line here gives a right to them all. */
const RIGHTS = [
  ...['listing', 'organisation', 'page', 'success-story'].flatMap((type) =>
    ['create', 'delete', 'publish', 'read', 'update'].map((action) => `${type} ${action} ${OWN}`),
  ),
  ...['create', 'delete', 'read', 'update'].map((action) => `municipality ${action} ${OWN}`),
  'category read',
  `region read ${OWN}`,
  `region update ${OWN}`,
  'media upload.assets.create',
  `media upload.assets.download ${OWN}`,
  `media upload.assets.update ${OWN}`,
  `media upload.read ${OWN}`,
].sort();

it('the editors’ role has exactly the rights that editors need', async () => {
  expect(linesOf(await readPermissions())).toEqual(RIGHTS);
});

it('the editors’ role does not touch what the CMS or its operator decides', async () => {
  const permissions = await readPermissions();
  const fieldsOf = (uid: string, action: string) =>
    permissions.find(
      (permission) => permission.subject === uid && permission.action.endsWith(`.${action}`),
    )?.properties.fields ?? [];
  expect(fieldsOf(UIDS.listing, 'update')).toContain('title');
  for (const uid of [UIDS.listing, UIDS.organisation, UIDS.story, UIDS.page]) {
    expect(fieldsOf(uid, 'update')).not.toContain('slug');
    expect(fieldsOf(uid, 'update')).not.toContain('firstPublishedOn');
  }
  expect(fieldsOf(UIDS.region, 'update')).toContain('brand.primary');
  for (const field of ['slug', 'editors', 'neighbours']) {
    expect(fieldsOf(UIDS.region, 'update')).not.toContain(field);
  }
  expect(fieldsOf(UIDS.region, 'read')).not.toContain('editors');
});

it('the editors’ role is put right at the next start, whatever was done to it', async () => {
  const before = await readPermissions();
  const id = await findRole(cms.superAdmin, 'region-editor');
  const kept = before.filter(({ action }) => !action.endsWith('.publish'));
  const forged = [
    ...kept.map(({ action, subject, properties }) => ({
      action,
      subject,
      properties,
      conditions: [],
    })),
    { action: 'admin::users.read', subject: null, properties: {}, conditions: [] },
  ];
  await cms.superAdmin.must('PUT', `/admin/roles/${id}/permissions`, { permissions: forged });
  expect(linesOf(await readPermissions())).not.toEqual(RIGHTS);

  await cms.stop();
  cms = await startCms({ dataDir });
  expect(linesOf(await readPermissions())).toEqual(RIGHTS);
});
