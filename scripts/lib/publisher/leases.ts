import type { Logger } from '../logger.ts';
import { dataPaths } from '../paths.ts';
import { takeLock } from './lock.ts';
import { PostgresLeases } from './postgres-leases.ts';

/** The right to build one region, which one process has at a time. */
export interface Lease {
  /**
   * Whether the lease still holds, asked where leases are kept and answered within seconds; no
   * answer means no. Ask right before a step that two processes must not take at once.
   */
  isHeld(): Promise<boolean>;
  /** Gives the region back; never fails. */
  give(): Promise<void>;
  /** Calls back once when the lease is lost without being given back, at once if it already is. */
  onLost(callback: () => void): void;
}

/** Shares the regions among the publishers. */
export interface Leases {
  /** Takes a region; null if anyone has it, this process included, or nobody can tell now. */
  take(region: string): Promise<Lease | null>;
  /** Gives everything back. */
  close(): Promise<void>;
}

/** Where leases are kept. */
export interface LeasesOptions {
  /** `postgresql://…`: any number of publishers share the regions. Null: there is one publisher. */
  databaseUrl: string | null;
  /** Data folder that a publisher without PostgreSQL has for itself. */
  lockDir: string;
  logger: Pick<Logger, 'info' | 'warn'>;
}

/**
 * Makes the leases of this installation. With PostgreSQL it also comes back while the database is
 * down; no lease is granted until it answers.
 *
 * @throws LockError if there is no PostgreSQL and another publisher works on the same data folder.
 */
export async function createLeases(options: LeasesOptions): Promise<Leases> {
  const { databaseUrl, lockDir, logger } = options;
  if (databaseUrl !== null) return PostgresLeases.connect({ databaseUrl, logger });
  return new FolderLeases(takeLock(dataPaths(lockDir).publisherLockFile));
}

/** Whoever has the data folder has every region. */
class FolderLeases implements Leases {
  readonly #taken = new Set<string>();
  readonly #release: () => void;

  constructor(release: () => void) {
    this.#release = release;
    process.once('exit', release);
  }

  take(region: string): Promise<Lease | null> {
    if (this.#taken.has(region)) return Promise.resolve(null);
    this.#taken.add(region);
    let isGiven = false;
    return Promise.resolve({
      isHeld: () => Promise.resolve(!isGiven),
      give: () => {
        if (!isGiven) this.#taken.delete(region);
        isGiven = true;
        return Promise.resolve();
      },
      onLost: () => undefined,
    });
  }

  close(): Promise<void> {
    process.off('exit', this.#release);
    this.#release();
    return Promise.resolve();
  }
}
