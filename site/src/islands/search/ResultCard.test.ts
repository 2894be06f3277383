import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import type { SearchHit } from '../../lib/search-document.ts';
import { ResultCard } from './ResultCard.tsx';

const ATTACK = '<img src=x onerror=alert(1)> Kran';

const HIT = {
  id: 'l1',
  region: 'demo',
  url: '/angebote/kran/',
  kind: 'offer',
  title: ATTACK,
  text: `${ATTACK} und <script>alert(1)</script>`,
  mode: 'lend',
  status: 'active',
  priceWords: ATTACK,
  publishedOn: '2026-11-01',
  availableFrom: null,
  availableUntil: null,
  endsOn: '2026-12-24',
  picture: null,
  organisationName: ATTACK,
  categoryName: null,
  placeName: 'Teltow',
  location: { latitude: 52.4, longitude: 13.27 },
} satisfies SearchHit;

const render = (props: Partial<Parameters<typeof ResultCard>[0]>) =>
  renderToStaticMarkup(
    createElement(ResultCard, {
      hit: HIT,
      terms: ['kran'],
      labels: new Map(),
      region: undefined,
      origin: null,
      isEnding: false,
      isEarly: true,
      ...props,
    }),
  );

it('shows markup of an entry as text, with the word of the search marked in it', () => {
  const html = render({});
  expect(html).not.toMatch(/<(?:img|script)/);
  expect(html).toContain('&lt;img src=x onerror=alert(1)&gt; <mark>Kran</mark>');
});

it('says how far away it is where there is an origin, and when it ends where that is asked', () => {
  expect(render({})).not.toMatch(/entfernt|endet/);
  const origin = { latitude: 52.4, longitude: 13.0 };
  expect(render({ origin })).toContain('Teltow, 18 km entfernt');
  expect(render({ origin: HIT.location })).not.toContain('entfernt');
  expect(render({ isEnding: true })).toContain('endet am 24. Dezember 2026');
});
