import { describe, expect, it } from 'vitest';
import { linesToList, listToLines } from './lines';

describe('a list typed line by line', () => {
  it('takes lines, commas and semicolons, without blanks and repetitions', () => {
    expect(linesToList(' Bagger \n\nMinibagger, Bagger;Radlader\n')).toEqual([
      'Bagger',
      'Minibagger',
      'Radlader',
    ]);
  });

  it('is shown one entry a line', () => {
    expect(listToLines(['14806', '14547'])).toBe('14806\n14547');
    expect(listToLines(null)).toBe('');
  });
});
