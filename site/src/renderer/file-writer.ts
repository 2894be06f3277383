import { parentPort, Worker } from 'node:worker_threads';
import type { FileFacts } from '../contract/index.ts';
import { writeSiteFile } from './write-file.ts';

interface WriteJob {
  id: number;
  outDir: string;
  file: string;
  content: Uint8Array;
}

type WriteAnswer = { id: number } & (
  { encodings: FileFacts['encodings'] } | { message: string; code: string | undefined }
);

/** Some 30 MB of pages: rendering must not wait for compression, which a search index may slow down. */
const MOST_WAITING = 1_000;

/** Writes files on a second core, so that rendering goes on meanwhile. */
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
    this.#jobs += 1;
    const job: WriteJob = { id: this.#jobs, outDir, file, content };
    this.#waiting.set(job.id, (answer) => {
      if ('encodings' in answer) onWritten(answer.encodings);
      else this.#failure ??= Object.assign(new Error(answer.message), { code: answer.code });
    });
    const isWhole = content.byteLength === content.buffer.byteLength;
    this.#worker.postMessage(job, isWhole ? [content.buffer as ArrayBuffer] : []);
    if (this.#waiting.size >= MOST_WAITING) await this.#room(MOST_WAITING);
  }

  /** Resolves when everything is written. */
  async finish(): Promise<void> {
    await this.#room(1);
    this.#throwFailure();
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
  parentPort?.on('message', ({ id, outDir, file, content }: WriteJob) => {
    let answer: WriteAnswer;
    try {
      answer = { id, encodings: writeSiteFile(outDir, file, content) };
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? String(error.code) : undefined;
      answer = { id, message: error instanceof Error ? error.message : String(error), code };
    }
    parentPort?.postMessage(answer);
  });
}
