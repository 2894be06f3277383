import path from 'node:path';
import { FileList } from '../../scripts/lib/file-list.ts';
import { readRelease } from '../../scripts/lib/release.ts';
import { liveReleaseId } from './whole-site.ts';
import type { Visit } from './visitors.ts';

/** What was live of a region, one release after the other, with all of their files. */
export class ReleaseHistory {
  readonly #dataDir: string;
  readonly #region: string;
  readonly #releases: { id: string; hashes: Map<string, string> }[] = [];
  #looking: Promise<void> = Promise.resolve();

  /** Nothing is noted before {@link ReleaseHistory.note}. */
  constructor(dataDir: string, region: string) {
    this.#dataDir = dataDir;
    this.#region = region;
  }

  /** Number of releases that were live. */
  get length(): number {
    return this.#releases.length;
  }

  /** Names of the releases that were live, the oldest first. */
  get ids(): string[] {
    return this.#releases.map(({ id }) => id);
  }

  /** Notes what is live now; to be called often enough to miss none. */
  note(): Promise<void> {
    this.#looking = this.#looking.then(() => this.#note());
    return this.#looking;
  }

  /**
   * Looks whether what visitors got can have happened: every answer was a file of a release that
   * was live, and nobody saw an older release after a newer one.
   *
   * @returns What cannot have happened, in words.
   */
  contradictions(visits: readonly Visit[]): string[] {
    const found: string[] = [];
    const at = new Map<number, number>();
    for (const { visitor, path: address, status, hash } of visits) {
      const file = address.endsWith('/') ? `${address.slice(1)}index.html` : address.slice(1);
      if (status !== 200) {
        found.push(`${address} answered ${status}`);
        continue;
      }
      // Its name says which content it has; it may be of a former release.
      if (file.startsWith('_astro/')) {
        const isKnown = this.#releases.some(({ hashes }) => hashes.get(file) === hash);
        if (!isKnown) found.push(`${file} had content of no release`);
        continue;
      }
      const since = at.get(visitor) ?? 0;
      const release = this.#releases.findIndex(
        ({ hashes }, index) => index >= since && hashes.get(file) === hash,
      );
      if (release === -1) found.push(`visitor ${visitor} got ${file} of none since ${since}`);
      else at.set(visitor, release);
    }
    return found;
  }

  async #note(): Promise<void> {
    const id = liveReleaseId(this.#dataDir, this.#region);
    if (this.#releases.at(-1)?.id === id) return;
    const release = await readRelease(path.join(this.#dataDir, 'releases', this.#region, id));
    // Replaced already; nobody has seen it, or what they saw will contradict.
    if (release === null) return;
    const files = [...(await FileList.read(release)).entries()];
    this.#releases.push({ id, hashes: new Map(files.map(([file, { hash }]) => [file, hash])) });
  }
}
