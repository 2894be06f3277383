import type {
  Category,
  Listing,
  Municipality,
  Organisation,
  Page,
  Region,
  RegionSummary,
  SuccessStory,
} from './documents.ts';
import type { QuarantineEntry, SnapshotHeader } from './feed.ts';
import { SnapshotState } from './snapshot-state.ts';

/** The published documents of a region at one revision, checked and sorted by type. */
export interface Snapshot {
  header: SnapshotHeader;
  /** Null on the umbrella site. */
  region: Region | null;
  municipalities: Municipality[];
  categories: Category[];
  organisations: Organisation[];
  listings: Listing[];
  stories: SuccessStory[];
  pages: Page[];
  /** Filled only on the umbrella site. */
  regionSummaries: RegionSummary[];
  /** Documents that were left out, and why. */
  quarantine: QuarantineEntry[];
}

/**
 * Reads a snapshot once.
 *
 * @param text - The whole file, UTF-8.
 * @throws SnapshotError if it cannot be used at all, see {@link SnapshotState}.
 */
export function parseSnapshot(text: string): Snapshot {
  return snapshotOf(SnapshotState.read(text));
}

/** What a state shows now, by type. */
export function snapshotOf(state: SnapshotState): Snapshot {
  return {
    header: state.header,
    region: state.all('region')[0] ?? null,
    municipalities: state.all('municipality'),
    categories: state.all('category'),
    organisations: state.all('organisation'),
    listings: state.all('listing'),
    stories: state.all('success-story'),
    pages: state.all('page'),
    regionSummaries: state.all('region-summary'),
    quarantine: state.quarantine,
  };
}
