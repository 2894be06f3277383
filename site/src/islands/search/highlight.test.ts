import { describe, expect, it } from 'vitest';
import { queryTermsOf } from '../../lib/german/analyse.ts';
import { excerpt, highlight } from './highlight.ts';

const marked = (text: string, searchText: string) =>
  highlight(text, queryTermsOf(searchText))
    .filter(({ isMatch }) => isMatch)
    .map((segment) => segment.text);

describe('highlighting', () => {
  it.each([
    [
      'words that begin alike',
      'Stapler und Staplerschein',
      'stapler',
      ['Stapler', 'Staplerschein'],
    ],
    ['other endings', 'eine Maschine, drei Bücher', 'Maschinen buch', ['Maschine', 'Bücher']],
    [
      'umlauts and ß in any spelling',
      'Straße nach Büchelberg',
      'STRASSE buchel',
      ['Straße', 'Büchelberg'],
    ],
    ['compounds with a word', 'Gabelstapler', 'stapler', ['Gabelstapler']],
    ['no word by a few letters inside of it', 'Transport', 'ort', []],
    ['nothing for signs alone', 'a.b (c)', '.*+?^$()', []],
    ['nothing for an empty search', 'Kran', ' ', []],
  ])('marks %s', (_what, text, searchText, expected) => {
    expect(marked(text, searchText)).toEqual(expected);
  });

  it.each(['<b>Kran</b> & Öl 🚜', '', 'ohne Treffer', 'Kran'])('loses nothing of “%s”', (text) => {
    const joined = highlight(text, queryTermsOf('kran')).map((segment) => segment.text);
    expect(joined.join('')).toBe(text);
  });

  it('stays fast with a very long text', () => {
    const startedAt = performance.now();
    highlight('Kran und Bagger '.repeat(20_000), queryTermsOf('kran hebt '.repeat(40)));
    expect(performance.now() - startedAt).toBeLessThan(1_000);
  });
});

describe('an excerpt', () => {
  const text = `${'Vorwort '.repeat(60)}Hier steht der Kran. ${'Nachwort '.repeat(60)}`.trim();

  it('shows the place of the first match, cut at words', () => {
    const cut = excerpt(text, queryTermsOf('kran'));
    expect(cut).toMatch(/^… Vorwort .*Hier steht der Kran\. .* …$/);
    expect(cut.length).toBeLessThan(185);
  });

  it('begins at the beginning without a match', () => {
    expect(excerpt(text, queryTermsOf('bagger'))).toMatch(/^Vorwort .* …$/);
  });

  it('reaches the end when the match is there', () => {
    expect(excerpt(`${'Wort '.repeat(100)}Kran`, queryTermsOf('kran'))).toMatch(/^… Wort .*Kran$/);
  });

  it('keeps a short text whole', () => {
    expect(excerpt('Ein\n\nKran', queryTermsOf('kran'))).toBe('Ein Kran');
  });

  it('cuts a text that is one endless word', () => {
    expect(excerpt('x'.repeat(5_000), queryTermsOf('kran')).length).toBeLessThan(185);
    expect(
      excerpt(`${'x'.repeat(5_000)} Kran ${'y'.repeat(5_000)}`, queryTermsOf('kran')).length,
    ).toBeLessThan(185);
  });
});
