import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { promisify } from 'node:util';
import { BuildError } from '../errors.ts';
import { SITE_DIR } from '../paths.ts';
import { SITE_SOURCES, sourceKey } from './source-key.ts';

const DAY_MS = 24 * 3_600_000;
const COMPILE_TIMEOUT_MS = 300_000;
/** Inside the project, because compiled pages look for packages in the folders above them. */
const RENDERERS_DIR = path.join(SITE_DIR, '.cache/renderers');

/** The pages as a program that renders them. */
export interface CompiledSite {
  /** Names sources and packages that it was made from. */
  key: string;
  /** The program. */
  program: string;
  /** Folder with styles, fonts and scripts. */
  clientDir: string;
}

/**
 * Compiles the pages, unless that has been done for the same sources before. What comes out knows
 * no region and serves all of them.
 *
 * @throws {@link BuildError} if the sources cannot be compiled.
 */
export async function compileSite(): Promise<CompiledSite> {
  const key = await sourceKey(SITE_SOURCES);
  const directory = path.join(RENDERERS_DIR, key);
  const compiled = {
    key,
    program: path.join(directory, 'server/entry.mjs'),
    clientDir: path.join(directory, 'client'),
  };
  if (existsSync(compiled.program)) return compiled;
  await mkdir(RENDERERS_DIR, { recursive: true });
  const draft = path.join(RENDERERS_DIR, `.draft-${process.pid}-${Date.now()}`);
  try {
    await runCompiler(draft);
    await rename(draft, directory).catch((error: unknown) => {
      // Another process was quicker with the same sources.
      if (!existsSync(compiled.program)) throw error;
    });
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
  await removeOthers(key);
  return compiled;
}

async function runCompiler(directory: string): Promise<void> {
  const packageFile = createRequire(path.join(SITE_DIR, 'package.json')).resolve(
    'astro/package.json',
  );
  const astro = path.join(path.dirname(packageFile), 'bin/astro.mjs');
  try {
    await promisify(execFile)(process.execPath, [astro, 'build'], {
      cwd: SITE_DIR,
      timeout: COMPILE_TIMEOUT_MS,
      maxBuffer: 10_000_000,
      env: {
        PATH: process.env['PATH'],
        HOME: process.env['HOME'],
        TMPDIR: process.env['TMPDIR'],
        LANG: 'C.UTF-8',
        NODE_ENV: 'production',
        ASTRO_TELEMETRY_DISABLED: '1',
        NO_COLOR: '1',
        RENDERER_DIR: directory,
      },
    });
  } catch (error) {
    const output =
      error instanceof Error && 'stdout' in error && 'stderr' in error
        ? `${String(error.stdout)}${String(error.stderr)}`
        : '';
    throw new BuildError(`The pages could not be compiled:\n${output.slice(-4_000)}`, {
      hint: 'Run npm ci again; if that does not help, the lines above name the source file.',
      forEditors:
        'Die Vorlagen der Website ließen sich nicht übersetzen. Bitte die Technik, im Protokoll des Publishers nachzusehen.',
      output,
      cause: error,
    });
  }
}

/** Renderers of older sources; a process that still runs one has loaded all of it. */
async function removeOthers(key: string): Promise<void> {
  for (const name of await readdir(RENDERERS_DIR)) {
    if (name === key) continue;
    const directory = path.join(RENDERERS_DIR, name);
    const facts = await stat(directory).catch(() => null);
    if (facts === null || Date.now() - facts.mtimeMs < DAY_MS) continue;
    await rm(directory, { recursive: true, force: true });
  }
}
