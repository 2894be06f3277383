import { describe, expect, it } from 'vitest';
import { GermanAnalyser, queryTermsOf } from './analyse.ts';
import { lexiconOf, splitCompound } from './compounds.ts';
import { foldWord, wordsOf } from './fold.ts';
import { stemWord } from './stem.ts';
import { germanLexicon, germanThesaurus } from './thesaurus.ts';
import { verbFormsOf } from './verb-forms.ts';

describe('folding', () => {
  it.each([
    ['Kühlanhänger', 'kuhlanhanger'],
    ['Kuehlanhaenger', 'kuhlanhanger'],
    ['KUHLANHANGER', 'kuhlanhanger'],
    ['Straße', 'strasse'],
    ['Café', 'cafe'],
    ['neue', 'neue'],
    ['Quelle', 'quelle'],
    ['bauen', 'bauen'],
    ['m²', 'm2'],
    ['qm', 'm2'],
    ['Quadratmeter', 'm2'],
    ['cbm', 'm3'],
    ['4.800', '4800'],
    ['3,5', '3.5'],
    ['𝕂ran', 'kran'],
    ['Photovoltaik', 'fotovoltaik'],
    ['Klapphocker', 'klapphocker'],
    ['WCs', 'wc'],
    ['LKWs', 'lkw'],
    ['Lkws', 'lkws'],
  ])('makes %s %s', (word, folded) => {
    expect(foldWord(word)).toBe(folded);
  });
});

describe('words', () => {
  it.each([
    ['3,5t Lkw-Anhänger', ['3,5', 't', 'Lkw', 'Anhänger']],
    ['110 m² oder 110m2', ['110', 'm²', 'oder', '110', 'm2']],
    ['ab 1.000 €, 20 kVA', ['ab', '1.000', '20', 'kVA']],
    ['🚜 <b>(.*)</b>', ['b', 'b']],
    ['', []],
  ])('of “%s” are found', (text, words) => {
    expect(wordsOf(text).map((word) => word.text)).toEqual(words);
  });

  it('know where they stand', () => {
    expect(wordsOf('ein Öl')).toEqual([
      { text: 'ein', start: 0 },
      { text: 'Öl', start: 4 },
    ]);
  });
});

describe('forms of a word', () => {
  it.each([
    ['Halle', 'Hallen'],
    ['Raum', 'Räume', 'Räumen', 'Raumes'],
    ['Anhänger', 'Anhängers', 'Anhängern'],
    ['Bank', 'Bänke', 'Bänken'],
    ['Büro', 'Büros'],
    ['Maschine', 'Maschinen'],
    ['Haus', 'Häuser', 'Häusern'],
    ['kühlen', 'Kühlung'],
    ['lagern', 'Lagerung', 'Lager'],
    ['mieten', 'Miete'],
    ['Fahrer', 'Fahrerin', 'Fahrerinnen'],
    ['Maler', 'Malerin'],
    ['Sekretär', 'Sekretärin'],
    ['transportieren', 'Transport', 'Transporte'],
  ])('%s have one stem', (first, ...others) => {
    for (const other of others) expect(stemWord(other), other).toBe(stemWord(first));
  });

  it.each([
    ['Kran', 'Krankenhaus'],
    ['Saal', 'Salz'],
    ['Wagen', 'Waage'],
    ['Sportverein', 'Sportver'],
    ['Schein', 'Schere'],
  ])('%s and %s have two', (one, other) => {
    expect(stemWord(one)).not.toBe(stemWord(other));
  });
});

describe('forms of a verb', () => {
  it.each([
    ['maht', 'mah'],
    ['gemahte', 'mah'],
    ['repariert', 'reparier'],
    ['eingelagert', 'einlager'],
    ['ausgeliehen', undefined],
    ['halle', undefined],
  ])('as %s lead to %s', (form, word) => {
    expect(verbFormsOf(form).at(-1)).toBe(word);
  });
});

describe('compounds', () => {
  const lexicon = germanLexicon();
  it.each([
    ['Lagerhalle', ['lager', 'halle']],
    ['Lagerhallen', ['lager', 'halle']],
    ['Kühlanhänger', ['kühl', 'anhänger']],
    ['Veranstaltungstechnik', ['veranstaltung', 'technik']],
    ['Gabelstapler', ['gabel', 'stapler']],
  ])('%s is split', (word, parts) => {
    expect(splitCompound(foldWord(word), lexicon)).toEqual(parts.map(stemWord));
  });

  it.each(['Halle', 'Verein', 'Transport', 'Handwerk', 'Container', 'xyz', '3,5', ''])(
    '%s stays whole',
    (word) => {
      expect(splitCompound(foldWord(word), lexicon)).toEqual([]);
    },
  );

  it('never are cut into something that is no word', () => {
    const small = lexiconOf(['sport', 'hall'], []);
    expect(splitCompound('sporthalle', small)).toEqual(['sport', 'hall']);
    expect(splitCompound('sporthallxe', small)).toEqual([]);
  });

  it('with an unknown beginning are found by their head', () => {
    expect(splitCompound(foldWord('Xylofonhalle'), lexicon)).toEqual([stemWord('Halle')]);
  });

  it('of endless words take no time', () => {
    const startedAt = performance.now();
    splitCompound('lager'.repeat(400), lexicon);
    splitCompound('x'.repeat(2_000), lexicon);
    expect(performance.now() - startedAt).toBeLessThan(1_000);
  });
});

describe('the terms of a text', () => {
  const analyser = new GermanAnalyser({
    lexicon: germanLexicon(),
    thesaurus: germanThesaurus([['Wuppdich', 'Sackkarre']]),
  });

  it('are its words, their parts, and what they also mean', () => {
    const terms = analyser.termsOf('Der Kühlanhänger');
    expect(terms.words).toEqual([stemWord('Kühlanhänger')]);
    expect(terms.heads).toContain(stemWord('Anhänger'));
    expect(terms.modifiers).toEqual([stemWord('kühl')]);
    expect(analyser.termsOf('Gabelstapler').synonyms).toContain(stemWord('Flurförderzeug'));
    expect(analyser.termsOf('Transporter').needs).toContain(stemWord('Umzug'));
  });

  it('follow the words that editors have added', () => {
    expect(analyser.termsOf('Sackkarren').synonyms).toContain(stemWord('Wuppdich'));
  });

  it('leave out what says nothing', () => {
    expect(queryTermsOf('Ich suche für meinen Verein eine Halle')).toEqual(
      ['Verein', 'Halle'].map(stemWord),
    );
    expect(queryTermsOf('und oder')).toEqual([]);
  });
});
