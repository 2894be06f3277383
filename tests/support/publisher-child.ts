import { spawn, type ChildProcess } from 'node:child_process';
import path from 'node:path';
import type { RegionReport } from '@portal/site/contract';
import type { BuildNote, FaultOrder } from './fault-publisher-process.ts';
import type { Fault } from './fault-points.ts';
import type { FeedStandIn } from './feed-stand-in.ts';
import { hintOf, post } from './hints.ts';
import { waitFor } from './publisher.ts';
import { askRaw } from './raw-http.ts';

const ENTRY = path.join(import.meta.dirname, 'fault-publisher-process.ts');
const FAULT_POINTS = path.join(import.meta.dirname, 'fault-points.ts');
const READY_MS = 60_000;

/** Secret between a test and its publishers. */
export const HINT_SECRET = `whsec_${Buffer.alloc(32, 7).toString('base64')}`;

/** `GET /status`. */
export interface Status {
  ready: boolean;
  regions: Record<string, RegionReport>;
  umbrella: RegionReport;
}

/** How a publisher is started. */
export interface ChildOptions {
  feed: Pick<FeedStandIn, 'url' | 'token'>;
  dataDir: string;
  port: number;
  env?: Record<string, string>;
}

/** A publisher as a process of its own, and what a test does to it. */
export class PublisherChild {
  readonly child: ChildProcess;
  readonly port: number;
  /** What it builds, as it tells. */
  readonly builds: BuildNote[] = [];
  readonly #answers: ((answer: unknown) => void)[] = [];
  #output = '';

  /** Starts it; see {@link PublisherChild.untilReady}. */
  constructor({ feed, dataDir, port, env }: ChildOptions) {
    this.port = port;
    this.child = spawn(process.execPath, ['--import', FAULT_POINTS, ENTRY], {
      env: {
        PATH: process.env['PATH'],
        CMS_URL: feed.url,
        FEED_TOKEN: feed.token,
        HINT_SECRET,
        DATA_DIR: dataDir,
        PUBLISHER_PORT: String(port),
        ...env,
      },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    for (const stream of [this.child.stdout, this.child.stderr]) {
      stream?.on('data', (chunk: Buffer) => (this.#output += chunk.toString()));
    }
    this.child.on('message', (message: BuildNote | { done: unknown }) => {
      if ('done' in message) this.#answers.shift()?.(message.done);
      else this.builds.push(message);
    });
    // It may die at any moment, also while an order is on its way.
    this.child.on('error', () => undefined);
    this.child.once('exit', () => {
      for (const answer of this.#answers.splice(0)) answer(null);
    });
  }

  /** What it wrote to the terminal. */
  get output(): string {
    return this.#output;
  }

  get isRunning(): boolean {
    return this.child.exitCode === null && this.child.signalCode === null;
  }

  /** Its state; null while it does not answer. */
  async status(): Promise<Status | null> {
    try {
      const { body } = await askRaw({ port: this.port, path: '/status', timeoutMs: 5_000 });
      return JSON.parse(body) as Status;
    } catch {
      return null;
    }
  }

  /** A region's report; undefined while there is none. */
  async region(region: string): Promise<RegionReport | undefined> {
    return (await this.status())?.regions[region];
  }

  /** Waits until every site is live. */
  async untilReady(): Promise<void> {
    await waitFor(
      `the publisher is ready; it wrote: ${this.#output}`,
      async () => {
        if (!this.isRunning) throw new Error(`The publisher ended. It wrote:\n${this.#output}`);
        return (await this.status())?.ready === true;
      },
      READY_MS,
    );
  }

  /** Waits until a region shows a revision, with its search index if that is asked for. */
  async untilLive(region: string, revision: number, withSearch = false): Promise<void> {
    await waitFor(
      `revision ${revision} of ${region} is live`,
      async () => {
        const report = await this.region(region);
        return (
          report?.liveRevision === revision &&
          report.state === 'live' &&
          (!withSearch || report.searchRevision === revision)
        );
      },
      30_000,
    );
  }

  /** Wakes it up, as the CMS would after a change. */
  async hint(region: string): Promise<void> {
    await post(this.port, '/hint', hintOf(HINT_SECRET, region)).catch(() => undefined);
  }

  /** Lets a fault happen at an operation of the file system from now on; 0: none. */
  async arm(at: number, fault: Fault, isLasting = false, only = ''): Promise<void> {
    await this.order({ do: 'arm', at, fault, isLasting, only });
  }

  /** What it has done to the file system since it was armed. */
  async operations(): Promise<{ count: number; names: string[] }> {
    return (await this.order({ do: 'operations' })) as { count: number; names: string[] };
  }

  /** Gives it an order. */
  order(order: FaultOrder): Promise<unknown> {
    return new Promise((resolve) => {
      this.#answers.push(resolve);
      this.child.send(order, (error) => {
        if (error !== null) resolve(null);
      });
    });
  }

  /** Ends it and waits until it is gone. */
  async end(signal: NodeJS.Signals = 'SIGKILL'): Promise<number | null> {
    const ended = this.ended();
    this.child.kill(signal);
    return ended;
  }

  /** Its exit code, once it has ended. */
  async ended(): Promise<number | null> {
    if (this.isRunning) await new Promise((resolve) => this.child.once('exit', resolve));
    return this.child.exitCode;
  }
}

/** Starts a publisher and waits until every site is live. */
export async function startPublisherChild(options: ChildOptions): Promise<PublisherChild> {
  const publisher = new PublisherChild(options);
  await publisher.untilReady();
  return publisher;
}
