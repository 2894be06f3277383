import { isPublisherReachable } from './publisher';
import { type SiteStanding } from './stored-report';

/** The publisher compares revisions every 15 seconds, and reports what it found. */
const LONGEST_SILENCE_MS = 2 * 60_000;

/** A change that a site does not show yet. */
export interface WaitingChange {
  revision: number;
  since: Date;
}

/** Whether nobody takes care of a change, because the publisher does not answer or not report. */
export async function isSilent(standing: SiteStanding, change: WaitingChange): Promise<boolean> {
  return !(await isPublisherReachable()) || isForgotten(standing, change, new Date());
}

/**
 * Whether the publisher has not reported for minutes that it knows of a change. A change that it
 * knows of is not forgotten, however long its queue is.
 */
export function isForgotten(standing: SiteStanding, change: WaitingChange, now: Date): boolean {
  if ((standing.report?.cmsRevision ?? 0) >= change.revision) return false;
  return now.getTime() - change.since.getTime() > LONGEST_SILENCE_MS;
}
