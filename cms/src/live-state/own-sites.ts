import { type Core } from '@strapi/strapi';
import { REGION_UID } from '../domain/content-types';
import { UMBRELLA } from '../domain/region-names';
import { currentActor } from '../permissions/actor';

/** A site that a user is responsible for. */
export interface OwnSite {
  slug: string;
  name: string;
}

/**
 * The sites of whoever asks: an editor's regions, for the operator all of them and the umbrella
 * site, which comes first. The read scope narrows the query.
 *
 * @throws ForbiddenError if nobody has signed in.
 */
export async function readOwnSites(strapi: Core.Strapi): Promise<OwnSite[]> {
  const regions = (await strapi.db
    .query(REGION_UID)
    .findMany({ select: ['slug', 'name'], orderBy: { name: 'asc' } })) as OwnSite[];
  const own = regions.map(({ slug, name }) => ({ slug, name }));
  if (currentActor(strapi).kind !== 'super-admin') return own;
  return [{ slug: UMBRELLA, name: 'Alle Regionen' }, ...own];
}
