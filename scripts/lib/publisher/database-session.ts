import { setImmediate, setTimeout } from 'node:timers/promises';
import { Client } from 'pg';
import { describeError } from '../errors.ts';
import type { Logger } from '../logger.ts';
import { backoffMs } from './backoff.ts';

/**
 * A computer that vanishes from the network keeps its session until the server gives up on it,
 * after 15 to 20 s. This process gives up on the server earlier (heartbeat and answer: 8 s), so
 * that it has stopped before another one begins. What an older server does not know is left out.
 */
const SESSION_SETTINGS = `SELECT set_config(name, wanted, false) FROM pg_settings JOIN (VALUES
  ('tcp_keepalives_idle', '10'), ('tcp_keepalives_interval', '3'), ('tcp_keepalives_count', '3'),
  ('tcp_user_timeout', '15000'), ('idle_session_timeout', '0')) AS settings (key, wanted) ON key = name`;
const HEARTBEAT_MS = 5_000;
const ANSWER_MS = 3_000;
const RECONNECT = { firstMs: 200, longestMs: 5_000 };

/** How to reach the database. */
export interface DatabaseSessionOptions {
  databaseUrl: string;
  logger: Pick<Logger, 'info' | 'warn'>;
  /** Time that the server has for one answer, in milliseconds. */
  answerMs?: number;
}

/**
 * One connection to PostgreSQL that is watched and made again when it breaks. Any doubt about it
 * ends it, so that the server and this process agree on what the session holds: nothing.
 */
export class DatabaseSession {
  readonly #options: DatabaseSessionOptions;
  readonly #onLost: () => void;
  readonly #answerMs: number;
  readonly #heartbeat: NodeJS.Timeout;
  #client: Client | null = null;
  #reconnecting: NodeJS.Timeout | null = null;
  #failures = 0;
  #isClosed = false;

  /**
   * Makes a session that is not open yet.
   *
   * @param options - How to reach the database.
   * @param onLost - Called whenever a session is gone that was open before.
   */
  constructor(options: DatabaseSessionOptions, onLost: () => void) {
    this.#options = options;
    this.#onLost = onLost;
    this.#answerMs = options.answerMs ?? ANSWER_MS;
    this.#heartbeat = setInterval(() => {
      void this.ask('SELECT 1');
    }, HEARTBEAT_MS).unref();
  }

  /** Whether there is a session now. */
  get isOpen(): boolean {
    return this.#client !== null;
  }

  /** Connects, or goes on trying in the background. */
  async open(): Promise<void> {
    const client = new Client({
      connectionString: this.#options.databaseUrl,
      application_name: 'portal-publisher',
      connectionTimeoutMillis: this.#answerMs,
      keepAlive: true,
    });
    client.on('error', (error) => {
      this.#cut(client, error);
    });
    client.on('end', () => {
      this.#cut(client, new Error('The server ended the connection.'));
    });
    try {
      await client.connect();
      await inTime(client.query(SESSION_SETTINGS), this.#answerMs);
    } catch (error) {
      void client.end().catch(() => undefined);
      this.#openLater(error);
      return;
    }
    if (this.#isClosed) {
      await client.end();
      return;
    }
    if (this.#failures > 0) this.#options.logger.info('the database grants leases again');
    this.#failures = 0;
    this.#client = client;
  }

  /** The first row of the answer; null if there is none or the session was lost on the way. */
  async ask<Row extends Record<string, unknown>>(
    sql: string,
    values: unknown[] = [],
  ): Promise<Row | null> {
    const client = this.#client;
    if (client === null) return null;
    try {
      const { rows } = await inTime(client.query<Row>(sql, values), this.#answerMs);
      return client === this.#client ? (rows[0] ?? null) : null;
    } catch (error) {
      this.#cut(client, error);
      return null;
    }
  }

  /** Ends the session for good, without calling anyone back. */
  async close(): Promise<void> {
    this.#isClosed = true;
    clearInterval(this.#heartbeat);
    if (this.#reconnecting !== null) clearTimeout(this.#reconnecting);
    const client = this.#client;
    this.#client = null;
    await client?.end();
  }

  #cut(client: Client, reason: unknown): void {
    if (client !== this.#client) return;
    this.#client = null;
    void client.end().catch(() => undefined);
    this.#openLater(reason);
    this.#onLost();
  }

  #openLater(reason: unknown): void {
    if (this.#isClosed) return;
    this.#failures += 1;
    if (this.#failures === 1) {
      this.#options.logger.warn(
        `the database grants no leases, so nothing is built until it answers: ${describeError(reason)}`,
      );
    }
    const pauseMs = backoffMs(RECONNECT, this.#failures, Math.random);
    this.#reconnecting = globalThis.setTimeout(() => void this.open(), pauseMs).unref();
  }
}

async function inTime<T>(answer: Promise<T>, answerMs: number): Promise<T> {
  const answered = new AbortController();
  const waiting = async (): Promise<never> => {
    await setTimeout(answerMs, undefined, { signal: answered.signal });
    // After a long computation of this process, the answer may lie unread in the socket.
    await setImmediate();
    throw new Error(`The server did not answer within ${answerMs} ms.`);
  };
  try {
    return await Promise.race([answer, waiting()]);
  } finally {
    answered.abort();
  }
}
