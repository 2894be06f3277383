import { describe, expect, it } from 'vitest';
import { backoffMs } from './backoff.ts';

const backoff = { firstMs: 1_000, longestMs: 5_000 };

describe('the pause between attempts', () => {
  it('doubles up to a limit', () => {
    const pauses = [1, 2, 3, 4, 2_000].map((attempt) => backoffMs(backoff, attempt, () => 0.5));
    expect(pauses).toEqual([1_000, 2_000, 4_000, 5_000, 5_000]);
  });

  it('has a random part', () => {
    expect(backoffMs(backoff, 1, () => 0)).toBe(500);
    expect(backoffMs(backoff, 1, () => 1)).toBe(1_500);
  });
});
