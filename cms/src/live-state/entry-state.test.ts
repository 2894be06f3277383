import { describe, expect, it } from 'vitest';
import { type EntryFacts, type LoggedChange, stateOfEntry } from './entry-state';
import { type StoredReport } from './stored-report';

const AT = new Date('2026-11-24T13:00:00Z');
const LIVE_AT = new Date('2026-11-24T13:00:01Z');

const report: StoredReport = {
  cmsRevision: 10,
  liveRevision: 10,
  state: 'live',
  releaseId: '10-a',
  deployedAt: LIVE_AT.toISOString(),
  lastError: null,
  quarantine: [],
  pinnedRelease: null,
  refusal: null,
  releases: [],
  publishToLiveMs: 600,
  origin: 'http://pm.localhost:4321',
};

const change = (revision: number, operation = 'publish'): LoggedChange => ({
  revision,
  operation,
  at: AT,
  liveAt: LIVE_AT,
});

const live: EntryFacts = {
  isPublished: true,
  newest: change(10),
  shown: change(10),
  endedOn: null,
  quarantine: null,
  report,
  isPublisherSilent: false,
};

describe('an entry', () => {
  it('is live since the moment that the log has noted', () => {
    expect(stateOfEntry(live)).toMatchObject({ state: 'live', since: LIVE_AT, isOnSite: true });
  });

  it('is live since its change when nobody has noted the moment', () => {
    const facts = { ...live, newest: { ...change(10), liveAt: null } };
    expect(stateOfEntry(facts)).toMatchObject({ state: 'live', since: AT });
  });

  it('is live without a moment when the log reaches no further back', () => {
    const facts = { ...live, newest: null, shown: null };
    expect(stateOfEntry(facts)).toMatchObject({ state: 'live', since: null, isOnSite: true });
  });

  it('whose last day is over has left the site', () => {
    const facts = { ...live, endedOn: '2026-11-20' };
    expect(stateOfEntry(facts)).toMatchObject({ state: 'ended', isOnSite: false });
  });

  it('still shows its earlier version while a new one is refused', () => {
    const refusal = { revision: 11, problems: [{ message: 'Zu wenig.' }], mayAccept: true };
    const facts: EntryFacts = {
      ...live,
      newest: change(11),
      report: { ...report, cmsRevision: 11, state: 'failed', refusal },
    };
    expect(stateOfEntry(facts)).toEqual({
      state: 'refused',
      since: AT,
      reasons: ['Zu wenig.'],
      isOnSite: true,
    });
  });

  it('is not refused by what was said about an earlier revision', () => {
    const refusal = { revision: 11, problems: [], mayAccept: true };
    const facts: EntryFacts = {
      ...live,
      newest: change(12),
      report: { ...report, cmsRevision: 12, state: 'queued', refusal },
    };
    expect(stateOfEntry(facts)).toMatchObject({ state: 'waiting' });
  });

  it('is visible until its withdrawal is live', () => {
    const facts = { ...live, isPublished: false, newest: change(11, 'unpublish') };
    expect(stateOfEntry(facts)).toMatchObject({ state: 'waiting', isOnSite: true });
    const done = { ...facts, report: { ...report, liveRevision: 11 }, shown: facts.newest };
    expect(stateOfEntry(done)).toMatchObject({ state: 'withdrawn', isOnSite: false });
  });

  it('is on no site before the first release', () => {
    const facts = { ...live, report: { ...report, releaseId: null, liveRevision: 0 } };
    expect(stateOfEntry(facts)).toMatchObject({ state: 'waiting', isOnSite: false });
  });
});
