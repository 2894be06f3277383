import { type Core } from '@strapi/strapi';
import { createHmac } from 'node:crypto';
import { CONTENT_TYPES } from '../domain/content-types';
import { UMBRELLA } from '../domain/region-names';
import { previewOriginOf } from '../domain/site-addresses';
import { settings } from '../settings';
import { type Ability, mayRead } from './admin-context';

/** Long enough to look at a page, too short for a link to be passed on. */
const LIFE_S = 15 * 60;

/** What Strapi's preview asks for: its tabs say `draft` or `published`, its panel also `modified`. */
interface PreviewRequest {
  documentId?: string;
  status?: string;
}

interface VersionRow {
  publishedAt: string | null;
  region: { slug: string } | null;
}

/**
 * Makes the address of the page that shows an entry as its site would, for the preview of the admin
 * panel. Whoever has the address may look at this one entry for a quarter of an hour.
 *
 * @param strapi - The CMS while it serves a request of the admin panel.
 * @param uid - Content type of the entry.
 * @param request - Which entry, and which version of it.
 * @returns Undefined if the user may not read the entry, or if nothing of the kind can be shown.
 */
export async function previewUrl(
  strapi: Core.Strapi,
  uid: string,
  request: PreviewRequest,
): Promise<string | undefined> {
  const { documentId, status } = request;
  const ability = strapi.requestContext.get()?.state['userAbility'] as Ability | undefined;
  const facts = CONTENT_TYPES[uid];
  if (ability === undefined || facts?.hasDrafts !== true || documentId === undefined) return;
  if (!mayRead(ability, uid)) return;
  // The read scope narrows this query to the regions of the user.
  const versions = (await strapi.db.query(uid).findMany({
    select: ['publishedAt'],
    where: { documentId },
    populate: { region: { select: ['slug'] } },
  })) as VersionRow[];
  const wanted = status === 'published' ? 'published' : 'draft';
  const version = versions.find(
    ({ publishedAt }) => (publishedAt !== null) === (wanted === 'published'),
  );
  if (version === undefined) return;
  const region = version.region?.slug ?? UMBRELLA;
  const token = sign({
    region,
    type: facts.name,
    documentId,
    status: wanted,
    expiresAt: Math.floor(Date.now() / 1000) + LIFE_S,
  });
  return `${previewOriginOf(region, settings.umbrellaOrigin)}/entwurf/${token}`;
}

/** `base64url(JSON) + '.' + base64url(signature of what stands before the dot)`. */
function sign(claims: object): string {
  const payload = Buffer.from(JSON.stringify(claims)).toString('base64url');
  const key = createHmac('sha256', settings.hintSecret).update('portal preview').digest();
  return `${payload}.${createHmac('sha256', key).update(payload).digest('base64url')}`;
}
