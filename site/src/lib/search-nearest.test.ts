import { describe, expect, it } from 'vitest';
import { foldWord } from './german/fold.ts';
import { stemWord } from './german/stem.ts';
import { nearestTerm, typingDistance } from './search-nearest.ts';
import { Vocabulary } from './search-vocabulary.ts';

const named = [
  'Gabelstapler',
  'Wohnmobil',
  'Fähre',
  'Flyer',
  'Kran',
  'Reste',
  'Januar',
  'Feuerwehr',
  'Wäsche',
];
const VOCABULARY = new Vocabulary({
  total: 9,
  terms: [
    ...named.map((word): [string, number, 1, string] => [stemWord(word), 1, 1, word]),
    [stemWord('Motorfräse'), 1, 1, ''],
    [stemWord('Schlüssel'), 1, 0, ''],
  ],
  places: [],
});
const nearest = (word: string) => nearestTerm(foldWord(word), VOCABULARY)?.known.form;

describe('a mistyped word', () => {
  it.each([
    ['Gabelstabler', 'Gabelstapler'],
    ['Gablestapler', 'Gabelstapler'],
    ['Gabelstaplr', 'Gabelstapler'],
    ['Fabelstapler', 'Gabelstapler'],
    ['Wohnmobiel', 'Wohnmobil'],
    ['Wonmobil', 'Wohnmobil'],
    ['Fehre', 'Fähre'],
    ['Vähre', 'Fähre'],
    ['Flier', 'Flyer'],
    ['Weschen', 'Wäsche'],
    ['Krahn', 'Kran'],
  ])('%s is taken for %s', (typed, meant) => {
    expect(nearest(typed)).toBe(meant);
  });

  it.each([
    ['Rente', 'which is another word'],
    ['Jaguar', 'which is another word'],
    ['Motorrad', 'which is another word'],
    ['Schlüsel', 'which a text says only by the way'],
    ['Kra', 'which is too short'],
    ['Gabelstapler3', 'which has a number'],
  ])('%s is none, %s', (typed) => {
    expect(nearest(typed)).toBeUndefined();
  });
});

describe('the distance of two words', () => {
  it.each([
    ['kran', 'kran', 0],
    ['kran', 'karn', 0.7],
    ['kran', 'krann', 0.4],
    ['stul', 'stuhl', 0.4],
    ['kran', 'kan', 0.8],
    ['kran', 'grab', 1.2],
    ['kran', 'kram', 0.5],
  ])('of %s and %s is %d', (a, b, distance) => {
    expect(typingDistance(a, b, 3)).toBeCloseTo(distance);
    expect(typingDistance(b, a, 3)).toBeCloseTo(distance);
  });
});
