import { z } from 'zod';
import { DocumentSchema, type PortalDocument } from './documents.ts';
import {
  DELTA_TYPES,
  DeltaHeaderSchema,
  RemovedDocumentSchema,
  SnapshotHeaderSchema,
  type DeltaHeader,
  type DeltaType,
  type QuarantineEntry,
  type SnapshotHeader,
} from './feed.ts';
import type { Excluded, MissingMedia } from './renderer.ts';

z.config(z.locales.de());

type TypeName = PortalDocument['type'];
type DocumentOf<T extends TypeName> = Extract<PortalDocument, { type: T }>;

/** Types in the order in which they refer to each other: what comes first needs nothing of the rest. */
const TYPES = [
  'region',
  'municipality',
  'category',
  'page',
  'region-summary',
  'organisation',
  'listing',
  'success-story',
] as const satisfies readonly TypeName[];

/** A snapshot or delta that cannot be used at all. The message says what was found and what to do. */
export class SnapshotError extends Error {
  override name = 'SnapshotError';
}

/** What became of one shown document: undefined where it is not shown. */
export type DocumentChange = {
  [T in DeltaType]: {
    type: T;
    before: DocumentOf<T> | undefined;
    after: DocumentOf<T> | undefined;
  };
}[DeltaType];

/** What a delta or a newer snapshot changed of what is shown. */
export interface SnapshotChange {
  /** Something changed that any page may show, such as the region or a category. */
  isWhole: boolean;
  /** Documents that appear, disappear or look different; meaningless when `isWhole`. */
  documents: DocumentChange[];
}

/** Takes out of a document the pictures that have no file. */
export type PrepareDocument = <T extends PortalDocument>(
  document: T,
) => { document: T; missing: MissingMedia[] };

const asItIs: PrepareDocument = (document) => ({ document, missing: [] });

/**
 * The published documents of a region, kept up to date: begun with a snapshot, moved on with deltas.
 * A document that breaks the contract, or that points to one that is not there, is not shown but
 * named in the quarantine; the rest stays usable. Whatever way a state came about, equal documents
 * show equally.
 */
export class SnapshotState {
  #header: SnapshotHeader;
  readonly #prepare: PrepareDocument;
  /** Documents that keep the contract, by {@link keyOf}. */
  #documents = new Map<string, PortalDocument>();
  /** What their pictures lack. */
  #missing = new Map<string, MissingMedia[]>();
  #shown = new Map<string, PortalDocument>();
  #quarantine = new Map<string, QuarantineEntry>();
  /** Documents left out by {@link exclude}, until they change. */
  #excluded = new Map<string, Excluded & { problem: string }>();
  #idsBySlug = new Map<string, Set<string>>();

  private constructor(header: SnapshotHeader, prepare: PrepareDocument) {
    this.#header = header;
    this.#prepare = prepare;
  }

