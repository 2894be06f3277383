import { expect, it } from 'vitest';
import type { VocabularyFile } from './search-vocabulary.ts';
import { packVocabulary, unpackVocabulary } from './vocabulary-packing.ts';

const VOCABULARY: VocabularyFile = {
  total: 120,
  terms: [
    ['3.5', 2, 0, ''],
    ['anhang', 17, 1, 'Anhänger'],
    ['anhangerkuppl', 1, 1, 'Anhängerkupplung'],
    ['bagg', 300, 1, 'bagger'],
    ['bau', 1, 0, ''],
    ['olpumpe', 5, 1, 'Ölpumpe'],
  ],
  places: ['beelitz', 'teltow'],
};

it('comes back as it was', () => {
  const overTheWire = JSON.parse(JSON.stringify(packVocabulary(VOCABULARY))) as never;
  expect(unpackVocabulary(overTheWire)).toEqual(VOCABULARY);
});

it('may hold nothing', () => {
  const nothing: VocabularyFile = { total: 0, terms: [], places: [] };
  expect(unpackVocabulary(packVocabulary(nothing))).toEqual(nothing);
});
