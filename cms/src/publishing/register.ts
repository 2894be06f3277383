import { type Core } from '@strapi/strapi';
import { guardAdminControllers } from '../permissions/admin-controllers';
import { registerReadScope } from '../permissions/read-scope';
import { registerRegionCondition } from '../permissions/region-condition';
import { ensureComponentIndexes } from './component-indexes';
import { registerDocumentRules } from './document-middleware';
import { registerMediaRules } from './media-rules';

/**
 * Puts the rules of publishing and of the regions between Strapi and its database: the part that
 * has to be there before routes are made and entries are written.
 *
 * @param strapi - The CMS while it registers.
 */
export function registerPublishing(strapi: Core.Strapi): void {
  guardAdminControllers(strapi);
  registerDocumentRules(strapi);
}

/**
 * The part that needs the database. To be called first at bootstrap, before roles or content are
 * written.
 *
 * @param strapi - The CMS at bootstrap.
 */
export async function bootstrapPublishing(strapi: Core.Strapi): Promise<void> {
  await ensureComponentIndexes(strapi);
  registerReadScope(strapi);
  registerMediaRules(strapi);
  await registerRegionCondition(strapi);
}
