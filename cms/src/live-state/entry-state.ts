import { type EntryStateName } from './answers';
import { type StoredReport } from './stored-report';

/** The latest change of an entry that the change log knows for a site. */
export interface LoggedChange {
  revision: number;
  operation: string;
  at: Date;
  /** When it was live; null before, or if nobody has noted it. */
  liveAt: Date | null;
}

/** What the state of an entry on a site depends on. */
export interface EntryFacts {
  isPublished: boolean;
  /** Null if the log never knew of a change, or knows it no more. */
  newest: LoggedChange | null;
  /** The latest change that the live site holds. */
  shown: LoggedChange | null;
  /** Last day of a listing that is over, `YYYY-MM-DD`. */
  endedOn: string | null;
  /** Why the live site leaves the entry out. */
  quarantine: readonly string[] | null;
  report: StoredReport | null;
  isPublisherSilent: boolean;
}

/** The state of an entry on a site. */
export interface EntryState {
  state: EntryStateName;
  since: Date | null;
  reasons: readonly string[];
  /** Whether visitors can see the entry now, perhaps in an earlier version. */
  isOnSite: boolean;
}

/** Whether the site does not show the latest change of the entry yet. */
export function isPending({ isPublished, newest, report }: EntryFacts): boolean {
  if (newest === null) return isPublished && (report?.releaseId ?? null) === null;
  return report === null || newest.revision > report.liveRevision;
}

/** Works out where an entry stands on a site. */
export function stateOfEntry(facts: EntryFacts): EntryState {
  const { isPublished, newest } = facts;
  const isOnSite = isOnSiteNow(facts);
  if (newest === null && !isPublished) {
    return { state: 'unpublished', since: null, reasons: [], isOnSite: false };
  }
  if (isPending(facts)) {
    return { ...pendingState(facts), since: newest?.at ?? null, isOnSite };
  }
  if (!isPublished) return { state: 'withdrawn', since: liveSince(facts), reasons: [], isOnSite };
  if (facts.endedOn !== null) {
    return { state: 'ended', since: new Date(facts.endedOn), reasons: [], isOnSite };
  }
  if (facts.quarantine !== null) {
    return { state: 'quarantined', since: liveSince(facts), reasons: facts.quarantine, isOnSite };
  }
  return { state: 'live', since: liveSince(facts), reasons: [], isOnSite };
}

function pendingState({ newest, report, isPublisherSilent }: EntryFacts) {
  const revision = newest?.revision ?? 0;
  if (report !== null && report.pinnedRelease !== null) {
    return { state: 'held' as const, reasons: [] };
  }
  if (isPublisherSilent) return { state: 'silent' as const, reasons: [] };
  // What the publisher said before it knew of the change is no answer to the change.
  if (report === null || report.cmsRevision < revision) {
    return { state: 'waiting' as const, reasons: [] };
  }
  if (report.state === 'building') return { state: 'building' as const, reasons: [] };
  if (report.refusal !== null && report.refusal.revision >= revision) {
    return {
      state: 'refused' as const,
      reasons: report.refusal.problems.map(({ message }) => message),
    };
  }
  if (report.state === 'failed') {
    return {
      state: 'failed' as const,
      reasons: report.lastError === null ? [] : [report.lastError],
    };
  }
  return { state: 'waiting' as const, reasons: [] };
}

function isOnSiteNow({ newest, shown, isPublished, report, ...facts }: EntryFacts): boolean {
  if (report === null || report.releaseId === null) return false;
  if (facts.quarantine !== null || facts.endedOn !== null) return false;
  if (newest === null) return isPublished;
  return shown !== null && ['publish', 'update'].includes(shown.operation);
}

/** Changes from before the portal noted when they were live count from when they were made. */
function liveSince({ newest }: EntryFacts): Date | null {
  return newest === null ? null : (newest.liveAt ?? newest.at);
}
