import { describe, expect, it } from 'vitest';
import { addDays, formatAvailability, formatDay, formatShortDay } from './dates.ts';

describe('days', () => {
  it('are written as Germans write them', () => {
    expect(formatDay('2026-03-09')).toBe('9. März 2026');
    expect(formatShortDay('2026-03-09')).toBe('09.03.2026');
  });

  it('are refused when they are none', () => {
    expect(() => formatDay('2026-3-9')).toThrow('2026-3-9');
    expect(() => formatDay('2026-13-01')).toThrow(RangeError);
  });

  it('are counted across the end of a year and the change of the clocks', () => {
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
    expect(addDays('2026-03-28', 2)).toBe('2026-03-30');
    expect(addDays('2026-03-01', -1)).toBe('2026-02-28');
  });
});

describe('formatAvailability', () => {
  it.each([
    [null, null, 'ab sofort'],
    ['2026-05-01', null, 'ab 1. Mai 2026'],
    [null, '2026-06-03', 'bis 3. Juni 2026'],
    ['2026-05-01', '2026-06-03', '1. Mai 2026 bis 3. Juni 2026'],
  ])('says %s to %s as “%s”', (from, until, words) => {
    expect(formatAvailability(from, until)).toBe(words);
  });
});
