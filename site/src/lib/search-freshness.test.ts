import { describe, expect, it } from 'vitest';
import { freshness } from './search-freshness.ts';

describe('freshness', () => {
  it('falls with age, ever more slowly, and never by much', () => {
    const [now = 0, month = 0, year = 0, ages = 0] = [0, 30, 365, 36_500].map(freshness);
    expect(now).toBe(1);
    expect(month).toBeLessThan(now);
    expect(year).toBeLessThan(month);
    expect(ages).toBeGreaterThanOrEqual(0.98);
  });

  it('leaves alone what has no age', () => {
    expect(freshness(null)).toBe(1);
  });
});
