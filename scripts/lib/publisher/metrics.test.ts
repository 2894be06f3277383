import { beforeEach, describe, expect, it } from 'vitest';
import { createMetrics, type Metrics, type RegionFacts } from './metrics.ts';

let metrics: Metrics;
beforeEach(() => {
  metrics = createMetrics();
});

const FACTS: RegionFacts = {
  cmsRevision: 7,
  liveRevision: 6,
  searchRevision: 5,
  state: 'building',
  quarantined: 2,
  pinned: true,
};

/** Reads the text format: `name{label="value",…} number`, and the types that are declared. */
async function scrape(): Promise<{ values: Map<string, number>; types: Map<string, string> }> {
  const { body } = await metrics.text();
  const values = new Map<string, number>();
  const types = new Map<string, string>();
  for (const line of body.split('\n').filter((text) => text !== '')) {
    const comment = /^# (?:HELP \S+ .+|TYPE (\S+) (\S+))$/.exec(line);
    if (comment !== null) {
      if (comment[1] !== undefined) types.set(comment[1], comment[2] ?? '');
      continue;
    }
    const sample = /^([a-z_0-9]+(?:\{(?:[a-z_]+="[^"\\\n]*",?)+\})?) (\S+)$/.exec(line);
    if (sample === null) throw new Error(`This is not the text format: ${line}`);
    expect(values.has(sample[1] ?? '')).toBe(false);
    values.set(sample[1] ?? '', Number(sample[2]));
  }
  return { values, types };
}

const publish = (region: string, publishToLiveMs: number | null = 800) => {
  metrics.published(region, {
    publishToLiveMs,
    buildMs: 400,
    kind: 'incremental',
    filesRendered: 9,
  });
};

describe('the numbers of the publisher', () => {
  it('count what was published and how long it took', async () => {
    publish('pm');
    publish('pm', 4_000);
    publish('tf', null);
    metrics.published('tf', {
      publishToLiveMs: 65_000,
      buildMs: 64_000,
      kind: 'full',
      filesRendered: 500,
    });
    const { values, types } = await scrape();
    expect(types.get('portal_publish_to_live_seconds')).toBe('histogram');
    const name = 'portal_publish_to_live_seconds';
    expect(values.get(`${name}_bucket{le="0.75",kind="incremental"}`)).toBe(0);
    expect(values.get(`${name}_bucket{le="1",kind="incremental"}`)).toBe(1);
    expect(values.get(`${name}_bucket{le="5",kind="incremental"}`)).toBe(2);
    expect(values.get(`${name}_sum{kind="incremental"}`)).toBeCloseTo(4.8);
    expect(values.get(`${name}_count{kind="incremental"}`)).toBe(2);
    expect(values.get(`${name}_bucket{le="60",kind="full"}`)).toBe(0);
    expect(values.get(`${name}_bucket{le="+Inf",kind="full"}`)).toBe(1);
    expect(values.get('portal_build_seconds_count{kind="incremental"}')).toBe(3);
    expect(values.get('portal_files_rendered_total{kind="incremental"}')).toBe(27);
    const live = (region: string, kind: string) =>
      values.get(`portal_builds_total{region="${region}",kind="${kind}",outcome="live"}`);
    expect([live('pm', 'incremental'), live('tf', 'incremental'), live('tf', 'full')]).toEqual([
      2, 1, 1,
    ]);
  });

  it('count what failed, what was refused and which hints came', async () => {
    metrics.failed('pm');
    metrics.failed('pm');
    metrics.refused('pm');
    metrics.hint('accepted');
    metrics.hint('forged');
    metrics.hint('forged');
    const { values, types } = await scrape();
    const builds = (outcome: string) =>
      values.get(`portal_builds_total{region="pm",kind="unknown",outcome="${outcome}"}`);
    expect([builds('failed'), builds('refused')]).toEqual([2, 1]);
    expect(types.get('portal_hints_total')).toBe('counter');
    const hints = ['accepted', 'replayed', 'forged'].map((kind) =>
      values.get(`portal_hints_total{kind="${kind}"}`),
    );
    expect(hints).toEqual([1, 0, 2]);
  });

  it('show what is known of each region and of the queue', async () => {
    metrics.observe('pm', FACTS);
    metrics.observe('umbrella', { ...FACTS, state: 'live', pinned: false });
    metrics.queue(3);
    metrics.queue(2);
    const { values } = await scrape();
    const of = (name: string, region: string) => values.get(`${name}{region="${region}"}`);
    expect(of('portal_cms_revision', 'pm')).toBe(7);
    expect(of('portal_live_revision', 'pm')).toBe(6);
    expect(of('portal_search_revision', 'pm')).toBe(5);
    expect(of('portal_quarantined', 'pm')).toBe(2);
    expect([of('portal_pinned', 'pm'), of('portal_pinned', 'umbrella')]).toEqual([1, 0]);
    const states = (region: string) =>
      ['queued', 'building', 'live', 'failed'].map((state) =>
        values.get(`portal_region_state{region="${region}",state="${state}"}`),
      );
    expect(states('pm')).toEqual([0, 1, 0, 0]);
    expect(states('umbrella')).toEqual([0, 0, 1, 0]);
    expect(values.get('portal_queue_length')).toBe(2);
  });

  it('forget a region with everything that names it', async () => {
    for (const region of ['pm', 'tf']) {
      metrics.observe(region, FACTS);
      publish(region);
      metrics.failed(region);
      metrics.refused(region);
    }
    metrics.forget('pm');
    metrics.forget('never-seen');
    const { values } = await scrape();
    const names = [...values.keys()];
    expect(names.filter((name) => name.includes('"pm"'))).toEqual([]);
    expect(names.filter((name) => name.includes('"tf"')).length).toBeGreaterThan(10);
    // What was published stays in the totals.
    expect(values.get('portal_build_seconds_count{kind="incremental"}')).toBe(2);
  });

  it('do not grow with names that come from outside', async () => {
    metrics.failed('"} 1\nportal_forged 1 #');
    metrics.failed('../../etc');
    for (let number = 0; number < 2_500; number += 1) metrics.failed(`region-${number}`);
    const { values } = await scrape();
    const regions = [...values.keys()].filter((name) => name.startsWith('portal_builds_total'));
    expect(regions).toHaveLength(2_001);
    expect(values.get('portal_builds_total{region="other",kind="unknown",outcome="failed"}')).toBe(
      502,
    );
    expect(values.has('portal_forged')).toBe(false);
  });

  it('tell of the process, and come in the text format of Prometheus', async () => {
    const { contentType } = await metrics.text();
    expect(contentType).toBe('text/plain; version=0.0.4; charset=utf-8');
    const { values } = await scrape();
    expect(values.get('process_resident_memory_bytes')).toBeGreaterThan(1_000_000);
    expect(values.has('process_cpu_seconds_total')).toBe(true);
    expect(values.has('nodejs_eventloop_lag_seconds')).toBe(true);
  });

  it('are apart from those of another publisher in the same process', async () => {
    publish('pm');
    metrics = createMetrics();
    const { values } = await scrape();
    expect([...values.keys()].filter((name) => name.includes('"pm"'))).toEqual([]);
  });
});
