import { type Core } from '@strapi/strapi';
import { mkdirSync } from 'node:fs';
import { registerCustomFields } from './custom-fields';
import { assertSecrets, settings } from './settings';

export default {
  register({ strapi }: { strapi: Core.Strapi }) {
    assertSecrets(process.env);
    mkdirSync(settings.renditionsDir, { recursive: true });
    registerCustomFields(strapi);
  },
};
