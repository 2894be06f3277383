import { RegionReportSchema } from '@portal/site/contract';
import { z } from 'zod';
import { PortalError } from '../errors.ts';

const POLL_MS = 250;
/** Regions that fail are tried again for this long before the start goes on without them. */
const PATIENCE_WITH_FAILURES_MS = 60_000;
const REQUEST_TIMEOUT_MS = 5_000;

const StatusSchema = z.object({
  ready: z.boolean(),
  regions: z.record(z.string(), RegionReportSchema),
  umbrella: RegionReportSchema,
});

/** Sites as they stand at the end of a start. */
export interface PublishedSites {
  regions: string[];
  /** Sites that could not be published, each with its reason. */
  failures: { region: string; reason: string }[];
}

/**
 * Waits until the CMS answers.
 *
 * @throws PortalError after `timeoutMs`, or the signal's reason when the start is given up.
 */
export async function waitForCms(
  origin: string,
  timeoutMs: number,
  signal: AbortSignal,
): Promise<void> {
  const deadline = performance.now() + timeoutMs;
  while (performance.now() < deadline) {
    const response = await tryFetch(`${origin}/_health`, signal);
    if (response?.ok === true) return;
    await pause(signal);
  }
  throw new PortalError(`The CMS did not answer within ${timeoutMs / 1000} s.`, {
    hint: 'logs/cms.log in the data folder says what it is doing.',
  });
}

/**
 * Waits until every region is live, or has failed for a minute. `tell` gets the state of all
 * regions again and again.
 *
 * @throws the signal's reason when the start is given up.
 */
export async function waitForSites(
  origin: string,
  tell: (detail: string) => void,
  signal: AbortSignal,
): Promise<PublishedSites> {
  let failingSince: number | null = null;
  for (;;) {
    const response = await tryFetch(`${origin}/status`, signal);
    if (response?.ok === true) {
      const { ready, regions, umbrella } = StatusSchema.parse(await response.json());
      const sites = Object.entries({ ...regions, umbrella });
      tell(sites.map(([region, { state }]) => `${region} ${state}`).join(', '));
      const failures = sites
        .filter(([, { state, lastError }]) => state !== 'live' && lastError !== null)
        .map(([region, { lastError }]) => ({ region, reason: lastError ?? '' }));
      if (ready) return { regions: Object.keys(regions), failures: [] };
      failingSince = failures.length === 0 ? null : (failingSince ?? performance.now());
      const isHopeless =
        failingSince !== null && performance.now() - failingSince > PATIENCE_WITH_FAILURES_MS;
      const isRestLive = sites.length - failures.length === sites.filter(isLive).length;
      if (isHopeless && isRestLive) return { regions: Object.keys(regions), failures };
    }
    await pause(signal);
  }
}

function isLive([, { state }]: [string, { state: string }]): boolean {
  return state === 'live';
}

async function tryFetch(url: string, signal: AbortSignal): Promise<Response | null> {
  signal.throwIfAborted();
  try {
    return await fetch(url, { signal: AbortSignal.timeout(REQUEST_TIMEOUT_MS) });
  } catch {
    return null;
  }
}

async function pause(signal: AbortSignal): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  signal.throwIfAborted();
}
