import { describe, expect, inject, it } from 'vitest';
import { demoSnapshot } from '../fixtures/demo-snapshot.ts';
import { htmlFiles, readSiteFile, siteFiles } from '../support/site-files.ts';

const { pm, pmAgain, umbrella, empty } = inject('sites');

/** The addresses that people and scripts rely on. */
const STABLE_PAGES = [
  'index.html',
  'angebote/index.html',
  'gesuche/index.html',
  'organisationen/index.html',
  'erfolge/index.html',
  'suche/index.html',
  'einstellen/index.html',
  'ueber/index.html',
  'impressum/index.html',
  'datenschutz/index.html',
  'barrierefreiheit/index.html',
  '404.html',
  'rss.xml',
  'sitemap-index.xml',
  'robots.txt',
  '.well-known/security.txt',
];

describe('a region’s site', () => {
  it.each(STABLE_PAGES)('has %s', (page) => {
    expect(siteFiles(pm)).toContain(page);
  });

  it('has a page for every listing, organisation, story, place and category with content', () => {
    const files = new Set(siteFiles(pm));
    const documents = demoSnapshot('pm', inject('asOf'))
      .trim()
      .split('\n')
      .slice(1)
      .map((line) => JSON.parse(line) as { type: string; slug: string; kind?: string });
    const folderOf: Record<string, (kind?: string) => string | null> = {
      listing: (kind) => (kind === 'offer' ? 'angebote' : 'gesuche'),
      organisation: () => 'organisationen',
      'success-story': () => 'erfolge',
    };
    const missing = documents.flatMap(({ type, slug, kind }) => {
      const folder = folderOf[type]?.(kind);
      const file = `${folder ?? ''}/${slug}/index.html`;
      return folder == null || files.has(file) ? [] : [file];
    });
    expect(missing).toEqual([]);
  });

  it('is the same, byte for byte, when it is built again from the same snapshot', () => {
    expect(siteFiles(pmAgain)).toEqual(siteFiles(pm));
    const different = siteFiles(pm).filter(
      (file) => readSiteFile(pm, file) !== readSiteFile(pmAgain, file),
    );
    expect(different).toEqual([]);
  });

  it('tells machines what a listing is', () => {
    const page = htmlFiles(pm).find((file) => /^angebote\/teleskoplader[^/]*\/index/.test(file));
    const html = readSiteFile(pm, page ?? '');
    const blocks = [...html.matchAll(/<script type="application\/ld\+json">([^<]*)<\/script>/g)];
    const types = blocks.flatMap(([, json]) => {
      const data = JSON.parse(json ?? '') as { '@type'?: string; '@graph'?: { '@type': string }[] };
      return data['@graph']?.map((node) => node['@type']) ?? [data['@type']];
    });
    expect(types).toEqual(expect.arrayContaining(['Offer', 'BreadcrumbList']));
  });

  it('gives every page a title, a description, one h1, a canonical address and a preview picture', () => {
    const incomplete = htmlFiles(pm)
      .filter((file) => file !== '404.html' && !file.startsWith('einbetten/rahmen/'))
      .flatMap((file) => {
        const html = readSiteFile(pm, file);
        const problems = [
          /<title>[^<]{5,}<\/title>/.test(html) || 'title',
          /<meta name="description" content="[^"]{20,}"/.test(html) || 'description',
          html.match(/<h1[ >]/g)?.length === 1 || 'h1',
          /<link rel="canonical" href="http:\/\/pm\.localhost:4321\//.test(html) || 'canonical',
          /<meta property="og:image" content="http:\/\/pm\.localhost:4321\//.test(html) ||
            'og:image',
          html.startsWith('<!DOCTYPE html><html lang="de"') || 'lang',
        ].filter((problem) => problem !== true);
        return problems.length === 0 ? [] : [`${file}: ${problems.join(', ')}`];
      });
    expect(incomplete).toEqual([]);
  });

  it('holds no inline script, style or event handler on any page', () => {
    const inline = htmlFiles(pm).filter((file) => {
      const html = readSiteFile(pm, file).replaceAll(
        /<script type="application\/(?:ld\+)?json"[^>]*>[^<]*<\/script>/g,
        '',
      );
      return /<style|\sstyle="|<script(?![^>]*\ssrc=)|\son[a-z]+="/.test(html);
    });
    expect(inline).toEqual([]);
  });

  it('keeps search engines away from what other websites frame', () => {
    const framed = htmlFiles(pm).filter((file) => file.startsWith('einbetten/rahmen/'));
    expect(framed.length).toBeGreaterThan(20);
    for (const file of framed) {
      expect(readSiteFile(pm, file)).toContain('<meta name="robots" content="noindex"');
    }
    expect(readSiteFile(pm, 'sitemap-0.xml')).not.toContain('/einbetten/rahmen/');
  });

  it('loads JavaScript where it is used only: the search, and the page for other websites', () => {
    const withScript = htmlFiles(pm).filter((file) =>
      /<script[^>]*\ssrc=/.test(readSiteFile(pm, file)),
    );
    expect(withScript).toEqual(['einbetten/index.html', 'suche/index.html']);
  });

  it('names no mail address of a person or organisation', () => {
    const found = htmlFiles(pm).filter((file) =>
      readSiteFile(pm, file).includes('@kontakt.example'),
    );
    expect(found).toEqual([]);
  });
});

describe('a region on its first day', () => {
  it.each(STABLE_PAGES)('has %s', (page) => {
    expect(siteFiles(empty)).toContain(page);
  });

  it('invites to post the first offer', () => {
    expect(readSiteFile(empty, 'angebote/index.html')).toContain('href="/einstellen/"');
  });
});

describe('the umbrella site', () => {
  it('leads to every region', () => {
    const html = readSiteFile(umbrella, 'index.html');
    for (const region of ['pm', 'tf', 'hvl']) {
      expect(html).toContain(`href="http://${region}.localhost:4321/"`);
    }
  });

  it.each(['404.html', 'robots.txt', 'sitemap-index.xml', 'impressum/index.html'])(
    'has %s',
    (page) => {
      expect(siteFiles(umbrella)).toContain(page);
    },
  );
});
