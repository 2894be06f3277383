import { rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { createLeases } from '../../scripts/lib/publisher/leases.ts';

/** What a test asks of a process with leases. Every order is answered with one message. */
export type LeaseOrder =
  /** Takes a region and keeps it. Answer: whether it was granted. */
  | { do: 'take'; region: string }
  /** Takes and gives regions at random. Answer: how often two had the same one, and had one at all. */
  | { do: 'contend'; regions: string[]; rounds: number; folder: string }
  /** Works on every region that nobody has worked on yet. Answer: the regions that it did. */
  | { do: 'share'; regions: string[]; folder: string };

/** A publisher's leases in a process of its own, driven by a test through messages. */
const [databaseUrl = ''] = process.argv.slice(2);
const silent = { info: () => undefined, warn: () => undefined };
const leases = await createLeases({ databaseUrl, lockDir: '', logger: silent });

process.on('message', (order: LeaseOrder) => {
  void carryOut(order).then((answer) => process.send?.(answer));
});
process.on('disconnect', () => process.exit());
process.send?.('ready');

async function carryOut(order: LeaseOrder): Promise<unknown> {
  switch (order.do) {
    case 'take':
      return (await leases.take(order.region)) !== null;
    case 'contend':
      return contend(order.regions, order.rounds, order.folder);
    case 'share':
      return share(order.regions, order.folder);
  }
}

async function contend(regions: string[], rounds: number, folder: string) {
  const result = { clashes: 0, granted: 0 };
  for (let round = 0; round < rounds; round += 1) {
    const region = regions[Math.floor(Math.random() * regions.length)] ?? '';
    const lease = await leases.take(region);
    if (lease === null) continue;
    result.granted += 1;
    // A file of that name can be made once: the witness that does not trust the leases.
    const isAlone = await makeFile(path.join(folder, region));
    if (!isAlone) result.clashes += 1;
    await setTimeout(Math.random() * 3);
    if (isAlone) await rm(path.join(folder, region));
    await lease.give();
  }
  return result;
}

async function share(regions: string[], folder: string): Promise<string[]> {
  const done: string[] = [];
  for (const region of regions) {
    const lease = await leases.take(region);
    if (lease === null) continue;
    if (await makeFile(path.join(folder, region))) {
      await setTimeout(20);
      done.push(region);
    }
    await lease.give();
  }
  return done;
}

async function makeFile(file: string): Promise<boolean> {
  try {
    await writeFile(file, '', { flag: 'wx' });
    return true;
  } catch {
    return false;
  }
}
