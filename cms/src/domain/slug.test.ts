import { describe, expect, it } from 'vitest';
import { isSlug, MAX_SLUG_LENGTH, slugCandidates, slugify } from './slug';

describe('a slug', () => {
  it.each([
    ['Kühl-Anhänger für 3 t', 'kuehl-anhaenger-fuer-3-t'],
    ['Straßenfest & Maßband', 'strassenfest-massband'],
    ['  Café »Zum Löwen«  ', 'cafe-zum-loewen'],
    ["Rock ’n’ Roll's", 'rock-n-rolls'],
    ['Łódź', 'lodz'],
    ['Ä Ö Ü', 'ae-oe-ue'],
    ['½ m² Fläche', '1-2-m2-flaeche'],
  ])('of “%s” is %s', (title, slug) => {
    expect(slugify(title)).toBe(slug);
    expect(isSlug(slug)).toBe(true);
  });

  it('spells out an umlaut that is written as two characters', () => {
    expect(slugify('Mu\u0308hle')).toBe('muehle');
  });

  it('is cut at the end of a word', () => {
    const slug = slugify('wort '.repeat(40));
    expect(slug.length).toBeLessThanOrEqual(MAX_SLUG_LENGTH);
    expect(slug.endsWith('wort')).toBe(true);
  });

  it('is cut inside a word that alone is too long', () => {
    expect(slugify('x'.repeat(200))).toBe('x'.repeat(MAX_SLUG_LENGTH));
  });

  it('exists even when a title holds nothing that an address can show', () => {
    expect(slugify('★ ☂')).toBe('eintrag');
  });

  it('gets a number from the second entry of its name on', () => {
    expect(slugCandidates('saal', 1, 3)).toEqual(['saal', 'saal-2', 'saal-3']);
    expect(slugCandidates('saal', 4, 2)).toEqual(['saal-4', 'saal-5']);
  });

  it.each(['', '-a', 'a-', 'a--b', 'Ä', 'a b', 'A'])('is not “%s”', (text) => {
    expect(isSlug(text)).toBe(false);
  });
});
