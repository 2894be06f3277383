import { describe, expect, it } from 'vitest';
import { UMBRELLA_COLOURS } from './brand.ts';
import { brandCss, darkTokens, lightTokens, type ColourTokens } from './brand-tokens.ts';
import { contrast, CONTROL_CONTRAST, TEXT_CONTRAST } from './contrast.ts';

const BRANDS = {
  pm: { primary: '#00594f', accent: '#f2a900' },
  tf: { primary: '#1b4f8f', accent: '#e4572e' },
  hvl: { primary: '#6b2d5c', accent: '#8fb339' },
  umbrella: UMBRELLA_COLOURS,
  pale: { primary: '#7fd4c1', accent: '#fff3a3' },
  black: { primary: '#000000', accent: '#ff0000' },
};

const GROUNDS = ['surface', 'surface-raised', 'surface-sunken'] as const;
type Name = keyof ColourTokens;
const TEXTS: [Name, Name][] = [
  ...GROUNDS.flatMap((ground): [Name, Name][] => [
    ['text', ground],
    ['text-muted', ground],
    ['link', ground],
    ['link-hover', ground],
    ['brand', ground],
  ]),
  ['text', 'brand-soft'],
  ['text-muted', 'brand-soft'],
  ['link', 'brand-soft'],
  ['on-brand', 'brand'],
  ['on-brand', 'brand-hover'],
  ['on-brand-soft', 'brand-soft'],
  ['on-hero', 'hero'],
  ['on-hero', 'hero-deep'],
  ['on-hero-muted', 'hero'],
  ['on-hero-muted', 'hero-deep'],
  ['on-accent', 'accent'],
  ['on-accent-soft', 'accent-soft'],
  ['on-offer', 'offer'],
  ['on-request', 'request'],
  ['on-reserved', 'reserved'],
  ['on-brokered', 'brokered'],
];

describe.each(Object.entries(BRANDS))('the colours of %s', (_, brand) => {
  it.each([
    ['light', lightTokens(brand)],
    ['dark', darkTokens(brand)],
  ])('can be read in the %s', (_look, tokens) => {
    const weak = TEXTS.filter(
      ([text, ground]) => contrast(tokens[text], tokens[ground]) < TEXT_CONTRAST,
    );
    expect(weak).toEqual([]);
    for (const ground of GROUNDS) {
      for (const control of ['border-strong', 'focus'] as const) {
        expect(contrast(tokens[control], tokens[ground])).toBeGreaterThanOrEqual(CONTROL_CONTRAST);
      }
    }
  });
});

it('writes plain colours that old browsers understand', () => {
  const css = brandCss(BRANDS.pm);
  expect(css).toContain('--brand:#00594f');
  expect(css).toMatch(/^[^<]*$/);
  expect(css).not.toMatch(/color-mix|oklch|NaN|undefined/);
});
