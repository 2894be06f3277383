import { type Core } from '@strapi/strapi';
import { mkdirSync } from 'node:fs';
import { registerCustomFields } from './custom-fields';
import { registerLiveStateRoutes } from './live-state/routes';
import { ensureUploadSettings, registerMediaHooks, subscribeToUploads } from './media/upload-hooks';
import { bootstrapPublishing, registerPublishing } from './publishing/register';
import { ensureEditorRole } from './roles/editor-role';
import { seedDemoContent } from './seed/seed';
import { assertSecrets, settings } from './settings';
import { applyViews } from './views/apply-views';

export default {
  register({ strapi }: { strapi: Core.Strapi }) {
    assertSecrets(process.env);
    mkdirSync(settings.renditionsDir, { recursive: true });
    registerCustomFields(strapi);
    registerMediaHooks(strapi);
    registerPublishing(strapi);
    registerLiveStateRoutes(strapi);
  },

  async bootstrap({ strapi }: { strapi: Core.Strapi }) {
    subscribeToUploads(strapi);
    await bootstrapPublishing(strapi);
    await ensureUploadSettings(strapi);
    await applyViews(strapi);
    await ensureEditorRole(strapi);
    await seedDemoContent(strapi);
  },
};
