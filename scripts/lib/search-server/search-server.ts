import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import path from 'node:path';
import type { SearchRecords } from '@portal/site/contract';
import { describeError } from '../errors.ts';
import { sha256Hex } from '../files.ts';
import type { Logger } from '../logger.ts';
import { backoffMs } from '../publisher/backoff.ts';
import { AccessKeeper } from './access-keeper.ts';
import type { SearchServerClient } from './client.ts';
import { changeIndex, deleteIndex, rebuildIndex, type IndexVersion } from './fill-index.ts';
import { RememberedIndexes, type IndexFacts } from './index-facts.ts';
import {
  isOlder,
  isSameContent,
  newIndex,
  statusOf,
  type HeldIndex,
  type LiveContent,
  type RegionIndex,
  type SearchIndexStatus,
} from './index-state.ts';
import { indexOf, regionOfIndex } from './index-names.ts';
import { isSameVersion, listIndexes } from './list-indexes.ts';

const CHECK_MS = 10_000;
const RETRY = { firstMs: 1_000, longestMs: 60_000 };

/** How one index was filled. */
export interface FillFacts {
  kind: 'whole' | 'change';
  outcome: 'done' | 'failed';
  tookMs: number;
}

/** What a search server's indexes are filled with, and who is told. */
export interface SearchServerOptions {
  client: SearchServerClient;
  /** Origin, for messages. */
  host: string;
  releasesDir: string;
  /** Folder for what is remembered of the indexes; may be emptied at any time. */
  dir: string;
  /** Sources that records are made with. */
  buildKey: string;
  /**
   * Has a region's records written into a folder: those that `knownFile` does not know. Null: another
   * publisher has the region.
   */
  records: (
    region: string,
    knownFile: string | null,
    outDir: string,
  ) => Promise<SearchRecords | null>;
  onFill: (region: string, facts: FillFacts) => void;
  logger: Logger;
  now: () => Date;
  random: () => number;
  /** Ends everything. */
  stopping: AbortSignal;
  /** Shortest time between two looks at the server, in milliseconds. */
  checkMs?: number;
}

/** State of the search server. */
export interface SearchServerStatus {
  host: string;
  state: 'up' | 'down' | 'unknown';
  lastError: string | null;
  regions: Record<string, SearchIndexStatus>;
}

/**
 * Keeps the indexes of a search server at what is live: it acts on the difference that it finds.
 * Nothing waits for it, and sites search without the server whenever their index is not current.
 */
export class SearchServer {
  readonly #options: SearchServerOptions;
  readonly #remembered: RememberedIndexes;
  readonly #access: AccessKeeper;
  readonly #regions = new Map<string, RegionIndex>();
  #state: SearchServerStatus['state'] = 'unknown';
  #lastError: string | null = null;
  #known: readonly string[] = [];
  #checking: Promise<void> | null = null;
  #checkedAt = -Infinity;
  #failedChecks = 0;
  #checkAgain: NodeJS.Timeout | null = null;
  /** Indexes are filled from nothing one after the other, so that changes of other regions get through. */
  #whole: Promise<unknown> = Promise.resolve();

  constructor(options: SearchServerOptions) {
    this.#options = options;
    this.#remembered = new RememberedIndexes(options.dir);
    this.#access = new AccessKeeper(options.client, options.releasesDir, options.now);
  }

  /** Notes what is live of a region, and brings its index there. */
  want(region: string, live: LiveContent): void {
    const entry = this.#regions.get(region) ?? newIndex();
    this.#regions.set(region, entry);
    const isNews = !isSameContent(entry.wanted, live);
    if (!isNews && entry.held !== null && isSameContent(entry.held, live)) return;
    entry.wanted = { revision: live.revision, day: live.day };
    if (isNews || entry.failures === 0) this.#start(region, entry);
  }

