import type { Manifest } from '../release.ts';
import type { IndexFacts } from './index-facts.ts';

/** What a live release shows: the same revision shows less on a day on which listings have ended. */
export type LiveContent = Pick<Manifest, 'revision' | 'day'>;

/** State of one index. */
export interface SearchIndexStatus {
  state: 'current' | 'filling' | 'waiting' | 'failed';
  /** Revision that it holds; null if nobody knows. */
  revision: number | null;
  documents: number | null;
  lastError: string | null;
}

/** What an index holds. */
export type HeldIndex = Omit<IndexFacts, 'known'>;

/** An index, and where it stands. */
export interface RegionIndex {
  wanted: LiveContent;
  /** The index as it was last found or filled; null: it has to be looked at. */
  held: HeldIndex | null;
  running: Promise<void> | null;
  /** Raised with every fill, so that what was seen before is not taken for news. */
  fills: number;
  failures: number;
  lastError: string | null;
  retry: NodeJS.Timeout | null;
}

/** An index that nothing is known of. */
export function newIndex(): RegionIndex {
  return {
    ...{ wanted: { revision: -1, day: '' }, held: null, running: null, fills: 0, failures: 0 },
    ...{ lastError: null, retry: null },
  };
}

/** Its state as others see it. */
export function statusOf({
  held,
  wanted,
  running,
  retry,
  lastError,
}: RegionIndex): SearchIndexStatus {
  const isCurrent = held !== null && isSameContent(held, wanted);
  return {
    state: isCurrent
      ? 'current'
      : retry !== null
        ? 'failed'
        : running !== null
          ? 'filling'
          : 'waiting',
    revision: held?.revision ?? null,
    documents: held?.count ?? null,
    lastError: isCurrent ? null : lastError,
  };
}

/** Whether both are of the same release. */
export function isSameContent(one: LiveContent, other: LiveContent): boolean {
  return one.revision === other.revision && one.day === other.day;
}

/** Whether an index has to follow. */
export function isOlder(held: LiveContent, wanted: LiveContent): boolean {
  return held.revision < wanted.revision || held.day !== wanted.day;
}
