import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Resvg } from '@resvg/resvg-js';
import { afterAll, describe, expect, it } from 'vitest';
import { type Category } from '../contract/index.ts';
import { ogImage, ogImageSvg, ogName, type OgContent } from './og-image.ts';
import { OG_FONT_OPTIONS, renderOgPng } from './og-render.ts';
import { ogSubjectOf, ogSubjects } from './og-subjects.ts';

const DEMO_DIR = path.join(import.meta.dirname, '../../../cms/demo');
const cacheDir = mkdtempSync(path.join(tmpdir(), 'og-image-'));
afterAll(() => {
  rmSync(cacheDir, { recursive: true });
});

const rooms: Category = {
  type: 'category',
  documentId: 'rooms-id',
  slug: 'raeume',
  key: 'rooms',
  name: { de: 'Räume', en: null },
  description: null,
  parent: null,
  position: 0,
};
const offices: Category = {
  ...rooms,
  documentId: 'offices-id',
  slug: 'bueros',
  key: 'rooms/offices',
};

/** A site with one category of each level and one listing in the second. */
const siteOf = (
  colours = { primary: '#00594f', accent: '#f2a900' },
  region: OgContent['region'] = {
    name: 'Potsdam-Mittelmark',
    tagline: { de: 'Gemeinsam mehr nutzen', en: null },
  },
) => ({
  region,
  colours,
  siteName: region === null ? 'starkeRegion' : `starkeRegion ${region.name}`,
  categories: {
    top: [rooms],
    get: (id: string) => (id === rooms.documentId ? rooms : offices),
    topOf: () => rooms,
  },
  listings: { get: () => ({ category: offices.documentId }) },
  stories: { all: [], findBySlug: () => undefined },
});
const site = siteOf();
const storyWith = (title: string, listings: string[] = []) =>
  ({ type: 'story', story: { slug: slugOf(title), title, listings } }) as const;
const slugOf = (title: string) => title.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-');
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
    const story = ogImage(site, storyWith('Werkzeug für alle'));
    expect(story.url).toMatch(/^\/og\/erfolge-werkzeug-f-r-alle\.[0-9a-f]{8}\.png$/);
    expect(story).toMatchObject({ width: 1200, height: 630 });
    expect(story.alt).toBe(
      'Erfolgsgeschichte: Werkzeug für alle – starkeRegion Potsdam-Mittelmark',
    );
  });

  it('has another address when the title or the colours change', () => {
    const urls = [
      ogImage(siteOf(), storyWith('Räume')),
      ogImage(siteOf(), storyWith('räume')),
      ogImage(siteOf({ primary: '#1b4f8f', accent: '#e4572e' }), storyWith('Räume')),
    ].map(({ url }) => url);
    expect(new Set(urls).size).toBe(3);
  });

  it('tells offers and requests of a category apart, and shares it among its children', () => {
    const offer = ogImage(site, { type: 'category', kind: 'offer', category: rooms });
    const request = ogImage(site, { type: 'category', kind: 'request', category: rooms });
    expect(offer.url).toContain('/og/angebote-raeume.');
    expect(request.url).toContain('/og/gesuche-raeume.');
    expect(ogImage(site, { type: 'category', kind: 'offer', category: offices })).toEqual(offer);
  });

  it('shows what the story is about', () => {
    expect(ogImageSvg(site, storyWith('Titel', ['listing']))).not.toBe(
      ogImageSvg(site, storyWith('Titel')),
    );
  });

  it('has a picture for the umbrella site', () => {
    const umbrella = siteOf(undefined, null);
    expect(ogImage(umbrella, { type: 'home' }).url).toMatch(/^\/og\/start\./);
    expect(ogImageSvg(umbrella, { type: 'home' })).toContain('>was da ist<');
    expect(ogSubjects(umbrella)).toEqual([{ type: 'home' }]);
  });

  it('finds a subject by the name of its picture, and none by an outdated name', () => {
    expect(ogSubjects(site)).toHaveLength(3);
    for (const subject of ogSubjects(site)) {
      expect(ogSubjectOf(site, ogName(site, subject))).toEqual(subject);
    }
    expect(ogSubjectOf(site, 'start.00000000')).toBeUndefined();
  });

  it.each(titles)('keeps the title inside its field: %s', (title) => {
    expect(rightEdgeOfTexts(ogImageSvg(site, storyWith(title)))).toBeLessThan(665);
  });

  it('keeps even an endless title inside its field', () => {
    const title = 'Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz '.repeat(6);
    expect(rightEdgeOfTexts(ogImageSvg(site, storyWith(title)))).toBeLessThan(665);
  });

  it('escapes what is special in XML', () => {
    expect(ogImageSvg(site, storyWith('Holz & <Stahl>'))).toContain('Holz &amp; &lt;Stahl&gt;');
  });
});

describe('renderOgPng', () => {
  const svg = ogImageSvg(site, storyWith('Fünfzehn Mikroskope'));

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
    const set = (text: string) => rightEdgeOfTexts(ogImageSvg(site, storyWith(text)));
    expect(set('üüü')).toBeGreaterThan(80);
    expect(renderOgPng(ogImageSvg(site, storyWith('ü')), undefined)).not.toEqual(
      renderOgPng(ogImageSvg(site, storyWith('u')), undefined),
    );
  });
});
