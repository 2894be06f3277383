import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { BuildError, describeErrorForEditors } from '../errors.ts';
import { createSiteBuilder, type BuilderOptions } from './build-site.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'portal-build-'));
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
});

/** Builds with a script in place of Astro. */
async function build(
  script: string,
  options: Partial<BuilderOptions> = {},
  signal = new AbortController().signal,
): Promise<unknown> {
  const file = path.join(folder, 'build.mjs');
  writeFileSync(file, script);
  const request = {
    region: 'pm',
    snapshotFile: path.join(folder, 'pm.ndjson'),
    mediaDir: path.join(folder, 'media'),
    outDir: path.join(folder, 'site'),
    cacheDir: path.join(folder, 'cache'),
    siteOrigin: 'http://pm.localhost:4321',
    umbrellaOrigin: 'http://localhost:4321',
  };
  const run = createSiteBuilder({ timeoutMs: 20_000, command: [file], ...options });
  return run(request, signal).then(
    () => null,
    (error: unknown) => error,
  );
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

describe('a site build', () => {
  it('gets what it needs, and no secret', async () => {
    vi.stubEnv('FEED_TOKEN', 'secret');
    vi.stubEnv('DATABASE_URL', 'secret');
    const error = await build(
      `import { writeFileSync } from 'node:fs';
       writeFileSync(process.env.SITE_OUT_DIR + '/env.json', JSON.stringify(process.env));`,
    );
    expect(error).toBeNull();
    const env = JSON.parse(readFileSync(path.join(folder, 'site/env.json'), 'utf8')) as object;
    expect(env).toMatchObject({
      REGION: 'pm',
      SNAPSHOT: path.join(folder, 'pm.ndjson'),
      SITE_ORIGIN: 'http://pm.localhost:4321',
      UMBRELLA_ORIGIN: 'http://localhost:4321',
      NODE_ENV: 'production',
    });
    expect(JSON.stringify(env)).not.toContain('secret');
  });

  it('that fails tells its last lines, and editors the decisive one', async () => {
    const error = await build(
      `console.log('rendering'); console.error('[ERROR] Listing abc: boom'); console.error('  at x'); process.exit(3);`,
    );
    expect(error).toBeInstanceOf(BuildError);
    expect(String(error)).toContain('exit code 3');
    expect((error as BuildError).output).toContain('Listing abc: boom');
    expect(describeErrorForEditors(error)).toContain('[ERROR] Listing abc: boom');
  });

  it('that hangs is ended together with everything it has started', async () => {
    const error = await build(
      `import { spawn } from 'node:child_process';
       import { writeFileSync } from 'node:fs';
       process.on('SIGTERM', () => {});
       const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'inherit' });
       writeFileSync(process.env.SITE_OUT_DIR + '/pid', String(child.pid));
       setInterval(() => {}, 1000);`,
      { timeoutMs: 1_000 },
    );
    expect(String(error)).toContain('did not end within 1 s');
    expect(describeErrorForEditors(error)).toContain('abgebrochen');
    const pid = Number(readFileSync(path.join(folder, 'site/pid'), 'utf8'));
    await vi.waitFor(() => {
      expect(isAlive(pid)).toBe(false);
    });
  });

  it('that eats all memory is ended and says so', async () => {
    const error = await build(
      `const eaten = []; for (;;) eaten.push(new Array(1_000_000).fill(eaten.length));`,
      { maxHeapMib: 64 },
    );
    expect(String(error)).toContain('ran out of memory');
  });

  it('is ended when the publisher ends', async () => {
    const ending = new AbortController();
    setTimeout(() => {
      ending.abort();
    }, 300);
    const error = await build(`setInterval(() => {}, 1000);`, {}, ending.signal);
    expect(String(error)).toContain('was stopped');
  });

  it('makes its folders', async () => {
    expect(await build('')).toBeNull();
    expect(existsSync(path.join(folder, 'site'))).toBe(true);
    expect(existsSync(path.join(folder, 'media'))).toBe(true);
  });
});
