import { readdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import {
  readDeltaHeader,
  readSnapshotHeader,
  SnapshotError,
  type MissingMedia,
  type QuarantineEntry,
} from '@portal/site/contract';
import { describeError, errorCode, PortalError } from '../errors.ts';
import type { FeedClient } from '../feed-client.ts';
import { forEachLimited, pathExists, sha256Hex, writeFileAtomically } from '../files.ts';

const PARALLEL_DOWNLOADS = 4;
/** From here on, a new snapshot is quicker to read than the old one with all that came since. */
const MOST_DELTAS = 1_000;
const RENDITION = /"file":"([0-9a-f]{32}\.(?:webp|png|svg))"/g;

/** Where content is fetched from, and where it is kept. */
export interface ContentSource {
  feed: FeedClient;
  region: string;
  snapshotsDir: string;
  mediaDir: string;
}

/** Content that lies on the disk together with its images. */
export interface FetchedContent {
  file: string;
  /** Latest revision that it holds. */
  revision: number;
}

/**
 * A region's content as files: the last snapshot, and the deltas since. A file on the disk is
 * replaced only by one that is whole, so a broken answer leaves the last good one.
 */
export class ContentFiles {
  readonly #source: ContentSource;
  #deltas: string[] = [];
  #distrustsFiles = false;
  #distrustsImages = false;
  /** Why images could not be fetched, by file. */
  readonly #imageProblems = new Map<string, string>();

  constructor(source: ContentSource) {
    this.#source = source;
  }

  /** The snapshot, then the deltas that lead on from it. */
  get files(): string[] {
    return [this.#snapshotFile, ...this.#deltas];
  }

  /**
   * Fetches a snapshot and the images that it names.
   *
   * @throws PortalError if the CMS fails or the snapshot cannot be used.
   */
  async fetchSnapshot(): Promise<FetchedContent> {
    const { feed, region } = this.#source;
    const text = await feed.snapshot(region);
    const header = whole(region, () => readSnapshotHeader(text));
    if (header.region !== region) throw wrongRegion(header.region, region);
    this.#imageProblems.clear();
    await this.#fetchImages(text);
    this.#distrustsImages = false;
    await writeFileAtomically(this.#snapshotFile, text);
    await this.#removeDeltas();
    this.#distrustsFiles = false;
    return { file: this.#snapshotFile, revision: header.revision };
  }

  /**
   * Fetches what has changed since a revision, and new images.
   *
   * @param since - Revision that the reader has.
   * @param asOf - Day of the content that the change leads on from.
   * @returns Null if only a snapshot will do.
   * @throws PortalError if the CMS fails or its answer cannot be used.
   */
  async fetchDelta(since: number, asOf: string): Promise<FetchedContent | null> {
    const { feed, region } = this.#source;
    // Images that were missing may be there now, and no delta would name them again.
    if (this.#imageProblems.size > 0 || this.#deltas.length >= MOST_DELTAS) return null;
    if (this.#distrustsFiles) return null;
    const text = await feed.delta(region, since);
    if (text === null) return null;
    const header = whole(region, () => readDeltaHeader(text));
    if (header.region !== region) throw wrongRegion(header.region, region);
    if (header.since !== since || header.asOf !== asOf) return null;
    await this.#fetchImages(text);
    const { dir, name } = path.parse(this.#snapshotFile);
    const file = path.join(dir, `${name}.${header.since}-${header.revision}.delta.ndjson`);
    await writeFileAtomically(file, text);
    this.#deltas.push(file);
    return { file, revision: header.revision };
  }

  /** Whether the files may be damaged, or not lead to what the reader has. */
  get areDistrusted(): boolean {
    return this.#distrustsFiles;
  }

  /** Has the next change come as a snapshot, because something was wrong with the files. */
  distrustFiles(): void {
    this.#distrustsFiles = true;
  }

  /** Has images on the disk looked at with the next snapshot, and fetched anew if they are damaged. */
  distrustImages(): void {
    this.#distrustsImages = true;
  }

  /** Entries whose images are missing, and why. */
  missingImages(missing: readonly MissingMedia[]): QuarantineEntry[] {
    const entries = new Map<string, QuarantineEntry>();
    for (const { file, type, documentId, title } of missing) {
      const key = `${type} ${documentId}`;
      const entry = entries.get(key) ?? { type, documentId, title, problems: [] };
      entry.problems.push(this.#imageProblems.get(file) ?? `Das Bild ${file} fehlt.`);
      entries.set(key, entry);
    }
    return [...entries.values()];
  }

  get #snapshotFile(): string {
    return path.join(this.#source.snapshotsDir, `${this.#source.region}.ndjson`);
  }

  async #removeDeltas(): Promise<void> {
    this.#deltas = [];
    const { snapshotsDir, region } = this.#source;
    for (const name of await readdir(snapshotsDir)) {
      if (!name.startsWith(`${region}.`) || !name.endsWith('.delta.ndjson')) continue;
      await rm(path.join(snapshotsDir, name), { force: true });
    }
  }

  /** Fetches the images of documents that are not published; their pages do without what fails. */
  async fetchImagesOf(documents: readonly unknown[]): Promise<void> {
    await forEachLimited(imagesIn(JSON.stringify(documents)), PARALLEL_DOWNLOADS, async (file) => {
      await this.#fetchImage(file);
    });
  }

  async #fetchImages(text: string): Promise<void> {
    await forEachLimited(imagesIn(text), PARALLEL_DOWNLOADS, async (file) => {
      const problem = await this.#fetchImage(file);
      if (problem !== null) this.#imageProblems.set(file, problem);
    });
  }

  async #isThere(image: string): Promise<boolean> {
    if (!(await pathExists(image))) return false;
    return !this.#distrustsImages || isNamedByContent(image, await readFile(image));
  }

  async #fetchImage(file: string): Promise<string | null> {
    const target = path.join(this.#source.mediaDir, file);
    if (await this.#isThere(target)) return null;
    let bytes: Uint8Array | null;
    try {
      bytes = await this.#source.feed.media(file);
    } catch (error) {
      return `Das Bild ${file} ließ sich nicht laden: ${describeError(error)}`;
    }
    if (bytes === null) {
      return `Das Bild ${file} fehlt im Redaktionssystem. Bitte das Bild neu hochladen.`;
    }
    if (!isNamedByContent(file, bytes)) {
      return `Das Bild ${file} kam beschädigt an. Bitte das Bild neu hochladen.`;
    }
    await writeFileAtomically(target, bytes);
    return null;
  }
}

function isNamedByContent(image: string, bytes: Uint8Array): boolean {
  return sha256Hex(bytes).slice(0, 32) === path.parse(image).name;
}

function imagesIn(text: string): Set<string> {
  return new Set([...text.matchAll(RENDITION)].map(([, file = '']) => file));
}

/** What editors read when the CMS delivers content that cannot be used. */
export function unusableContent(region: string, cause: unknown): PortalError {
  const reason = cause instanceof Error ? cause.message : String(cause);
  return new PortalError(`The snapshot of ${region} cannot be used: ${reason}`, {
    hint: 'The live site stays as it is.',
    forEditors:
      'Die Daten aus dem Redaktionssystem waren unvollständig oder fehlerhaft. Die Website bleibt, wie sie ist. ' +
      `Meldung für die Technik: ${reason}`,
    cause,
  });
}

function whole<T>(region: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof SnapshotError) || errorCode(error) !== undefined) throw error;
    throw unusableContent(region, error);
  }
}

function wrongRegion(found: string, wanted: string): PortalError {
  return new PortalError(`The CMS answered the snapshot of ${found} when asked for ${wanted}.`, {
    hint: 'The live site stays as it is.',
    forEditors: `Das Redaktionssystem hat die Daten der Region „${found}“ statt „${wanted}“ geliefert. Bitte die Technik, CMS_URL zu prüfen.`,
  });
}
