import {
  DocumentSchema,
  type DeltaHeader,
  type PortalDocument,
  type PreviewAnswer,
  type SnapshotState,
} from '../contract/index.ts';
import type { Content } from '../content/content.ts';
import { listingPath, organisationPath, storyPath } from '../lib/paths.ts';
import { inverse, type RenderPath } from './site-renderer.ts';

/**
 * Renders a page as it would be with some documents in place of the published ones, which stay as
 * they are.
 *
 * @param site - The published content.
 * @param documents - Lines of the feed; the first is the one to show. One that is there more than
 * once counts as it is given last.
 * @param path - Path to render; null for the page of the first document.
 */
export async function previewOf(
  site: { state: SnapshotState; content: Content; renderPath: RenderPath },
  documents: readonly unknown[],
  path: string | null,
): Promise<PreviewAnswer> {
  const { state, content, renderPath } = site;
  const trial = state.fork();
  const { changes, problems } = takeIn(trial, documents);
  if (problems.length > 0) return cannotBeShown(problems);
  content.update(changes);
  try {
    const shown = path ?? pathOf(asGivenLast(documents));
    const { status, contentType, body } = await renderPath(shown);
    return { status, contentType, body: body.toString('base64'), path: shown, problems: [] };
  } finally {
    content.update(inverse(changes));
    content.tags.takeTouched();
  }
}

function takeIn(trial: SnapshotState, documents: readonly unknown[]) {
  const { region, revision, asOf } = trial.header;
  const header: DeltaHeader = {
    ...{ type: 'delta', version: 1, region, since: revision, revision, asOf },
    documents: documents.length,
  };
  const before = new Set(trial.quarantine.map(({ documentId }) => documentId));
  const lines = [header, ...documents].map((line) => `${JSON.stringify(line)}\n`);
  const { documents: changes } = trial.apply(lines.join(''));
  const ids = new Set(documents.map((document) => (document as PortalDocument).documentId));
  const problems = trial.quarantine
    .filter(({ documentId }) => ids.has(documentId) || !before.has(documentId))
    .flatMap((entry) => entry.problems);
  return { changes, problems };
}

function cannotBeShown(problems: string[]): PreviewAnswer {
  return { status: 422, contentType: 'text/html; charset=utf-8', body: '', path: null, problems };
}

function asGivenLast(documents: readonly unknown[]): PortalDocument {
  const [{ type, documentId }] = documents as [PortalDocument];
  const last = (documents as readonly PortalDocument[]).findLast(
    (document) => document.type === type && document.documentId === documentId,
  );
  return DocumentSchema.parse(last);
}

function pathOf(document: PortalDocument): string {
  switch (document.type) {
    case 'listing':
      return listingPath(document);
    case 'organisation':
      return organisationPath(document);
    case 'success-story':
      return storyPath(document);
    case 'page':
      return `/${document.slug}/`;
    default:
      return '/';
  }
}
