import { BUILD_STATES, SlugSchema, type RegionReport } from '@portal/site/contract';
import type { FillFacts, SearchServerStatus } from '../search-server/search-server.ts';
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';

/** How much of a site was rendered. */
export type BuildKind = 'full' | 'incremental';
/** What became of a hint. */
export type HintKind = 'accepted' | 'replayed' | 'forged';

const BUILD_KINDS = ['full', 'incremental', 'unknown'] as const;
const OUTCOMES = ['live', 'failed', 'refused'] as const;
const SECONDS = [0.1, 0.25, 0.5, 0.75, 1, 1.5, 2, 3, 5, 7.5, 10, 20, 30, 60];

/** A counter is never forgotten by itself, so names that come from outside are limited. */
const MOST_REGIONS = 2_000;
const OTHER = 'other';

/** What a publish took. */
export interface PublishFacts {
  /** From the change in the CMS until it was live; null if nobody knows. */
  publishToLiveMs: number | null;
  buildMs: number;
  kind: BuildKind;
  filesRendered: number;
}

/** What is known of a region. */
export interface RegionFacts {
  cmsRevision: number;
  liveRevision: number;
  searchRevision: number;
  state: RegionReport['state'];
  /** Number of entries and images that are left out. */
  quarantined: number;
  /** Whether a rollback holds the live release. */
  pinned: boolean;
}

/** The publisher's numbers, for Prometheus. */
export interface Metrics {
  /** A release went live. */
  published(region: string, facts: PublishFacts): void;
  /** An attempt failed. */
  failed(region: string): void;
  /** The gate refused a site. */
  refused(region: string): void;
  hint(kind: HintKind): void;
  /** What a comparison found; call it with each one. */
  observe(region: string, facts: RegionFacts): void;
  /** An index of the search server was filled, or could not be. */
  filled(region: string, facts: FillFacts): void;
  /** How the search server is. */
  searchServer(status: SearchServerStatus): void;
  /** How many regions wait for their turn. */
  queue(length: number): void;
  /** A region is gone from the CMS, or another publisher has it now. */
  forget(region: string): void;
  /** All numbers in the text format of Prometheus. */
  text(): Promise<{ contentType: string; body: string }>;
}

/** Makes the publisher's numbers, in a registry of their own. docs/operations.md describes them. */
export function createMetrics(): Metrics {
  const register = new Registry();
  collectDefaultMetrics({ register });
  const gauge = (name: string, help: string) =>
    new Gauge({ name, help, labelNames: ['region'], registers: [register] });
  const histogram = (name: string, help: string) =>
    new Histogram({ name, help, labelNames: ['kind'], buckets: SECONDS, registers: [register] });

  const publishToLive = histogram(
    'portal_publish_to_live_seconds',
    'Time from a change in the CMS until it was live.',
  );
  const build = histogram('portal_build_seconds', 'Time that builds took which went live.');
  const builds = new Counter({
    name: 'portal_builds_total',
    help: 'Attempts to publish, by what became of them.',
    labelNames: ['region', 'kind', 'outcome'],
    registers: [register],
  });
  const filesRendered = new Counter({
    name: 'portal_files_rendered_total',
    help: 'Files that builds have rendered.',
    labelNames: ['kind'],
    registers: [register],
  });
  const hints = new Counter({
    name: 'portal_hints_total',
    help: 'Hints of the CMS; forged: refused because of signature, age or content.',
    labelNames: ['kind'],
    registers: [register],
  });
  const queueLength = new Gauge({
    name: 'portal_queue_length',
    help: 'Regions that wait for their turn.',
    registers: [register],
  });
  const state = new Gauge({
    name: 'portal_region_state',
    help: '1 for the state that a region is in, 0 for the others.',
    labelNames: ['region', 'state'],
    registers: [register],
  });
  const ofRegion = {
    cmsRevision: gauge('portal_cms_revision', 'Latest change of a region in the CMS.'),
    liveRevision: gauge('portal_live_revision', 'Change that the live site shows.'),
    searchRevision: gauge('portal_search_revision', 'Change that the live search shows.'),
    quarantined: gauge('portal_quarantined', 'Entries and images left out of the live site.'),
    pinned: gauge('portal_pinned', '1 while a rollback holds the live release.'),
  };
  const serverUp = new Gauge({
    name: 'portal_search_server_up',
    help: '1 while the search server answers; missing without one.',
    registers: [],
  });
  const indexRevision = gauge(
    'portal_search_server_revision',
    'Change that the index of the search server holds; 0 while it is not known.',
  );
  const fill = histogram(
    'portal_search_server_fill_seconds',
    'Time that it took to fill an index of the search server.',
  );
  const fills = new Counter({
    name: 'portal_search_server_fills_total',
    help: 'Attempts to fill an index of the search server, by what became of them.',
    labelNames: ['region', 'kind', 'outcome'],
    registers: [register],
  });

  // What has not happened yet is a zero, not a gap, so that its first time is seen as a rise.
  for (const kind of ['accepted', 'replayed', 'forged']) hints.inc({ kind }, 0);

  const known = new Set<string>();
  const labelOf = (region: string): string => {
    if (known.has(region)) return region;
    if (known.size >= MOST_REGIONS || !SlugSchema.safeParse(region).success) return OTHER;
    known.add(region);
    return region;
  };

  return {
    published(region, { publishToLiveMs, buildMs, kind, filesRendered: files }) {
      if (publishToLiveMs !== null) publishToLive.observe({ kind }, publishToLiveMs / 1_000);
      build.observe({ kind }, buildMs / 1_000);
      builds.inc({ region: labelOf(region), kind, outcome: 'live' });
      filesRendered.inc({ kind }, files);
    },
    failed(region) {
      builds.inc({ region: labelOf(region), kind: 'unknown', outcome: 'failed' });
    },
    refused(region) {
      builds.inc({ region: labelOf(region), kind: 'unknown', outcome: 'refused' });
    },
    hint(kind) {
      hints.inc({ kind });
    },
    observe(region, facts) {
      const label = { region: labelOf(region) };
      ofRegion.cmsRevision.set(label, facts.cmsRevision);
      ofRegion.liveRevision.set(label, facts.liveRevision);
      ofRegion.searchRevision.set(label, facts.searchRevision);
      ofRegion.quarantined.set(label, facts.quarantined);
      ofRegion.pinned.set(label, Number(facts.pinned));
      for (const each of BUILD_STATES) {
        state.set({ ...label, state: each }, Number(each === facts.state));
      }
    },
    filled(region, { kind, outcome, tookMs }) {
      fills.inc({ region: labelOf(region), kind, outcome });
      if (outcome === 'done') fill.observe({ kind }, tookMs / 1_000);
    },
    searchServer({ state: serverState, regions }) {
      register.registerMetric(serverUp);
      serverUp.set(Number(serverState === 'up'));
      for (const [region, { revision }] of Object.entries(regions)) {
        indexRevision.set({ region: labelOf(region) }, revision ?? 0);
      }
    },
    queue(length) {
      queueLength.set(length);
    },
    forget(region) {
      if (!known.delete(region)) return;
      for (const metric of Object.values(ofRegion)) metric.remove({ region });
      indexRevision.remove({ region });
      for (const kind of ['whole', 'change']) {
        for (const outcome of ['done', 'failed']) fills.remove({ region, kind, outcome });
      }
      for (const each of BUILD_STATES) state.remove({ region, state: each });
      for (const kind of BUILD_KINDS) {
        for (const outcome of OUTCOMES) builds.remove({ region, kind, outcome });
      }
    },
    async text() {
      return { contentType: register.contentType, body: await register.metrics() };
    },
  };
}
