import { type Core } from '@strapi/strapi';
import path from 'node:path';
import { PAGE_UID, REGION_UID } from '../domain/content-types';
import { type PageOwner, regionPages, TEMPLATE_SLUGS } from '../pages/page-templates';
import { asSystem } from '../permissions/actor';

interface RegionRow {
  name: string;
  federalState: string;
  operator: PageOwner['operator'];
  partners: PageOwner['partners'] | null;
}

/** Strapi's own type wants more of a link than its editor stores. */
interface PageDocuments {
  create(params: { data: object }): Promise<unknown>;
}

/**
 * Gives a new region drafts of its legal pages and of the page about the portal, filled in as far as
 * the region tells. To be called in the transaction that creates the region.
 *
 * @param strapi - The running CMS.
 * @param documentId - Key of the region.
 */
export async function createRegionPages(strapi: Core.Strapi, documentId: string): Promise<void> {
  await asSystem(async () => {
    const region = (await strapi.db.query(REGION_UID).findOne({
      where: { documentId },
      populate: { operator: true, partners: true },
    })) as RegionRow;
    const pages = regionPages(path.join(strapi.dirs.app.root, 'page-templates'), {
      regionName: region.name,
      federalState: region.federalState,
      operator: region.operator,
      partners: region.partners ?? [],
    });
    const documents = strapi.documents('api::page.page') as unknown as PageDocuments;
    for (const page of pages) {
      await documents.create({ data: { ...page, region: documentId } });
    }
  });
}

/** Which pages of a region count as its content: all but the drafts that it was created with. */
export function contentPagesOf(documentId: string): object {
  return {
    region: { documentId },
    $or: [{ slug: { $notIn: [...TEMPLATE_SLUGS] } }, { publishedAt: { $notNull: true } }],
  };
}

/**
 * Removes the drafts that a region was created with, before the region itself goes.
 *
 * @param strapi - The running CMS.
 * @param documentId - Key of the region; it has no other content.
 */
export async function removeRegionPages(strapi: Core.Strapi, documentId: string): Promise<void> {
  await asSystem(async () => {
    const pages = (await strapi.db.query(PAGE_UID).findMany({
      select: ['documentId'],
      where: { region: { documentId } },
    })) as { documentId: string }[];
    for (const page of pages) {
      await strapi.documents('api::page.page').delete({ documentId: page.documentId });
    }
  });
}
