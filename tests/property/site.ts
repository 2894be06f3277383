import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { FileFacts, RenderedSite } from '@portal/site/contract';
import type { Renderer } from '../../scripts/lib/site-build/renderer.ts';
import { readWritten } from './site-bytes.ts';

/** What a renderer says that it has written, and what is gone. */
type Change = Pick<RenderedSite, 'written' | 'removed'>;

/** Files that are carried over from one release to the next. */
class Carried {
  /** Content of every file and of its compressed twins, by path. */
  readonly bytes: Map<string, Buffer>;
  readonly #facts: Map<string, FileFacts>;

  constructor(start?: Carried) {
    this.bytes = new Map(start?.bytes);
    this.#facts = new Map(start && start.#facts);
  }

  /** What a renderer is told of them. */
  get known(): Record<string, FileFacts> {
    return Object.fromEntries(this.#facts);
  }

  take({ written, removed }: Change, bytes: ReadonlyMap<string, Buffer>): void {
    for (const name of removed) this.#remove(name);
    for (const [name, facts] of Object.entries(written)) {
      this.#remove(name);
      this.#facts.set(name, facts);
    }
    for (const [name, content] of bytes) this.bytes.set(name, content);
  }

  #remove(name: string): void {
    this.#facts.delete(name);
    for (const twin of ['', '.br', '.gz']) this.bytes.delete(name + twin);
  }
}

/** A site in the hands of one renderer: what a release of the publisher would hold. */
export class Site {
  /** Whether the search index is out of date, as the renderer says. */
  isSearchStale = true;
  readonly #pages: Carried;
  readonly #index = new Carried();
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
    this.#pages = new Carried(start && start.#pages);
  }

  /** Content of every file but the search index, and of their compressed twins, by path. */
  get bytes(): ReadonlyMap<string, Buffer> {
    return this.#pages.bytes;
  }

  /** What the renderer said last. */
  get rendered(): RenderedSite {
    return this.#rendering.rendered;
  }

  /** Renders all with a renderer that knows only which files there are. */
  async renderAll(renderer: Renderer, snapshot: string): Promise<void> {
    this.#content = [snapshot];
    const knownFiles = this.#pages.known;
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

  /**
   * Brings the search index up to date, as it was left.
   *
   * @returns Content of its files and of their compressed twins, by path.
   */
  async searchIndex(): Promise<ReadonlyMap<string, Buffer>> {
    const { renderer, rendered } = this.#rendering;
    const knownFiles = this.#index.known;
    this.isSearchStale = false;
    const { answer, bytes } = await this.#read(this.#content, (snapshotFiles, outDir) =>
      renderer.searchIndex({ snapshotFiles, excluded: rendered.excluded, outDir, knownFiles }),
    );
    this.#index.take(answer, bytes);
    return new Map(this.#index.bytes);
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
    this.#pages.take(rendered, bytes);
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
}
