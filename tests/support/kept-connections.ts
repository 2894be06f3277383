import { Agent, request } from 'node:http';

/** An answer over a kept connection. */
export interface KeptAnswer {
  status: number;
  body: Buffer;
}

const TIMEOUT_MS = 15_000;

/** Asks a host over connections that stay open, as browsers do. */
export class KeptConnections {
  readonly #agent: Agent;
  readonly #port: number;
  readonly #host: string;

  /** @param most - Connections at a time. */
  constructor(port: number, host: string, most: number) {
    this.#agent = new Agent({ keepAlive: true, maxSockets: most });
    this.#port = port;
    this.#host = host;
  }

  /**
   * Asks for an address.
   *
   * @throws Error if the connection breaks or nothing comes.
   */
  async get(path: string): Promise<KeptAnswer> {
    try {
      return await this.#get(path);
    } catch (error) {
      // A server may close a connection that was idle just as a request goes out; browsers repeat it.
      if (error instanceof Error && 'code' in error && error.code === 'ECONNRESET') {
        return this.#get(path);
      }
      throw error;
    }
  }

  /** Closes them. */
  close(): void {
    this.#agent.destroy();
  }

  #get(path: string): Promise<KeptAnswer> {
    return new Promise((resolve, reject) => {
      const outgoing = request(
        {
          host: '127.0.0.1',
          port: this.#port,
          path,
          agent: this.#agent,
          headers: { host: `${this.#host}:${this.#port}` },
        },
        (incoming) => {
          const chunks: Buffer[] = [];
          incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
          incoming.on('error', reject);
          incoming.on('end', () => {
            resolve({ status: incoming.statusCode ?? 0, body: Buffer.concat(chunks) });
          });
        },
      );
      outgoing.setTimeout(TIMEOUT_MS, () => {
        outgoing.destroy(new Error(`No answer for ${path} in ${TIMEOUT_MS / 1000} s`));
      });
      outgoing.on('error', reject);
      outgoing.end();
    });
  }
}
