import { describe, expect, it } from 'vitest';
import { queryTermsOf } from './german/analyse.ts';
import { planSearch } from './search-plan.ts';
import { editDistance, nearestTerm, Vocabulary, VocabularyWriter } from './search-vocabulary.ts';

/** The vocabulary of documents, each with its words in its title. */
function vocabularyOf(texts: readonly string[], places: readonly string[]): Vocabulary {
  const writer = new VocabularyWriter();
  for (const text of texts) {
    const title = queryTermsOf(text);
    const terms = { title, named: [], near: [], around: [], need: [], text: [] };
    writer.add(
      terms,
      places.filter((place) => text.includes(place)).flatMap(queryTermsOf),
      text.split(' '),
    );
  }
  return new Vocabulary(writer.file());
}

const VOCABULARY = vocabularyOf(
  [
    'Gabelstapler Teltow mieten',
    'Lager Halle Teltow mieten',
    'Anhänger Beelitz leihen',
    'Zelt Beelitz mieten',
    'Kran Werder mieten',
    'Saal Werder mieten',
  ],
  ['Teltow', 'Beelitz', 'Werder'],
);
const asked = (text: string) => {
  const { words, isHopeless } = planSearch(text, VOCABULARY);
  return isHopeless
    ? 'nothing'
    : words.map(({ terms, isPrefix }) => terms.join('+') + (isPrefix ? '*' : '')).join(' ');
};
const weightsOf = (text: string) => planSearch(text, VOCABULARY).words.map(({ weight }) => weight);

describe('a search', () => {
  it.each([
    ['asks for all its words', 'Gabelstapler in Teltow', 'gabelstapl teltow'],
    ['knows other forms', 'die Anhängers', 'anhang'],
    ['splits what nobody has as one word', 'Lagerhalle', 'lag+hall'],
    ['takes the last word for a beginning', 'gabelst', 'gabelst*'],
    ['takes a mistyped word for the nearest', 'Gabelstapeler', 'gabelstapl'],
    ['finds nothing where only what is everywhere is left', 'Einhorn mieten', 'nothing'],
    ['finds nothing where only a place is left', 'Einhorn Teltow', 'nothing'],
    ['finds nothing for what nobody has', 'Einhorn', 'nothing'],
    ['asks for nothing where nothing is said', 'und oder', ''],
    ['asks for nothing of signs', '.*+?^${}()|[]\\ 🚜 "', ''],
  ])('%s', (_what, text, words) => {
    expect(asked(text)).toBe(words);
  });

  it('gives more weight to what is rare than to a place, or to how it is to be had', () => {
    const [thing = 0, place = 0] = weightsOf('Gabelstapler Teltow');
    expect(thing).toBeGreaterThan(place);
    const [way = 0, other = 0] = weightsOf('mieten Gabelstapler');
    expect(other).toBeGreaterThan(way);
  });

  it('names what it took a word for, as it was typed', () => {
    expect(planSearch('GABELSTAPELER', VOCABULARY).corrections).toEqual([
      { from: 'GABELSTAPELER', to: 'Gabelstapler' },
    ]);
  });

  it('that finds nothing names no word that it would show instead', () => {
    const plan = planSearch('Einhorn Beelizt', VOCABULARY);
    expect(plan.isHopeless).toBe(true);
    expect(plan.corrections).toEqual([]);
  });

  it('of ten thousand letters ends soon', () => {
    const startedAt = performance.now();
    planSearch('Stapler '.repeat(1_250), VOCABULARY);
    planSearch('x'.repeat(10_000), VOCABULARY);
    expect(performance.now() - startedAt).toBeLessThan(1_000);
  });
});

describe('the distance of two words', () => {
  it.each([
    ['kran', 'kran', 0],
    ['kran', 'karn', 1],
    ['kran', 'krann', 1],
    ['kran', 'kan', 1],
    ['kran', 'bran', 1],
    ['stapler', 'satpelr', 2],
  ])('of %s and %s is %i', (a, b, distance) => {
    expect(editDistance(a, b, 3)).toBe(distance);
    expect(editDistance(b, a, 3)).toBe(distance);
  });

  it.each([
    ['karn', 'kran'],
    ['kra', undefined],
    ['zaal', undefined],
    ['salz', undefined],
    ['3000', undefined],
  ])('makes of %s %s', (word, term) => {
    expect(nearestTerm(word, VOCABULARY)?.name).toBe(term);
  });
});
