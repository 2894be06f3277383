import { type RegionReport } from '@portal/site/contract';

/** A report of a region that is live at a revision, as the publisher sends it. */
export function regionReport(
  revision: number,
  deployedAt: string | null = new Date().toISOString(),
): RegionReport {
  return {
    cmsRevision: revision,
    liveRevision: revision,
    state: 'live',
    releaseId: `${revision}-abc`,
    deployedAt,
    lastError: null,
    quarantine: [],
    searchRevision: revision,
    pinnedRelease: null,
    refusal: null,
    releases: [
      {
        releaseId: `${revision}-abc`,
        revision,
        builtAt: '2026-11-01T08:00:00.000Z',
        counts: { pages: 12, listings: 3 },
      },
    ],
    publishToLiveMs: 480,
    origin: 'http://alpha.localhost:4321',
  };
}
