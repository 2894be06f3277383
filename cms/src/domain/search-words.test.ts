import { describe, expect, it } from 'vitest';
import { problemsOfSearchWords, searchWordGroups } from './search-words';

const messagesOf = (value: unknown) => problemsOfSearchWords(value).map(({ message }) => message);

describe('search words', () => {
  it('are one group of words for each line', () => {
    expect(searchWordGroups('Stapler = Gabelstapler\r\n\n  Hänger=Anhänger= Trailer ')).toEqual([
      ['Stapler', 'Gabelstapler'],
      ['Hänger', 'Anhänger', 'Trailer'],
    ]);
    expect(searchWordGroups(null)).toEqual([]);
  });

  it.each([
    null,
    '',
    'Stapler = Gabelstapler',
    '\n\nÜberseecontainer = Großbehälter\n',
    'a\u0308b = cd',
  ])('may read %j', (value) => {
    expect(messagesOf(value)).toEqual([]);
  });

  it.each([
    ['Stapler', 'Zeile 1: „Stapler“ nennt kein zweites Wort.'],
    ['Stapler = stapler', 'Zeile 1: „Stapler = stapler“ nennt kein zweites Wort.'],
    ['=', 'Zeile 1: „=“ nennt kein zweites Wort.'],
    [
      'Kran = Autokran\n\nStapler, Hubwagen',
      'Zeile 3: „Stapler, Hubwagen“ ist kein einzelnes Wort.',
    ],
    ['E-Bike = Pedelec', 'Zeile 1: „E-Bike“ ist kein einzelnes Wort.'],
    ['<script> = Skript', 'Zeile 1: „<script>“ ist kein einzelnes Wort.'],
    ['# Notiz', 'Zeile 1: „# Notiz“ ist kein einzelnes Wort.'],
    [
      `Kran = ${'x'.repeat(41)}`,
      'Zeile 1: „xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx…“ ist zu lang.',
    ],
    [
      Array(13)
        .fill(0)
        .map((_, index) => `w${'a'.repeat(index + 1)}`)
        .join('='),
      'Zeile 1: 13 Wörter sind zu viele',
    ],
    ['Kran = Autokran\n'.repeat(301), 'Es sind 301 Zeilen mit Suchwörtern, höchstens 300'],
    [['Stapler', 'Gabelstapler'], 'Die Suchwörter müssen ein Text sein'],
  ])('may not read %j, and the message names the line', (value, message) => {
    expect(messagesOf(value)).toEqual([expect.stringContaining(message)]);
  });

  it('name every line that has to be mended', () => {
    expect(messagesOf('eins\nzwei')).toHaveLength(2);
  });
});
