import { LEGAL_PAGE_SLUGS, type QuarantineEntry, type Snapshot } from '@portal/site/contract';

/**
 * Finds the entry that a build broke on, by its document id in the build's output. Only entries
 * that a site can do without come into question.
 *
 * @param output - What the failed build wrote.
 * @returns The entry with the reason, or null if the output names none, or several.
 */
export function findCulprit(output: string, snapshot: Snapshot): QuarantineEntry | null {
  const words = new Set(output.match(/[A-Za-z0-9][A-Za-z0-9_-]*/g));
  const legalPages: readonly string[] = LEGAL_PAGE_SLUGS;
  const named = [
    ...snapshot.listings,
    ...snapshot.stories,
    ...snapshot.pages.filter((page) => !legalPages.includes(page.slug)),
  ].filter(({ documentId }) => words.has(documentId));
  const [culprit] = named;
  if (culprit === undefined || named.length > 1) return null;
  const reason = output
    .split('\n')
    .find((line) => line.includes(culprit.documentId))
    ?.trim()
    .slice(0, 300);
  return {
    type: culprit.type,
    documentId: culprit.documentId,
    title: culprit.title,
    problems: [
      `Die Seite dieses Eintrags ließ sich nicht erzeugen; er wurde ausgelassen. Meldung: ${reason ?? 'keine'}`,
    ],
  };
}

/** A snapshot without one of its documents. */
export function withoutDocument(snapshotText: string, documentId: string): string {
  const [header = '', ...lines] = snapshotText.split('\n').filter((line) => line !== '');
  const kept = lines.filter((line) => !hasDocumentId(line, documentId));
  const newHeader = { ...(JSON.parse(header) as object), documents: kept.length };
  return [JSON.stringify(newHeader), ...kept].map((line) => `${line}\n`).join('');
}

function hasDocumentId(line: string, documentId: string): boolean {
  if (!line.includes(documentId)) return false;
  try {
    return (JSON.parse(line) as { documentId?: unknown }).documentId === documentId;
  } catch {
    return false;
  }
}
