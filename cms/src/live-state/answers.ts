/** Where an entry stands on one site. */
export type EntryStateName =
  /** Visitors have never seen it. */
  | 'unpublished'
  /** The latest change waits for its turn. */
  | 'waiting'
  | 'building'
  | 'live'
  /** Taken off the site by an editor. */
  | 'withdrawn'
  /** A listing whose last day is over. */
  | 'ended'
  /** The checks refused the site with the latest change. */
  | 'refused'
  /** Left out of the site, while the rest of it is live. */
  | 'quarantined'
  /** The last attempt did not work out; it is repeated. */
  | 'failed'
  /** Waits for the end of a rollback. */
  | 'held'
  /** The latest change waits, and nobody hears of the publisher. */
  | 'silent';

/** The state of an entry on one site. */
export interface EntrySite {
  region: string;
  regionName: string;
  state: EntryStateName;
  /** Since when, ISO 8601; null when nobody knows. */
  since: string | null;
  /** Why, in German. */
  reasons: string[];
  /** Page that visitors can open now; it may show an earlier version. */
  url: string | null;
  /** Whether the latest change takes the entry off the site. */
  isRemoval: boolean;
}

/** Answer of `GET /publishing/entries/:uid/:documentId`. */
export interface EntryAnswer {
  sites: EntrySite[];
  /** Whether the draft has changes that are not published. */
  hasNewerDraft: boolean;
}

/** Where a site as a whole stands. */
export type SiteStateName =
  'empty' | 'live' | 'waiting' | 'building' | 'refused' | 'failed' | 'pinned' | 'silent';

/** A link to an entry in the admin panel; without a uid there is none. */
export interface EntryLink {
  uid: string | null;
  documentId: string;
  title: string;
}

/** A release that can be made live again. */
export interface ReleaseAnswer {
  releaseId: string;
  revision: number;
  builtAt: string;
  counts: Record<string, number>;
  isLive: boolean;
}

/** One site in the answer of `GET /publishing/regions`. */
export interface SiteAnswer {
  region: string;
  name: string;
  url: string;
  state: SiteStateName;
  /** Since when, ISO 8601; null when nobody knows. */
  since: string | null;
  liveRevision: number;
  /** Time from the last change until it was live, in milliseconds. */
  publishToLiveMs: number | null;
  /** What is published and not on the site yet, the newest first; not all of it if there is much. */
  waiting: (EntryLink & { at: string; isRemoval: boolean })[];
  waitingCount: number;
  releases: ReleaseAnswer[];
  pinnedRelease: string | null;
  quarantine: (EntryLink & { problems: string[] })[];
  refusal: { revision: number; problems: string[]; mayAccept: boolean } | null;
  lastError: string | null;
}

/** Answer of `GET /publishing/regions`. */
export interface SitesAnswer {
  sites: SiteAnswer[];
  /** Whether the user may roll back and the like. */
  mayCommand: boolean;
}
