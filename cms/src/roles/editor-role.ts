import { type Core } from '@strapi/strapi';
import { editorPermissions, type RolePermission } from './editor-permissions';

/** Code of the role that the editors of every region have; which region, the region itself says. */
export const EDITOR_ROLE_CODE = 'region-editor';

/** Roles that Strapi brings along. They know no regions, so nobody should choose them by mistake. */
const ROLES_OF_STRAPI = ['strapi-editor', 'strapi-author'];

interface RoleService {
  create(role: { name: string; code: string; description: string }): Promise<{ id: number }>;
  assignPermissions(roleId: number, permissions: RolePermission[]): Promise<unknown>;
  deleteByIds(ids: number[]): Promise<unknown>;
}

/**
 * Makes sure that the editors' role exists and may do exactly what `editorPermissions` says.
 * Changes that somebody made to it by hand are undone at the next start.
 *
 * @param strapi - The CMS at bootstrap, when the condition `api::in-my-regions` is registered.
 */
export async function ensureEditorRole(strapi: Core.Strapi): Promise<void> {
  const roles = strapi.service('admin::role') as unknown as RoleService;
  const known = (await strapi.db
    .query('admin::role')
    .findOne({ where: { code: EDITOR_ROLE_CODE } })) as { id: number } | null;
  const role =
    known ??
    (await roles.create({
      name: 'Regionalredaktion',
      code: EDITOR_ROLE_CODE,
      description:
        'Pflegt alle Inhalte der Regionen, bei denen die Person als Redaktion eingetragen ist.',
    }));
  await roles.assignPermissions(role.id, editorPermissions(strapi));
  if (known === null) await removeWhatStrapiBrings(strapi, roles);
}

/** Only once, on the first start, and only what nobody uses yet. */
async function removeWhatStrapiBrings(strapi: Core.Strapi, roles: RoleService): Promise<void> {
  const unused = (await strapi.db.query('admin::role').findMany({
    select: ['id'],
    where: { code: { $in: ROLES_OF_STRAPI }, users: { id: { $null: true } } },
  })) as { id: number }[];
  if (unused.length > 0) await roles.deleteByIds(unused.map(({ id }) => id));
  // Tokens for the content API, which the portal does not have.
  await strapi.db
    .query('admin::api-token')
    .deleteMany({ where: { name: { $in: ['Read Only', 'Full Access'] }, lastUsedAt: null } });
}
