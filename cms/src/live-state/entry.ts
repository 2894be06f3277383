import { type Core } from '@strapi/strapi';
import { CATEGORY_UID, CONTENT_TYPES, REGION_UID } from '../domain/content-types';
import { dayInBerlin } from '../domain/days';
import { UMBRELLA } from '../domain/region-names';
import { pathOfEntry } from '../domain/site-addresses';
import { liveVersion, loadVersions, type Version, workingVersion } from '../publishing/versions';
import { type EntryAnswer, type EntrySite } from './answers';
import { readChangeRows, type SiteChange } from './changes';
import { isPending, stateOfEntry, type EntryFacts } from './entry-state';
import { type OwnSite, readOwnSites } from './own-sites';
import { isSilent } from './silence';
import { readStandings, type SiteStanding } from './stored-report';

/**
 * Tells where an entry stands on every site of the user that shows it.
 *
 * @param strapi - The CMS while it serves a request of the admin panel.
 * @param uid - One of `CONTENT_TYPES`.
 * @param documentId - Key of the entry.
 * @returns Null if there is no such entry in the regions of the user.
 */
export async function readEntry(
  strapi: Core.Strapi,
  uid: string,
  documentId: string,
): Promise<EntryAnswer | null> {
  const type = CONTENT_TYPES[uid]?.name;
  // The read scope narrows this query; what is read after it belongs to an entry that may be seen.
  if (type === undefined || (await strapi.db.query(uid).count({ where: { documentId } })) === 0) {
    return null;
  }
  const versions = await loadVersions(strapi, uid, documentId);
  const slugs = slugsOfSites(uid, versions);
  const own = (await readOwnSites(strapi)).filter(({ slug }) => slugs?.includes(slug) ?? true);
  const region = own.map(({ slug }) => slug);
  const standings = await readStandings(strapi, region);
  const changes = await readChangeRows(strapi, { entryId: documentId, type, region });
  const entry = { type, documentId, live: liveVersion(uid, versions) };
  const sites = await Promise.all(
    own.map((site, index) => {
      const rows = changes.filter((change) => change.region === site.slug);
      return siteOf(entry, site, standings[index] as SiteStanding, rows);
    }),
  );
  return { sites, hasNewerDraft: hasNewerDraft(uid, versions) };
}

/** Sites that show an entry; undefined for all of them. */
function slugsOfSites(uid: string, versions: readonly Version[]): string[] | undefined {
  if (uid === CATEGORY_UID) return undefined;
  const version = workingVersion(versions);
  return [(uid === REGION_UID ? version?.slug : version?.region?.slug) ?? UMBRELLA];
}

async function siteOf(
  { type, documentId, live }: { type: string; documentId: string; live: Version | undefined },
  { slug, name }: OwnSite,
  standing: SiteStanding,
  rows: readonly SiteChange[],
): Promise<EntrySite> {
  const { report, origin } = standing;
  const [newest = null] = rows;
  const facts: EntryFacts = {
    isPublished: live !== undefined,
    newest,
    shown: rows.find(({ revision }) => revision <= (report?.liveRevision ?? 0)) ?? null,
    endedOn: endOf(live),
    quarantine:
      report?.quarantine.find((left) => left.documentId === documentId && left.type === type)
        ?.problems ?? null,
    report,
    isPublisherSilent: false,
  };
  if (isPending(facts)) {
    facts.isPublisherSilent = await isSilent(standing, {
      revision: newest?.revision ?? standing.revision,
      since: newest?.at ?? new Date(),
    });
  }
  const { state, since, reasons, isOnSite } = stateOfEntry(facts);
  const path = live === undefined || !isOnSite ? null : pathOfEntry(type, live);
  return {
    region: slug,
    regionName: name,
    state,
    since: since?.toISOString() ?? null,
    reasons: [...reasons],
    url: path === null ? null : `${origin}${slug === UMBRELLA && type === 'category' ? '/' : path}`,
    isRemoval: live === undefined,
  };
}

function endOf(live: Version | undefined): string | null {
  const endsOn = live?.['endsOn'];
  return typeof endsOn === 'string' && endsOn < dayInBerlin() ? endsOn : null;
}

function hasNewerDraft(uid: string, versions: readonly Version[]): boolean {
  if (CONTENT_TYPES[uid]?.hasDrafts !== true) return false;
  const live = liveVersion(uid, versions);
  const draft = workingVersion(versions);
  return live !== undefined && draft?.['updatedAt'] !== live['updatedAt'];
}
