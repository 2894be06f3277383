import { type SiteStateName } from './answers';
import { type SiteStanding } from './stored-report';

/** Whether the live site does not show the CMS's latest revision. */
export function isBehind({ revision, report }: SiteStanding): boolean {
  return report === null || report.releaseId === null || revision > report.liveRevision;
}

/**
 * Works out where a site as a whole stands.
 *
 * @param standing - Revision and last report.
 * @param isPublisherSilent - Only asked of a site that is behind.
 */
export function stateOfSite(standing: SiteStanding, isPublisherSilent: boolean): SiteStateName {
  const { report, revision } = standing;
  if (report !== null && report.pinnedRelease !== null) return 'pinned';
  if (!isBehind(standing)) return 'live';
  if (isPublisherSilent) return 'silent';
  if (report === null) return 'empty';
  if (report.state === 'building') return 'building';
  // A failure of an earlier revision says nothing about the latest.
  if (report.cmsRevision >= revision) {
    if (report.refusal !== null) return 'refused';
    if (report.state === 'failed') return 'failed';
  }
  return report.releaseId === null ? 'empty' : 'waiting';
}
