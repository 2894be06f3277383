import { type Core } from '@strapi/strapi';
import { UMBRELLA } from '../domain/region-names';
import { type SiteAnswer } from './answers';
import { readChangeRows, type SiteChange } from './changes';
import { type OwnSite } from './own-sites';
import { isSilent } from './silence';
import { isBehind, stateOfSite } from './site-state';
import { readStandings, type SiteStanding } from './stored-report';
import { linkTo, readTitles } from './titles';

/** Entries that are named on the home page; of more, the number is enough. */
const MOST_NAMED = 5;

/**
 * Tells where sites stand. Whoever calls it has checked that they are the user's.
 *
 * @param strapi - The CMS while it serves a request of the admin panel.
 * @param own - The sites, from `readOwnSites`.
 */
export async function readSites(
  strapi: Core.Strapi,
  own: readonly OwnSite[],
): Promise<SiteAnswer[]> {
  const standings = await readStandings(
    strapi,
    own.map(({ slug }) => slug),
  );
  // One after the other: the connections of a database are few.
  const answers: SiteAnswer[] = [];
  for (const [index, { name }] of own.entries()) {
    answers.push(await siteOf(strapi, name, standings[index] as SiteStanding));
  }
  return answers;
}

async function siteOf(
  strapi: Core.Strapi,
  name: string,
  standing: SiteStanding,
): Promise<SiteAnswer> {
  const { slug, report, origin } = standing;
  const waiting = isBehind(standing) ? await readWaiting(strapi, standing) : [];
  const oldest = waiting.at(-1)?.at ?? null;
  const latest = { revision: standing.revision, since: oldest ?? new Date() };
  const isPublisherSilent = isBehind(standing) && (await isSilent(standing, latest));
  const state = stateOfSite(standing, isPublisherSilent);
  // Every region raises the umbrella's revision; whose entries wait, the regions tell.
  const named = slug === UMBRELLA ? [] : waiting.slice(0, MOST_NAMED);
  const titles = await readTitles(strapi, named);
  const since = state === 'live' || state === 'pinned' ? report?.deployedAt : oldest?.toISOString();
  return {
    region: slug,
    name,
    url: `${origin}/`,
    state,
    since: since ?? null,
    liveRevision: report?.liveRevision ?? 0,
    publishToLiveMs: report?.publishToLiveMs ?? null,
    waiting: named.map(({ type, entryId, operation, at }) => ({
      ...linkTo(type, entryId, titles),
      at: at.toISOString(),
      isRemoval: operation === 'unpublish' || operation === 'delete',
    })),
    waitingCount: waiting.length,
    releases: (report?.releases ?? []).map((release) => ({
      ...release,
      isLive: release.releaseId === report?.releaseId,
    })),
    pinnedRelease: report?.pinnedRelease ?? null,
    quarantine: (report?.quarantine ?? []).map(({ type, documentId, title, problems }) => ({
      ...linkTo(type, documentId, new Map([[documentId, title]])),
      problems,
    })),
    refusal: report?.refusal
      ? { ...report.refusal, problems: report.refusal.problems.map(({ message }) => message) }
      : null,
    lastError: state === 'failed' ? (report?.lastError ?? null) : null,
  };
}

/** The latest change of each entry that the live site does not show, the newest first. */
async function readWaiting(strapi: Core.Strapi, { slug, report }: SiteStanding) {
  const rows = await readChangeRows(strapi, {
    region: slug,
    revision: { $gt: report?.liveRevision ?? 0 },
  });
  const newest = new Map<string, SiteChange>();
  for (const row of rows) if (!newest.has(row.entryId)) newest.set(row.entryId, row);
  return [...newest.values()];
}
