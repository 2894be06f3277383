const PREFIX = 'portal-';
/** Begins like no index that a visitor's key is good for. */
const NEXT_PREFIX = 'portal_next-';

/** Indexes that the key is good for from which visitors' keys are made. */
export const ALL_INDEXES = `${PREFIX}*`;

/** Name of a region's index. */
export function indexOf(region: string): string {
  return PREFIX + region;
}

/** Name of the index that is filled to take the place of a region's. */
export function nextIndexOf(region: string): string {
  return NEXT_PREFIX + region;
}

/** Region that an index belongs to; null for what is none of ours. */
export function regionOfIndex(uid: string): string | null {
  for (const prefix of [PREFIX, NEXT_PREFIX]) {
    if (uid.startsWith(prefix)) return uid.slice(prefix.length);
  }
  return null;
}
