import { type Core } from '@strapi/strapi';
import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';

/** One login of the demo, as `demo-logins.json` lists it. */
interface DemoLogin {
  email: string;
  password: string;
  role: 'super-admin' | 'editor';
  /** Slug of the editor's region; null for the super admin. */
  region: string | null;
}

/** Code that Strapi gives its own role for operators. */
const SUPER_ADMIN_CODE = 'strapi-super-admin';

interface AdminUsers {
  create(user: object): Promise<{ id: number }>;
  updateById(id: number, user: object): Promise<unknown>;
}

/**
 * Creates a super admin and one editor for each region with random passwords. The file is written
 * first, so that a start that broke off can go on with the same passwords.
 *
 * @param strapi - The CMS at bootstrap, with its roles in place.
 * @param file - Where the logins are written, readable for the owner of the process alone.
 * @param regions - Slug and name of each region.
 * @param editorRoleCode - Code of the editors' role.
 * @returns Ids of the users, by region slug; the super admin's under `null`.
 */
export async function ensureDemoLogins(
  strapi: Core.Strapi,
  file: string,
  regions: readonly { slug: string; name: string }[],
  editorRoleCode: string,
): Promise<Map<string | null, number>> {
  const logins = existsSync(file) ? readLogins(file) : makeLogins(regions);
  writeLogins(file, logins);

  const users = strapi.service('admin::user') as unknown as AdminUsers;
  const ids = new Map<string | null, number>();
  for (const login of logins) {
    const code = login.role === 'super-admin' ? SUPER_ADMIN_CODE : editorRoleCode;
    const role = (await strapi.db.query('admin::role').findOne({ where: { code } })) as {
      id: number;
    };
    const name = regions.find(({ slug }) => slug === login.region)?.name ?? 'starkeRegion';
    const account = {
      firstname: login.role === 'super-admin' ? 'Verwaltung' : 'Redaktion',
      lastname: name,
      email: login.email,
      password: login.password,
      isActive: true,
      preferedLanguage: 'de',
      registrationToken: null,
      roles: [role.id],
    };
    const known = (await strapi.db
      .query('admin::user')
      .findOne({ where: { email: login.email } })) as { id: number } | null;
    if (known === null) ids.set(login.region, (await users.create(account)).id);
    else {
      await users.updateById(known.id, account);
      ids.set(login.region, known.id);
    }
  }
  return ids;
}

function makeLogins(regions: readonly { slug: string }[]): DemoLogin[] {
  return [
    {
      email: 'verwaltung@starkeregion.example',
      password: makePassword(),
      role: 'super-admin',
      region: null,
    },
    ...regions.map(({ slug }): DemoLogin => ({
      email: `redaktion@${slug}.starkeregion.example`,
      password: makePassword(),
      role: 'editor',
      region: slug,
    })),
  ];
}

/** 144 random bits; the prefix brings the kinds of characters that Strapi insists on. */
function makePassword(): string {
  return `Sr1-${randomBytes(18).toString('base64url')}`;
}

function readLogins(file: string): DemoLogin[] {
  return JSON.parse(readFileSync(file, 'utf8')) as DemoLogin[];
}

function writeLogins(file: string, logins: readonly DemoLogin[]): void {
  const temporary = `${file}.part`;
  writeFileSync(temporary, `${JSON.stringify(logins, null, 2)}\n`, { mode: 0o600 });
  renameSync(temporary, file);
}
