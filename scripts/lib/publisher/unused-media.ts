import { readdir, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { FileList } from '../file-list.ts';
import type { ReleaseStore } from './release-store.ts';

/** A picture that has just been fetched belongs to a release that is being made. */
const YOUNG_MS = 600_000;
const FOLDER = 'media/';

/** Removes fetched pictures that no kept release of any region shows. */
export async function removeUnusedMedia(store: ReleaseStore, mediaDir: string): Promise<void> {
  const used = new Set<string>();
  for (const region of await store.regions()) {
    for (const release of await store.kept(region)) {
      for (const [file] of (await FileList.read(release)).entries()) {
        if (file.startsWith(FOLDER)) used.add(file.slice(FOLDER.length));
      }
    }
  }
  for (const name of await readdir(mediaDir)) {
    const file = path.join(mediaDir, name);
    const isUsed = used.has(name) || Date.now() - (await stat(file)).mtimeMs < YOUNG_MS;
    if (!isUsed) await rm(file, { force: true });
  }
}
