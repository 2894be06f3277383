import { type Core } from '@strapi/strapi';

/**
 * Registers the inputs for lists. They are stored as JSON; the admin panel shows checkboxes and
 * one-per-line fields instead of source code.
 */
export function registerCustomFields(strapi: Core.Strapi): void {
  strapi.customFields.register([
    { name: 'audiences', type: 'json' },
    { name: 'tags', type: 'json' },
    { name: 'postal-codes', type: 'json' },
  ]);
}
