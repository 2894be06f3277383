import { setTimeout as sleep } from 'node:timers/promises';
import { sha256Hex } from '../../scripts/lib/files.ts';
import { KeptConnections, type KeptAnswer } from './kept-connections.ts';
import { Random } from './random.ts';

/** What one visitor got, in its order. */
export interface Visit {
  visitor: number;
  path: string;
  status: number;
  hash: string;
}

/** Style, script and picture files that a page names. */
export function assetsOf(html: string): string[] {
  return [...html.matchAll(/(?:href|src)="(\/(?:_astro|media|og)\/[^"]+)"/g)].map(
    ([, asset = '']) => asset,
  );
}

/**
 * Visitors who look at pages of a site all the time, each over a connection of its own, and load
 * what every page names.
 */
export class Visitors {
  readonly visits: Visit[] = [];
  /** Whatever broke: no answer, or one that cannot be read. */
  readonly failures: string[] = [];
  readonly #paths: readonly string[];
  readonly #pauseMs: number;
  readonly #connections: KeptConnections[];
  readonly #running: Promise<void>[];
  #isOver = false;

  /**
   * Sends them off.
   *
   * @param pauseMs - Between two pages of the same visitor.
   */
  constructor(
    site: { port: number; host: string },
    count: number,
    paths: readonly string[],
    pauseMs: number,
  ) {
    this.#paths = paths;
    this.#pauseMs = pauseMs;
    this.#connections = Array.from(
      { length: count },
      () => new KeptConnections(site.port, site.host, 1),
    );
    this.#running = this.#connections.map((connection, visitor) =>
      this.#visit(connection, visitor),
    );
  }

  /** Calls them back. */
  async stop(): Promise<void> {
    this.#isOver = true;
    await Promise.all(this.#running);
    for (const connection of this.#connections) connection.close();
  }

  async #visit(connection: KeptConnections, visitor: number): Promise<void> {
    const random = new Random(visitor + 1);
    while (!this.#isOver) {
      const page = await this.#get(connection, visitor, random.pick(this.#paths));
      const html = page?.body.toString() ?? '';
      for (const asset of assetsOf(html)) await this.#get(connection, visitor, asset);
      await sleep(this.#pauseMs);
    }
  }

  async #get(
    connection: KeptConnections,
    visitor: number,
    path: string,
  ): Promise<KeptAnswer | null> {
    try {
      const answer = await connection.get(path);
      this.visits.push({ visitor, path, status: answer.status, hash: sha256Hex(answer.body) });
      return answer;
    } catch (error) {
      this.failures.push(`${path}: ${String(error)}`);
      return null;
    }
  }
}
