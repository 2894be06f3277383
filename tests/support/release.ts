import { FileList } from '../../scripts/lib/file-list.ts';
import { sha256Hex } from '../../scripts/lib/files.ts';
import { ReleaseStore } from '../../scripts/lib/publisher/release-store.ts';
import type { FileFacts, Release } from '../../scripts/lib/release.ts';
import { writeSiteFile } from '../../site/src/renderer/write-file.ts';

/**
 * Makes a release of some files and switches to it, as the publisher would.
 *
 * @param files - Content by path.
 */
export async function makeRelease(
  releasesDir: string,
  region: string,
  revision: number,
  files: Record<string, string>,
  now = new Date(),
): Promise<Release> {
  const store = new ReleaseStore(releasesDir);
  const incoming = await store.begin(region);
  const written: Record<string, FileFacts> = {};
  for (const [file, content] of Object.entries(files)) {
    const bytes = Buffer.from(content);
    const encodings = writeSiteFile(incoming.siteDir, file, bytes);
    written[file] = { hash: sha256Hex(bytes), size: bytes.length, encodings };
  }
  const [newest] = await store.kept(region);
  const base =
    newest === undefined ? null : { release: newest, files: await FileList.read(newest) };
  const removed = base === null ? [] : [...base.files.entries()].map(([file]) => file);
  const input = {
    ...{ region, revision, searchRevision: revision, day: '2026-11-24', buildKey: 'test' },
    ...{ counts: {}, quarantine: [] },
  };
  const gone = removed.filter((file) => written[file] === undefined);
  const { release } = await store.seal(incoming, { written, removed: gone }, base, input, now);
  await store.switchTo(release);
  return release;
}

/** A page long enough to be worth compressing. */
export function page(title: string): string {
  return `<!doctype html><html lang="de"><title>${title}</title><h1>${title}</h1><p>${'Text. '.repeat(100)}</p></html>`;
}
