import { setTimeout as sleep } from 'node:timers/promises';
import type { ReleaseFacts } from '@portal/site/contract';
import { KeptConnections } from './kept-connections.ts';
import { readFacts } from './whole-site.ts';

/** What one release showed, read between two looks at its facts. */
export interface Observation {
  facts: ReleaseFacts;
  /** Slugs of the listings. */
  slugs: Set<string>;
  /** One of the listings, and whether its page shows the title that it should. */
  sample: { slug: string; html: string } | null;
  /** The search index as text; null where it is not looked at. */
  index: string | null;
}

/** How to read a site. */
export interface SiteReader {
  /** Path of a page that names all listings. */
  listPath: string;
  slugsOf: (text: string) => Set<string>;
  pageOf: (slug: string) => string;
  /** Path of the search index; null: it is not looked at. */
  indexPath: string | null;
}

/** Judges an observation; says what is wrong with it, or null. */
export type Judge = (observation: Observation) => string | null;

/** Looks at a region's site all the time, and notes everything that must never be seen. */
export class Observer {
  /** Observations of one release from beginning to end. */
  count = 0;
  /** Revisions that were seen, without repetitions. */
  readonly revisions: number[] = [];
  readonly faults: string[] = [];
  readonly #connections: KeptConnections;
  readonly #region: string;
  readonly #reader: SiteReader;
  readonly #judge: Judge;
  readonly #running: Promise<void>;
  #isOver = false;

  /** Begins to look. */
  constructor(port: number, region: string, reader: SiteReader, judge: Judge) {
    this.#connections = new KeptConnections(port, `${region}.localhost`, 1);
    this.#region = region;
    this.#reader = reader;
    this.#judge = judge;
    this.#running = this.#look();
  }

  /** Stops looking. */
  async stop(): Promise<void> {
    this.#isOver = true;
    await this.#running;
    this.#connections.close();
  }

  async #look(): Promise<void> {
    while (!this.#isOver) {
      try {
        const observation = await this.#observe();
        if (observation !== null) this.#note(observation);
      } catch (error) {
        this.faults.push(`${this.#region}: ${String(error)}`);
      }
      await sleep(20);
    }
  }

  /** Null if the site was published meanwhile: what was read is then of two moments. */
  async #observe(): Promise<Observation | null> {
    const { listPath, slugsOf, pageOf, indexPath } = this.#reader;
    const before = await readFacts(this.#connections);
    const slugs = slugsOf(await this.#read(listPath));
    const slug = [...slugs][this.count % Math.max(1, slugs.size)];
    const answer = slug === undefined ? null : await this.#connections.get(pageOf(slug));
    const index = indexPath === null ? null : await this.#read(indexPath);
    const facts = await readFacts(this.#connections);
    if (facts.releaseId !== before.releaseId) return null;
    if (answer !== null && answer.status !== 200) {
      throw new Error(`${pageOf(slug ?? '')} of ${facts.releaseId} answered ${answer.status}`);
    }
    const sample = answer === null ? null : { slug: slug ?? '', html: answer.body.toString() };
    return { facts, slugs, sample, index };
  }

  async #read(path: string): Promise<string> {
    const { status, body } = await this.#connections.get(path);
    if (status !== 200) throw new Error(`${path} answered ${status}`);
    return body.toString();
  }

  #note(observation: Observation): void {
    const { revision } = observation.facts;
    const last = this.revisions.at(-1) ?? 0;
    if (revision < last) this.faults.push(`${this.#region} went from ${last} back to ${revision}`);
    if (revision !== last) this.revisions.push(revision);
    const fault = this.#judge(observation);
    if (fault !== null) this.faults.push(`${this.#region} at ${revision}: ${fault}`);
    this.count += 1;
  }
}

/** Whether two sets hold the same. */
export function isSameSet(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return a.size === b.size && [...a].every((item) => b.has(item));
}
