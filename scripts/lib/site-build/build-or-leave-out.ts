import { mkdir, rm, writeFile } from 'node:fs/promises';
import type { QuarantineEntry, Snapshot } from '@portal/site/contract';
import { BuildError } from '../errors.ts';
import type { BuildRequest, SiteBuilder } from './build-site.ts';
import { readSnapshot } from './fetch-snapshot.ts';
import { findCulprit, withoutDocument } from './leave-out.ts';

/** A site that was built, perhaps without one entry. */
export interface BuiltSite {
  /** What the site shows. */
  snapshot: Snapshot;
  /** The entry that the build broke on, if there was one. */
  leftOut: QuarantineEntry[];
}

/**
 * Builds a site. If the build breaks on one entry and names it, builds once more without it, so
 * that one bad entry never holds back its region.
 *
 * @throws BuildError if the build fails for another reason, or again.
 */
export async function buildOrLeaveOut(
  build: SiteBuilder,
  request: BuildRequest,
  content: { text: string; snapshot: Snapshot },
  signal: AbortSignal,
): Promise<BuiltSite> {
  try {
    await build(request, signal);
    return { snapshot: content.snapshot, leftOut: [] };
  } catch (error) {
    if (!(error instanceof BuildError) || signal.aborted) throw error;
    const culprit = findCulprit(error.output, content.snapshot);
    if (culprit === null) throw error;
    const text = withoutDocument(content.text, culprit.documentId);
    const snapshotFile = `${request.snapshotFile}.reduced`;
    try {
      await writeFile(snapshotFile, text);
      await rm(request.outDir, { recursive: true, force: true });
      await mkdir(request.outDir, { recursive: true });
      await build({ ...request, snapshotFile }, signal);
    } finally {
      await rm(snapshotFile, { force: true });
    }
    return { snapshot: readSnapshot(text, request.region), leftOut: [culprit] };
  }
}
