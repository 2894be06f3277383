import { describe, expect, it } from 'vitest';
import { excerptOf, paragraphsOf } from './paragraphs.ts';

describe('paragraphsOf', () => {
  it('splits at blank lines and keeps single line breaks', () => {
    expect(paragraphsOf('Eins\nzwei\n\n \n\nDrei\r\n\r\nVier\n')).toEqual([
      ['Eins', 'zwei'],
      ['Drei'],
      ['Vier'],
    ]);
  });

  it('finds nothing in nothing', () => {
    expect(paragraphsOf(' \n\n ')).toEqual([]);
  });
});

describe('excerptOf', () => {
  it('leaves short texts alone', () => {
    expect(excerptOf('Kurz  und\ngut', 20)).toBe('Kurz und gut');
  });

  it('cuts between words, within the length', () => {
    const cut = excerptOf('Zwischen zwei Feldeinsätzen, steht der Lader', 30);
    expect(cut).toBe('Zwischen zwei Feldeinsätzen…');
    expect(cut.length).toBeLessThanOrEqual(30);
  });

  it('cuts a word that is longer than the whole', () => {
    expect(excerptOf('x'.repeat(50), 10)).toBe(`${'x'.repeat(9)}…`);
  });
});
