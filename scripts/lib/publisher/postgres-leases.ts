import { createHash } from 'node:crypto';
import { DatabaseSession, type DatabaseSessionOptions } from './database-session.ts';
import type { Lease, Leases } from './leases.ts';

/** First part of every key, so that locks of others in the same database are not in the way. */
const LOCK_SPACE = 0x706f_7274;
const TAKE = 'SELECT pg_try_advisory_lock($1, $2) AS yes';
const GIVE = 'SELECT pg_advisory_unlock($1, $2) AS yes';
const HOLDS = `SELECT EXISTS (SELECT FROM pg_locks WHERE pid = pg_backend_pid()
  AND locktype = 'advisory' AND classid = $1 AND objid = $2 AND objsubid = 2) AS yes`;

/**
 * Leases as session-level advisory locks of one connection: they end with the process, at once and
 * without anyone's doing. When the connection is lost, all of them are.
 */
export class PostgresLeases implements Leases {
  readonly #session: DatabaseSession;
  /** Leases that are held, being taken or being given back. */
  readonly #leases = new Map<string, PostgresLease>();

  private constructor(options: DatabaseSessionOptions) {
    this.#session = new DatabaseSession(options, () => {
      const lost = [...this.#leases.values()];
      this.#leases.clear();
      for (const lease of lost) lease.lose();
    });
  }

  /** Connects, or goes on trying in the background. */
  static async connect(options: DatabaseSessionOptions): Promise<PostgresLeases> {
    const leases = new PostgresLeases(options);
    await leases.#session.open();
    return leases;
  }

  async take(region: string): Promise<Lease | null> {
    if (!this.#session.isOpen || this.#leases.has(region)) return null;
    const forget = () => {
      if (this.#leases.get(region) === lease) this.#leases.delete(region);
    };
    const lease = new PostgresLease(
      () => this.#ask(HOLDS, region),
      async () => {
        await this.#ask(GIVE, region);
        forget();
      },
    );
    // Before the answer comes: a second request would stack on the same session and be granted.
    this.#leases.set(region, lease);
    if ((await this.#ask(TAKE, region)) && lease.isOpen) return lease;
    forget();
    return null;
  }

  async close(): Promise<void> {
    await Promise.all([...this.#leases.values()].map((lease) => lease.give()));
    await this.#session.close();
  }

  async #ask(sql: string, region: string): Promise<boolean> {
    const answer = await this.#session.ask<{ yes: boolean }>(sql, [LOCK_SPACE, keyOf(region)]);
    return answer?.yes ?? false;
  }
}

/** Second part of a region's key. Two regions with the same one only keep each other waiting. */
function keyOf(region: string): number {
  return createHash('sha256').update(region).digest().readUInt32BE() >>> 1;
}

class PostgresLease implements Lease {
  readonly #holds: () => Promise<boolean>;
  readonly #giveBack: () => Promise<void>;
  readonly #callbacks: (() => void)[] = [];
  #state: 'open' | 'given' | 'lost' = 'open';

  constructor(holds: () => Promise<boolean>, giveBack: () => Promise<void>) {
    this.#holds = holds;
    this.#giveBack = giveBack;
  }

  get isOpen(): boolean {
    return this.#state === 'open';
  }

  async isHeld(): Promise<boolean> {
    return this.isOpen && (await this.#holds()) && this.isOpen;
  }

  async give(): Promise<void> {
    if (!this.isOpen) return;
    this.#state = 'given';
    await this.#giveBack();
  }

  onLost(callback: () => void): void {
    if (this.#state === 'lost') callback();
    else this.#callbacks.push(callback);
  }

  lose(): void {
    if (!this.isOpen) return;
    this.#state = 'lost';
    for (const callback of this.#callbacks) callback();
  }
}
