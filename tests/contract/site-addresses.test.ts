import { describe, expect, it } from 'vitest';
import { pathOfEntry, siteOriginOf } from '../../cms/src/domain/site-addresses.ts';
import { readSettings } from '../../cms/src/settings.ts';
import { loadPortalSettings, siteOriginOf as originByPublisher } from '../../scripts/lib/config.ts';
import {
  categoryPath,
  listingPath,
  organisationPath,
  placePath,
  storyPath,
} from '../../site/src/lib/paths.ts';

const slug = 'kran-und-kelle';

describe('the CMS links to where the site has its pages', () => {
  it.each([
    ['listing', { slug, kind: 'offer' }, listingPath({ slug, kind: 'offer' })],
    ['listing', { slug, kind: 'request' }, listingPath({ slug, kind: 'request' })],
    ['organisation', { slug }, organisationPath({ slug })],
    ['success-story', { slug }, storyPath({ slug })],
    ['category', { slug }, categoryPath({ slug })],
    ['municipality', { slug }, placePath({ slug })],
    ['page', { slug }, `/${slug}/`],
    ['region', { slug }, '/'],
  ])('of a %s', (type, entry, path) => {
    expect(pathOfEntry(type, entry)).toBe(path);
  });

  it('and to nothing for what has no page', () => {
    expect(pathOfEntry('listing', { slug: null })).toBeNull();
    expect(pathOfEntry('media', { slug })).toBeNull();
  });
});

describe('CMS and publisher know the same origins', () => {
  it.each([
    {},
    { HOST_SUFFIX: 'Portal.example', PUBLIC_SCHEME: 'https', GATEWAY_PORT: '8443' },
    { HOST_SUFFIX: 'localhost', GATEWAY_PORT: '5321' },
    { GATEWAY_PORT: '80' },
  ])('with %o', (env) => {
    const { umbrellaOrigin } = readSettings(env);
    expect(umbrellaOrigin).toBe(loadPortalSettings({ env, envFile: '/nowhere' }).umbrellaOrigin);
    for (const region of ['pm', 'umbrella']) {
      expect(siteOriginOf(region, umbrellaOrigin)).toBe(originByPublisher(region, umbrellaOrigin));
    }
  });
});
