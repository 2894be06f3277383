import { describe, expect, it } from 'vitest';
import { lightnessOf, mix, withLightness } from './colour.ts';

describe('mix', () => {
  it('gives the ends themselves at 0 and 1', () => {
    expect(mix('#00594f', '#f2a900', 0)).toBe('#00594f');
    expect(mix('#00594f', '#f2a900', 1)).toBe('#f2a900');
  });

  it('steps evenly for the eye', () => {
    const middle = lightnessOf(mix('#1b4f8f', '#ffffff', 0.5));
    expect(middle).toBeCloseTo((lightnessOf('#1b4f8f') + 1) / 2, 2);
  });

  it('refuses what is not a colour', () => {
    expect(() => mix('green', '#ffffff', 0.5)).toThrow('“green” is not a colour');
  });
});

it('withLightness keeps a colour inside the range that screens show', () => {
  expect(withLightness('#f2a900', 0.99, 2)).toMatch(/^#[0-9a-f]{6}$/);
  expect(lightnessOf(withLightness('#6b2d5c', 0.8, 0.5))).toBeCloseTo(0.8, 2);
});
