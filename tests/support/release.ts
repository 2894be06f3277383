import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { ReleaseStore } from '../../scripts/lib/publisher/release-store.ts';
import type { Release } from '../../scripts/lib/release.ts';

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
  for (const [file, content] of Object.entries(files)) {
    const target = path.join(incoming.siteDir, file);
    await mkdir(path.dirname(target), { recursive: true });
    await writeFile(target, content);
  }
  const release = await store.seal(
    incoming,
    { region, revision, day: '2026-11-24', buildKey: 'test', counts: {}, quarantine: [] },
    now,
  );
  await store.switchTo(release);
  return release;
}

/** A page long enough to be worth compressing. */
export function page(title: string): string {
  return `<!doctype html><html lang="de"><title>${title}</title><h1>${title}</h1><p>${'Text. '.repeat(100)}</p></html>`;
}
