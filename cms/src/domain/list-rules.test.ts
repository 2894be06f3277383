import { describe, expect, it } from 'vitest';
import {
  AUDIENCES,
  problemsOfAudiences,
  problemsOfPostalCodes,
  problemsOfTags,
} from './list-rules';

describe('lists', () => {
  it('of audiences hold known values once', () => {
    expect(problemsOfAudiences([...AUDIENCES])).toEqual([]);
    expect(problemsOfAudiences(null)).toEqual([]);
    for (const bad of [[], ['all'], ['public', 'public'], 'public', { 0: 'public' }, [1]]) {
      expect(problemsOfAudiences(bad)).toMatchObject([{ path: ['audiences'] }]);
    }
  });

  it('of tags hold a few short texts', () => {
    expect(problemsOfTags([])).toEqual([]);
    expect(problemsOfTags(['Anhänger', 'Kühlung'])).toEqual([]);
    const tooMany = Array.from({ length: 21 }, (_, index) => `wort ${index}`);
    for (const bad of [[''], [' '], ['a', 'A'], ['x'.repeat(41)], tooMany, 'a', [null]]) {
      expect(problemsOfTags(bad)).toMatchObject([{ path: ['tags'] }]);
    }
  });

  it('of postal codes hold five digits each', () => {
    expect(problemsOfPostalCodes(['14806', '01067'])).toEqual([]);
    for (const bad of [['1480'], ['148060'], [14806], ['1480a'], ['14806', '14806']]) {
      expect(problemsOfPostalCodes(bad)).toMatchObject([{ path: ['postalCodes'] }]);
    }
  });
});