  /**
   * Reads a snapshot: a header line, then one document a line (NDJSON).
   *
   * @param text - The whole file, UTF-8.
   * @throws {@link SnapshotError} if the header is missing or wrong, lines are missing, or the region
   * itself breaks the contract.
   */
  static read(text: string, prepare: PrepareDocument = asItIs): SnapshotState {
    const { header, lines } = readLines(text, SnapshotHeaderSchema, 'snapshot');
    const state = new SnapshotState(header, prepare);
    for (const [index, line] of lines.entries()) state.#put(line, index + 2);
    for (const type of TYPES) for (const key of state.#keysOf(type)) state.#resolve(key);
    state.#expectRegion();
    return state;
  }

  /** Region, revision and day. */
  get header(): SnapshotHeader {
    return this.#header;
  }

  /** Documents that are not shown, and why, by type and id. */
  get quarantine(): QuarantineEntry[] {
    return [...this.#quarantine].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, entry]) => entry);
  }

  /** Documents left out by {@link exclude}, by type and id. */
  get excluded(): Excluded[] {
    return [...this.#excluded]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([, { type, documentId }]) => ({ type, documentId }));
  }

  /** Pictures that documents lack, by type and id. */
  get missingMedia(): MissingMedia[] {
    return [...this.#missing]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .flatMap(([, missing]) => missing);
  }

  /** Shown documents of a type, by id. */
  all<T extends TypeName>(type: T): DocumentOf<T>[] {
    return [...this.#shown.values()]
      .filter((document): document is DocumentOf<T> => document.type === type)
      .sort((a, b) => (a.documentId < b.documentId ? -1 : 1));
  }

  /**
   * Takes in a delta that begins at this state's revision.
   *
   * @param text - The whole file: a header, then a document or a removal a line.
   * @throws {@link SnapshotError} if it is incomplete or does not fit; the state stays as it was.
   */
  apply(text: string): SnapshotChange {
    const { header, lines } = readLines(text, DeltaHeaderSchema, 'delta');
    const { region, revision, asOf } = this.#header;
    if (header.region !== region || header.since !== revision || header.asOf !== asOf) {
      throw new SnapshotError(
        `The delta of ${header.region} leads from revision ${header.since} of ${header.asOf}, ` +
          `but this is revision ${revision} of ${region} on ${asOf}. Take a snapshot.`,
      );
    }
    const dirty = new Set<string>();
    for (const [index, line] of lines.entries()) {
      const removed = RemovedDocumentSchema.safeParse(parseJson(line));
      dirty.add(
        removed.success
          ? this.#remove(`${removed.data.documentType} ${removed.data.documentId}`, dirty)
          : this.#put(line, index + 2, dirty),
      );
    }
    this.#header = { ...this.#header, revision: header.revision };
    return this.#settle(dirty);
  }

  /** A state that begins like this one and goes its own way. */
  fork(): SnapshotState {
    const fork = new SnapshotState(this.#header, this.#prepare);
    fork.#documents = new Map(this.#documents);
    fork.#missing = new Map(this.#missing);
    fork.#shown = new Map(this.#shown);
    fork.#quarantine = new Map(this.#quarantine);
    fork.#excluded = new Map(this.#excluded);
    fork.#idsBySlug = new Map([...this.#idsBySlug].map(([key, ids]) => [key, new Set(ids)]));
    return fork;
  }

  /**
   * Takes in a whole snapshot of the same region that is newer.
   *
   * @throws {@link SnapshotError} as {@link SnapshotState.read}; the state stays as it was.
   */
  replace(text: string): SnapshotChange {
    const next = SnapshotState.read(text, this.#prepare);
    const keys = new Set([...this.#documents.keys(), ...next.#documents.keys()]);
    const changed = [...keys].filter(
      (key) => stringify(this.#documents.get(key)) !== stringify(next.#documents.get(key)),
    );
    const isWhole =
      changed.some((key) => !isDeltaKey(key)) || next.#header.asOf !== this.#header.asOf;
    for (const [key, excluded] of this.#excluded) {
      if (!changed.includes(key)) next.#exclude(key, excluded);
    }
    const before = this.#shown;
    this.#header = next.#header;
    this.#documents = next.#documents;
    this.#missing = next.#missing;
    this.#shown = next.#shown;
    this.#quarantine = next.#quarantine;
    this.#excluded = next.#excluded;
    this.#idsBySlug = next.#idsBySlug;
    return { isWhole, documents: isWhole ? [] : this.#keepEqual(before) };
  }

  /**
   * Leaves out a document although it keeps the contract, until it changes or is taken back in.
   *
   * @param type - Type of the document.
   * @param documentId - Its key.
   * @param problem - Why, in the editors' language.
   * @returns Null if there is no such document.
   */
  exclude(type: DeltaType, documentId: string, problem: string): SnapshotChange | null {
    const key = `${type} ${documentId}`;
    if (!this.#shown.has(key)) return null;
    return this.#exclude(key, { type, documentId, problem });
  }

  /** Takes back in what {@link SnapshotState.exclude} has left out. */
  readmit({ type, documentId }: Excluded): SnapshotChange {
    const key = `${type} ${documentId}`;
    this.#excluded.delete(key);
    return this.#settle(new Set([key]));
  }

  #exclude(key: string, excluded: Excluded & { problem: string }): SnapshotChange {
    this.#excluded.set(key, excluded);
    return this.#settle(new Set([key]));
  }

  /** Notes a line's document, or what is wrong with it; returns its key. */
  #put(line: string, lineNumber: number, dirty?: Set<string>): string {
    const raw = parseJson(line);
    const parsed = DocumentSchema.safeParse(raw);
    if (!parsed.success) {
      const entry = describeBrokenDocument(raw, lineNumber, parsed.error);
      const key = this.#remove(`${entry.type} ${entry.documentId}`, dirty);
      this.#quarantine.set(key, entry);
      return key;
    }
    const key = this.#remove(keyOf(parsed.data), dirty);
    const { document, missing } = this.#prepare(parsed.data);
    this.#documents.set(key, document);
    if (missing.length > 0) this.#missing.set(key, missing);
    const slugKey = slugKeyOf(parsed.data);
    if (slugKey !== null) {
      const ids = this.#idsBySlug.get(slugKey) ?? new Set();
      this.#idsBySlug.set(slugKey, ids.add(parsed.data.documentId));
      this.#addRivals(parsed.data, dirty);
    }
    return key;
  }

  #remove(key: string, dirty?: Set<string>): string {
    const document = this.#documents.get(key);
    if (document !== undefined) {
      const slugKey = slugKeyOf(document);
      if (slugKey !== null) this.#idsBySlug.get(slugKey)?.delete(document.documentId);
      this.#addRivals(document, dirty);
    }
    this.#documents.delete(key);
    this.#missing.delete(key);
    this.#quarantine.delete(key);
    this.#excluded.delete(key);
    return key;
  }

  /** Others with the same address: one of them alone is shown. */
  #addRivals(document: PortalDocument, dirty: Set<string> | undefined): void {
    const slugKey = slugKeyOf(document);
    if (dirty === undefined || slugKey === null) return;
    for (const id of this.#idsBySlug.get(slugKey) ?? []) dirty.add(`${document.type} ${id}`);
  }

  /** Works out anew what is shown of the given documents and of those that refer to them. */
  #settle(dirty: ReadonlySet<string>): SnapshotChange {
    const before = new Map<string, PortalDocument | undefined>();
    const todo = new Set(dirty);
    for (const type of ['page', 'organisation', 'listing', 'success-story'] as const) {
      const flipped = new Set<string>();
      for (const key of todo) {
        if (!key.startsWith(`${type} `)) continue;
        const old = this.#shown.get(key);
        this.#resolve(key);
        const now = this.#shown.get(key);
        if (old !== now) before.set(key, old);
        if ((old === undefined) !== (now === undefined)) flipped.add(key.slice(type.length + 1));
      }
      if (flipped.size === 0) continue;
      for (const [key, document] of this.#documents) {
        if (refersTo(document, type, flipped)) todo.add(key);
      }
    }
    const documents = [...before].map(([key, old]) => changeOf(old, this.#shown.get(key)));
    return { isWhole: false, documents: documents.filter((change) => change !== null) };
  }

  /** What differs from `before`; keeps the old object where a document is the same. */
  #keepEqual(before: ReadonlyMap<string, PortalDocument>): DocumentChange[] {
    const changes: (DocumentChange | null)[] = [];
    for (const key of new Set([...before.keys(), ...this.#shown.keys()])) {
      const old = before.get(key);
      const now = this.#shown.get(key);
      if (old !== undefined && stringify(old) === stringify(now)) this.#shown.set(key, old);
      else changes.push(changeOf(old, now));
    }
    return changes.filter((change) => change !== null);
  }

  #resolve(key: string): void {
    const document = this.#documents.get(key);
    if (document === undefined) {
      this.#shown.delete(key);
      return;
    }
    const problems = this.#problemsOf(key, document);
    if (problems.length > 0) {
      this.#shown.delete(key);
      const { type, documentId } = document;
      this.#quarantine.set(key, { type, documentId, title: titleOf(document), problems });
      return;
    }
    this.#quarantine.delete(key);
    const shown = document.type === 'success-story' ? this.#withKnown(document) : document;
    if (stringify(this.#shown.get(key)) !== stringify(shown)) this.#shown.set(key, shown);
  }

  #problemsOf(key: string, document: PortalDocument): string[] {
    const excluded = this.#excluded.get(key);
    if (excluded !== undefined) return [excluded.problem];
    const missing = requiredBy(document)
      .filter(({ type, id }) => !this.#shown.has(`${type} ${id}`))
      .map(({ field }) => `${field}: Der verknüpfte Eintrag ist nicht veröffentlicht.`);
    const rivals = this.#idsBySlug.get(slugKeyOf(document) ?? '') ?? new Set();
    const isTaken = [...rivals].some((id) => id < document.documentId);
    return isTaken
      ? [
          ...missing,
          'slug: Ein anderer Eintrag hat dieselbe Adresse. Bitte einen von beiden ändern.',
        ]
      : missing;
  }

  /** Listings leave the site when they end; the story about them stays. */
  #withKnown(story: DocumentOf<'success-story'>): DocumentOf<'success-story'> {
    const known = (type: TypeName) => (id: string) => this.#shown.has(`${type} ${id}`);
    const { municipality } = story;
    return {
      ...story,
      givers: story.givers.filter(known('organisation')),
      receivers: story.receivers.filter(known('organisation')),
      listings: story.listings.filter(known('listing')),
      municipality:
        municipality !== null && known('municipality')(municipality) ? municipality : null,
    };
  }

  #keysOf(type: TypeName): string[] {
    const documents = [...this.#documents].filter(([, document]) => document.type === type);
    // Parents before their children, which need them.
    const isChild = (document: PortalDocument) =>
      document.type === 'category' && document.parent !== null;
    return [
      ...documents.filter(([, document]) => !isChild(document)),
      ...documents.filter(([, document]) => isChild(document)),
    ].map(([key]) => key);
  }

  #expectRegion(): void {
    const { region } = this.#header;
    if (region === 'umbrella' || this.all('region')[0]?.slug === region) return;
    const problems = this.quarantine.find((entry) => entry.type === 'region')?.problems.join('; ');
    throw new SnapshotError(
      `The snapshot of ${region} does not hold the region itself` +
        (problems === undefined
          ? '. Fetch it again.'
          : `: ${problems}. Mend the region in the CMS.`),
    );
  }
}

function keyOf({ type, documentId }: PortalDocument): string {
  return `${type} ${documentId}`;
}

function isDeltaKey(key: string): boolean {
  return DELTA_TYPES.some((type) => key.startsWith(`${type} `));
}

/** Addresses are unique within a type; only what a page of its own has one. */
function slugKeyOf(document: PortalDocument): string | null {
  return 'slug' in document && document.type !== 'region'
    ? `${document.type} ${document.slug}`
    : null;
}

function requiredBy(document: PortalDocument): { field: string; type: TypeName; id: string }[] {
  switch (document.type) {
    case 'category':
      return document.parent === null
        ? []
        : [{ field: 'parent', type: 'category', id: document.parent }];
    case 'organisation':
      return [{ field: 'municipality', type: 'municipality', id: document.municipality }];
    case 'listing':
      return [
        { field: 'organisation', type: 'organisation', id: document.organisation },
        { field: 'municipality', type: 'municipality', id: document.municipality },
        { field: 'category', type: 'category', id: document.category },
      ];
    default:
      return [];
  }
}

function refersTo(document: PortalDocument, type: DeltaType, ids: ReadonlySet<string>): boolean {
  if (document.type === 'listing') return type === 'organisation' && ids.has(document.organisation);
  if (document.type !== 'success-story') return false;
  const { givers, receivers, listings } = document;
  if (type === 'listing') return listings.some((id) => ids.has(id));
  return type === 'organisation' && [...givers, ...receivers].some((id) => ids.has(id));
}

function changeOf(
  before: PortalDocument | undefined,
  after: PortalDocument | undefined,
): DocumentChange | null {
  const type = (before ?? after)?.type;
  if (before === after || !DELTA_TYPES.some((name) => name === type)) return null;
  return { type, before, after } as DocumentChange;
}

function stringify(document: PortalDocument | undefined): string | undefined {
  return document && JSON.stringify(document);
}

/**
 * Reads the header of a snapshot that is whole.
 *
 * @throws {@link SnapshotError} if the header is missing or wrong, or lines are missing.
 */
export function readSnapshotHeader(text: string): SnapshotHeader {
  return readLines(text, SnapshotHeaderSchema, 'snapshot').header;
}

/** The same of a delta. */
export function readDeltaHeader(text: string): DeltaHeader {
  return readLines(text, DeltaHeaderSchema, 'delta').header;
}

function readLines<T extends { region: string; documents: number }>(
  text: string,
  schema: z.ZodType<T>,
  what: 'snapshot' | 'delta',
): { header: T; lines: string[] } {
  const [first, ...lines] = text.split('\n').filter((line) => line !== '');
  if (first === undefined) throw new SnapshotError(`The ${what} is empty. Fetch it again.`);
  const parsed = schema.safeParse(parseJson(first));
  if (!parsed.success) {
    const seen = first.trimStart().startsWith('<')
      ? 'an HTML page, probably the error page of a proxy'
      : `“${first.slice(0, 80)}”`;
    throw new SnapshotError(
      `The first line of a ${what} must be a header of the feed, but it is ${seen}. ` +
        'Check that CMS_URL points to the CMS itself.',
      { cause: parsed.error },
    );
  }
  const header = parsed.data;
  // Every line ends with a line feed; a file without the last one broke off inside a document.
  const complete = text.endsWith('\n') ? lines.length : lines.length - 1;
  if (complete === header.documents) return { header, lines };
  throw new SnapshotError(
    `The ${what} of ${header.region} is incomplete: its header announces ${header.documents} documents, ` +
      `the file holds ${complete}. Fetch it again.`,
  );
}

function parseJson(line: string): unknown {
  try {
    return UNSHOWABLE.test(line)
      ? JSON.parse(line, (_, value: unknown) => (typeof value === 'string' ? toText(value) : value))
      : JSON.parse(line);
  } catch {
    return undefined;
  }
}

/** JSON writes control characters and halves of surrogate pairs as escapes only, the last two not. */
const UNSHOWABLE = /\\(?:[bf]|u00[01]|uff[ef]|ud[89a-f])|[\ufffe\uffff]/i;

// eslint-disable-next-line no-control-regex -- these are the characters in question
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

/** Takes out what may stand neither in HTML nor in XML; it comes from pasted text and shows nothing. */
function toText(text: string): string {
  return text.replaceAll(FORBIDDEN, '').toWellFormed();
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

/** What editors know a document by. */
function titleOf(document: PortalDocument): string {
  if ('title' in document) return document.title;
  if (document.type === 'region-summary') return document.region.name;
  return typeof document.name === 'string' ? document.name : document.name.de;
}
