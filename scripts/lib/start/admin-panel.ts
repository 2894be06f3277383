import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { sourceKey } from '../site-build/source-key.ts';
import { OutputTail, signalGroup, startNodeChild } from '../child-process.ts';
import { BuildError } from '../errors.ts';
import { CMS_DIR } from '../paths.ts';

const SOURCES = ['cms/config', 'cms/src', 'cms/database', 'cms/package.json', 'cms/tsconfig.json'];
const DIST_DIR = path.join(CMS_DIR, 'dist');
const KEY_FILE = path.join(DIST_DIR, '.source-key');
const LAST_LINES = 25;

/** Node's arguments for a command of Strapi. */
export function strapiCommand(...args: string[]): string[] {
  const packageFile = createRequire(path.join(CMS_DIR, 'package.json')).resolve(
    '@strapi/strapi/package.json',
  );
  return [path.join(path.dirname(packageFile), 'bin/strapi.js'), ...args];
}

/** Fingerprint of the CMS's sources, to compare with that of the last build. */
export function cmsSourceKey(): Promise<string> {
  return sourceKey(SOURCES);
}

/** Whether CMS and admin panel are built of the present sources. */
export function isCmsBuilt(key: string): boolean {
  return (
    existsSync(path.join(DIST_DIR, 'build/index.html')) &&
    existsSync(KEY_FILE) &&
    readFileSync(KEY_FILE, 'utf8') === key
  );
}

/**
 * Builds CMS and admin panel.
 *
 * @throws {@link BuildError} with the last lines of the build.
 */
export async function buildCms(
  key: string,
  env: NodeJS.ProcessEnv,
  signal: AbortSignal,
): Promise<void> {
  const child = startNodeChild({ args: strapiCommand('build'), cwd: CMS_DIR, env });
  const output = new OutputTail(20_000);
  output.follow(child);
  const stop = () => {
    signalGroup(child, 'SIGKILL');
  };
  signal.addEventListener('abort', stop, { once: true });
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  signal.removeEventListener('abort', stop);
  if (code !== 0) {
    throw new BuildError(
      `The admin panel could not be built (exit code ${code ?? 'unknown'}):\n${output.lines(LAST_LINES).join('\n')}\n`,
      { hint: 'Mend the cause that the lines name; after a change of packages, run npm ci first.' },
    );
  }
  writeFileSync(KEY_FILE, key);
}
