import { setTimeout } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { systemClock } from '../../../scripts/lib/publisher/clock.ts';
import type { NetlifyReport } from '../../../scripts/lib/publisher/netlify-site.ts';
import {
  NetlifyTarget,
  type NetlifyTargetOptions,
} from '../../../scripts/lib/publisher/netlify-target.ts';
import { ManualClock } from '../../support/manual-clock.ts';
import {
  BUILD_MS,
  factsOf,
  startNetlifyStandIn,
  type NetlifyStandIn,
  type StandInSite,
} from '../../support/netlify-stand-in.ts';
import { waitFor } from '../../support/publisher.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

let clock: ManualClock;
let netlify: NetlifyStandIn;
let pm: StandInSite;
let written: string[];
let history: (NetlifyReport & { region: string })[];
let targets: NetlifyTarget[];

beforeEach(async () => {
  clock = new ManualClock();
  netlify = await startNetlifyStandIn(clock, ['pm', 'tf']);
  pm = netlify.site('pm');
  written = [];
  history = [];
  targets = [];
});
afterEach(async () => {
  await Promise.all(targets.map((target) => target.stop()));
  await netlify.stop();
  const all = written.join('\n') + JSON.stringify(history);
  for (const secret of netlify.secrets) expect(all).not.toContain(secret);
});

const createTarget = (changes: Partial<NetlifyTargetOptions> = {}) => {
  const write = (...entry: unknown[]) => {
    written.push(
      entry.map((part) => (part instanceof Error ? part.stack : JSON.stringify(part))).join(' '),
    );
  };
  const target = new NetlifyTarget({
    hooks: netlify.hooks,
    siteOrigin: netlify.siteOrigin,
    onChange: (region, report) => history.push({ region, ...report }),
    logger: { info: write, warn: write, error: write },
    clock,
    random: () => 0.5,
    limits: { callTimeoutMs: 150 },
    ...changes,
  });
  targets.push(target);
  return target;
};
/** An editor publishes, and the publisher hears of it. */
const publish = (target: NetlifyTarget, region = 'pm') => {
  const site = netlify.site(region);
  site.cmsRevision += 1;
  target.want(region, site.cmsRevision);
};
const untilLive = (target: NetlifyTarget, revision: number, region = 'pm') =>
  clock.until(`${region} shows revision ${revision}`, () => {
    const report = target.report(region);
    return report?.state === 'live' && report.liveRevision === revision;
  });
const untilState = (target: NetlifyTarget, state: NetlifyReport['state']) =>
  clock.until(`pm is ${state}`, () => target.report('pm')?.state === state);
const pausesOf = (moments: number[]) =>
  moments.slice(1).map((moment, index) => moment - (moments[index] ?? 0));
const seenStates = () => history.map(({ state }) => state);