  /**
   * Looks at the server, unless that was done a moment ago: whether it answers, whether all indexes
   * are as they were left, whether keys are about to expire.
   *
   * @param regions - All regions that there are; indexes of others are deleted.
   */
  check(regions: readonly string[]): void {
    this.#known = regions;
    for (const [region, entry] of this.#regions) {
      if (!regions.includes(region)) this.#drop(region, entry);
    }
    const { checkMs = CHECK_MS } = this.#options;
    if (performance.now() - this.#checkedAt >= checkMs) void this.#check();
  }

  /**
   * Fills a region's index anew, so that nothing of before is left in it.
   *
   * @throws Error of the last attempt.
   */
  async rebuild(region: string): Promise<void> {
    const entry = this.#regions.get(region);
    if (entry === undefined) return;
    await entry.running;
    await this.#remembered.forget(region);
    entry.held = null;
    this.#start(region, entry);
    await entry.running;
    if (entry.held === null) throw new Error(entry.lastError ?? this.#lastError ?? 'unknown');
  }

  /** State of the server and all indexes. */
  status(): SearchServerStatus {
    const regions = [...this.#regions].map(([region, entry]) => [region, statusOf(entry)] as const);
    const { host } = this.#options;
    return {
      host,
      state: this.#state,
      lastError: this.#lastError,
      regions: Object.fromEntries(regions),
    };
  }

  /** Resolves when nothing runs any more; the signal must have ended everything before. */
  async stopped(): Promise<void> {
    if (this.#checkAgain !== null) clearTimeout(this.#checkAgain);
    for (const { retry } of this.#regions.values()) if (retry !== null) clearTimeout(retry);
    await this.#checking;
    for (const { running } of this.#regions.values()) await running;
  }

  #start(region: string, entry: RegionIndex): void {
    if (entry.running !== null || this.#options.stopping.aborted) return;
    if (entry.retry !== null) clearTimeout(entry.retry);
    entry.retry = null;
    entry.running = this.#bring(region, entry).finally(() => {
      entry.running = null;
      const isLeft = this.#regions.get(region) === entry && entry.retry === null;
      const isBehind = entry.held !== null && isOlder(entry.held, entry.wanted);
      if (isLeft && isBehind && this.#state === 'up') this.#start(region, entry);
    });
  }

  async #bring(region: string, entry: RegionIndex): Promise<void> {
    const { logger, stopping } = this.#options;
    if (this.#state !== 'up') await this.#check();
    if (this.#state !== 'up') return;
    try {
      await this.#fill(region, entry);
      entry.failures = 0;
      entry.lastError = null;
    } catch (error) {
      if (stopping.aborted) return;
      await this.#close(region, entry);
      // One that is down is down for all regions, and is looked at again by itself.
      await this.#check();
      entry.lastError = describeError(error);
      if (this.#state !== 'up' || stopping.aborted) return;
      entry.failures += 1;
      logger.error({ region, err: error }, `search server: ${entry.lastError}`);
      const pauseMs = backoffMs(RETRY, entry.failures, this.#options.random);
      entry.retry = setTimeout(() => {
        entry.retry = null;
        this.#start(region, entry);
      }, pauseMs);
    }
  }

  async #fill(region: string, entry: RegionIndex): Promise<void> {
    const { client, stopping } = this.#options;
    const held = await this.#remembered.read(region);
    const isTrusted =
      held !== null &&
      held.recipe.startsWith(`${this.#options.buildKey} `) &&
      isSameVersion(
        held,
        (await listIndexes(this.#options.client, this.#options.stopping)).get(indexOf(region)),
      );
    if (isTrusted && isSameContent(held, entry.wanted)) {
      await this.#open(region, entry, held);
      return;
    }
    if (isTrusted) {
      const isDone = await this.#fillWith(region, entry, held, async (records, dir) => {
        if (recipeOf(this.#options.buildKey, records) !== held.recipe) return null;
        return changeIndex(client, region, { ...records, dir }, stopping);
      });
      if (isDone) return;
    }
    const turn = this.#whole.then(() =>
      this.#fillWith(region, entry, null, async (records, dir) => {
        await this.#access.readParent();
        return rebuildIndex(client, region, { ...records, dir }, stopping);
      }),
    );
    this.#whole = turn.catch(() => undefined);
    await turn;
  }

  /** Fills an index with what it does not know; answers whether that is settled. */
  async #fillWith(
    region: string,
    entry: RegionIndex,
    held: IndexFacts | null,
    send: (records: SearchRecords, dir: string) => Promise<IndexVersion | null>,
  ): Promise<boolean> {
    const { dir, records: recordsOf, onFill, logger, stopping, buildKey } = this.#options;
    if (stopping.aborted) return true;
    const kind = held === null ? 'whole' : 'change';
    const { day } = entry.wanted;
    const startedAt = performance.now();
    await mkdir(dir, { recursive: true });
    const outDir = await mkdtemp(path.join(dir, 'records-'));
    entry.fills += 1;
    try {
      const knownFile = held === null ? null : this.#remembered.knownFile(held);
      const records = await recordsOf(region, knownFile, outDir);
      if (records === null) {
        // Another publisher has the region, and cares for its index.
        this.#regions.delete(region);
        return true;
      }
      const { revision, count, changed, removed, neighbours } = records;
      const isSame = held !== null && changed + removed.length === 0;
      const version = isSame ? held : await send(records, outDir);
      if (version === null) return false;
      const { createdAt, updatedAt } = version;
      const recipe = recipeOf(buildKey, records);
      const facts = { createdAt, updatedAt, count, revision, day, recipe, neighbours };
      await this.#remembered.write(region, facts, path.join(outDir, 'known.json'));
      await this.#open(region, entry, facts);
      const tookMs = performance.now() - startedAt;
      onFill(region, { kind, outcome: 'done', tookMs });
      logger.info(
        { region, revision, kind, changed, removed: removed.length, tookMs: Math.round(tookMs) },
        `the search server holds revision ${revision}`,
      );
      return true;
    } catch (error) {
      entry.held = null;
      await this.#remembered.forget(region);
      if (!stopping.aborted) {
        onFill(region, { kind, outcome: 'failed', tookMs: performance.now() - startedAt });
      }
      throw error;
    } finally {
      entry.fills += 1;
      await rm(outDir, { recursive: true, force: true });
    }
  }

  #check(): Promise<void> {
    this.#checking ??= this.#look().finally(() => {
      this.#checking = null;
      this.#checkedAt = performance.now();
    });
    return this.#checking;
  }

  async #look(): Promise<void> {
    const { host, logger, stopping, random } = this.#options;
    if (stopping.aborted) return;
    if (this.#checkAgain !== null) clearTimeout(this.#checkAgain);
    try {
      const fillsBefore = new Map([...this.#regions].map(([region, { fills }]) => [region, fills]));
      const versions = await listIndexes(this.#options.client, this.#options.stopping);
      const wasUp = this.#state === 'up';
      if (!wasUp) await this.#access.readParent();
      this.#state = 'up';
      this.#lastError = null;
      this.#failedChecks = 0;
      if (!wasUp) logger.info(`the search server at ${host} answers`);
      await this.#deleteForgotten(versions);
      for (const [region, entry] of this.#regions) {
        if (entry.running !== null || entry.fills !== fillsBefore.get(region)) continue;
        await this.#inspect(region, entry, versions.get(indexOf(region)));
      }
      await this.#access.openUmbrella(this.#known);
    } catch (error) {
      if (stopping.aborted) return;
      const problem = describeError(error);
      if (this.#lastError !== problem) {
        logger.warn({ err: error }, `search goes on without its server: ${problem}`);
      }
      this.#state = 'down';
      this.#lastError = problem;
      for (const [region, entry] of this.#regions) await this.#close(region, entry);
      this.#failedChecks += 1;
      const pauseMs = backoffMs(RETRY, this.#failedChecks, random);
      this.#checkAgain = setTimeout(() => void this.#check(), pauseMs);
    }
  }

  /** Sees whether an index is still as it was left, and has it filled if not. */
  async #inspect(
    region: string,
    entry: RegionIndex,
    found: IndexVersion | undefined,
  ): Promise<void> {
    if (entry.retry !== null) return;
    const { held } = entry;
    if (held !== null && !isSameVersion(held, found)) {
      const said =
        found === undefined ? 'is gone' : `was changed by somebody else (${found.count} documents)`;
      this.#options.logger.warn(
        { region },
        `the index of the search server ${said}; filling it anew`,
      );
      await this.#close(region, entry);
    }
    if (entry.held === null || isOlder(entry.held, entry.wanted)) {
      this.#start(region, entry);
      return;
    }
    await this.#access.renew(region, entry.held);
  }

  async #open(region: string, entry: RegionIndex, held: HeldIndex): Promise<void> {
    await this.#access.open(region, held);
    entry.held = held;
  }

  async #close(region: string, entry: RegionIndex): Promise<void> {
    entry.held = null;
    await this.#access.close(region);
  }

  /** Deletes the indexes of regions that there are not any more. */
  async #deleteForgotten(versions: ReadonlyMap<string, IndexVersion>): Promise<void> {
    if (this.#known.length === 0) return;
    for (const index of versions.keys()) {
      const region = regionOfIndex(index);
      if (region === null || this.#known.includes(region)) continue;
      await deleteIndex(this.#options.client, index, this.#options.stopping);
      this.#options.logger.info({ region }, `deleted the index ${index} of the search server`);
    }
  }

  #drop(region: string, entry: RegionIndex): void {
    this.#regions.delete(region);
    if (entry.retry !== null) clearTimeout(entry.retry);
    void this.#access.close(region);
    void this.#remembered.forget(region);
  }
}

function recipeOf(buildKey: string, { settings }: SearchRecords): string {
  return `${buildKey} ${sha256Hex(JSON.stringify(settings)).slice(0, 16)}`;
}
