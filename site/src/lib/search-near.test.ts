import { describe, expect, it } from 'vitest';
import { findOrigin, type SearchPlace } from './search-near.ts';

const place = (slug: string, name: string, postalCodes: string[], latitude = 52): SearchPlace => ({
  slug,
  name,
  postalCodes,
  latitude,
  longitude: 13,
});

const PLACES = [
  place('teltow', 'Teltow', ['14513'], 52.4),
  place('werder-havel', 'Werder (Havel)', ['14542']),
  place('bad-belzig', 'Bad Belzig', ['14806']),
  place('gorzke', 'Görzke', ['14828']),
  place('brueck', 'Brück', ['14822'], 52.1),
  place('linthe', 'Linthe', ['14822'], 52.3),
];

describe('an origin', () => {
  it.each([
    ['teltow', 'Teltow'],
    [' TELTOW ', 'Teltow'],
    ['14513', '14513 Teltow'],
    ['14513 Teltow', '14513 Teltow'],
    ['Werder', 'Werder (Havel)'],
    ['werder havel', 'Werder (Havel)'],
    ['bad-belzig', 'Bad Belzig'],
    ['Goerzke', 'Görzke'],
    ['Gorzke', 'Görzke'],
    ['Bruck', 'Brück'],
  ])('is found for “%s”', (typed, label) => {
    expect(findOrigin(typed, PLACES)?.label).toBe(label);
  });

  it.each([
    ['nothing', ''],
    ['an unknown place', 'Atlantis'],
    ['an unknown postal code', '99999'],
    ['part of a postal code', '1451'],
    ['a long number', '145134'],
    ['one letter that begins a name', 'T'],
    ['markup', '<script>alert(1)</script>'],
    ['a key of every object', 'constructor'],
    ['regular expressions', '.*'],
  ])('is not found for %s', (_what, typed) => {
    expect(findOrigin(typed, PLACES)).toBeNull();
  });

  it('is not guessed where two names begin alike', () => {
    const places = [place('a', 'Neustadt Ost', []), place('b', 'Neustadt West', [])];
    expect(findOrigin('Neustadt', places)).toBeNull();
    expect(findOrigin('Neustadt W', places)?.value).toBe('b');
  });

  it('lies in the middle of those who share a postal code', () => {
    expect(findOrigin('14822', PLACES)).toEqual({
      value: '14822',
      label: '14822',
      latitude: (52.1 + 52.3) / 2,
      longitude: 13,
    });
  });
});
