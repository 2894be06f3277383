import { readdir, readFile, readlink } from 'node:fs/promises';
import path from 'node:path';
import { DaySchema, QuarantineEntrySchema, SlugSchema } from '@portal/site/contract';
import { z } from 'zod';
import { errorCode } from './errors.ts';

/** Compressed twins of a file: extension, name of the encoding in HTTP. */
export const ENCODINGS = { br: 'br', gz: 'gzip' } as const;

const FileFactsSchema = z.object({
  /** SHA-256 of the content, in hex. */
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  /** In bytes. */
  size: z.number().int().nonnegative(),
  /** Compressed twins that lie beside the file. */
  encodings: z.array(z.enum(['br', 'gz'])),
});

/** Facts about files, by their path in the site. */
export const FileListSchema = z.record(z.string(), FileFactsSchema);

/** What a release holds, and which change of the content it shows. */
const ManifestSchema = z.object({
  version: z.literal(2),
  region: SlugSchema,
  /** Name of the release's folder. Its number is the revision that was built first. */
  releaseId: z.string(),
  /** Latest revision of the CMS whose site this is; rises without a switch when nothing visible changed. */
  revision: z.number().int().nonnegative(),
  /** Revision that the search index shows. */
  searchRevision: z.number().int().nonnegative(),
  digest: z.string().regex(/^[0-9a-f]{12}$/),
  builtAt: z.iso.datetime(),
  /** Day in Europe/Berlin for which the publisher built it; the next day may look different. */
  day: DaySchema,
  /** Sources and settings that the site was built with; another key means: build again. */
  buildKey: z.string(),
  /** Numbers that must not fall unnoticed, such as pages and listings. */
  counts: z.record(z.string(), z.number().int().nonnegative()),
  quarantine: z.array(QuarantineEntrySchema),
  /** SHA-256 of each part of the list of files, `files/NUMBER.json`; empty for a part without files. */
  parts: z.array(z.string().regex(/^(?:[0-9a-f]{64})?$/)),
  /** Hashed assets of earlier releases in `former/`, for visitors whose page is still open. */
  former: z.record(z.string(), FileFactsSchema.extend({ until: z.iso.datetime() })),
});

export type FileFacts = z.infer<typeof FileFactsSchema>;
export type Manifest = z.infer<typeof ManifestSchema>;

/** A release on the disk. */
export interface Release {
  /** Absolute path of its folder. */
  directory: string;
  manifest: Manifest;
}

/** Name of the symlink to a region's live release. */
export const CURRENT_LINK = 'current';
/** Name that the symlink takes while a region is gone from the CMS. */
export const WITHDRAWN_LINK = 'withdrawn';
/** Path of the release facts in a site. */
export const RELEASE_FACTS_PATH = '.well-known/release.json';

/** A release folder is named by revision and digest: `7-0a1b2c3d4e5f`. */
export const RELEASE_ID_PATTERN = /^\d+-[0-9a-f]{12}$/;

/**
 * Folders whose file names carry a hash of the content: browsers may keep them for ever. The
 * gateway, Caddyfile and netlify.toml share this list.
 */
export const IMMUTABLE_FOLDERS = [
  '_astro',
  'brand',
  'media',
  'illustrationen',
  'og',
  'pagefind/fragment',
  'pagefind/index',
  'pagefind/filter',
] as const;

/** Whether a file's name changes with its content. */
export function isImmutable(filePath: string): boolean {
  return IMMUTABLE_FOLDERS.some((folder) => filePath.startsWith(`${folder}/`));
}

/** File with the manifest of a release. */
export function manifestFile(directory: string): string {
  return path.join(directory, 'manifest.json');
}

/**
 * Reads a release; null if the folder holds none that is whole.
 *
 * @param directory - Folder of the release.
 */
export async function readRelease(directory: string): Promise<Release | null> {
  let text: string;
  try {
    text = await readFile(manifestFile(directory), 'utf8');
  } catch (error) {
    if (errorCode(error) === 'ENOENT' || errorCode(error) === 'ENOTDIR') return null;
    throw error;
  }
  try {
    return { directory, manifest: ManifestSchema.parse(JSON.parse(text)) };
  } catch {
    return null;
  }
}

/**
 * Name of the release that a region's symlink points to; null if there is none.
 *
 * @param regionDir - Folder of the region's releases.
 */
export async function readLink(regionDir: string, link = CURRENT_LINK): Promise<string | null> {
  try {
    return path.basename(await readlink(path.join(regionDir, link)));
  } catch (error) {
    if (errorCode(error) === 'ENOENT' || errorCode(error) === 'EINVAL') return null;
    throw error;
  }
}

/** Names of the regions that have a folder for releases, sorted. */
export async function listReleaseFolders(releasesDir: string): Promise<string[]> {
  try {
    const entries = await readdir(releasesDir, { withFileTypes: true });
    return entries
      .filter((entry) => entry.isDirectory() && SlugSchema.safeParse(entry.name).success)
      .map((entry) => entry.name)
      .sort();
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return [];
    throw error;
  }
}
