import { describe, expect, it } from 'vitest';
import { berlinDay } from './berlin-day.ts';

describe('the day in Berlin', () => {
  it.each([
    ['2026-07-31T21:59:59Z', '2026-07-31'],
    ['2026-07-31T22:00:00Z', '2026-08-01'],
    ['2026-12-31T22:59:59Z', '2026-12-31'],
    ['2026-12-31T23:00:00Z', '2027-01-01'],
    ['2026-03-29T00:59:59Z', '2026-03-29'],
    ['2026-10-24T22:00:00Z', '2026-10-25'],
    ['2026-10-25T23:00:00Z', '2026-10-26'],
    ['2028-02-28T23:00:00Z', '2028-02-29'],
  ])('at %s is %s', (moment, day) => {
    expect(berlinDay(new Date(moment))).toBe(day);
  });
});
