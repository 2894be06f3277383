import { describe, expect, it } from 'vitest';
import { queryTermsOf } from './german/analyse.ts';
import { planSearch, type AskedWord, type KnownTerms } from './search-plan.ts';
import { editDistance, nearestTerm, type KnownTerm } from './search-vocabulary.ts';

/** An index of documents, each as the words of its text. */
function indexOf(texts: readonly string[], places: readonly string[] = []) {
  const documents = texts.map((text) => new Set(queryTermsOf(text)));
  const counts = new Map<string, number>();
  for (const terms of documents)
    for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1);
  const known: KnownTerms = {
    total: texts.length,
    terms: [...counts].map(([term, count]) => [term, count, term] as const),
    places: new Set(places.flatMap(queryTermsOf)),
  };
  const has =
    (terms: ReadonlySet<string>) =>
    ({ term, isPrefix }: AskedWord) =>
      isPrefix ? [...terms].some((other) => other.startsWith(term)) : terms.has(term);
  return {
    count: (words: readonly AskedWord[]) =>
      Promise.resolve(documents.filter((terms) => words.every(has(terms))).length),
    known: () => Promise.resolve(known),
  };
}

const INDEX = indexOf(
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
const asked = async (text: string) =>
  (await planSearch(text, INDEX)).words.map(({ term, isPrefix }) => (isPrefix ? `${term}*` : term));

describe('a search', () => {
  it.each([
    ['asks for all its words', 'Gabelstapler in Teltow', ['gabelstapl', 'teltow']],
    ['knows other forms', 'die Anhängers', ['anhang']],
    ['splits what nobody has as one word', 'Lagerhalle', ['lag', 'hall']],
    ['takes the last word for a beginning', 'gabelst', ['gabelst*']],
    ['takes a mistyped word for the nearest', 'Gabelstapeler', ['gabelstapl']],
    ['lets the place go first', 'Kran Beelitz', ['kran']],
    ['lets go what is everywhere', 'Anhänger mieten', ['anhang']],
    ['finds nothing where only what is everywhere is left', 'Einhorn mieten', []],
    ['finds nothing for a strange thing at a known place', 'Einhorn', []],
    ['asks for nothing where nothing is said', 'und oder', []],
    ['asks for nothing of signs', '.*+?^${}()|[]\\ 🚜 "', []],
  ])('%s', async (_what, text, words) => {
    expect(await asked(text)).toEqual(words);
  });

  it('tells a hopeless search from one that says nothing', async () => {
    expect((await planSearch('Einhorn', INDEX)).isHopeless).toBe(true);
    expect((await planSearch('und', INDEX)).isHopeless).toBe(false);
  });

  it('names what it took a word for, as it was typed', async () => {
    const { corrections } = await planSearch('GABELSTAPELER', INDEX);
    expect(corrections).toEqual([{ from: 'GABELSTAPELER', to: 'gabelstapl' }]);
  });

  it('of ten thousand letters ends soon', async () => {
    const startedAt = performance.now();
    await planSearch('Stapler '.repeat(1_250), INDEX);
    await planSearch('x'.repeat(10_000), INDEX);
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

  const vocabulary: KnownTerm[] = [
    ['kran', 2, 'Kran'],
    ['krank', 9, 'krank'],
    ['saal', 1, 'Saal'],
  ];
  it.each([
    ['karn', 'kran'],
    ['kra', undefined],
    ['zaal', undefined],
    ['salz', undefined],
  ])('makes of %s %s', (word, term) => {
    expect(nearestTerm(word, vocabulary)?.[0]).toBe(term);
  });
});
