/**
 * FNV-1a, 32 bits: spreads short keys evenly and is the same everywhere. Not for secrets.
 *
 * @returns Whole number from 0 to 2³² − 1.
 */
export function fnv1a(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  return (hash ^ (hash >>> 15)) >>> 0;
}

/** A hash of two hashes in their order, as evenly spread as they are. */
export function mixHashes(one: number, other: number): number {
  const mixed = Math.imul(one ^ Math.imul(other, 0x9e3779b1), 0x85ebca6b);
  return (mixed ^ (mixed >>> 15)) >>> 0;
}
