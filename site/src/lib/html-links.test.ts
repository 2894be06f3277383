import { describe, expect, it } from 'vitest';
import { hasText, LinkFinder } from './html-links.ts';
import { Names } from './names.ts';

const ORIGIN = 'http://pm.localhost:4321';
const names = new Names();
const finder = new LinkFinder(ORIGIN, names);
const found = (html: string, page = '/angebote/') =>
  Array.from(finder.linksOf(html, page), (number) => names.nameOf(number));

describe('references of a page', () => {
  it('are found in every kind of element', () => {
    const html = `
      <link rel="stylesheet" href="/_astro/a.css"><script src='/s.js'></script>
      <img src=/a.webp srcset="/a-320.webp 320w, /a-640.webp 640w">
      <a class="x"
         href="/ueber/?a=1&amp;b=2#oben">Über</a>
      <form action="/suche/"></form><svg><use xlink:href="/icons.svg#x"/></svg>
      <meta property="og:image" content="${ORIGIN}/og/a.png">`;
    expect(found(html)).toEqual([
      '/_astro/a.css',
      '/s.js',
      '/a.webp',
      '/a-320.webp',
      '/a-640.webp',
      '/ueber/',
      '/suche/',
      '/icons.svg',
      '/og/a.png',
    ]);
  });

  it('are resolved against the page and its origin, and decoded', () => {
    expect(found('<a href="bagger/">x</a><a href="../">y</a>')).toEqual(['/angebote/bagger/', '/']);
    expect(found(`<a href="${ORIGIN}/gesuche/">x</a>`)).toEqual(['/gesuche/']);
    expect(found('<a href="/k%C3%BChl/">x</a>')).toEqual(['/kühl/']);
  });

  it('are found before, in and after the content, as each page means them', () => {
    const html =
      '<head><link href="/a.css"></head><body><a href="/">1</a><a href="x/">2</a>' +
      '<main><a href="/m/">3</a></main><footer><a href="/f/">4</a><a href="?q">5</a></footer>';
    expect(found(html)).toEqual(['/a.css', '/', '/angebote/x/', '/m/', '/f/', '/angebote/']);
    expect(found(html, '/ueber/')).toEqual(['/a.css', '/', '/ueber/x/', '/m/', '/f/', '/ueber/']);
  });

  it('that leave the site, or lead to the page itself, are none', () => {
    expect(
      found(`<a href="#oben">1</a><a href="mailto:a@b.de">2</a><a href="tel:+49">3</a>
        <a href="https://example.org/x">4</a><a href="//example.org/x">5</a>
        <img src="data:image/gif;base64,R0lG"><a href="http://tf.localhost:4321/">6</a>
        <!-- <a href="/alt/">7</a> --><p>href="/text/"</p><a>8</a>`),
    ).toEqual([]);
  });
});

describe('a page', () => {
  it('has text when people can read something', () => {
    expect(hasText('<html><body><h1>Impressum</h1></body></html>')).toBe(true);
    expect(
      hasText('<head><title>x</title></head><body><script>x</script><!-- y --><p> </p></body>'),
    ).toBe(false);
    expect(hasText('<!doctype html><title>x</title>')).toBe(false);
    expect(hasText('')).toBe(false);
  });
});

it('takes no longer for a long path that is none', () => {
  const path = `/${'a'.repeat(200_000)}!`;
  expect(found(`<a href="${path}">x</a>`)).toEqual([path]);
});
