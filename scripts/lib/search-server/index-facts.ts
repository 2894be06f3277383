import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { errorCode } from '../errors.ts';
import { writeFileAtomically } from '../files.ts';

const FactsSchema = z.object({
  /** What the server said of the index after it was filled; another answer means another writer. */
  createdAt: z.string(),
  updatedAt: z.string(),
  count: z.number(),
  /** Revision that it holds. */
  revision: z.number(),
  /** Day for which it was filled. */
  day: z.string(),
  /** Sources and settings that its records were made with; others mean: fill it anew. */
  recipe: z.string(),
  neighbours: z.array(z.string()),
  /** Name of the file with the hashes of its documents. */
  known: z.string(),
});

/** What the publisher remembers of an index that it has filled. */
export type IndexFacts = z.infer<typeof FactsSchema>;

/** What is remembered of the indexes: two small files for each region, which may be lost at any time. */
export class RememberedIndexes {
  readonly #dir: string;

  /** @param dir - Folder of the files. */
  constructor(dir: string) {
    this.#dir = dir;
  }

  /** What is remembered of a region's index; null: nothing that is of use. */
  async read(region: string): Promise<IndexFacts | null> {
    try {
      return FactsSchema.parse(JSON.parse(await readFile(this.#factsFile(region), 'utf8')));
    } catch (error) {
      if (errorCode(error) === undefined || errorCode(error) === 'ENOENT') return null;
      throw error;
    }
  }

  /** File with the hashes of the documents that an index holds. */
  knownFile(facts: IndexFacts): string {
    return path.join(this.#dir, facts.known);
  }

  /** Remembers an index; of the file with the hashes of its documents a copy is kept. */
  async write(region: string, facts: Omit<IndexFacts, 'known'>, knownFile: string): Promise<void> {
    const before = await this.read(region);
    const known = `${region}.${facts.revision}-${Date.now()}.known.json`;
    await writeFileAtomically(path.join(this.#dir, known), await readFile(knownFile));
    await writeFileAtomically(this.#factsFile(region), JSON.stringify({ ...facts, known }));
    if (before !== null) await rm(this.knownFile(before), { force: true });
  }

  /** Forgets an index: it has to be filled anew. */
  async forget(region: string): Promise<void> {
    const before = await this.read(region);
    await rm(this.#factsFile(region), { force: true });
    if (before !== null) await rm(this.knownFile(before), { force: true });
  }

  #factsFile(region: string): string {
    return path.join(this.#dir, `${region}.json`);
  }
}
