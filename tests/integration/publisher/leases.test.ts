import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Client } from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createLeases, type Leases } from '../../../scripts/lib/publisher/leases.ts';
import { PostgresLeases } from '../../../scripts/lib/publisher/postgres-leases.ts';
import { LockError } from '../../../scripts/lib/publisher/lock.ts';
import type { LeaseOrder } from '../../support/lease-process.ts';
import { findPostgres, startPostgres, type RunningPostgres } from '../../support/postgres.ts';
import { waitFor } from '../../support/publisher.ts';

const logger = { info: () => undefined, warn: () => undefined };
const REGIONS = Array.from({ length: 20 }, (_, number) => `region-${number}`);

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'portal-leases-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

describe('leases without PostgreSQL', () => {
  const create = () => createLeases({ databaseUrl: null, lockDir: folder, logger });

  it('let one publisher have the data folder, with every region', async () => {
    const leases = await create();
    const lease = await leases.take('pm');
    expect(await lease?.isHeld()).toBe(true);
    expect(await leases.take('tf')).not.toBeNull();
    await expect(create()).rejects.toThrow(LockError);
    await expect(create()).rejects.toThrow(/^Another publisher .* works on this data folder/);
    await leases.close();
    await (await create()).close();
  });

  it('grant a region once at a time', async () => {
    const leases = await create();
    const lease = await leases.take('pm');
    expect(await leases.take('pm')).toBeNull();
    await lease?.give();
    expect(await lease?.isHeld()).toBe(false);
    const next = await leases.take('pm');
    // Giving back twice must not take it from the next one.
    await lease?.give();
    expect(await leases.take('pm')).toBeNull();
    expect(await next?.isHeld()).toBe(true);
    await leases.close();
  });
});

const { reason } = findPostgres();

