import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadPublisherSettings, readEnvironment, SECRET_NAMES } from '../config.ts';
import { writeMissingSecrets } from './env-file.ts';

let folder: string;
let envFile: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'portal-env-'));
  envFile = path.join(folder, '.env');
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});
const environment = (env: NodeJS.ProcessEnv = {}) => readEnvironment({ env, envFile });

describe('the first start', () => {
  it('writes every secret at random, for its owner alone', () => {
    expect(writeMissingSecrets(envFile, environment())).toEqual([...SECRET_NAMES]);
    expect(statSync(envFile).mode & 0o777).toBe(0o600);
    const values = environment();
    expect(new Set(SECRET_NAMES.map((name) => values[name])).size).toBe(SECRET_NAMES.length);
    expect(values['APP_KEYS']?.split(',')).toHaveLength(2);
    expect(values['DEMO_CONTENT']).toBe('true');
    expect(() => loadPublisherSettings({ env: {}, envFile })).not.toThrow();
  });

  it('touches no line that is there', () => {
    const own = `# eigene Zeile\nFEED_TOKEN=${'t'.repeat(32)}\nGATEWAY_PORT=5000`;
    writeFileSync(envFile, own);
    expect(writeMissingSecrets(envFile, environment())).not.toContain('FEED_TOKEN');
    expect(readFileSync(envFile, 'utf8').startsWith(`${own}\n`)).toBe(true);
    expect(environment()).toMatchObject({ FEED_TOKEN: 't'.repeat(32), GATEWAY_PORT: '5000' });
    expect(environment()['DEMO_CONTENT']).toBeUndefined();
  });

  it('fills a secret that is there but empty', () => {
    writeFileSync(envFile, 'FEED_TOKEN=\n');
    writeMissingSecrets(envFile, environment());
    expect(environment()['FEED_TOKEN']?.length).toBeGreaterThanOrEqual(32);
  });

  it('writes nothing when the environment brings every secret', () => {
    const all = Object.fromEntries(SECRET_NAMES.map((name) => [name, 'x'.repeat(40)]));
    expect(writeMissingSecrets(envFile, environment(all))).toEqual([]);
    expect(() => statSync(envFile)).toThrow('ENOENT');
  });
});
