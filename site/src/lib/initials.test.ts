import { expect, it } from 'vitest';
import { initialsOf } from './initials.ts';

it.each([
  ['Zahn & Spindel Maschinenbau GmbH', 'ZS'],
  ['Grundschule an der Obstwiese', 'GO'],
  ['SV Blau-Gelb Havelaue e. V.', 'SB'],
  ['Ökohof', 'Ö'],
  ['e. V.', 'EV'],
  ['…', ''],
])('shortens %s to %s', (name, initials) => {
  expect(initialsOf(name)).toBe(initials);
});
