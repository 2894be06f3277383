import { constants } from 'node:fs';
import { copyFile, link, mkdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { FileFacts, PortalDocument, RenderedSite, SnapshotState } from '../contract/index.ts';
import { mediaFilesOf } from '../content/media.ts';
import type { SiteFiles } from './site-files.ts';
import { hashOf, removeSiteFile } from './write-file.ts';

const TYPES = ['region', 'organisation', 'listing', 'success-story', 'region-summary'] as const;
const FOLDER = 'media/';

/** Which pictures a site shows, and how many documents show each. */
export class MediaUse {
  readonly #uses = new Map<string, number>();
  /** Files that have come or gone since the last {@link MediaUse.copy}. */
  readonly #changed = new Set<string>();

  /** Counts all documents anew. */
  replaceAll(state: SnapshotState): void {
    for (const file of this.#uses.keys()) this.#changed.add(file);
    this.#uses.clear();
    for (const type of TYPES) {
      for (const document of state.all(type)) this.replace(undefined, document);
    }
  }

  /** Counts one document instead of another. */
  replace(before: PortalDocument | undefined, after: PortalDocument | undefined): void {
    for (const file of mediaFilesOf(after)) this.#count(file, 1);
    for (const file of mediaFilesOf(before)) this.#count(file, -1);
  }

  /** Brings `media/` up to date: copies what is new, notes what nobody shows any more. */
  async copy(
    files: SiteFiles,
    { mediaDir, known }: { mediaDir: string; known: ReadonlyMap<string, FileFacts> },
    outDir: string,
    { written, removed }: Pick<RenderedSite, 'written' | 'removed'>,
  ): Promise<void> {
    for (const name of this.#changed) {
      const file = FOLDER + name;
      if (files.has(file) === this.#uses.has(name)) continue;
      if (!this.#uses.has(name)) {
        files.delete(file);
        removed.push(file);
        if (written[file] === undefined) continue;
        // Of an entry that is left out after all.
        delete written[file];
        removeSiteFile(outDir, file);
        continue;
      }
      const kept = known.get(file);
      if (kept !== undefined) {
        // Its name is made from its content.
        files.set(file, kept);
        continue;
      }
      const source = path.join(mediaDir, name);
      const target = path.join(outDir, file);
      await mkdir(path.dirname(target), { recursive: true });
      // The same bytes for ever, so the site may share them with the folder that they come from.
      await link(source, target).catch(() => copyFile(source, target, constants.COPYFILE_FICLONE));
      const content = await readFile(target);
      const facts = { hash: hashOf(content), size: content.length, encodings: [] };
      files.set(file, facts);
      written[file] = facts;
    }
    this.#changed.clear();
  }

  #count(file: string, change: number): void {
    const uses = (this.#uses.get(file) ?? 0) + change;
    if (uses === 0) this.#uses.delete(file);
    else this.#uses.set(file, uses);
    this.#changed.add(file);
  }
}
