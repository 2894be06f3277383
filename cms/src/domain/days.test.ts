import { describe, expect, it } from 'vitest';
import { addDays, dayInBerlin, germanDay, isDay } from './days';

describe('days', () => {
  it('begin at midnight in Berlin, in winter and in summer', () => {
    expect(dayInBerlin(new Date('2026-01-31T22:59:59Z'))).toBe('2026-01-31');
    expect(dayInBerlin(new Date('2026-01-31T23:00:00Z'))).toBe('2026-02-01');
    expect(dayInBerlin(new Date('2026-07-31T22:00:00Z'))).toBe('2026-08-01');
  });

  it('are counted across the change of the clocks, leap days and years', () => {
    expect(addDays('2026-03-28', 2)).toBe('2026-03-30');
    expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
    expect(addDays('2026-11-24', 90)).toBe('2027-02-22');
    expect(addDays('2026-01-01', -1)).toBe('2025-12-31');
  });

  it('exist in the calendar', () => {
    expect(isDay('2028-02-29')).toBe(true);
    expect(isDay('2026-02-29')).toBe(false);
    expect(isDay('2026-2-1')).toBe(false);
    expect(isDay('morgen')).toBe(false);
  });

  it('are written the German way in messages', () => {
    expect(germanDay('2026-03-09')).toBe('9.3.2026');
  });
});
