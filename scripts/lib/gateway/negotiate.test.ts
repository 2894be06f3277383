import { describe, expect, it } from 'vitest';
import { chooseEncoding, contentTypeOf } from './negotiate.ts';
import { regionOfHost } from './server.ts';

describe('the form of a file', () => {
  it.each([
    ['gzip, deflate, br', 'br'],
    ['gzip, deflate', 'gz'],
    ['br;q=1.0, gzip;q=0.8', 'br'],
    ['br;q=0, gzip', 'gz'],
    ['br; q=0.000, *', 'gz'],
    ['BR', 'br'],
    ['*', 'br'],
    ['identity', null],
    ['brotli, zstd', null],
    ['', null],
    [undefined, null],
  ])('for “%s” is %s', (accepted, expected) => {
    expect(chooseEncoding(accepted, ['br', 'gz'])).toBe(expected);
  });

  it('is the file itself when there is no twin', () => {
    expect(chooseEncoding('br, gzip', [])).toBeNull();
    expect(chooseEncoding('br, gzip', ['gz'])).toBe('gz');
  });

  it('has a media type by its extension', () => {
    expect(contentTypeOf('a/index.html')).toBe('text/html; charset=utf-8');
    expect(contentTypeOf('pagefind/wasm.de.pagefind')).toBe('application/octet-stream');
    expect(contentTypeOf('noextension')).toBe('application/octet-stream');
  });
});

describe('the region of a host', () => {
  it.each([
    ['pm.localhost:4321', 'pm'],
    ['localhost', 'umbrella'],
    ['LOCALHOST.:80', 'umbrella'],
    ['umbrella.localhost', null],
    ['a.pm.localhost', 'a.pm'],
    ['evil-localhost', null],
    ['localhost.example.org', null],
    ['', null],
  ])('%s is %s', (host, region) => {
    expect(regionOfHost(host, 'localhost')).toBe(region);
  });
});
