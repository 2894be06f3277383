import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Resvg } from '@resvg/resvg-js';
import { afterAll, describe, expect, it } from 'vitest';
import { ogImage, ogImageSvg, type OgSubject } from './og-image.ts';
import { OG_FONT_OPTIONS, renderOgPng } from './og-render.ts';

const DEMO_DIR = path.join(import.meta.dirname, '../../../cms/demo');
const cacheDir = mkdtempSync(path.join(tmpdir(), 'og-image-'));
afterAll(() => {
  rmSync(cacheDir, { recursive: true });
});

const region = {
  name: 'Potsdam-Mittelmark',
  tagline: { de: 'Gemeinsam mehr nutzen', en: null },
  brand: { primary: '#00594f', accent: '#f2a900', logo: null, cover: null },
};
const storyWith = (title: string): OgSubject => ({
  type: 'story',
  story: { slug: 'eine-geschichte', title },
  categoryKey: 'materials/it',
});
const titles = ['pm', 'tf', 'hvl'].flatMap((slug) =>
  (
    JSON.parse(readFileSync(path.join(DEMO_DIR, `${slug}.stories.json`), 'utf8')) as {
      title: string;
    }[]
  ).map((story) => story.title),
);

/** Right edge of all texts of a picture, as the renderer itself sets them, in pixels. */
function rightEdgeOfTexts(svg: string): number {
  const texts = svg.match(/<text.*?<\/text>/g) ?? [];
  const edges = texts.map((text) => {
    const alone = `<svg xmlns="http://www.w3.org/2000/svg" width="2400" height="630">${text}</svg>`;
    const bounds = new Resvg(alone, OG_FONT_OPTIONS).getBBox();
    return (bounds?.x ?? 0) + (bounds?.width ?? 0);
  });
  return Math.max(...edges);
}

describe('ogImage', () => {
  it('names the subject and the content', () => {
    const story = ogImage(region, storyWith('Räume für alle'));
    expect(story.url).toMatch(/^\/og\/erfolge-eine-geschichte\.[0-9a-f]{8}\.png$/);
    expect(story).toMatchObject({ width: 1200, height: 630 });
    expect(story.alt).toBe('Erfolgsgeschichte: Räume für alle – starkeRegion Potsdam-Mittelmark');
    expect(ogImage(region, storyWith('Räume für viele')).url).not.toBe(story.url);
  });

  it('tells offers and requests of a category apart', () => {
    const category = { key: 'rooms', slug: 'raeume', name: { de: 'Räume', en: null } };
    expect(ogImage(region, { type: 'category', kind: 'offer', category }).url).toContain(
      '/og/angebote-raeume.',
    );
    expect(ogImage(region, { type: 'category', kind: 'request', category }).url).toContain(
      '/og/gesuche-raeume.',
    );
  });

  it('has a picture for the umbrella site', () => {
    expect(ogImage(null, { type: 'home' }).url).toMatch(/^\/og\/start\./);
    expect(ogImageSvg(null, { type: 'home' })).toContain('>was da ist<');
  });

  it.each(titles)('keeps the title inside its field: %s', (title) => {
    expect(rightEdgeOfTexts(ogImageSvg(region, storyWith(title)))).toBeLessThan(665);
  });

  it('keeps even an endless title inside its field', () => {
    const title = 'Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz '.repeat(6);
    expect(rightEdgeOfTexts(ogImageSvg(region, storyWith(title)))).toBeLessThan(665);
  });

  it('escapes what is special in XML', () => {
    expect(ogImageSvg(region, storyWith('Holz & <Stahl>'))).toContain('Holz &amp; &lt;Stahl>');
  });
});

describe('renderOgPng', () => {
  const svg = ogImageSvg(region, storyWith('Fünfzehn Mikroskope'));

  it('makes a PNG of 1200 × 630 pixels', () => {
    const png = renderOgPng(svg, undefined);
    expect(png.subarray(1, 4).toString()).toBe('PNG');
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1200, 630]);
  });

  it('makes the same bytes again, from the cache and without it', () => {
    const first = renderOgPng(svg, cacheDir);
    expect(readdirSync(path.join(cacheDir, 'og'))).toHaveLength(1);
    expect(renderOgPng(svg, cacheDir).equals(first)).toBe(true);
    expect(renderOgPng(svg, undefined).equals(first)).toBe(true);
  });

  it('sets umlauts in the font of the portal', () => {
    const set = (text: string) => rightEdgeOfTexts(ogImageSvg(region, storyWith(text)));
    expect(set('üüü')).toBeGreaterThan(80);
    expect(renderOgPng(ogImageSvg(region, storyWith('ü')), undefined)).not.toEqual(
      renderOgPng(ogImageSvg(region, storyWith('u')), undefined),
    );
  });
});
