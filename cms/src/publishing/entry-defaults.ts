import {
  CATEGORY_UID,
  CONTENT_TYPES,
  LISTING_UID,
  REGION_UID,
  STORY_UID,
} from '../domain/content-types';
import { addDays, dayInBerlin, LISTING_RUN_DAYS } from '../domain/days';
import { isBlank, isValues, type Values } from '../domain/problem';
import { slugCandidates, slugify } from '../domain/slug';
import { asSystem } from '../permissions/actor';
import { type Version, workingVersion } from './versions';
import { isPublishing, type Write } from './write';

/** Types whose entries remember when they first went public. */
const DATED_UIDS: readonly string[] = [LISTING_UID, STORY_UID];

const SLUGS_AT_ONCE = 100;

/**
 * Takes out of a write what only the portal decides (slug, first publication), and puts in what a
 * publication needs. Forged values are ignored, not refused: forms send back what they were given.
 */
export async function prepareInput(write: Write): Promise<void> {
  const { action, params, uid, before } = write;
  if (action === 'clone') {
    params.data = { ...params.data, slug: null };
    if (DATED_UIDS.includes(uid)) params.data['firstPublishedOn'] = null;
    if (uid === LISTING_UID) params.data['endsOn'] ??= null;
    return;
  }
  if (params.data !== undefined) {
    params.data = withoutDecided(write, params.data);
    if (uid === REGION_UID && action === 'create') await fillRegionSlug(write, params.data);
    if (uid === CATEGORY_UID && action === 'create') fillCategoryKey(params.data, write);
  }
  if (!isPublishing(write) || !DATED_UIDS.includes(uid)) return;
  const draft = workingVersion(before);
  const dates = publicationDates(uid, { ...draft, ...params.data });
  if (params.data !== undefined) Object.assign(params.data, dates);
  else if (draft !== undefined && Object.keys(dates).length > 0) {
    // Not through the document service: the editor has changed nothing, so neither does the time stamp.
    await write.strapi.db.queryBuilder(uid).where({ id: draft.id }).update(dates).execute();
  }
}

/**
 * Gives an entry its slug as soon as it has a title. It stays as it is from then on, because links
 * point to it.
 *
 * @param write - The write that may have given the entry its title.
 * @param after - All versions after the write; they are brought up to date.
 */
export async function fillSlug(write: Write, after: readonly Version[]): Promise<void> {
  const { strapi, uid } = write;
  const entry = workingVersion(after);
  const title = entry?.[CONTENT_TYPES[uid]?.titleField ?? 'title'];
  if (entry === undefined || !isBlank(entry.slug) || typeof title !== 'string' || title === '') {
    return;
  }
  const slug = await freeSlug(write, slugify(title), entry);
  await strapi.db
    .queryBuilder(uid)
    .where({ documentId: entry.documentId })
    .update({ slug })
    .execute();
  for (const version of after) version.slug = slug;
}

/** Whether another entry of the same type and region already has the slug of this one. */
export async function isSlugTaken(write: Write, entry: Version): Promise<boolean> {
  if (isBlank(entry.slug)) return false;
  const taken = await takenAmong(write, [String(entry.slug)], entry);
  return taken.size > 0;
}

function withoutDecided({ action, actor, uid }: Write, data: Values): Record<string, unknown> {
  const kept: Record<string, unknown> = { ...data };
  // The seed and the operator choose the slug of a new region; the seed that of any entry.
  const maySetSlug =
    action === 'create' &&
    (actor.kind === 'system' || (actor.kind === 'super-admin' && uid === REGION_UID));
  if (!maySetSlug) delete kept['slug'];
  if (actor.kind !== 'system') delete kept['firstPublishedOn'];
  return kept;
}

async function fillRegionSlug(write: Write, data: Record<string, unknown>): Promise<void> {
  const name = data['name'];
  if (!isBlank(data['slug']) || typeof name !== 'string') return;
  data['slug'] = await freeSlug(write, slugify(name.replace(/^Landkreis\s+/i, '')).slice(0, 36));
}

function fillCategoryKey(data: Record<string, unknown>, { uid }: Write): void {
  const name = data['name'];
  if (uid !== CATEGORY_UID || !isBlank(data['key']) || typeof name !== 'string') return;
  data['key'] = slugify(name);
}

/**
 * The dates that an entry gets when it is published today, as far as it lacks them.
 *
 * @param uid - A type whose entries have a first publication.
 * @param values - What the entry has.
 * @returns Days, `YYYY-MM-DD`, by attribute.
 */
export function publicationDates(uid: string, values: Values): Record<string, string> {
  const dates: Record<string, string> = {};
  const stored = values['firstPublishedOn'];
  const firstPublishedOn = typeof stored === 'string' && stored !== '' ? stored : dayInBerlin();
  if (firstPublishedOn !== stored) dates['firstPublishedOn'] = firstPublishedOn;
  if (uid === LISTING_UID && isBlank(values['endsOn'])) {
    const today = dayInBerlin();
    const endsOn = addDays(firstPublishedOn, LISTING_RUN_DAYS);
    // Published again long after the first time: the run begins anew.
    dates['endsOn'] = endsOn < today ? addDays(today, LISTING_RUN_DAYS) : endsOn;
  }
  return dates;
}

/** Tries a few names at a time, so that it does not matter how many entries begin alike. */
async function freeSlug(write: Write, base: string, entry?: Version): Promise<string> {
  for (let first = 1; ; first += SLUGS_AT_ONCE) {
    const candidates = slugCandidates(base, first, SLUGS_AT_ONCE);
    const taken = await takenAmong(write, candidates, entry);
    const free = candidates.find((candidate) => !taken.has(candidate));
    if (free !== undefined) return free;
  }
}

/** Which of some slugs other entries have, in the same region if the type has regions. */
async function takenAmong(
  { strapi, uid }: Write,
  slugs: readonly string[],
  entry?: Version,
): Promise<ReadonlySet<string>> {
  const isRegional = CONTENT_TYPES[uid]?.isRegional === true;
  const region = isValues(entry?.region) ? { id: entry.region.id } : { id: { $null: true } };
  const rows = (await asSystem(() =>
    strapi.db.query(uid).findMany({
      select: ['slug'],
      where: {
        slug: { $in: slugs },
        ...(entry === undefined ? {} : { documentId: { $ne: entry.documentId } }),
        ...(isRegional ? { region } : {}),
      },
    }),
  )) as { slug: string }[];
  return new Set(rows.map(({ slug }) => slug));
}
