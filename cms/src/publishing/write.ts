import { type Core } from '@strapi/strapi';
import { type Actor } from '../permissions/actor';
import { type Version } from './versions';

/** The actions of the document service that change something. */
export const WRITE_ACTIONS = [
  'create',
  'update',
  'delete',
  'publish',
  'unpublish',
  'discardDraft',
  'clone',
] as const;

export type WriteAction = (typeof WRITE_ACTIONS)[number];

/** One write to the document service on its way through the rules of the portal. */
export interface Write {
  strapi: Core.Strapi;
  actor: Actor;
  uid: string;
  action: WriteAction;
  /** What the document service will be called with; rules may change it. */
  params: {
    documentId?: string;
    status?: string;
    data?: Record<string, unknown>;
    [name: string]: unknown;
  };
  /** The versions before the write; for a clone, those of its source. */
  before: Version[];
}

/** Whether a write makes something public, in one call or two. */
export function isPublishing({ action, params }: Write): boolean {
  return (
    action === 'publish' ||
    ((action === 'create' || action === 'update') && params.status === 'published')
  );
}