describe.skipIf(reason !== null)('leases on PostgreSQL', () => {
  let postgres: RunningPostgres;
  let admin: Client;
  beforeAll(async () => {
    postgres = await startPostgres();
    admin = new Client({ connectionString: postgres.url });
    await admin.connect();
  });
  afterAll(async () => {
    await admin.end();
    await postgres.stop();
  });

  const processes: ChildProcess[] = [];
  const opened: Leases[] = [];
  afterEach(async () => {
    for (const child of processes.splice(0)) child.kill('SIGKILL');
    await Promise.all(opened.splice(0).map((leases) => leases.close()));
    await waitFor('no lock is left', async () => (await locks()) === 0);
  });

  const open = async () => {
    const leases = await createLeases({ databaseUrl: postgres.url, lockDir: folder, logger });
    opened.push(leases);
    return leases;
  };
  const locks = async () => {
    const { rowCount } = await admin.query(`SELECT FROM pg_locks WHERE locktype = 'advisory'`);
    return rowCount;
  };
  const sessions = async () => {
    const { rows } = await admin.query<{ pid: number }>(
      `SELECT pid FROM pg_stat_activity WHERE application_name = 'portal-publisher'`,
    );
    return rows.map(({ pid }) => pid);
  };
  const startProcess = async () => {
    const script = path.join(import.meta.dirname, '../../support/lease-process.ts');
    const child = fork(script, [postgres.url]);
    processes.push(child);
    await once(child, 'message');
    return {
      child,
      ask: async (order: LeaseOrder): Promise<unknown> => {
        child.send(order);
        const [answer] = (await once(child, 'message')) as [unknown];
        return answer;
      },
    };
  };
  const untilGranted = async (leases: Leases, region: string) => {
    let lease = await leases.take(region);
    await waitFor(`${region} is granted`, async () => {
      lease ??= await leases.take(region);
      return lease !== null;
    });
    return lease;
  };

  it('give a region to one process at a time', async () => {
    const [first, second] = [await open(), await open()];
    const lease = await first.take('pm');
    expect(await lease?.isHeld()).toBe(true);
    expect(await second.take('pm')).toBeNull();
    expect(await first.take('pm')).toBeNull();
    expect(await second.take('tf')).not.toBeNull();
    await lease?.give();
    expect(await lease?.isHeld()).toBe(false);
    expect(await second.take('pm')).not.toBeNull();
  });

  it('grant a region once to two requests of one process at the same moment', async () => {
    const leases = await open();
    const granted = await Promise.all([leases.take('pm'), leases.take('pm'), leases.take('pm')]);
    expect(granted.filter((lease) => lease !== null)).toHaveLength(1);
    expect(await locks()).toBe(1);
  });

  it('go to another process within a second when the holder is killed', async () => {
    const holder = await startProcess();
    expect(await holder.ask({ do: 'take', region: 'pm' })).toBe(true);
    const leases = await open();
    expect(await leases.take('pm')).toBeNull();
    const killedAt = performance.now();
    holder.child.kill('SIGKILL');
    expect(await untilGranted(leases, 'pm')).not.toBeNull();
    expect(performance.now() - killedAt).toBeLessThan(1_000);
  });

  it('are lost with the connection, and can be taken again', async () => {
    const leases = await open();
    const lease = await leases.take('pm');
    let losses = 0;
    lease?.onLost(() => (losses += 1));
    const given = await leases.take('tf');
    given?.onLost(() => (losses += 100));
    await given?.give();
    await admin.query('SELECT pg_terminate_backend($1)', [(await sessions())[0]]);
    await waitFor('the loss is noticed', () => losses > 0);
    expect(losses).toBe(1);
    expect(await lease?.isHeld()).toBe(false);
    lease?.onLost(() => (losses += 1));
    expect(losses).toBe(2);

    const again = await untilGranted(leases, 'pm');
    await lease?.give();
    expect(await again?.isHeld()).toBe(true);
  });

  it('are not held when the server does not answer, and the question does not hang', async () => {
    const leases = await PostgresLeases.connect({
      databaseUrl: postgres.url,
      logger,
      answerMs: 200,
    });
    opened.push(leases);
    const lease = await leases.take('pm');
    let isLost = false;
    lease?.onLost(() => (isLost = true));
    const [pid = 0] = await sessions();
    process.kill(pid, 'SIGSTOP');
    try {
      const askedAt = performance.now();
      expect(await lease?.isHeld()).toBe(false);
      expect(performance.now() - askedAt).toBeLessThan(1_000);
      expect(isLost).toBe(true);
    } finally {
      process.kill(pid, 'SIGCONT');
    }
    expect(await untilGranted(leases, 'pm')).not.toBeNull();
  });

  it('survive a computation that is longer than the time for an answer', async () => {
    const leases = await PostgresLeases.connect({
      databaseUrl: postgres.url,
      logger,
      answerMs: 100,
    });
    opened.push(leases);
    const lease = await leases.take('pm');
    const answer = lease?.isHeld();
    const until = performance.now() + 300;
    while (performance.now() < until);
    expect(await answer).toBe(true);
  });

  it('are not granted while there is no database, and the process goes on', async () => {
    const messages: string[] = [];
    const leases = await createLeases({
      databaseUrl: 'postgresql://portal:do-not-tell@127.0.0.1:9/postgres',
      lockDir: folder,
      logger: { info: () => undefined, warn: (message: unknown) => messages.push(String(message)) },
    });
    opened.push(leases);
    expect(await leases.take('pm')).toBeNull();
    expect(messages).toHaveLength(1);
    expect(messages[0]).toContain('the database grants no leases');
    expect(messages[0]).not.toContain('do-not-tell');
  });

  it('are all given back at the end', async () => {
    const leases = await open();
    const lease = await leases.take('pm');
    let isLost = false;
    lease?.onLost(() => (isLost = true));
    await leases.close();
    expect(await lease?.isHeld()).toBe(false);
    expect(isLost).toBe(false);
    expect(await leases.take('pm')).toBeNull();
    expect(await (await open()).take('pm')).not.toBeNull();
  });

  it('never let two processes have one region, in 1,200 rounds', async () => {
    const workers = [await startProcess(), await startProcess()];
    const order: LeaseOrder = { do: 'contend', regions: REGIONS.slice(0, 4), rounds: 600, folder };
    const results = (await Promise.all(workers.map(({ ask }) => ask(order)))) as {
      clashes: number;
      granted: number;
    }[];
    for (const { clashes, granted } of results) {
      expect(clashes).toBe(0);
      expect(granted).toBeGreaterThan(100);
    }
  });

  it('are shared when everyone takes only what it works on', async () => {
    const workers = [await startProcess(), await startProcess()];
    const order: LeaseOrder = { do: 'share', regions: REGIONS, folder };
    const [first = [], second = []] = (await Promise.all(
      workers.map(({ ask }) => ask(order)),
    )) as string[][];
    expect([...first, ...second].sort()).toEqual([...REGIONS].sort());
    expect(first.length).toBeGreaterThan(2);
    expect(second.length).toBeGreaterThan(2);
    expect(readdirSync(folder)).toHaveLength(REGIONS.length);
  });
});

if (reason !== null) {
  describe('leases on PostgreSQL', () => {
    it.skip(`not tried: ${reason}`, () => undefined);
  });
}
