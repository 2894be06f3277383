import { describe, expect, it } from 'vitest';
import { createMeasure, OG_FONTS } from './og-fonts.ts';
import { fitText, wrapText } from './og-text.ts';

/** Every letter half an em wide. */
const measure = (text: string) => Array.from(text).length / 2;

describe('wrapText', () => {
  it('keeps a short text on one line', () => {
    expect(wrapText('Freie Lagerhalle', measure, 20)).toEqual(['Freie Lagerhalle']);
  });

  it('balances the lines instead of leaving one short word', () => {
    expect(wrapText('aaaa bbbb cccc dd', measure, 7.5)).toEqual(['aaaa bbbb', 'cccc dd']);
  });

  it('does not leave a short word alone where another break is as good', () => {
    expect(wrapText('Das Obst fährt im Kühlauflieger mit', measure, 9)).toEqual([
      'Das Obst fährt im',
      'Kühlauflieger mit',
    ]);
  });

  it('may break after the hyphen of a double name', () => {
    expect(wrapText('Potsdam-Mittelmark', measure, 6)).toEqual(['Potsdam-', 'Mittelmark']);
    expect(wrapText('E-Mail-Kurse', measure, 4)).toEqual(['E-Mail-', 'Kurse']);
  });

  it('leaves a word that is too long on a line of its own', () => {
    expect(wrapText('in Donaudampfschiff', measure, 5)).toEqual(['in', 'Donaudampfschiff']);
  });
});

describe('fitText', () => {
  it('takes the largest size that fits', () => {
    expect(fitText('Räume', measure, 100, 1, [60, 40, 20])).toEqual({
      lines: ['Räume'],
      fontSize: 40,
    });
  });

  it('cuts a word with a hyphen when no size fits', () => {
    const { lines } = fitText('Donaudampfschifffahrt', measure, 100, 3, [20]);
    expect(lines).toEqual(['Donaudamp-', 'fschifffa-', 'hrt']);
  });

  it('ends with an ellipsis when even the smallest size has too many lines', () => {
    const { lines } = fitText('eins zwei drei vier fünf sechs', measure, 100, 2, [20]);
    expect(lines).toHaveLength(2);
    expect(lines[1]).toMatch(/ …$/);
    for (const line of lines) expect(measure(line) * 20).toBeLessThanOrEqual(100);
  });
});

describe('createMeasure', () => {
  const bold = createMeasure(OG_FONTS.bold.file);

  it('knows the widths of letters and umlauts', () => {
    expect(bold('W')).toBeGreaterThan(bold('i') * 2);
    expect(bold('ä')).toBeCloseTo(bold('a'), 1);
    expect(bold('Straße')).toBeGreaterThan(bold('Strae'));
  });

  it('adds up', () => {
    expect(bold('Havelland')).toBeCloseTo(bold('Havel') + bold('land'), 5);
  });
});
