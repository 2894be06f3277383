import { describe, expect, it } from 'vitest';
import { atomFeed, escapeXml, jsonFeed, rssFeed, type Feed } from './feeds.ts';

const ATTACK = '</title><script>alert("1")</script> & \u0000\u0008\uffff\ud83d';

const feed: Feed = {
  title: `Neue Angebote ${ATTACK}`,
  description: ATTACK,
  siteName: 'starkeRegion',
  home: 'http://pm.localhost/',
  addressOf: (file) => `http://pm.localhost/feeds/${file}`,
  day: '2026-11-24',
  colours: { light: '#000000', dark: '#ffffff' },
  entries: [
    {
      url: 'http://pm.localhost/angebote/kran/',
      title: ATTACK,
      text: `Erste Zeile\n\n${ATTACK}`,
      day: '2026-11-20',
      kind: { slug: 'angebote', name: 'Angebot' },
      mode: { slug: 'leihen', name: 'Leihen' },
      category: { slug: 'hebetechnik', name: 'Hebetechnik & Baumaschinen' },
      parentCategory: 'maschinen',
      place: { slug: 'beelitz', name: 'Beelitz' },
      status: 'verfuegbar',
      price: 'Kostenfrei',
      organisation: ATTACK,
    },
  ],
};

describe.each([
  ['RSS', rssFeed],
  ['Atom', atomFeed],
])('a feed as %s', (_, write) => {
  it('holds attacks as text only', async () => {
    const xml = await (await write(feed)).text();
    expect(xml).not.toContain('<script');
    expect(xml.replaceAll(/&(?:amp|lt|gt|quot|apos|#\d+|#x[0-9a-f]+);/gi, '')).not.toContain('&');
    expect(xml.match(/<title>/g)).toHaveLength(2);
    expect(xml).toContain('http://pm.localhost/angebote/kran/');
  });
});

it('a feed as Atom has what RFC 4287 demands', async () => {
  const xml = await atomFeed(feed).text();
  for (const part of [xml.slice(0, xml.indexOf('<entry>')), /<entry>.*/s.exec(xml)?.[0] ?? '']) {
    for (const name of ['id', 'title', 'updated']) expect(part, name).toContain(`<${name}>`);
    expect(part).toMatch(/<author><name>/);
  }
  expect(xml).toContain('rel="self"');
  expect(xml).toContain('<updated>2026-11-20T12:00:00.000Z</updated>');
  const empty = await atomFeed({ ...feed, entries: [] }).text();
  expect(empty).toContain('<updated>2026-11-24T12:00:00.000Z</updated>');
});

it('a feed as JSON has what JSON Feed 1.1 demands, and what an embedded list shows', async () => {
  const answer = jsonFeed(feed);
  expect(answer.headers.get('content-type')).toContain('application/feed+json');
  expect(await answer.json()).toMatchObject({
    version: 'https://jsonfeed.org/version/1.1',
    feed_url: 'http://pm.localhost/feeds/feed.json',
    items: [
      {
        id: 'http://pm.localhost/angebote/kran/',
        date_published: '2026-11-20T12:00:00.000Z',
        _starke_region: { kind: { slug: 'angebote' }, place: { slug: 'beelitz' } },
      },
    ],
  });
});

it('XML gets no character that it forbids', () => {
  expect(escapeXml('a\u0000b\u0008c\uffff\ud83dd 🚜 ä\n')).toBe('abcd 🚜 ä\n');
});
