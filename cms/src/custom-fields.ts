import { type Core } from '@strapi/strapi';

/**
 * Registers the inputs for lists. They are stored as JSON; the admin panel shows checkboxes and
 * one-per-line fields instead of source code.
 */
export function registerCustomFields(strapi: Core.Strapi): void {
  const inputSize = { default: 6, isResizable: true } as const;
  strapi.customFields.register([
    { name: 'audiences', type: 'json', inputSize },
    { name: 'tags', type: 'json', inputSize },
    { name: 'postal-codes', type: 'json', inputSize },
  ]);
}
