import { describe, expect, it } from 'vitest';
import { problemsOfListing, problemsOfPublishing } from './listing-rules';

const price = (kind: string, amount: number | null = null, unit: string | null = null) => ({
  kind,
  amount,
  unit,
  amountNonprofit: null,
});
const pathsOf = (values: object) =>
  problemsOfListing({ ...values }).map(({ path }) => path.join('.'));

describe('the price of a listing', () => {
  it.each([
    ['give', price('free')],
    ['lend', price('free')],
    ['time', price('free')],
    ['donate', price('free')],
    ['swap', price('swap')],
    ['rent', price('fee', 10, 'day')],
    ['rent', price('fee')],
    ['rent', price('negotiable')],
    ['coinvest', price('negotiable', 500, 'share')],
    ['share', price('fee', 0.5, 'kwh')],
    ['share', price('swap')],
  ])('of the mode %s may be %j', (mode, good) => {
    expect(pathsOf({ mode, price: good })).toEqual([]);
  });

  it.each([
    ['give', price('fee', 5, 'piece'), 'price.kind'],
    ['lend', price('negotiable'), 'price.kind'],
    ['swap', price('free'), 'price.kind'],
    ['rent', price('free'), 'price.kind'],
    ['coinvest', price('fee', 1, 'share'), 'price.kind'],
    ['give', price('free', 5, 'piece'), 'price.amount'],
    ['rent', price('fee', 5), 'price.unit'],
    ['rent', price('fee', null, 'day'), 'price.unit'],
    ['rent', { ...price('fee'), amountNonprofit: 3 }, 'price.amountNonprofit'],
  ])('of the mode %s cannot be %j', (mode, bad, path) => {
    expect(pathsOf({ mode, price: bad })).toEqual([path]);
  });

  it('names what fits in the words of the form', () => {
    const [problem] = problemsOfListing({ mode: 'rent', price: price('free') });
    expect(problem?.message).toBe(
      'Zu „Mieten“ passt als Preis nur „gegen Entgelt“ oder „nach Vereinbarung“.',
    );
  });

  it('is not judged while the mode is open', () => {
    expect(pathsOf({ price: price('fee', 5, 'day') })).toEqual([]);
  });
});

describe('the period of a listing', () => {
  it('may be one day or open', () => {
    expect(pathsOf({ availableFrom: '2026-05-01', availableUntil: '2026-05-01' })).toEqual([]);
    expect(pathsOf({ availableFrom: '2026-05-01', availableUntil: null })).toEqual([]);
  });

  it('does not end before it begins', () => {
    expect(pathsOf({ availableFrom: '2026-05-02', availableUntil: '2026-05-01' })).toEqual([
      'availableUntil',
    ]);
  });

  it('is made of days that exist', () => {
    expect(pathsOf({ availableFrom: '2026-02-30', endsOn: 'bald' })).toEqual([
      'availableFrom',
      'endsOn',
    ]);
  });
});

describe('publishing a listing', () => {
  it('is possible up to its last day', () => {
    expect(problemsOfPublishing({ endsOn: '2026-05-01' }, '2026-05-01')).toEqual([]);
    expect(problemsOfPublishing({ endsOn: null }, '2026-05-01')).toEqual([]);
  });

  it('is refused after its last day, with the day in the message', () => {
    const [problem] = problemsOfPublishing({ endsOn: '2026-04-30' }, '2026-05-01');
    expect(problem?.path).toEqual(['endsOn']);
    expect(problem?.message).toContain('30.4.2026');
  });
});
