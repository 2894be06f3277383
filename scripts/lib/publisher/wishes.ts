import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { errorCode } from '../errors.ts';
import { writeFileAtomically } from '../files.ts';

const WishesSchema = z.object({
  /** Release that stays live whatever the CMS says; null: the newest is live. */
  pinnedRelease: z.string().nullable(),
  /** Revision that may go live although it loses much; null: none. */
  acceptedLoss: z.number().int().nonnegative().nullable(),
});

/** What editors and operators decided about a region's site. */
export type Wishes = z.infer<typeof WishesSchema>;

const NONE: Wishes = { pinnedRelease: null, acceptedLoss: null };

/**
 * Reads what was decided about a region. It lies beside the releases that it is about, so that it
 * holds for every publisher and every command.
 *
 * @param regionDir - Folder of the region's releases.
 */
export async function readWishes(regionDir: string): Promise<Wishes> {
  try {
    return WishesSchema.parse(JSON.parse(await readFile(fileOf(regionDir), 'utf8')));
  } catch (error) {
    // A damaged file must not stop publishing; who wanted something sees that it is gone.
    if (errorCode(error) === undefined || errorCode(error) === 'ENOENT') return NONE;
    throw error;
  }
}

/** Changes what was decided about a region. */
export async function writeWishes(regionDir: string, change: Partial<Wishes>): Promise<void> {
  const wishes = { ...(await readWishes(regionDir)), ...change };
  await writeFileAtomically(fileOf(regionDir), `${JSON.stringify(wishes)}\n`);
}

function fileOf(regionDir: string): string {
  return path.join(regionDir, 'wishes.json');
}
