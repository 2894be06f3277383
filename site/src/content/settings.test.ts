import { describe, expect, it } from 'vitest';
import { readSettings } from './settings.ts';

const complete = {
  REGION: 'pm',
  SNAPSHOT: 'pm.ndjson',
  MEDIA_DIR: 'media',
  SITE_OUT_DIR: 'out',
  SITE_ORIGIN: 'http://pm.localhost:4321',
  UMBRELLA_ORIGIN: 'http://localhost:4321',
  SITE_CACHE_DIR: 'cache',
};

describe('readSettings', () => {
  it('accepts a complete set and ignores the rest of the environment', () => {
    expect(readSettings({ ...complete, HOME: '/root' })).toEqual(complete);
  });

  it('names every variable that is missing or wrong, and what to do', () => {
    const broken = { ...complete, REGION: 'Potsdam Mittelmark', SNAPSHOT: undefined };
    expect(() => readSettings(broken)).toThrow(/REGION=Potsdam Mittelmark.*SNAPSHOT is missing/);
    expect(() => readSettings(broken)).toThrow(/npm run build:region/);
  });

  it.each(['http://pm.localhost:4321/', 'pm.localhost', 'ftp://pm.localhost'])(
    'refuses %s as an origin',
    (origin) => {
      expect(() => readSettings({ ...complete, SITE_ORIGIN: origin })).toThrow('SITE_ORIGIN');
    },
  );
});
