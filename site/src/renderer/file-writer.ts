import { parentPort, Worker } from 'node:worker_threads';
import type { FileFacts } from '../contract/index.ts';
import { renderOgPng } from '../lib/og-render.ts';
import { writeSiteFile } from './write-file.ts';

interface WriteJob {
  outDir: string;
  file: string;
  content: Uint8Array;
}

/** A preview picture, for the folder of finished ones. */
interface DrawJob {
  svg: string;
  cacheDir: string;
}

type Job = { id: number } & (WriteJob | DrawJob);

type WriteAnswer = { id: number } & (
  { encodings: FileFacts['encodings'] } | { message: string; code: string | undefined }
);

/** Some 30 MB of pages: rendering must not wait for compression, which a search index may slow down. */
const MOST_WAITING = 1_000;

/** Writes files, and draws pictures, on a second core, so that rendering goes on meanwhile. */
export class FileWriter {
  readonly #worker: Worker;
  readonly #waiting = new Map<number, (answer: WriteAnswer) => void>();
  #jobs = 0;
  #failure: Error | null = null;
  #onRoom: (() => void) | null = null;

  /** @param entry - Program whose worker threads call {@link answerWriteJobs}. */
  constructor(entry: string) {
    this.#worker = new Worker(entry);
    this.#worker.unref();
    this.#worker.on('message', (answer: WriteAnswer) => {
      this.#waiting.get(answer.id)?.(answer);
      this.#waiting.delete(answer.id);
      if (this.#waiting.size < MOST_WAITING) this.#onRoom?.();
    });
  }

  /**
   * Takes a file to write; the promise resolves as soon as there is room for another.
   *
   * @param content - Is given away.
   * @param onWritten - Called with the twins that were written.
   * @throws Error of the operating system if an earlier file could not be written.
   */
  async write(
    outDir: string,
    file: string,
    content: Uint8Array,
    onWritten: (encodings: FileFacts['encodings']) => void,
  ): Promise<void> {
    this.#throwFailure();
    const isWhole = content.byteLength === content.buffer.byteLength;
    const given = isWhole ? [content.buffer as ArrayBuffer] : [];
    this.#post({ outDir, file, content }, given, (answer) => {
      if ('encodings' in answer) onWritten(answer.encodings);
      else this.#failure ??= Object.assign(new Error(answer.message), { code: answer.code });
    });
    if (this.#waiting.size >= MOST_WAITING) await this.#room(MOST_WAITING);
  }

  /**
   * Has a picture drawn before a page asks for it, see {@link renderOgPng}. If that fails, the page
   * says so.
   */
  draw(svg: string, cacheDir: string): Promise<void> {
    return new Promise((resolve) => {
      this.#post({ svg, cacheDir }, [], () => {
        resolve();
      });
    });
  }

  /** Resolves when everything is written. */
  async finish(): Promise<void> {
    await this.#room(1);
    this.#throwFailure();
  }

  #post(
    job: WriteJob | DrawJob,
    given: ArrayBuffer[],
    onAnswer: (answer: WriteAnswer) => void,
  ): void {
    this.#jobs += 1;
    this.#waiting.set(this.#jobs, onAnswer);
    this.#worker.postMessage({ id: this.#jobs, ...job } satisfies Job, given);
  }

  async #room(limit: number): Promise<void> {
    while (this.#waiting.size >= limit) {
      await new Promise<void>((resolve) => {
        const ask = () => {
          if (this.#waiting.size < limit) resolve();
        };
        this.#onRoom = ask;
        ask();
      });
    }
    this.#onRoom = null;
  }

  #throwFailure(): void {
    const failure = this.#failure;
    this.#failure = null;
    if (failure !== null) throw failure;
  }
}

/** Does the work of a {@link FileWriter}; to be called in the worker thread. */
export function answerWriteJobs(): void {
  parentPort?.on('message', ({ id, ...job }: Job) => {
    let answer: WriteAnswer;
    try {
      answer = { id, encodings: carryOut(job) };
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? String(error.code) : undefined;
      answer = { id, message: error instanceof Error ? error.message : String(error), code };
    }
    parentPort?.postMessage(answer);
  });
}

function carryOut(job: WriteJob | DrawJob): FileFacts['encodings'] {
  if ('file' in job) return writeSiteFile(job.outDir, job.file, job.content);
  renderOgPng(job.svg, job.cacheDir);
  return [];
}
