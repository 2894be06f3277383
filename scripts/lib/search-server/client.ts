import { z } from 'zod';
import { PortalError } from '../errors.ts';

const TIMEOUT_MS = 10_000;
/** Documents come by megabytes. */
const UPLOAD_TIMEOUT_MS = 60_000;
const TASK_TIMEOUT_MS = 600_000;
const FIRST_POLL_MS = 20;
const LONGEST_POLL_MS = 500;

const TaskSchema = z.object({
  status: z.enum(['enqueued', 'processing', 'succeeded', 'failed', 'canceled']),
  type: z.string(),
  error: z.object({ message: z.string() }).nullish(),
});
const EnqueuedSchema = z.object({ taskUid: z.number() });
const ProblemSchema = z.object({ message: z.string(), code: z.string() });

/** The search server refused something, or is none. */
export class SearchServerError extends PortalError {
  override name = 'SearchServerError';
  /** What Meilisearch calls the problem, such as `index_not_found`; null if it did not answer. */
  readonly code: string | null;

  constructor(message: string, options: { hint: string; code?: string; cause?: unknown }) {
    super(message, options);
    this.code = options.code ?? null;
  }
}

/** Where a search server is, and the key to it. */
export interface SearchServerAccess {
  /** Origin, without a slash at its end. */
  host: string;
  key: string;
  /** Time that an answer may take, in milliseconds. */
  timeoutMs?: number;
}

/** Documents as lines of JSON; anything else is sent as JSON. */
export interface Lines {
  ndjson: string;
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

  /** Asks something and reads the answer. */
  async ask(method: string, path: string, body?: object): Promise<unknown> {
    const isLines = body !== undefined && 'ndjson' in body;
    const timeoutMs = isLines ? UPLOAD_TIMEOUT_MS : (this.#access.timeoutMs ?? TIMEOUT_MS);
    let response: Response;
    let text: string;
    try {
      response = await fetch(this.#access.host + path, {
        method,
        redirect: 'error',
        signal: AbortSignal.timeout(timeoutMs),
        headers: {
          authorization: `Bearer ${this.#access.key}`,
          ...(body !== undefined && {
            'content-type': isLines ? 'application/x-ndjson' : 'application/json',
          }),
        },
        ...(body !== undefined && {
          body: isLines ? (body as Lines).ndjson : JSON.stringify(body),
        }),
      });
      text = await response.text();
    } catch (cause) {
      throw new SearchServerError(`The search server at ${this.#access.host} does not answer.`, {
        hint: 'Start it, or mend MEILISEARCH_HOST. Visitors search with Pagefind meanwhile.',
        cause,
      });
    }
    const answer = parse(text);
    if (response.ok && (answer !== undefined || text === '')) return answer;
    throw this.#refusal(`${method} ${path}`, response.status, answer);
  }

  /** Asks for something that the server does in its own time, and waits until it is done. */
  async carryOut(method: string, path: string, body?: object): Promise<void> {
    await this.whenDone(await this.enqueue(method, path, body));
  }

  /** Asks for something that the server does in its own time. */
  async enqueue(method: string, path: string, body?: object): Promise<number> {
    const parsed = EnqueuedSchema.safeParse(await this.ask(method, path, body));
    if (parsed.success) return parsed.data.taskUid;
    throw this.#refusal(`${method} ${path}`, 200, null);
  }

  /** Resolves when a task has succeeded. */
  async whenDone(taskUid: number): Promise<void> {
    const deadline = performance.now() + TASK_TIMEOUT_MS;
    for (let pauseMs = FIRST_POLL_MS; ; pauseMs = Math.min(pauseMs * 1.5, LONGEST_POLL_MS)) {
      const task = TaskSchema.parse(await this.ask('GET', `/tasks/${taskUid}`));
      if (task.status === 'succeeded') return;
      if (task.status === 'failed' || task.status === 'canceled') {
        throw new SearchServerError(
          `Task ${taskUid} of the search server (${task.type}) ${task.status === 'failed' ? 'failed' : 'was canceled'}: ${task.error?.message ?? 'no reason given'}`,
          { hint: 'It is tried again by itself; visitors search with Pagefind meanwhile.' },
        );
      }
      if (performance.now() > deadline) {
        throw new SearchServerError(
          `Task ${taskUid} of the search server (${task.type}) is still ${task.status} after ${TASK_TIMEOUT_MS / 1000} s.`,
          { hint: 'Look into the log of Meilisearch.' },
        );
      }
      await new Promise((resolve) => setTimeout(resolve, pauseMs));
    }
  }

  #refusal(asked: string, status: number, answer: unknown): SearchServerError {
    const problem = ProblemSchema.safeParse(answer);
    if (!problem.success) {
      return new SearchServerError(
        `What answers at ${this.#access.host} is not Meilisearch: expected JSON for ${asked}, found something else (${status}).`,
        { hint: 'Mend MEILISEARCH_HOST.' },
      );
    }
    const { message, code } = problem.data;
    const isKey = status === 401 || status === 403;
    return new SearchServerError(`The search server refused ${asked} (${status}): ${message}`, {
      hint: isKey
        ? 'Set MEILISEARCH_MASTER_KEY to the master key that the server was started with.'
        : 'The message names the cause.',
      code,
    });
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
