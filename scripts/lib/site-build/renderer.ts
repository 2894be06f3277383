import type { ChildProcess } from 'node:child_process';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import type {
  PreviewAnswer,
  RenderedSite,
  RendererRequest,
  SearchIndexFiles,
  SearchRecords,
} from '@portal/site/contract';
import { OutputTail, signalGroup, startNodeChild } from '../child-process.ts';
import { BuildError, type PortalError } from '../errors.ts';
import { SITE_DIR } from '../paths.ts';
import { errorLine, lastWords } from './build-output.ts';
import { unusableContent } from './content-files.ts';

const OUTPUT_CHARACTERS = 64_000;
const OUTPUT_LINES = 400;
const PREVIEW_TIMEOUT_MS = 10_000;
const DEFAULT_HEAP_MIB = 3_072;
/** A page leaves much behind at once; with more room for that, less time goes into collecting it. */
const YOUNG_HEAP_MIB = 64;

/** One site to render; docs/architecture.md explains the variables behind it. */
export interface RendererSettings {
  /** Region slug or `umbrella`. */
  region: string;
  mediaDir: string;
  cacheDir: string;
  /** Origin of the site, without trailing slash. */
  siteOrigin: string;
  umbrellaOrigin: string;
  /** Called when it ends by itself although nobody waits for an answer, who would learn of it. */
  onLoss?: (reason: BuildError) => void;
}

type RequestOf<T extends RendererRequest['type']> = Omit<
  Extract<RendererRequest, { type: T }>,
  'type'
>;

/**
 * A site's renderer. Every method throws {@link BuildError} when it fails, hangs or is ended; after
 * that the renderer is of no more use, and the caller opens another.
 */
export interface Renderer {
  renderAll(request: RequestOf<'render-all'>): Promise<RenderedSite>;
  renderChange(request: RequestOf<'render-change'>): Promise<RenderedSite>;
  searchIndex(request: RequestOf<'search-index'>): Promise<SearchIndexFiles>;
  searchRecords(request: RequestOf<'search-records'>): Promise<SearchRecords>;
  preview(request: RequestOf<'preview'>): Promise<PreviewAnswer>;
  /** Whether it can be asked. */
  readonly isUsable: boolean;
  /** Number of its process, for measurements; undefined without a process. */
  readonly pid: number | undefined;
  /** Ends it, whatever it does. */
  close(): void;
}

/** Opens renderers. The publisher gets it as an argument, so that tests can do without real pages. */
export type OpenRenderer = (settings: RendererSettings) => Promise<Renderer>;

/** Limits of a renderer. */
export interface RendererOptions {
  /** The compiled pages. */
  program: string;
  /** Time that rendering may take, in milliseconds. */
  timeoutMs: number;
  /** Time that a preview may take, in milliseconds. */
  previewTimeoutMs?: number;
  /** Memory that JavaScript may take, in MiB. */
  maxHeapMib?: number;
}

/** Makes a function that starts renderers as child processes without secrets. */
export function createRendererOpener(options: RendererOptions): OpenRenderer {
  return async (settings) => {
    await mkdir(settings.mediaDir, { recursive: true });
    return new RendererProcess(settings, options);
  };
}

interface Waiting {
  resolve: (result: unknown) => void;
  reject: (error: PortalError) => void;
  timeoutMs: number;
  /** Null until its turn has come. */
  timer: NodeJS.Timeout | null;
}

type Message = { ready: true } | { id: number; result: unknown } | { id: number; error: string };

class RendererProcess implements Renderer {
  readonly #region: string;
  readonly #options: RendererOptions;
  readonly #child: ChildProcess;
  readonly #output = new OutputTail(OUTPUT_CHARACTERS);
  readonly #waiting = new Map<number, Waiting>();
  readonly #ready: Promise<void>;
  #requests = 0;
  #end: BuildError | null = null;

