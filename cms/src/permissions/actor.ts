import { type Core } from '@strapi/strapi';
import { AsyncLocalStorage } from 'node:async_hooks';

/**
 * Who is behind a call into the content layer.
 *
 * - `system`: the portal itself. Either there is no HTTP request at all (start, seed, timers), or
 *   code that answers a request has said so with {@link asSystem}.
 * - `super-admin`: the operator; all regions.
 * - `editor`: any other user of the admin panel; the regions that name the user as editor.
 * - `stranger`: a request without a user of the admin panel. May do nothing.
 */
export type Actor =
  | { kind: 'system' }
  | { kind: 'super-admin'; userId: number }
  | { kind: 'editor'; userId: number; request: object }
  | { kind: 'stranger' };

interface RequestState {
  user?: { id: number; roles?: { code: string }[] };
  auth?: { strategy?: { name?: string } };
}

const SUPER_ADMIN_CODE = 'strapi-super-admin';

const systemScope = new AsyncLocalStorage<true>();

/**
 * Runs code as the portal itself, although it serves a request: for lookups that the rules need,
 * and for routes that decide on their own who may call them (such as the feed with its token).
 *
 * @param action - Everything that it awaits runs as the system, nothing after it does.
 */
export function asSystem<T>(action: () => Promise<T>): Promise<T> {
  return systemScope.run(true, action);
}

/**
 * Tells who acts at this point of the program.
 *
 * Fails closed: within a request, whoever did not sign in to the admin panel is a stranger, tokens
 * for the API included.
 */
export function currentActor(strapi: Core.Strapi): Actor {
  if (systemScope.getStore() === true) return { kind: 'system' };
  const request = strapi.requestContext.get();
  if (request === undefined) return { kind: 'system' };
  const { user, auth } = request.state as RequestState;
  if (auth?.strategy?.name !== 'admin' || user?.roles === undefined) return { kind: 'stranger' };
  const isSuperAdmin = user.roles.some((role) => role.code === SUPER_ADMIN_CODE);
  return isSuperAdmin
    ? { kind: 'super-admin', userId: user.id }
    : { kind: 'editor', userId: user.id, request };
}
