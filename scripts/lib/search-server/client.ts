import { z } from 'zod';
import { PortalError } from '../errors.ts';

const TIMEOUT_MS = 10_000;
/** Documents come by megabytes. */
const UPLOAD_TIMEOUT_MS = 120_000;
const TASK_TIMEOUT_MS = 600_000;
const FIRST_POLL_MS = 5;
const LONGEST_POLL_MS = 500;
/** A task is asked after again when it has taken this much longer. */
const POLL_SHARE = 0.1;

const TaskSchema = z.object({
  status: z.enum(['enqueued', 'processing', 'succeeded', 'failed', 'canceled']),
  type: z.string(),
  error: z.object({ message: z.string(), code: z.string() }).nullish(),
});
const EnqueuedSchema = z.object({ taskUid: z.number() });
const ProblemSchema = z.object({ message: z.string(), code: z.string() });

/** The search server refused something, does not answer, or is none. */
export class SearchServerError extends PortalError {
  override name = 'SearchServerError';
  /** What Meilisearch calls the problem, such as `index_not_found`; null if it did not say. */
  readonly code: string | null;

  constructor(message: string, options: { hint: string; code?: string; cause?: unknown }) {
    super(message, options);
    this.code = options.code ?? null;
  }
}

/** Where a search server is, the key to it, and how long it may take. */
export interface SearchServerAccess {
  /** Origin, without a slash at its end. */
  host: string;
  key: string;
  /** Time that an answer may take, in milliseconds. */
  timeoutMs?: number;
  /** Time that a task may take, in milliseconds. */
  taskTimeoutMs?: number;
}

/** Ends what is asked before its time; what a server has begun it brings to its end all the same. */
interface Asking {
  signal?: AbortSignal | undefined;
}

/** Asks a Meilisearch server. Every method throws {@link SearchServerError}. */
export class SearchServerClient {
  readonly #access: SearchServerAccess;

  constructor(access: SearchServerAccess) {
    this.#access = access;
  }

  /** Whether it answers, with whatever key. */
  async isUp(): Promise<boolean> {
    return this.ask('GET', '/health').then(
      () => true,
      () => false,
    );
  }

  /** Asks something and reads the answer. A body is sent as JSON; a string is lines of JSON. */
  async ask(
    method: string,
    path: string,
    body?: object | string,
    { signal }: Asking = {},
  ): Promise<unknown> {
    const { host, key, timeoutMs = TIMEOUT_MS } = this.#access;
    const areLines = typeof body === 'string';
    const timeout = AbortSignal.timeout(areLines ? UPLOAD_TIMEOUT_MS : timeoutMs);
    let response: Response;
    let text: string;
    try {
      response = await fetch(host + path, {
        method,
        redirect: 'error',
        signal: signal === undefined ? timeout : AbortSignal.any([timeout, signal]),
        headers: {
          authorization: `Bearer ${key}`,
          ...(body !== undefined && {
            'content-type': areLines ? 'application/x-ndjson' : 'application/json',
          }),
        },
        ...(body !== undefined && { body: areLines ? body : JSON.stringify(body) }),
      });
      text = await response.text();
    } catch (cause) {
      throw new SearchServerError(`The search server at ${host} does not answer.`, {
        hint: 'Start it, or mend MEILISEARCH_HOST. Visitors search with Pagefind meanwhile.',
        cause,
      });
    }
    const answer = parse(text);
    if (response.ok && (answer !== undefined || text === '')) return answer;
    throw this.#refusal(`${method} ${path}`, response.status, answer);
  }

  /** Asks for something that the server does in its own time, and waits until it is done. */
  async carryOut(
    method: string,
    path: string,
    body?: object | string,
    asking: Asking = {},
  ): Promise<void> {
    await this.whenDone(await this.enqueue(method, path, body, asking), asking);
  }

  /** Asks for something that the server does in its own time; answers the number of the task. */
  async enqueue(
    method: string,
    path: string,
    body?: object | string,
    asking: Asking = {},
  ): Promise<number> {
    const parsed = EnqueuedSchema.safeParse(await this.ask(method, path, body, asking));
    if (parsed.success) return parsed.data.taskUid;
    throw this.#refusal(`${method} ${path}`, 200, null);
  }

  /** Resolves when a task has succeeded. */
  async whenDone(taskUid: number, asking: Asking = {}): Promise<void> {
    const { taskTimeoutMs = TASK_TIMEOUT_MS } = this.#access;
    const startedAt = performance.now();
    for (;;) {
      const parsed = TaskSchema.safeParse(
        await this.ask('GET', `/tasks/${taskUid}`, undefined, asking),
      );
      if (!parsed.success) throw this.#refusal(`GET /tasks/${taskUid}`, 200, null);
      const { status, type, error } = parsed.data;
      const task = `Task ${taskUid} of the search server (${type})`;
      if (status === 'succeeded') return;
      if (status === 'failed' || status === 'canceled') {
        const code = error?.code;
        throw new SearchServerError(
          `${task} ${status}: ${error?.message ?? 'no reason given'}${code === undefined ? '' : ` (${code})`}`,
          {
            hint: 'It is tried again by itself; visitors search with Pagefind meanwhile.',
            ...(code !== undefined && { code }),
          },
        );
      }
      const waitedMs = performance.now() - startedAt;
      if (waitedMs > taskTimeoutMs) {
        throw new SearchServerError(`${task} is still ${status} after ${taskTimeoutMs / 1000} s.`, {
          hint: 'Look into the log of Meilisearch: it may lack memory or room on its disk.',
        });
      }
      const pauseMs = Math.min(Math.max(waitedMs * POLL_SHARE, FIRST_POLL_MS), LONGEST_POLL_MS);
      await new Promise((resolve) => setTimeout(resolve, pauseMs));
    }
  }

  #refusal(asked: string, status: number, answer: unknown): SearchServerError {
    const problem = ProblemSchema.safeParse(answer);
    if (!problem.success) {
      return new SearchServerError(
        `What answers at ${this.#access.host} is not Meilisearch: expected its JSON for ${asked}, found something else (${status}).`,
        { hint: 'Mend MEILISEARCH_HOST.' },
      );
    }
    const { message, code } = problem.data;
    const isKey = status === 401 || status === 403;
    return new SearchServerError(
      `The search server refused ${asked} (${status}, ${code}): ${message}`,
      {
        hint: isKey
          ? 'Set MEILISEARCH_ADMIN_KEY to the master key, or an admin key, of that server.'
          : 'The message names the cause; visitors search with Pagefind meanwhile.',
        code,
      },
    );
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
