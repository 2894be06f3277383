import { z } from 'zod';
import {
  DocumentSchema,
  type Category,
  type Listing,
  type Municipality,
  type Organisation,
  type Page,
  type PortalDocument,
  type Region,
  type RegionSummary,
  type SuccessStory,
} from './documents.ts';
import { SnapshotHeaderSchema, type QuarantineEntry, type SnapshotHeader } from './feed.ts';

z.config(z.locales.de());

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

/** A snapshot that cannot be used at all. The message says what was found and what to do. */
export class SnapshotError extends Error {
  override name = 'SnapshotError';
}

/**
 * Reads a snapshot: a header line, then one document a line (NDJSON). A document that breaks the
 * contract, or that points to one that is not there, is left out and named in `quarantine`; the
 * rest stays usable.
 *
 * @param text - The whole file, UTF-8.
 * @throws {@link SnapshotError} if the header is missing or wrong, lines are missing, or the region
 * itself breaks the contract.
 */
export function parseSnapshot(text: string): Snapshot {
  const lines = text.split('\n').filter((line) => line !== '');
  const header = parseHeader(lines[0]);
  const documentLines = lines.slice(1);
  // Every line ends with a line feed; a file without the last one broke off inside a document.
  const completeLines = text.endsWith('\n') ? documentLines.length : documentLines.length - 1;
  if (completeLines !== header.documents) {
    throw new SnapshotError(
      `The snapshot of ${header.region} is incomplete: its header announces ${header.documents} documents, ` +
        `the file holds ${completeLines}. Fetch it again.`,
    );
  }

  const quarantine: QuarantineEntry[] = [];
  const documents: PortalDocument[] = [];
  for (const [index, line] of documentLines.entries()) {
    const raw = parseJson(line);
    const parsed = DocumentSchema.safeParse(raw);
    if (parsed.success) documents.push(parsed.data);
    else quarantine.push(describeBrokenDocument(raw, index + 2, parsed.error));
  }
  return assemble(header, documents, quarantine);
}

function parseHeader(line: string | undefined): SnapshotHeader {
  if (line === undefined) {
    throw new SnapshotError('The snapshot is empty. Fetch it again.');
  }
  const parsed = SnapshotHeaderSchema.safeParse(parseJson(line));
  if (parsed.success) return parsed.data;
  const seen = line.trimStart().startsWith('<')
    ? 'an HTML page, probably the error page of a proxy'
    : `“${line.slice(0, 80)}”`;
  throw new SnapshotError(
    `The first line of a snapshot must be a header of the feed, but it is ${seen}. ` +
      'Check that CMS_URL points to the CMS itself.',
    { cause: parsed.error },
  );
}

function parseJson(line: string): unknown {
  try {
    return ESCAPED_CONTROL.test(line)
      ? JSON.parse(line, (_, value: unknown) => (typeof value === 'string' ? toText(value) : value))
      : JSON.parse(line);
  } catch {
    return undefined;
  }
}

/** JSON writes control characters and halves of surrogate pairs as escapes only. */
const ESCAPED_CONTROL = /\\(?:[bf]|u00[01]|uffff|ud[89a-f])/i;

/** Takes out what may stand neither in HTML nor in XML; it comes from pasted text and shows nothing. */
function toText(text: string): string {
  // eslint-disable-next-line no-control-regex -- these are the characters in question
  return text.replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\uffff]/g, '').toWellFormed();
}

function describeBrokenDocument(
  raw: unknown,
  lineNumber: number,
  error: z.ZodError,
): QuarantineEntry {
  const fields = z
    .object({
      type: z.string().catch('unbekannt'),
      documentId: z.string().catch(`Zeile ${lineNumber}`),
      title: z.string().optional().catch(undefined),
      name: z.string().optional().catch(undefined),
    })
    .catch({ type: 'unbekannt', documentId: `Zeile ${lineNumber}` })
    .parse(raw);
  return {
    type: fields.type,
    documentId: fields.documentId,
    title: fields.title ?? fields.name ?? fields.documentId,
    problems:
      raw === undefined
        ? [`Zeile ${lineNumber} ist kein gültiges JSON.`]
        : error.issues.map((issue) => `${issue.path.join('.') || 'Dokument'}: ${issue.message}`),
  };
}

function assemble(
  header: SnapshotHeader,
  documents: PortalDocument[],
  quarantine: QuarantineEntry[],
): Snapshot {
  const ofType = <T extends PortalDocument['type']>(type: T) =>
    documents.filter(
      (document): document is Extract<PortalDocument, { type: T }> => document.type === type,
    );

  const region = ofType('region')[0] ?? null;
  const regionSummaries = ofType('region-summary');
  const isUmbrella = header.region === 'umbrella';
  if (!isUmbrella && region?.slug !== header.region) {
    const problems = quarantine.find((entry) => entry.type === 'region')?.problems.join('; ');
    throw new SnapshotError(
      `The snapshot of ${header.region} does not hold the region itself` +
        (problems === undefined
          ? '. Fetch it again.'
          : `: ${problems}. Mend the region in the CMS.`),
    );
  }

  const keep = <T extends PortalDocument>(
    items: T[],
    required: (item: T) => { field: string; id: string; known: ReadonlySet<string> }[],
  ): T[] =>
    items.filter((item) => {
      const missing = required(item).filter(({ id, known }) => !known.has(id));
      if (missing.length === 0) return true;
      quarantine.push({
        type: item.type,
        documentId: item.documentId,
        title: titleOf(item),
        problems: missing.map(
          ({ field }) => `${field}: Der verknüpfte Eintrag ist nicht veröffentlicht.`,
        ),
      });
      return false;
    });

  const categories = keep(ofType('category'), (category) =>
    category.parent === null
      ? []
      : [{ field: 'parent', id: category.parent, known: idsOf(ofType('category')) }],
  );
  const municipalities = ofType('municipality');
  const municipalityIds = idsOf(municipalities);
  const organisations = keep(ofType('organisation'), (organisation) => [
    { field: 'municipality', id: organisation.municipality, known: municipalityIds },
  ]);
  const organisationIds = idsOf(organisations);
  const categoryIds = idsOf(categories);
  const listings = keep(ofType('listing'), (listing) => [
    { field: 'organisation', id: listing.organisation, known: organisationIds },
    { field: 'municipality', id: listing.municipality, known: municipalityIds },
    { field: 'category', id: listing.category, known: categoryIds },
  ]);
  const listingIds = idsOf(listings);
  const stories = ofType('success-story').map((story) => ({
    ...story,
    givers: story.givers.filter((id) => organisationIds.has(id)),
    receivers: story.receivers.filter((id) => organisationIds.has(id)),
    // Listings leave the site when they end; the story about them stays.
    listings: story.listings.filter((id) => listingIds.has(id)),
    municipality:
      story.municipality !== null && municipalityIds.has(story.municipality)
        ? story.municipality
        : null,
  }));

  return {
    header,
    region,
    municipalities,
    categories,
    organisations,
    listings,
    stories,
    pages: ofType('page'),
    regionSummaries,
    quarantine,
  };
}

/** What editors know a document by. */
function titleOf(document: PortalDocument): string {
  if ('title' in document) return document.title;
  if (document.type === 'region-summary') return document.region.name;
  return typeof document.name === 'string' ? document.name : document.name.de;
}

function idsOf(items: { documentId: string }[]): ReadonlySet<string> {
  return new Set(items.map((item) => item.documentId));
}
