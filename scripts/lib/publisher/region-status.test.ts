import { describe, expect, it } from 'vitest';
import { RegionStatus } from './region-status.ts';

const failed = (message: string, target: string) => ({ message, target, refusal: null });

describe('a region that fails', () => {
  it('is tried again later each time, up to five minutes', () => {
    const status = new RegionStatus('http://pm.localhost:4321');
    const delays = Array.from({ length: 10 }, () => {
      status.fail(failed('x', '7 2026-11-24'), 0, () => 0.5);
      return status.failure?.retryAt;
    });
    expect(delays).toEqual([
      2_000, 4_000, 8_000, 16_000, 32_000, 64_000, 128_000, 256_000, 300_000, 300_000,
    ]);
  });

  it('begins anew with the next revision', () => {
    const status = new RegionStatus('http://pm.localhost:4321');
    for (let attempt = 0; attempt < 5; attempt += 1) status.fail(failed('x', '7'), 0, () => 0.5);
    status.fail(failed('x', '8'), 0, () => 0.5);
    expect(status.failure?.retryAt).toBe(2_000);
  });

  it('waits for a random part of the time', () => {
    const status = new RegionStatus('http://pm.localhost:4321');
    status.fail(failed('x', '7'), 1_000, () => 0);
    expect(status.failure?.retryAt).toBe(2_000);
    status.failure = null;
    status.fail(failed('x', '7'), 1_000, () => 1);
    expect(status.failure).toMatchObject({ retryAt: 4_000 });
  });

  it('says so, unless it is being built again', () => {
    const status = new RegionStatus('http://pm.localhost:4321');
    expect(status.report(null).state).toBe('queued');
    status.fail(failed('kaputt', '7'), 0, () => 0);
    expect(status.report(null)).toMatchObject({ state: 'failed', lastError: 'kaputt' });
    status.phase = 'building';
    expect(status.report('CMS weg')).toMatchObject({ state: 'building', lastError: 'kaputt' });
    status.failure = null;
    expect(status.report('CMS weg').lastError).toBe('CMS weg');
  });
});

describe('changes that follow one another', () => {
  const begun = () => {
    const status = new RegionStatus('http://pm.localhost');
    status.noteRevision(1, 0);
    return status;
  };

  it('wait for nothing when there is one', () => {
    const status = begun();
    status.noteRevision(2, 10_000);
    expect(status.holdUntil).toBe(0);
    status.noteRevision(3, 11_000);
    expect(status.holdUntil).toBe(0);
  });

  it('wait from the second on until no more come', () => {
    const status = begun();
    status.noteRevision(2, 10_000);
    status.noteRevision(3, 10_300);
    expect(status.holdUntil).toBe(11_100);
    status.noteRevision(3, 10_400);
    expect(status.holdUntil).toBe(11_100);
    status.noteRevision(4, 10_600);
    expect(status.holdUntil).toBe(11_400);
  });

  it('count from the moment that a hint tells of them, however late they are compared', () => {
    const status = begun();
    status.noteAnnounced(2, 10_000);
    status.noteRevision(2, 10_020);
    expect(status.holdUntil).toBe(0);
    status.noteAnnounced(3, 10_300);
    status.noteAnnounced(4, 10_600);
    // The comparison waited behind other work.
    status.noteRevision(4, 11_900);
    expect(status.holdUntil).toBe(11_400);
    status.noteAnnounced(5, 12_300);
    status.noteRevision(5, 12_310);
    expect(status.holdUntil).toBe(0);
  });

  it('are not held by hints that come late or twice', () => {
    const status = begun();
    status.noteRevision(3, 10_000);
    status.noteAnnounced(2, 10_200);
    status.noteAnnounced(3, 10_300);
    expect(status.holdUntil).toBe(0);
  });

  it('wait no longer than two and a half seconds in a stream without end', () => {
    const status = begun();
    for (let revision = 2; revision < 40; revision += 1) {
      status.noteRevision(revision, 10_000 + revision * 100);
    }
    // The stream's second change came at 10,300.
    expect(status.holdUntil).toBe(12_800);
  });
});