  constructor(settings: RendererSettings, options: RendererOptions) {
    this.#region = settings.region;
    this.#options = options;
    this.#child = startNodeChild({
      args: [options.program],
      cwd: SITE_DIR,
      env: environmentOf(settings, options.maxHeapMib ?? DEFAULT_HEAP_MIB),
    });
    this.#output.follow(this.#child);
    this.#ready = new Promise((resolve) => {
      this.#child.on('message', (message: Message) => {
        if ('ready' in message) resolve();
        else this.#take(message);
      });
    });
    this.#child.on('error', (cause) => {
      // One that had started could not be told something, because it has ended; its end says more.
      if (this.#child.pid !== undefined) return;
      this.#fail(
        new BuildError(`The renderer of ${this.#region} did not start`, {
          hint: 'Run npm ci again.',
          cause,
        }),
      );
    });
    // Helpers must not outlive it, and would hold its output open.
    this.#child.once('exit', () => {
      signalGroup(this.#child, 'SIGKILL');
    });
    this.#child.once('close', (code, signal) => {
      const isLoss = this.#end === null && this.#waiting.size === 0;
      this.#fail(this.#ended(code, signal));
      if (isLoss && this.#end !== null) settings.onLoss?.(this.#end);
    });
  }

  get isUsable(): boolean {
    return this.#end === null;
  }

  get pid(): number | undefined {
    return this.#child.pid;
  }

  renderAll(request: RequestOf<'render-all'>): Promise<RenderedSite> {
    return this.#ask({ type: 'render-all', ...request });
  }

  renderChange(request: RequestOf<'render-change'>): Promise<RenderedSite> {
    return this.#ask({ type: 'render-change', ...request });
  }

  searchIndex(request: RequestOf<'search-index'>): Promise<SearchIndexFiles> {
    return this.#ask({ type: 'search-index', ...request });
  }

  searchRecords(request: RequestOf<'search-records'>): Promise<SearchRecords> {
    return this.#ask({ type: 'search-records', ...request });
  }

  preview(request: RequestOf<'preview'>): Promise<PreviewAnswer> {
    const { previewTimeoutMs = PREVIEW_TIMEOUT_MS } = this.#options;
    return this.#ask({ type: 'preview', ...request }, previewTimeoutMs);
  }

  close(): void {
    this.#fail(
      new BuildError(`The build of ${this.#region} was stopped.`, {
        hint: 'The next start of the publisher repeats it.',
      }),
    );
    signalGroup(this.#child, 'SIGKILL');
  }

  async #ask<T>(request: RendererRequest, timeoutMs = this.#options.timeoutMs): Promise<T> {
    this.#requests += 1;
    const id = this.#requests;
    const answer = new Promise<unknown>((resolve, reject) => {
      if (this.#end !== null) {
        reject(this.#end);
        return;
      }
      this.#waiting.set(id, { resolve, reject, timeoutMs, timer: null });
      this.#watchFirst();
    });
    // A renderer that never gets ready ends by its time limit.
    void this.#ready.then(() => {
      if (this.#end === null) this.#child.send({ id, request });
    });
    return (await answer) as T;
  }

  /** It answers one after the other, so time counts for the one whose turn it is. */
  #watchFirst(): void {
    const [first] = this.#waiting.values();
    if (first === undefined || first.timer !== null) return;
    const { timeoutMs } = first;
    first.timer = setTimeout(() => {
      this.#fail(this.#timedOut(timeoutMs));
      signalGroup(this.#child, 'SIGKILL');
    }, timeoutMs);
  }

  #take(message: Exclude<Message, { ready: true }>): void {
    const waiting = this.#waiting.get(message.id);
    if (waiting === undefined) return;
    this.#waiting.delete(message.id);
    if (waiting.timer !== null) clearTimeout(waiting.timer);
    this.#watchFirst();
    if ('result' in message) waiting.resolve(message.result);
    else waiting.reject(this.#failed(message.error));
  }

  #fail(error: BuildError): void {
    this.#end ??= error;
    for (const { reject, timer } of this.#waiting.values()) {
      if (timer !== null) clearTimeout(timer);
      reject(this.#end);
    }
    this.#waiting.clear();
  }

  #failed(reason: string): BuildError | PortalError {
    if (reason.startsWith('SnapshotError: ')) {
      const [line = ''] = reason.slice('SnapshotError: '.length).split('\n');
      return unusableContent(this.#region, line);
    }
    return new BuildError(`The build of ${this.#region} failed:\n${lastWords(reason)}`, {
      hint: 'The lines above name the cause.',
      forEditors: `Die Website ließ sich nicht bauen. Die letzte gute Fassung bleibt online. Meldung für die Technik: ${errorLine(reason)}`,
      output: reason,
    });
  }

  #ended(code: number | null, signal: NodeJS.Signals | null): BuildError {
    const output = this.#output.lines(OUTPUT_LINES).join('\n');
    const isOutOfMemory = /heap out of memory|ERR_WORKER_OUT_OF_MEMORY/i.test(output);
    const reason = isOutOfMemory ? 'ran out of memory' : 'ended';
    return new BuildError(
      `The build of ${this.#region} ${reason} (exit code ${code ?? signal ?? 'unknown'}):\n${lastWords(output)}`,
      {
        hint: 'The last lines of the build name the cause; logs/publisher.log has them all.',
        forEditors: `Die Website ließ sich nicht bauen. Die letzte gute Fassung bleibt online. Meldung für die Technik: ${errorLine(output)}`,
        output,
      },
    );
  }

  #timedOut(timeoutMs: number): BuildError {
    return new BuildError(
      `The build of ${this.#region} did not end within ${timeoutMs / 1000} s.`,
      {
        hint: 'Raise BUILD_TIMEOUT_SECONDS if the machine is slow.',
        forEditors: `Der Bau der Website hat nach ${Math.round(timeoutMs / 1000)} Sekunden nicht geendet und wurde abgebrochen. Die letzte gute Fassung bleibt online; der nächste Versuch folgt von selbst.`,
        output: this.#output.lines(OUTPUT_LINES).join('\n'),
      },
    );
  }
}

function environmentOf(settings: RendererSettings, maxHeapMib: number): NodeJS.ProcessEnv {
  // A renderer sees no secret of the publisher, only what it needs.
  return {
    PATH: process.env['PATH'],
    HOME: process.env['HOME'],
    TMPDIR: process.env['TMPDIR'],
    LANG: 'C.UTF-8',
    NODE_ENV: 'production',
    NODE_OPTIONS: `--max-old-space-size=${maxHeapMib} --max-semi-space-size=${YOUNG_HEAP_MIB}`,
    NO_COLOR: '1',
    REGION: settings.region,
    MEDIA_DIR: path.resolve(settings.mediaDir),
    SITE_CACHE_DIR: path.resolve(settings.cacheDir),
    SITE_ORIGIN: settings.siteOrigin,
    UMBRELLA_ORIGIN: settings.umbrellaOrigin,
  };
}
