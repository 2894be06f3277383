import { type Core } from '@strapi/strapi';
import {
  acceptLossHandler,
  entryHandler,
  rollbackHandler,
  sitesHandler,
  unpinHandler,
} from './handlers';

const ROUTES = [
  ['GET', '/entries/:uid/:documentId', entryHandler],
  ['GET', '/regions', sitesHandler],
  ['POST', '/regions/:slug/rollback', rollbackHandler],
  ['POST', '/regions/:slug/unpin', unpinHandler],
  ['POST', '/regions/:slug/accept-loss', acceptLossHandler],
] as const;

/**
 * Adds the routes that tell users of the admin panel what is live. They are registered here and not
 * in a `routes` folder, because Strapi takes everything in `src/api` for the public content API.
 *
 * @param strapi - The CMS while it registers.
 */
export function registerLiveStateRoutes(strapi: Core.Strapi): void {
  strapi.server.routes({
    type: 'admin',
    prefix: '/publishing',
    routes: ROUTES.map(([method, path, handler]) => ({
      method,
      path,
      handler: handler(strapi),
      config: { policies: ['admin::isAuthenticatedAdmin'] },
    })),
  } as unknown as Parameters<typeof strapi.server.routes>[0]);
}