describe('publishing to Netlify', () => {
  it('asks for a build and reports when its content is live', async () => {
    const target = createTarget();
    const startedAt = clock.now();
    target.want('pm', 1);
    await untilLive(target, 1);
    expect(seenStates()).toEqual(['building', 'live']);
    expect(target.report('pm')).toEqual({
      state: 'live',
      liveRevision: 1,
      releaseId: '1-0123456789ab',
      deployedAt: new Date(startedAt).toISOString(),
      lastError: null,
      attempts: 0,
    });
    expect(clock.now() - startedAt).toBeLessThanOrEqual(BUILD_MS + 3_000);
    expect(pm.hookCalls).toHaveLength(1);
  });

  it('asks for nothing when the site is up to date', async () => {
    pm.live = factsOf('pm', 7, clock.now());
    const target = createTarget();
    expect(target.report('pm')).toBeNull();
    target.want('pm', 7);
    await untilLive(target, 7);
    for (let comparison = 0; comparison < 20; comparison += 1) {
      await clock.pass(15_000);
      target.want('pm', 7);
    }
    await setTimeout(50);
    expect(pm.hookCalls).toEqual([]);
    // Once a minute is enough to notice that somebody has changed something at Netlify.
    expect(pm.looks).toBeLessThanOrEqual(6);
  });

  it('goes on after a restart in the middle of a build', async () => {
    const first = createTarget();
    first.want('pm', 1);
    await untilState(first, 'building');
    await first.stop();
    const second = createTarget();
    second.want('pm', 1);
    await untilLive(second, 1);
    expect(pm.builds.length).toBeLessThanOrEqual(2);
    expect(second.report('pm')?.attempts).toBe(0);
  });

  it('has one build under way and one behind it, however much is published', async () => {
    const target = createTarget();
    target.want('pm', 1);
    await untilState(target, 'building');
    for (let change = 0; change < 10; change += 1) {
      publish(target);
      await clock.pass(5_000);
    }
    await untilLive(target, 11);
    expect(pm.hookCalls).toHaveLength(2);
    expect(pm.builds.map(({ revision }) => revision)).toEqual([1, 11]);
    expect(pm.skipped).toBe(0);
  });

  it('believes the revision that is shown, not that a build was asked for', async () => {
    const target = createTarget();
    target.want('pm', 1);
    await untilState(target, 'building');
    publish(target);
    await clock.until('the second build has begun', () => pm.builds.length === 2);
    // Too late for the second build, although nobody could tell from outside.
    publish(target);
    await untilLive(target, 3);
    expect(pm.builds.map(({ revision }) => revision)).toEqual([1, 2, 3]);
  });

  it('is content with a build that holds more than was wanted', async () => {
    const target = createTarget();
    pm.cmsRevision = 5;
    target.want('pm', 4);
    await untilLive(target, 5);
    target.want('pm', 5);
    await clock.pass(10 * MINUTE);
    expect(pm.hookCalls).toHaveLength(1);
  });

  it('tries again later and later while Netlify is disturbed', async () => {
    pm.hookFault = { status: 503 };
    const target = createTarget();
    target.want('pm', 1);
    await clock.until('nine attempts', () => pm.hookCalls.length === 9);
    expect(pausesOf(pm.hookCalls).map((pause) => pause / 1_000)).toEqual([
      5, 10, 20, 40, 80, 160, 300, 300,
    ]);
    expect(target.report('pm')).toMatchObject({ state: 'failed', attempts: 9 });
    expect(target.report('pm')?.lastError).toContain('Netlify ist gestört.');
    // One line, not nine.
    expect(written.filter((line) => line.includes('status 503'))).toHaveLength(1);
    pm.hookFault = null;
    await untilLive(target, 1);
    expect(target.report('pm')).toMatchObject({ lastError: null, attempts: 0 });
  });

  it('waits for a random part of the pause', async () => {
    pm.hookFault = { status: 500 };
    const target = createTarget({ random: () => 0 });
    target.want('pm', 1);
    await clock.until('three attempts', () => pm.hookCalls.length === 3);
    // Never more often than it looks at the site: 2.5 s become 3 s.
    expect(pausesOf(pm.hookCalls)).toEqual([3_000, 5_000]);
  });

  it.each([
    ['seconds', () => '600'],
    ['a date', () => new Date(clock.now() + 10 * MINUTE).toUTCString()],
  ])(
    'waits for as long as Netlify says in %s, whatever is published meanwhile',
    async (_, value) => {
      pm.hookFault = { status: 429, retryAfter: value() };
      const target = createTarget();
      target.want('pm', 1);
      await untilState(target, 'failed');
      expect(target.report('pm')?.lastError).toContain('zu viele Aufträge');
      pm.hookFault = null;
      publish(target);
      await clock.pass(9 * MINUTE);
      expect(pm.hookCalls).toHaveLength(1);
      await untilLive(target, 2);
      expect(pausesOf(pm.hookCalls)).toEqual([10 * MINUTE]);
    },
  );

  it('is not kept waiting for ever by a Retry-After that makes no sense', async () => {
    pm.hookFault = { status: 429, retryAfter: '99999999' };
    const target = createTarget();
    target.want('pm', 1);
    await untilState(target, 'failed');
    pm.hookFault = { status: 429, retryAfter: 'soon' };
    await clock.until('three attempts', () => pm.hookCalls.length === 3);
    expect(pausesOf(pm.hookCalls)).toEqual([HOUR, 10_000]);
  });

  it('says what to do when a hook is gone, and asks seldom', async () => {
    pm.hookFault = { status: 404 };
    const target = createTarget();
    target.want('pm', 1);
    await untilState(target, 'failed');
    expect(target.report('pm')?.lastError).toBe(
      'Netlify kennt den Build-Hook dieser Region nicht mehr. Bitte die Technik, bei Netlify einen neuen anzulegen und in NETLIFY_HOOKS einzutragen. Die Website bleibt auf dem letzten guten Stand.',
    );
    expect(written.join()).toContain('NETLIFY_HOOKS as pm=…');
    publish(target);
    await clock.pass(9 * MINUTE);
    expect(pm.hookCalls).toHaveLength(1);
    await clock.pass(HOUR);
    expect(pm.hookCalls.length).toBeLessThanOrEqual(4);
    // Somebody deploys by hand meanwhile.
    pm.live = factsOf('pm', 2, clock.now());
    await untilLive(target, 2);
    expect(target.report('pm')?.lastError).toBeNull();
  });

  it.each([401, 422])('asks seldom when the answer is %i', async (status) => {
    pm.hookFault = { status };
    const target = createTarget();
    target.want('pm', 1);
    await untilState(target, 'failed');
    expect(target.report('pm')?.lastError).toContain(`Antwort ${status}`);
    await clock.pass(9 * MINUTE);
    expect(pm.hookCalls).toHaveLength(1);
  });

  it.each(['hang', 'redirect'] as const)(
    'survives a hook that answers with a %s',
    async (fault) => {
      pm.hookFault = fault;
      const target = createTarget();
      target.want('pm', 1);
      await untilState(target, 'failed');
      expect(target.report('pm')?.lastError).toContain('Netlify ist nicht zu erreichen.');
      // The redirect leads to the hook itself: whoever follows it would call it again and again.
      expect(pm.hookCalls).toHaveLength(1);
      pm.hookFault = null;
      await untilLive(target, 1);
    },
  );

  it('survives that Netlify cannot be reached, and does not tell the address', async () => {
    const address = `http://127.0.0.1:9/build_hooks/${netlify.secrets[0] ?? ''}`;
    const target = createTarget({ hooks: new Map([['pm', address]]) });
    target.want('pm', 1);
    await untilState(target, 'failed');
    expect(target.report('pm')?.lastError).toContain('Netlify ist nicht zu erreichen.');
    expect(written.join()).toContain('could not be asked to build pm');
  });

  it('builds again when a build comes to nothing, and then says that it failed', async () => {
    pm.live = factsOf('pm', 1, clock.now());
    pm.cmsRevision = 2;
    pm.outcome = 'old-content';
    const target = createTarget();
    const startedAt = clock.now();
    target.want('pm', 2);
    await clock.until('the second build', () => history.at(-1)?.attempts === 2);
    expect(clock.now() - startedAt).toBe(15 * MINUTE);
    expect(target.report('pm')).toMatchObject({ state: 'building', liveRevision: 1, attempts: 2 });
    await untilState(target, 'failed');
    expect(clock.now() - startedAt).toBe(30 * MINUTE);
    expect(target.report('pm')?.lastError).toMatch(
      /^Netlify hat den Auftrag angenommen, aber auch nach 15 Minuten zeigt .* noch den alten Stand/,
    );
    // It goes on, less and less often, and comes right by itself.
    await clock.until('five builds', () => pm.builds.length === 5);
    expect(pausesOf(pm.hookCalls).map((pause) => pause / MINUTE)).toEqual([15, 16, 17, 19]);
    pm.outcome = 'green';
    await untilLive(target, 2);
    expect(target.report('pm')).toMatchObject({ lastError: null, attempts: 0 });
  });

  it('builds at once what is published after a build that failed', async () => {
    pm.outcome = 'red';
    const target = createTarget();
    target.want('pm', 1);
    await untilState(target, 'building');
    await clock.pass(BUILD_MS);
    expect(target.report('pm')?.state).toBe('building');
    pm.outcome = 'green';
    const mendedAt = clock.now();
    publish(target);
    await untilLive(target, 2);
    expect(clock.now() - mendedAt).toBeLessThanOrEqual(BUILD_MS + 2 * 3_000);
  });

  it('does not wait for the end of a pause when something new is published', async () => {
    pm.outcome = 'red';
    const target = createTarget();
    target.want('pm', 1);
    await clock.until('a long pause', () => pm.hookCalls.length === 6);
    await untilState(target, 'failed');
    pm.outcome = 'green';
    const mendedAt = clock.now();
    publish(target);
    await clock.until('another build', () => pm.hookCalls.length === 7);
    expect(clock.now()).toBe(mendedAt);
    await untilLive(target, 2);
  });

  it('builds a site that answers HTML, because nothing of the portal is there yet', async () => {
    pm.siteFault = 'html';
    const target = createTarget();
    target.want('pm', 1);
    await untilState(target, 'building');
    await clock.pass(BUILD_MS);
    pm.siteFault = null;
    await untilLive(target, 1);
    expect(pm.hookCalls).toHaveLength(1);
  });

  it.each([
    ['hangs', 'hang'],
    ['is broken', 'error'],
    ['redirects', 'redirect'],
    ['never ends its answer', 'endless'],
  ] as const)('looks three times at a site that %s before it builds', async (_, fault) => {
    pm.live = factsOf('pm', 1, clock.now());
    pm.siteFault = fault;
    const target = createTarget({ limits: { callTimeoutMs: fault === 'hang' ? 150 : 30_000 } });
    target.want('pm', 1);
    await clock.until('two looks', () => pm.looks === 2);
    expect(pm.hookCalls).toEqual([]);
    expect(target.report('pm')).toBeNull();
    await untilState(target, 'building');
    expect(pm.looks).toBe(3);
    expect(target.report('pm')?.lastError).toMatch(/^Die Website .* antwortet nicht wie erwartet/);
    pm.siteFault = null;
    await untilLive(target, 1);
    expect(target.report('pm')?.lastError).toBeNull();
  });

  it('asks for no build because of a short disturbance', async () => {
    pm.live = factsOf('pm', 1, clock.now());
    pm.siteFault = 'error';
    const target = createTarget();
    target.want('pm', 1);
    await clock.until('two looks', () => pm.looks === 2);
    pm.siteFault = null;
    await untilLive(target, 1);
    expect(pm.hookCalls).toEqual([]);
  });

  it('sees past the cache of an edge', async () => {
    pm.live = factsOf('pm', 1, clock.now());
    pm.cached = pm.live;
    const target = createTarget();
    target.want('pm', 1);
    publish(target);
    await untilLive(target, 2);
    expect(pm.hookCalls).toHaveLength(1);
  });

  it('asks for no build because one edge lags behind', async () => {
    pm.live = factsOf('pm', 2, clock.now());
    const target = createTarget();
    target.want('pm', 2);
    await untilLive(target, 2);
    pm.laggingAnswers = [factsOf('pm', 1, 0), factsOf('pm', 1, 0)];
    await clock.pass(2 * MINUTE);
    target.want('pm', 2);
    await clock.until('the edge has caught up', () => pm.laggingAnswers.length === 0);
    await clock.pass(MINUTE);
    expect(pm.hookCalls).toEqual([]);
    expect(target.report('pm')).toMatchObject({ state: 'live', liveRevision: 2 });
  });

  it('brings a site back that was changed at Netlify', async () => {
    pm.live = factsOf('pm', 2, clock.now());
    pm.cmsRevision = 2;
    const target = createTarget();
    target.want('pm', 2);
    await untilLive(target, 2);
    pm.live = factsOf('pm', 1, clock.now());
    await clock.pass(2 * MINUTE);
    target.want('pm', 2);
    await clock.until('a build', () => pm.builds.length === 1);
    await untilLive(target, 2);
  });

  it('says so when a domain leads to another region', async () => {
    pm.siteFault = 'other-region';
    const target = createTarget();
    target.want('pm', 1);
    await clock.until('an error', () => target.report('pm')?.lastError != null);
    expect(target.report('pm')?.lastError).toContain('ist eine andere Region zu sehen');
    expect(target.report('pm')?.liveRevision).toBe(0);
  });

  it('does not let one region wait for another', async () => {
    pm.hookFault = { status: 404 };
    const target = createTarget();
    target.want('pm', 1);
    target.want('tf', 1);
    await untilLive(target, 1, 'tf');
    expect(target.report('pm')?.state).toBe('failed');
  });

  it('says what is missing for a region without a hook', () => {
    const target = createTarget();
    target.want('hvl', 1);
    expect(target.has('hvl')).toBe(false);
    expect(target.report('hvl')).toMatchObject({ state: 'failed', liveRevision: 0 });
    expect(target.report('hvl')?.lastError).toContain('NETLIFY_HOOKS');
  });

  it('works on the clock of the computer, and ends at once in the middle of a pause', async () => {
    const target = createTarget({ clock: systemClock, limits: { pollMs: 20 } });
    target.want('pm', 1);
    await waitFor('a build', () => pm.hookCalls.length === 1);
    pm.live = factsOf('pm', 1, Date.now());
    await waitFor('it is live', () => target.report('pm')?.state === 'live');
    pm.hookFault = { status: 404 };
    target.want('pm', 2);
    await waitFor('a long pause', () => target.report('pm')?.state === 'failed');
    const askedAt = performance.now();
    await target.stop();
    expect(performance.now() - askedAt).toBeLessThan(1_000);
  });

  it('ends at once, in the middle of a call', async () => {
    pm.siteFault = 'hang';
    const target = createTarget({ limits: { callTimeoutMs: 30_000 } });
    target.want('pm', 1);
    await waitFor('the call is under way', () => pm.looks === 1);
    const askedAt = performance.now();
    await target.stop();
    expect(performance.now() - askedAt).toBeLessThan(1_000);
    target.want('pm', 2);
    await setTimeout(50);
    expect(pm.looks).toBe(1);
    expect(pm.hookCalls).toEqual([]);
  });

  it('leaves a region alone that it is told to forget', async () => {
    pm.hookFault = { status: 500 };
    const target = createTarget();
    target.want('pm', 1);
    await untilState(target, 'failed');
    await target.forget('pm');
    const { looks } = pm;
    await clock.pass(HOUR);
    expect(pm.looks).toBe(looks);
    expect(target.report('pm')).toBeNull();
    pm.hookFault = null;
    target.want('pm', 1);
    await untilLive(target, 1);
  });

  it('goes on when the one who listens to changes fails', async () => {
    let calls = 0;
    const target = createTarget({
      onChange: () => {
        calls += 1;
        if (calls === 1) throw new Error('The listener failed.');
      },
    });
    target.want('pm', 1);
    await waitFor('the failure is written down', () => written.join().includes('listener failed'));
    target.want('pm', 1);
    await untilLive(target, 1);
    expect(pm.hookCalls).toHaveLength(1);
  });
});
