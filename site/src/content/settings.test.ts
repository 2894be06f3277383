import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { readSettings } from './settings.ts';

const complete = {
  REGION: 'pm',
  MEDIA_DIR: '/data/media',
  SITE_ORIGIN: 'http://pm.localhost:4321',
  UMBRELLA_ORIGIN: 'http://localhost:4321',
  SITE_CACHE_DIR: '/data/cache',
};

describe('readSettings', () => {
  it('accepts a complete set and ignores the rest of the environment', () => {
    expect(readSettings({ ...complete, HOME: '/root' })).toEqual(complete);
  });

  it('makes relative paths absolute', () => {
    const settings = readSettings({ ...complete, MEDIA_DIR: 'media' });
    expect(settings.MEDIA_DIR).toBe(path.resolve('media'));
  });

  it('names every variable that is missing or wrong, and what to do', () => {
    const broken = { ...complete, REGION: 'Potsdam Mittelmark', MEDIA_DIR: undefined };
    expect(() => readSettings(broken)).toThrow(/REGION=Potsdam Mittelmark.*MEDIA_DIR is missing/);
    expect(() => readSettings(broken)).toThrow(/npm run build:region/);
  });

  it.each(['http://pm.localhost:4321/', 'pm.localhost', 'ftp://pm.localhost'])(
    'refuses %s as an origin',
    (origin) => {
      expect(() => readSettings({ ...complete, SITE_ORIGIN: origin })).toThrow('SITE_ORIGIN');
    },
  );
});
