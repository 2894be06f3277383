import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { brotliDecompress, gunzip } from 'node:zlib';
import { describeError, errorCode } from '../errors.ts';
import { DamagedListError, FileList } from '../file-list.ts';
import { sha256Hex } from '../files.ts';
import type { Logger } from '../logger.ts';
import type { FileFacts, Release } from '../release.ts';
import type { Reconciler } from './reconciler.ts';
import type { ReleaseStore } from './release-store.ts';

const EVERY_MS = 3_600_000;
const FIRST_AFTER_MS = 60_000;
/** After so many files it lets others have the disk for a moment. */
const FILES_AT_ONCE = 200;
const PAUSE_MS = 50;

const DECODERS = { br: promisify(brotliDecompress), gz: promisify(gunzip) };

/** What scrubbing works with. */
export interface ScrubOptions {
  store: ReleaseStore;
  reconciler: Pick<Reconciler, 'distrustFiles'>;
  logger: Logger;
}

/**
 * Looks once an hour whether the live releases are still what they were, and has a damaged one
 * published anew.
 *
 * @returns A function that ends it.
 */
export function startScrubbing(options: ScrubOptions): () => void {
  let timer = setTimeout(run, FIRST_AFTER_MS);
  timer.unref();
  function run(): void {
    void scrubAll(options).finally(() => {
      timer = setTimeout(run, EVERY_MS);
      timer.unref();
    });
  }
  return () => {
    clearTimeout(timer);
  };
}

/** Looks at all live releases once; has the damaged ones published anew. */
export async function scrubAll({ store, reconciler, logger }: ScrubOptions): Promise<void> {
  for (const region of await store.regions()) {
    try {
      const release = await store.live(region);
      if (release === null) continue;
      const damage = await findDamage(release);
      // Replaced meanwhile: what was looked at is live no more.
      if (damage === null || (await store.live(region))?.directory !== release.directory) continue;
      logger.error({ region, file: damage }, `the live release is damaged at ${damage}`);
      await reconciler.distrustFiles(region);
    } catch (error) {
      logger.warn({ region, err: error }, describeError(error));
    }
  }
}

/** The first file of a release that is missing or not what its list says; null if all are well. */
export async function findDamage(release: Release): Promise<string | null> {
  let files: FileList;
  try {
    files = await FileList.read(release);
  } catch (error) {
    if (!(error instanceof DamagedListError) && errorCode(error) !== 'ENOENT') throw error;
    return 'files/';
  }
  const siteDir = path.join(release.directory, 'site');
  let looked = 0;
  for (const [file, facts] of files.entries()) {
    const target = path.join(siteDir, file);
    if ((await hashOfFile(target)) !== facts.hash) return file;
    for (const encoding of facts.encodings) {
      // Nearly everybody gets a twin, so it must hold what the file holds.
      const twin = `${file}.${encoding}`;
      if (!(await isTwin(path.join(siteDir, twin), encoding, facts))) return twin;
    }
    looked += 1;
    if (looked % FILES_AT_ONCE === 0) await sleep(PAUSE_MS);
  }
  return null;
}

async function isTwin(
  twin: string,
  encoding: FileFacts['encodings'][number],
  { hash }: FileFacts,
): Promise<boolean> {
  const content = await readIfThere(twin);
  if (content === null) return false;
  try {
    return sha256Hex(await DECODERS[encoding](content)) === hash;
  } catch {
    return false;
  }
}

async function hashOfFile(file: string): Promise<string | null> {
  const content = await readIfThere(file);
  return content && sha256Hex(content);
}

/** What the disk has of a file; null if that is nothing, or cannot be read any more. */
async function readIfThere(file: string): Promise<Buffer | null> {
  try {
    return await readFile(file);
  } catch (error) {
    if (errorCode(error) === 'ENOENT' || errorCode(error) === 'EIO') return null;
    throw error;
  }
}
