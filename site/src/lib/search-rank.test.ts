import { describe, expect, it } from 'vitest';
import { rank } from './search-rank.ts';

const word = (weight: number) => ({ terms: ['x'], isPrefix: false, weight });
const plain = () => 1;

describe('ranking', () => {
  it('puts what answers all words first, however well one of them is answered elsewhere', () => {
    const scores = [
      new Map([
        ['both', 1],
        ['one', 9],
      ]),
      new Map([['both', 1]]),
    ];
    expect(rank([word(1), word(1)], scores, plain)[0]).toBe('both');
  });

  it('leaves out what answers much less than the best', () => {
    const scores = [
      new Map([['thing', 1]]),
      new Map([
        ['thing', 1],
        ['place', 5],
      ]),
    ];
    expect(rank([word(3), word(1)], scores, plain)).toEqual(['thing']);
  });

  it('shows what there is where nothing answers all', () => {
    const scores = [new Map([['a', 1]]), new Map([['b', 1]])];
    expect(rank([word(1), word(1)], scores, plain)).toEqual(['a', 'b']);
  });

  it('lowers what cannot be had any more', () => {
    const scores = [
      new Map([
        ['gone', 5],
        ['there', 5],
      ]),
    ];
    expect(rank([word(1)], scores, (id) => (id === 'gone' ? 0.75 : 1))).toEqual(['there', 'gone']);
  });

  it('takes as many documents as there may be', () => {
    const many = new Map(Array.from({ length: 200_000 }, (_, id) => [`d${id}`, 1]));
    expect(rank([word(1)], [many], plain)).toHaveLength(200_000);
  });

  it('is the same each time for equals, and empty for nothing', () => {
    const scores = [
      new Map([
        ['b', 1],
        ['a', 1],
      ]),
    ];
    expect(rank([word(1)], scores, plain)).toEqual(['a', 'b']);
    expect(rank([word(1)], [new Map()], plain)).toEqual([]);
    expect(rank([], [], plain)).toEqual([]);
  });
});
