import { describe, expect, it } from 'vitest';
import { queryTermsOf } from './german/analyse.ts';
import { planSearch } from './search-plan.ts';
import { Vocabulary, VocabularyWriter } from './search-vocabulary.ts';

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
    ['knows forms of verbs', 'gemietetes Zelt', 'miet zelt'],
    ['splits what nobody has as one word', 'Lagerhalle', 'lag+hall'],
    ['leaves out what one does with a thing', 'Anhängerverleih', 'anhang'],
    ['joins what was written as two words', 'Gabel Stapler', 'gabelstapl'],
    ['takes a slip in a long word for one', 'Gabellstapler', 'gabelstapl'],
    ['takes no other word for a slip', 'Salz', 'nothing'],
    ['takes the last word for a beginning', 'gabelst', 'gabelst*'],
    ['takes a mistyped word for the nearest', 'Gabelstapeler', 'gabelstapl'],
    ['finds nothing where only what is everywhere is left', 'Einhorn mieten', 'nothing'],
    ['finds nothing where only a place is left', 'Einhorn Teltow', 'nothing'],
    ['finds nothing for what nobody has', 'Einhorn', 'nothing'],
    ['asks for nothing that is not wanted', 'Zelt ohne Anhänger in Beelitz', 'zelt beelitz'],
    ['asks for what is not wanted if that is all', 'ohne Anhänger', 'anhang'],
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

  it.each([
    ['wohin mit dem Zelt', 'request'],
    ['Zelt spenden', 'request'],
    ['wo kann ich ein Zelt leihen', 'offer'],
    ['ich brauche einen Saal', 'offer'],
    ['Zelt', null],
  ])('“%s” is after %s', (text, kind) => {
    expect(planSearch(text, VOCABULARY).wanted).toBe(kind);
  });

  it('of ten thousand letters ends soon', () => {
    const startedAt = performance.now();
    planSearch('Stapler '.repeat(1_250), VOCABULARY);
    planSearch('x'.repeat(10_000), VOCABULARY);
    expect(performance.now() - startedAt).toBeLessThan(1_000);
  });
});
