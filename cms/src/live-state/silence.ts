import { isPublisherReachable } from './publisher';
import { type SiteStanding } from './stored-report';

/** A site that is built has been reported on within this time, even on a slow day. */
const LONGEST_SILENCE_MS = 15 * 60_000;

/**
 * Whether nothing is heard of the publisher although a change waits for it.
 *
 * @param standing - The site.
 * @param waitsSince - When the change was made.
 * @param now - This moment.
 */
export async function isSilent(
  standing: SiteStanding,
  waitsSince: Date,
  now = new Date(),
): Promise<boolean> {
  if (!(await isPublisherReachable())) return true;
  const heardAt = Math.max(waitsSince.getTime(), standing.reportedAt?.getTime() ?? 0);
  return now.getTime() - heardAt > LONGEST_SILENCE_MS;
}
