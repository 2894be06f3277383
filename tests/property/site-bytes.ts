import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect } from 'vitest';
import type { RenderedSite } from '@portal/site/contract';
import { variantsOf } from '../../scripts/lib/publisher/release-tree.ts';

/**
 * Content of what a renderer wrote, by path.
 *
 * @throws AssertionError if the folder holds something else than the renderer says.
 */
export async function readWritten(
  directory: string,
  { written }: Pick<RenderedSite, 'written'>,
): Promise<Map<string, Buffer>> {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true });
  const names = entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => path.relative(directory, path.join(parentPath, name)));
  const claimed = Object.entries(written).flatMap(([file, facts]) => variantsOf(file, facts));
  expect(names.sort(), 'files in the folder, and those that were claimed').toEqual(claimed.sort());
  return new Map(
    await Promise.all(
      names.map(async (name) => [name, await readFile(path.join(directory, name))] as const),
    ),
  );
}

/** Names of files that differ, each with the first difference. Twins are named only for themselves. */
export function differences(
  actual: ReadonlyMap<string, Buffer>,
  expected: ReadonlyMap<string, Buffer>,
): string[] {
  const names = [...new Set([...actual.keys(), ...expected.keys()])].sort();
  return names.flatMap((name) => {
    const [found, wanted] = [actual.get(name), expected.get(name)];
    if (found === undefined) return `${name} is missing`;
    if (wanted === undefined) return `${name} should not be there`;
    if (found.equals(wanted)) return [];
    return /\.(?:br|gz|png|webp)$/.test(name) ? name : `${name}: ${firstDifference(found, wanted)}`;
  });
}

const EXCERPT = 80;

function firstDifference(found: Buffer, wanted: Buffer): string {
  const at = found.findIndex((byte, index) => byte !== wanted[index]);
  const start = Math.max(0, at - EXCERPT);
  const excerpt = (bytes: Buffer) => bytes.subarray(start, at + EXCERPT).toString('utf8');
  return `…${excerpt(found)}… instead of …${excerpt(wanted)}…`;
}
