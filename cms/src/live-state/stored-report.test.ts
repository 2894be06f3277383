import { expect, it } from 'vitest';
import { parseReport } from './stored-report';

const old = {
  cmsRevision: 7,
  liveRevision: 7,
  state: 'live',
  releaseId: '7-a',
  deployedAt: '2026-11-24T13:00:00.000Z',
  lastError: null,
  quarantine: [],
};

it('a report of a publisher that is older than the CMS is understood as far as it goes', () => {
  expect(parseReport(old)).toEqual({
    ...old,
    pinnedRelease: null,
    refusal: null,
    releases: [],
    publishToLiveMs: null,
    origin: null,
  });
});

it.each([null, undefined, 'x', {}, { ...old, state: 'unheard-of' }])(
  'nothing is made up from %o',
  (stored) => {
    expect(parseReport(stored)).toBeNull();
  },
);
