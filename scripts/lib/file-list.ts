import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { forEachLimited, sha256Hex } from './files.ts';
import { FileListSchema, type FileFacts, type Release } from './release.ts';

/** A change looks at and writes a few parts of the list only, however large the site is. */
export const PART_COUNT = 256;
const PARALLEL_READS = 16;
/** Parts that a reader keeps in memory; those of an old release are the first to go. */
const MOST_KEPT_PARTS = 2_048;

type Part = Readonly<Record<string, FileFacts>>;

/** Number of the part of the list that names a file. */
export function partOf(file: string): number {
  return createHash('sha256').update(file).digest()[0] ?? 0;
}

/** File that holds a part of a release's list. */
export function partFile(directory: string, part: number): string {
  return path.join(directory, 'files', `${part}.json`);
}

/** A release's list of files does not match its manifest. */
export class DamagedListError extends Error {
  override name = 'DamagedListError';
}

/** The files of a release with their hashes, in parts, so that a change costs as much as it changes. */
export class FileList {
  readonly #parts: readonly Part[];
  /** SHA-256 of each part's text; empty for a part without files. */
  readonly hashes: readonly string[];

  private constructor(parts: readonly Part[], hashes: readonly string[]) {
    this.#parts = parts;
    this.hashes = hashes;
  }

  /** A list of files that were just written. */
  static of(files: Readonly<Record<string, FileFacts>>): FileList {
    const empty = new FileList(
      Array.from({ length: PART_COUNT }, () => ({})),
      Array.from({ length: PART_COUNT }, () => ''),
    );
    return empty.changed(files, []);
  }

  /**
   * Reads the list of a release.
   *
   * @throws {@link DamagedListError} if a part is missing or is not the one that the manifest names.
   */
  static async read({ directory, manifest }: Release): Promise<FileList> {
    const parts: Part[] = Array.from({ length: PART_COUNT }, () => ({}));
    await forEachLimited(manifest.parts.entries(), PARALLEL_READS, async ([part, hash]) => {
      if (hash !== '') parts[part] = await readPart(directory, part, hash);
    });
    return new FileList(parts, manifest.parts);
  }

  /** First 12 hex digits of the SHA-256 over the list. */
  get digest(): string {
    return sha256Hex(this.hashes.join('\n')).slice(0, 12);
  }

  /** What is known of a file. */
  get(file: string): FileFacts | undefined {
    const part = this.#parts[partOf(file)] ?? {};
    return Object.hasOwn(part, file) ? part[file] : undefined;
  }

  /**
   * All files with their facts.
   *
   * @yields Path and facts of a file.
   */
  *entries(): Generator<[string, FileFacts]> {
    for (const part of this.#parts) yield* Object.entries(part);
  }

  /** Number of files. */
  get size(): number {
    return this.#parts.reduce((sum, part) => sum + Object.keys(part).length, 0);
  }

  /** The list after a change; this one stays as it is. */
  changed(written: Readonly<Record<string, FileFacts>>, removed: readonly string[]): FileList {
    const parts = [...this.#parts];
    const hashes = [...this.hashes];
    const edited = new Map<number, Record<string, FileFacts>>();
    const edit = (file: string) => {
      const number = partOf(file);
      let part = edited.get(number);
      if (part === undefined) edited.set(number, (part = { ...parts[number] }));
      return part;
    };
    for (const file of removed) delete edit(file)[file];
    for (const [file, { hash, size, encodings }] of Object.entries(written)) {
      edit(file)[file] = { hash, size, encodings };
    }
    for (const [number, part] of edited) {
      parts[number] = sortByPath(part);
      hashes[number] = Object.keys(part).length === 0 ? '' : sha256Hex(textOf(parts[number]));
    }
    return new FileList(parts, hashes);
  }

  /** Numbers and texts of the parts that are not the same in another list. */
  partsUnlike(other: FileList | null): { part: number; text: string | null }[] {
    return this.hashes.flatMap((hash, part) => {
      if (hash === (other?.hashes[part] ?? '')) return [];
      return { part, text: hash === '' ? null : textOf(this.#parts[part] ?? {}) };
    });
  }
}

/** Looks up files of releases, and reads no more of their lists than is asked for. */
export class FileLookup {
  readonly #parts = new Map<string, Part>();

  /**
   * What a release says of a file; undefined if it does not name it.
   *
   * @throws {@link DamagedListError} or ENOENT if the release is not whole, or not there any more.
   */
  async find({ directory, manifest }: Release, file: string): Promise<FileFacts | undefined> {
    const number = partOf(file);
    const hash = manifest.parts[number] ?? '';
    if (hash === '') return undefined;
    let part = this.#parts.get(hash);
    if (part === undefined) {
      part = await readPart(directory, number, hash);
      if (this.#parts.size >= MOST_KEPT_PARTS) {
        for (const oldest of [...this.#parts.keys()].slice(0, MOST_KEPT_PARTS / 2)) {
          this.#parts.delete(oldest);
        }
      }
      this.#parts.set(hash, part);
    }
    return Object.hasOwn(part, file) ? part[file] : undefined;
  }
}

async function readPart(directory: string, part: number, hash: string): Promise<Part> {
  const text = await readFile(partFile(directory, part), 'utf8');
  if (sha256Hex(text) !== hash) {
    throw new DamagedListError(`Part ${part} of the list of files in ${directory} is damaged.`);
  }
  return FileListSchema.parse(JSON.parse(text));
}

function textOf(part: Part): string {
  return JSON.stringify(part);
}

/** The same entries in the order of their paths, whatever the language of the machine. */
function sortByPath(part: Part): Part {
  return Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)));
}
