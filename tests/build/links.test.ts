import { expect, inject, it } from 'vitest';
import { htmlFiles, readSiteFile, siteFiles } from '../support/site-files.ts';

const sites = inject('sites');

it.each(['pm', 'umbrella', 'hostile', 'empty'] as const)(
  'resolves every internal link, picture, style and anchor on %s',
  (name) => {
    const dir = sites[name];
    const files = new Set(siteFiles(dir));
    const idsOf = new Map<string, Set<string>>();
    const pages = htmlFiles(dir);
    for (const file of pages) {
      const ids = [...readSiteFile(dir, file).matchAll(/\sid="([^"]+)"/g)].map(
        ([, id]) => id ?? '',
      );
      idsOf.set(file, new Set(ids));
    }
    const broken = new Set<string>();
    for (const file of pages) {
      const base = new URL(file.replace(/index\.html$/, ''), 'http://site.example/');
      const html = readSiteFile(dir, file);
      const singles = [...html.matchAll(/\s(?:href|src|action|poster)="([^"]*)"/g)].map(
        ([, url]) => url ?? '',
      );
      const sets = [...html.matchAll(/\ssrcset="([^"]*)"/g)].flatMap(([, set]) =>
        (set ?? '').split(',').map((part) => part.trim().split(' ')[0] ?? ''),
      );
      for (const reference of [...singles, ...sets]) {
        const url = new URL(reference.replaceAll('&amp;', '&'), base);
        if (url.host !== base.host || !url.protocol.startsWith('http')) continue;
        const target = decodeURIComponent(url.pathname).slice(1);
        const targetFile = target === '' || target.endsWith('/') ? `${target}index.html` : target;
        if (!files.has(targetFile)) broken.add(`${file} → ${reference}`);
        else if (
          url.hash !== '' &&
          !idsOf.get(targetFile)?.has(decodeURIComponent(url.hash.slice(1)))
        )
          broken.add(`${file} → ${reference} (no such anchor)`);
      }
    }
    expect([...broken].slice(0, 20)).toEqual([]);
  },
);
