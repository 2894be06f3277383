import { expect, it } from 'vitest';
import { jsonLdText } from './json-ld.ts';

it('cannot be left by a text that holds markup', () => {
  const text = jsonLdText([{ '@type': 'Offer', name: '</script><script>alert(1)</script>' }]);
  expect(text).not.toContain('<');
  expect(JSON.parse(text)).toEqual({
    '@context': 'https://schema.org',
    '@graph': [{ '@type': 'Offer', name: '</script><script>alert(1)</script>' }],
  });
});

it('leaves out what is unknown', () => {
  expect(jsonLdText([{ name: 'A', url: undefined }])).not.toContain('url');
});
