import { expect, it } from 'vitest';
import { isForgotten } from './silence';
import { parseReport, type SiteStanding } from './stored-report';

const since = new Date('2026-11-24T13:00:00Z');
const later = (minutes: number) => new Date(since.getTime() + minutes * 60_000);

/** A site at revision 8 whose publisher has seen the CMS at another one. */
function standing(cmsRevision: number | null): SiteStanding {
  const report = parseReport({
    cmsRevision,
    liveRevision: 7,
    state: 'queued',
    releaseId: '7-a',
    deployedAt: null,
    lastError: null,
    quarantine: [],
  });
  return { slug: 'pm', revision: 8, report, origin: 'http://pm.localhost:4321' };
}

it('a change that the publisher knows of may wait as long as its queue is', () => {
  expect(isForgotten(standing(8), { revision: 8, since }, later(60))).toBe(false);
});

it('a change that nobody has reported on is forgotten after two minutes', () => {
  for (const known of [7, null]) {
    expect(isForgotten(standing(known), { revision: 8, since }, later(1))).toBe(false);
    expect(isForgotten(standing(known), { revision: 8, since }, later(3))).toBe(true);
  }
});
