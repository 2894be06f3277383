import { expect, it } from 'vitest';
import { safeHref } from './safe-href.ts';

it.each([
  'https://www.example.org/a?b=c#d',
  'http://example.org',
  'mailto:redaktion@example.org',
  'tel:+493023125014',
  '/datenschutz/',
  '#anker',
])('keeps %s', (url) => {
  expect(safeHref(url)).toBe(url);
});

it.each([
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  'java\nscript:alert(1)',
  ' \u0001javascript:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  'vbscript:x',
  '//evil.example',
  '/\\evil.example',
  'https://',
  'kein Verweis',
  '',
])('refuses %j', (url) => {
  expect(safeHref(url)).toBeNull();
});
