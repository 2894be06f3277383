import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Resvg } from '@resvg/resvg-js';
import { describe, expect, it } from 'vitest';
import { illustrationSvg } from './illustration.ts';
import { markSvg } from './mark.ts';
import { SCENES } from './objects/index.ts';
import { dayTones } from './tones.ts';
import { illustrationKey, illustrationName, illustrationUrl } from './url.ts';

const MAX_BYTES = 3500;
const PALETTES = [
  { primary: '#00594f', accent: '#f2a900' },
  { primary: '#1b4f8f', accent: '#e4572e' },
  { primary: '#6b2d5c', accent: '#8fb339' },
  { primary: '#124e66', accent: '#f2a900' },
];
const [palette = { primary: '', accent: '' }] = PALETTES;

const categories = JSON.parse(
  readFileSync(path.join(import.meta.dirname, '../../../cms/demo/categories.json'), 'utf8'),
) as { ref: string; children: { ref: string }[] }[];
const keys = categories.flatMap(({ ref, children }) => [
  ref,
  ...children.map((child) => child.ref),
]);

describe('illustrationSvg', () => {
  it('draws an object of its own for every category', () => {
    const objects = keys.map((key) => SCENES.get(key)?.draw(dayTones(palette, 'clear')));
    expect(objects).not.toContain(undefined);
    expect(new Set(objects).size).toBe(keys.length);
    expect(new Set(keys.map((key) => illustrationSvg(key, palette))).size).toBe(keys.length);
  });

  it.each(PALETTES)('is small and well-formed in $primary', (colours) => {
    for (const key of keys) {
      const svg = illustrationSvg(key, colours);
      expect(Buffer.byteLength(svg), key).toBeLessThanOrEqual(MAX_BYTES);
      expect(() => new Resvg(svg), key).not.toThrow();
      expect(svg, key).not.toMatch(/NaN|undefined|Infinity/);
    }
  });

  it('needs no ids, classes or texts that could clash with a page', () => {
    for (const key of keys) {
      expect(illustrationSvg(key, palette)).not.toMatch(/ id=| class=| style=|<text|url\(/);
    }
  });

  it('turns to night where the reader prefers dark colours', () => {
    expect(illustrationSvg('machines', palette)).toContain('@media(prefers-color-scheme:dark){[');
  });

  it('shows the parent for an unknown child, and a neutral picture for an unknown parent', () => {
    const gears = /<g stroke-linecap="butt">/;
    expect(illustrationSvg('machines', palette)).toMatch(gears);
    expect(illustrationSvg('machines/unheard-of', palette)).toMatch(gears);
    expect(illustrationSvg('unheard-of', palette)).not.toMatch(gears);
  });

  it('draws the same bytes every time', () => {
    expect(illustrationSvg('energy/wood', palette)).toBe(illustrationSvg('energy/wood', palette));
  });
});

describe('illustrationUrl', () => {
  it('names the category and the content', () => {
    expect(illustrationUrl('machines/lifting', palette)).toMatch(
      /^\/illustrationen\/machines-lifting\.[0-9a-f]{8}\.svg$/,
    );
  });

  it('changes with the colours of the region', () => {
    expect(new Set(PALETTES.map((colours) => illustrationUrl('machines', colours))).size).toBe(4);
  });

  it('leads back to every key', () => {
    for (const key of keys) expect(illustrationKey(illustrationName(key, palette), keys)).toBe(key);
    expect(illustrationKey('something.12345678', keys)).toBeUndefined();
  });
});

it('the mark is an SVG that renders', () => {
  expect(new Resvg(markSvg(palette)).render().width).toBe(64);
});
