import { describe, expect, it } from 'vitest';
import type { Price } from '../contract/index.ts';
import { formatNonprofitPrice, formatPrice } from './price.ts';

const price = (values: Partial<Price>): Price => ({
  kind: 'fee',
  amount: null,
  unit: null,
  amountNonprofit: null,
  ...values,
});
const NBSP = '\u00a0';

describe('formatPrice', () => {
  it.each([
    [price({ kind: 'free' }), 'Kostenfrei'],
    [price({ kind: 'swap' }), 'Im Tausch'],
    [price({ kind: 'fee' }), 'Preis nach Aufwand'],
    [price({ kind: 'negotiable' }), 'Nach Vereinbarung'],
    [price({ amount: 68, unit: 'hour' }), `68${NBSP}€ je Stunde`],
    [price({ amount: 1400.5, unit: 'sqm-month' }), `1.400,50${NBSP}€ je m² und Monat`],
    [price({ amount: 0.35, unit: 'kwh' }), `0,35${NBSP}€ je kWh`],
    [price({ amount: 250, unit: null }), `250${NBSP}€`],
    [
      price({ kind: 'negotiable', amount: 4000, unit: 'share' }),
      `4.000${NBSP}€ je Anteil, verhandelbar`,
    ],
  ])('writes %o as “%s”', (value, words) => {
    expect(formatPrice(value)).toBe(words);
  });
});

describe('formatNonprofitPrice', () => {
  it('is null where non-profits pay the same', () => {
    expect(formatNonprofitPrice(price({ amount: 10, unit: 'day' }))).toBeNull();
  });

  it('tells a reduced price from a waived one', () => {
    expect(formatNonprofitPrice(price({ unit: 'day', amountNonprofit: 5 }))).toBe(
      `5${NBSP}€ je Tag`,
    );
    expect(formatNonprofitPrice(price({ unit: 'day', amountNonprofit: 0 }))).toBe('Kostenfrei');
  });
});
