import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { FileFacts, RenderedSite } from '@portal/site/contract';
import type { Renderer } from '../../scripts/lib/site-build/renderer.ts';
import { readWritten } from './site-bytes.ts';

/** A site in the hands of one renderer: what a release of the publisher would hold. */
export class Site {
  /** Content of every file and of its compressed twins, by path. */
  readonly bytes: Map<string, Buffer>;
  /** Whether the search index is out of date, as the renderer says. */
  isSearchStale = true;
  readonly #facts: Map<string, FileFacts>;
  readonly #parentDir: string;
  /** A snapshot, and the deltas that led on from it. */
  #content: string[] = [];
  #last: { renderer: Renderer; rendered: RenderedSite } | null = null;

  /**
   * @param parentDir - Folder for what is on its way.
   * @param start - Site to begin with; none begins with no files.
   */
  constructor(parentDir: string, start?: Site) {
    this.#parentDir = parentDir;
    this.bytes = new Map(start?.bytes);
    this.#facts = new Map(start && start.#facts);
  }

  /** What the renderer said last. */
  get rendered(): RenderedSite {
    return this.#rendering.rendered;
  }

  /** Renders all with a renderer that knows only which files there are. */
  async renderAll(renderer: Renderer, snapshot: string): Promise<void> {
    this.#content = [snapshot];
    const knownFiles = Object.fromEntries(this.#facts);
    await this.#take(renderer, [snapshot], ([snapshotFile = ''], outDir) =>
      renderer.renderAll({ snapshotFile, outDir, knownFiles }),
    );
  }

  /** Takes in a change. */
  async change(source: 'delta' | 'snapshot', text: string): Promise<void> {
    const { renderer } = this.#rendering;
    this.#content = source === 'snapshot' ? [text] : [...this.#content, text];
    await this.#take(renderer, [text], ([file = ''], outDir) =>
      renderer.renderChange({ source, file, outDir }),
    );
  }

  /** Content of the files of the search index as it should be now, by path. */
  async searchIndex(): Promise<Map<string, Buffer>> {
    const { renderer, rendered } = this.#rendering;
    this.isSearchStale = false;
    const { bytes } = await this.#read(this.#content, (snapshotFiles, outDir) =>
      renderer.searchIndex({ snapshotFiles, excluded: rendered.excluded, outDir }),
    );
    return bytes;
  }

  get #rendering(): { renderer: Renderer; rendered: RenderedSite } {
    if (this.#last === null) throw new Error('Nothing has been rendered yet.');
    return this.#last;
  }

  async #take(
    renderer: Renderer,
    content: readonly string[],
    render: (files: string[], outDir: string) => Promise<RenderedSite>,
  ): Promise<void> {
    const { answer: rendered, bytes } = await this.#read(content, render);
    for (const name of rendered.removed) this.#remove(name);
    for (const [name, facts] of Object.entries(rendered.written)) {
      this.#remove(name);
      this.#facts.set(name, facts);
    }
    for (const [name, content] of bytes) this.bytes.set(name, content);
    this.isSearchStale ||= rendered.isSearchStale;
    this.#last = { renderer, rendered };
  }

  async #read<T extends Pick<RenderedSite, 'written'>>(
    content: readonly string[],
    write: (files: string[], outDir: string) => Promise<T>,
  ): Promise<{ answer: T; bytes: Map<string, Buffer> }> {
    const workDir = await mkdtemp(path.join(this.#parentDir, 'work-'));
    const files = content.map((_, index) => path.join(workDir, `${index}.ndjson`));
    await Promise.all(files.map((file, index) => writeFile(file, content[index] ?? '')));
    const outDir = path.join(workDir, 'out');
    await mkdir(outDir);
    const answer = await write(files, outDir);
    const bytes = await readWritten(outDir, answer);
    await rm(workDir, { recursive: true });
    return { answer, bytes };
  }

  #remove(name: string): void {
    this.#facts.delete(name);
    for (const twin of ['', '.br', '.gz']) this.bytes.delete(name + twin);
  }
}
