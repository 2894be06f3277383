import { type Core } from '@strapi/strapi';
import { rm } from 'node:fs/promises';

/**
 * Removes the temporary files of a form when its request is over. Strapi does so only when the
 * request succeeds, and only for files in the field that it expects.
 */
const uploadCleanup: Core.MiddlewareFactory = () => async (context, next) => {
  const files = Object.values(context.request.files ?? {}).flat();
  try {
    await next();
  } finally {
    await Promise.all(files.map(({ filepath }) => rm(filepath, { force: true })));
  }
};

export default uploadCleanup;
