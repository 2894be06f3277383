import { z } from 'zod';
import type { SearchServerClient } from './client.ts';
import type { IndexVersion } from './fill-index.ts';

const IndexesSchema = z.object({
  results: z.array(z.object({ uid: z.string(), createdAt: z.string(), updatedAt: z.string() })),
});
const StatsSchema = z.object({
  indexes: z.record(z.string(), z.object({ numberOfDocuments: z.number() })),
});

/** What a server says of all its indexes, by name. */
export async function listIndexes(
  client: SearchServerClient,
  signal: AbortSignal,
): Promise<Map<string, IndexVersion>> {
  const [indexes, stats] = await Promise.all([
    client.ask('GET', '/indexes?limit=10000', undefined, { signal }),
    client.ask('GET', '/stats', undefined, { signal }),
  ]);
  const counts = StatsSchema.parse(stats).indexes;
  return new Map(
    IndexesSchema.parse(indexes).results.map(({ uid, createdAt, updatedAt }) => [
      uid,
      { createdAt, updatedAt, count: counts[uid]?.numberOfDocuments ?? 0 },
    ]),
  );
}

/** Whether an index is as it was left. */
export function isSameVersion(held: IndexVersion, found: IndexVersion | undefined): boolean {
  return (
    found?.createdAt === held.createdAt &&
    found.updatedAt === held.updatedAt &&
    found.count === held.count
  );
}
