import { describe, expect, it } from 'vitest';
import { durationText, momentText } from './times';

const now = new Date(2026, 10, 24, 18, 0);
const at = (...parts: [number, number, number, number, number]) => new Date(...parts).toISOString();

describe('a moment', () => {
  it.each([
    [at(2026, 10, 24, 14, 3), '14:03'],
    [at(2026, 10, 23, 14, 3), '23.11., 14:03'],
    [at(2025, 11, 31, 9, 5), '31.12.2025, 09:05'],
  ])('%s reads „%s“', (iso, text) => {
    expect(momentText(iso, now)).toBe(text);
  });
});

describe('a duration', () => {
  it.each([
    [600, '0,6 s'],
    [1000, '1 s'],
    [14_400, '14 s'],
    [180_000, '3 min'],
  ])('of %i ms reads „%s“', (milliseconds, text) => {
    expect(durationText(milliseconds)).toBe(text);
  });
});
