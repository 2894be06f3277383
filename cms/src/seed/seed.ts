import { type Core } from '@strapi/strapi';
import path from 'node:path';
import { dayInBerlin } from '../domain/days';
import { EDITOR_ROLE_CODE } from '../roles/editor-role';
import { settings } from '../settings';
import { DemoContentWriter } from './demo-content';
import { readDemoData } from './demo-data';
import { ensureDemoLogins } from './demo-logins';
import { ensureDemoPicture } from './demo-media';

type SeedState = 'running' | 'finished';

/**
 * Fills an empty portal with the demo regions, if that is wanted. A portal that holds a region of
 * its own is never touched; a run that broke off goes on where it stopped.
 *
 * @param strapi - The CMS at bootstrap, with roles and conditions in place.
 */
export async function seedDemoContent(strapi: Core.Strapi): Promise<void> {
  if (!settings.isDemoWanted) return;
  const store = strapi.store({ type: 'core', name: 'portal', key: 'demo-content' });
  const state = (await store.get({})) as SeedState | null;
  if (state === 'finished') return;
  if (state === null && (await strapi.db.query('api::region.region').count()) > 0) return;

  const startedAt = performance.now();
  strapi.log.info('Filling the portal with the demo content …');
  await store.set({ value: 'running' satisfies SeedState });
  await writeAll(strapi);
  await store.set({ value: 'finished' satisfies SeedState });
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  strapi.log.info(`The demo content is complete after ${seconds} s.`);
}

async function writeAll(strapi: Core.Strapi): Promise<void> {
  const folder = path.join(strapi.dirs.app.root, 'demo');
  const demo = readDemoData(folder);
  const writer = new DemoContentWriter(strapi, demo, dayInBerlin());
  const users = await ensureDemoLogins(
    strapi,
    path.join(settings.dataDir, 'demo-logins.json'),
    demo.regions.map(({ ref, name }) => ({ slug: ref, name })),
    EDITOR_ROLE_CODE,
  );
  const categories = await writer.writeCategories();

  const regionIds = new Map<string, string>();
  for (const region of demo.regions) {
    const editorId = users.get(region.ref) ?? 0;
    const picture = (kind: string) =>
      ensureDemoPicture(strapi, path.join(folder, 'media', `${region.ref}-${kind}.png`), editorId);
    const pictures = { logo: await picture('logo'), cover: await picture('cover') };
    regionIds.set(region.ref, await writer.writeRegion(region, editorId, pictures));
  }
  await writer.writeNeighbours(regionIds);

  const templates = path.join(strapi.dirs.app.root, 'page-templates');
  await writer.writePages(templates, null, null);
  for (const region of demo.regions) {
    const regionId = regionIds.get(region.ref) ?? '';
    await writer.writePages(templates, region, regionId);
    await writer.writeRegionContent(region.ref, regionId, categories);
  }
}
