import { randomBytes } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { startCms, type CmsClient, type RunningCms } from './cms.ts';
import {
  COLLECTIONS,
  connect,
  createEntry,
  findRole,
  paragraph,
  publishEntry,
  regionValues,
  UIDS,
} from './cms-world.ts';
import { type DemoLogin } from './portal.ts';
import { SyntheticRows } from './synthetic-rows.ts';
import { demoCategories, demoMunicipalities } from './synthetic-texts.ts';

/** What a synthetic region is made of. */
export interface SyntheticRegion {
  /** Slug of the region, such as `bench`. */
  slug: string;
  /** Published listings; there is an organisation for 20 and a story for 100 of them. */
  listings: number;
  /** The same seed gives the same content. */
  seed?: number;
}

const MUNICIPALITIES = 40;
const LISTINGS_PER_ORGANISATION = 20;
const LISTINGS_PER_STORY = 100;
const LEAST_STORIES = 20;

/**
 * Puts a region of any size into the SQLite database of a new CMS, fast: the CMS itself makes its
 * tables, the region, its municipalities, categories and pages; the many entries are written as rows,
 * just as the CMS writes them. `demo-logins.json` has a super admin and the region's editor.
 *
 * @param dataDir - Data folder that holds no CMS yet.
 * @param region - What to make.
 */
export async function fillSyntheticRegion(dataDir: string, region: SyntheticRegion): Promise<void> {
  const cms = await startCms({ dataDir });
  try {
    await createFrame(cms, region.slug);
  } finally {
    await cms.stop();
  }
  const database = new DatabaseSync(path.join(dataDir, 'cms/portal.db'));
  try {
    // A crash leaves a folder that is thrown away, so nothing has to be on the disk yet.
    database.exec('PRAGMA synchronous = OFF; PRAGMA foreign_keys = OFF; BEGIN');
    const rows = new SyntheticRows(database, region.slug, region.seed ?? 1);
    rows.addOrganisations(Math.ceil(region.listings / LISTINGS_PER_ORGANISATION));
    rows.addListings(region.listings);
    rows.addStories(Math.max(LEAST_STORIES, Math.ceil(region.listings / LISTINGS_PER_STORY)));
    // Without a line in the log: whoever knew the region before has to take a snapshot.
    database
      .prepare("UPDATE region_states SET revision = revision + 1 WHERE slug IN (?, 'umbrella')")
      .run(region.slug);
    database.exec('COMMIT; PRAGMA wal_checkpoint(TRUNCATE)');
  } finally {
    database.close();
  }
}

/** Everything of which there are few, over the admin API. */
async function createFrame(cms: RunningCms, slug: string): Promise<void> {
  const { superAdmin } = cms;
  for (const [position, { ref, name, children = [] }] of demoCategories().entries()) {
    const top = { key: ref, name: name.de, nameEn: name.en, position };
    const parent = connect(await createEntry(superAdmin, 'category', top));
    for (const [place, child] of children.entries()) {
      const values = { key: child.ref, name: child.name.de, nameEn: child.name.en };
      await createEntry(superAdmin, 'category', { ...values, position: place, parent });
    }
  }
  const region = await createEntry(superAdmin, 'region', regionValues(slug, 'Musterland'));
  for (const municipality of demoMunicipalities().slice(0, MUNICIPALITIES)) {
    const { name, postalCodes, latitude, longitude } = municipality;
    const values = { name, postalCodes, latitude, longitude, region: connect(region) };
    await createEntry(superAdmin, 'municipality', values);
  }
  await publishPages(superAdmin);
  await createLogins(cms, slug, region);
}

/**
 * The legal pages that every region begins with have places that only an operator can fill in; the
 * umbrella begins with none.
 */
async function publishPages(superAdmin: CmsClient): Promise<void> {
  for (const title of ['Impressum', 'Datenschutz', 'Barrierefreiheit']) {
    await createEntry(superAdmin, 'page', { title });
  }
  const pages = `${COLLECTIONS}/${UIDS.page}`;
  const { results } = await superAdmin.must<{ results: { documentId: string; title: string }[] }>(
    'GET',
    `${pages}?pageSize=100`,
  );
  for (const { documentId, title } of results) {
    const body = paragraph(`${title}: Diese Region gibt es nicht. Sie dient der Messung.`);
    await superAdmin.must('PUT', `${pages}/${documentId}`, { body });
    await publishEntry(superAdmin, 'page', documentId);
  }
}

async function createLogins(
  { anonymous, superAdmin, dataDir }: RunningCms,
  slug: string,
  region: string,
) {
  const login = async (role: DemoLogin['role'], code: string) => {
    const email = `${role}@${slug}.example`;
    const password = `Aa1${randomBytes(18).toString('base64url')}`;
    const name = { firstname: slug, lastname: role };
    const roles = [await findRole(superAdmin, code)];
    const { data } = await superAdmin.must<{ data: { id: number; registrationToken: string } }>(
      'POST',
      '/admin/users',
      { email, ...name, roles },
    );
    const { registrationToken } = data;
    const userInfo = { ...name, password };
    await anonymous.must('POST', '/admin/register', { registrationToken, userInfo });
    return { id: data.id, email, password, role };
  };
  const operator = await login('super-admin', 'strapi-super-admin');
  const editor = await login('editor', 'region-editor');
  const editors = { connect: [{ id: editor.id }], disconnect: [] };
  await superAdmin.must('PUT', `${COLLECTIONS}/${UIDS.region}/${region}`, { editors });
  const logins: DemoLogin[] = [operator, editor].map(({ email, password, role }) => ({
    email,
    password,
    role,
    region: role === 'editor' ? slug : null,
  }));
  writeFileSync(path.join(dataDir, 'demo-logins.json'), `${JSON.stringify(logins, null, 2)}\n`, {
    mode: 0o600,
  });
}
