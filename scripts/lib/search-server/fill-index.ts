import { createReadStream } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import type { SearchRecords } from '@portal/site/contract';
import { z } from 'zod';
import { SearchServerError, type SearchServerClient } from './client.ts';
import { indexOf, nextIndexOf } from './index-names.ts';

/** Characters that are sent at once. */
const CHUNK_LENGTH = 8_000_000;

const IndexSchema = z.object({ createdAt: z.string(), updatedAt: z.string() });
const StatsSchema = z.object({ numberOfDocuments: z.number() });

/** What a server says of an index. Whoever writes to the index changes it. */
export interface IndexVersion {
  createdAt: string;
  updatedAt: string;
  count: number;
}

/** Where the records are that an index has to learn. */
export interface RecordFiles extends Pick<SearchRecords, 'count' | 'removed' | 'settings'> {
  /** Folder with `records.ndjson`. */
  dir: string;
}

/**
 * Fills another index from nothing and puts it in the place of a region's, at one moment. Whatever
 * the region's index held, and whoever wrote it, is gone then.
 *
 * @throws SearchServerError; the region's index is as it was then.
 */
export async function rebuildIndex(
  client: SearchServerClient,
  region: string,
  records: RecordFiles,
  signal: AbortSignal,
): Promise<IndexVersion> {
  const [index, next] = [indexOf(region), nextIndexOf(region)];
  await deleteIndex(client, next, signal);
  await createIndex(client, next, signal);
  await client.carryOut('PATCH', `/indexes/${next}/settings`, records.settings, { signal });
  await sendRecords(client, next, records.dir, signal);
  const { count } = await versionOf(client, next, signal);
  expectCount(next, count, records.count);
  await createIndex(client, index, signal);
  await client.carryOut('POST', '/swap-indexes', [{ indexes: [index, next] }], { signal });
  await deleteIndex(client, next, signal);
  return versionOf(client, index, signal);
}

/**
 * Tells a region's index what has changed.
 *
 * @throws SearchServerError; what the index holds is not known then.
 */
export async function changeIndex(
  client: SearchServerClient,
  region: string,
  records: RecordFiles,
  signal: AbortSignal,
): Promise<IndexVersion> {
  const index = indexOf(region);
  // Both at once, so that the server may do them in one go.
  const removal =
    records.removed.length === 0
      ? null
      : await client.enqueue('POST', `/indexes/${index}/documents/delete-batch`, records.removed, {
          signal,
        });
  await sendRecords(client, index, records.dir, signal);
  if (removal !== null) await client.whenDone(removal, { signal });
  const version = await versionOf(client, index, signal);
  expectCount(index, version.count, records.count);
  return version;
}

/** Deletes an index, if there is one. */
export async function deleteIndex(
  client: SearchServerClient,
  index: string,
  signal: AbortSignal,
): Promise<void> {
  await unless(
    'index_not_found',
    client.carryOut('DELETE', `/indexes/${index}`, undefined, { signal }),
  );
}

async function createIndex(
  client: SearchServerClient,
  uid: string,
  signal: AbortSignal,
): Promise<void> {
  const body = { uid, primaryKey: 'id' };
  await unless('index_already_exists', client.carryOut('POST', '/indexes', body, { signal }));
}

async function unless(code: string, work: Promise<void>): Promise<void> {
  try {
    await work;
  } catch (error) {
    if (!(error instanceof SearchServerError) || error.code !== code) throw error;
  }
}

async function versionOf(
  client: SearchServerClient,
  index: string,
  signal: AbortSignal,
): Promise<IndexVersion> {
  const [facts, stats] = await Promise.all([
    client.ask('GET', `/indexes/${index}`, undefined, { signal }),
    client.ask('GET', `/indexes/${index}/stats`, undefined, { signal }),
  ]);
  const { createdAt, updatedAt } = IndexSchema.parse(facts);
  return { createdAt, updatedAt, count: StatsSchema.parse(stats).numberOfDocuments };
}

/** Sends all records and waits until the index holds them. */
async function sendRecords(
  client: SearchServerClient,
  index: string,
  dir: string,
  signal: AbortSignal,
): Promise<void> {
  const target = `/indexes/${index}/documents`;
  const tasks: number[] = [];
  let chunk: string[] = [];
  let length = 0;
  const send = async () => {
    if (chunk.length === 0) return;
    const body = `${chunk.join('\n')}\n`;
    [chunk, length] = [[], 0];
    tasks.push(await client.enqueue('POST', target, body, { signal }));
  };
  const input = createReadStream(path.join(dir, 'records.ndjson'));
  for await (const line of createInterface({ input })) {
    chunk.push(line);
    length += line.length;
    if (length >= CHUNK_LENGTH) await send();
  }
  await send();
  for (const task of tasks) await client.whenDone(task, { signal });
}

function expectCount(index: string, found: number, expected: number): void {
  if (found === expected) return;
  throw new SearchServerError(
    `The index ${index} holds ${found} documents, and should hold ${expected}.`,
    { hint: 'It is filled anew by itself; look for another program that writes to it.' },
  );
}
