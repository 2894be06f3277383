import { errors } from '@strapi/utils';
import { CONTENT_TYPES, LISTING_UID } from '../domain/content-types';

const EXPLORER = 'plugin::content-manager.explorer';

/** What the handlers need of a request that a user of the admin panel has made. */
export interface AdminContext {
  params: Record<string, string>;
  request: { body?: unknown };
  state: { userAbility: { can(action: string, subject: string): boolean } };
  status: number;
  body: unknown;
  set(header: string, value: string): void;
}

/** The ability of a request, from which the rights of its user are read. */
export type Ability = AdminContext['state']['userAbility'];

/** Whether a user may read entries of a type at all; which of them, the read scope decides. */
export function mayRead(ability: Ability, uid: string): boolean {
  return CONTENT_TYPES[uid] !== undefined && ability.can(`${EXPLORER}.read`, uid);
}

/** Whether a user may decide what is live: whoever may publish. */
export function mayCommand(ability: Ability): boolean {
  return ability.can(`${EXPLORER}.publish`, LISTING_UID);
}

/**
 * Refuses a command of a user who may not publish.
 *
 * @throws ForbiddenError unless the user may.
 */
export function requireCommandRight(ability: Ability): void {
  if (mayCommand(ability)) return;
  throw new errors.ForbiddenError('Das darf nur, wer veröffentlichen darf.');
}
