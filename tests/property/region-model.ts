import {
  DELTA_TYPES,
  FEED_VERSION,
  LEGAL_PAGE_SLUGS,
  type DeltaHeader,
  type PortalDocument,
} from '@portal/site/contract';
import { toSnapshot } from '../fixtures/demo-snapshot.ts';
import { defaultDocument } from './default-documents.ts';

/** Slug of the region that the property tests edit. */
export const REGION = 'pm';

/** How many of everything a region begins with. */
export interface Size {
  organisations: number;
  listings: number;
  stories: number;
}

export const SIZES = {
  empty: { organisations: 0, listings: 0, stories: 0 },
  small: { organisations: 6, listings: 22, stories: 4 },
  /** Lists are cut into pages. */
  large: { organisations: 110, listings: 75, stories: 40 },
  /** Most lists have further pages. */
  long: { organisations: 10, listings: 600, stories: 4 },
} as const satisfies Record<string, Size>;

export type EditedType = Exclude<PortalDocument['type'], 'region-summary'>;

/** One thing that happens in the CMS, as plain data, so that it can be printed and repeated. */
export type Edit =
  /** Publishes a document with some new values; `isBroken`: this version breaks the contract. */
  | { put: EditedType; id: string; values: Record<string, unknown>; isBroken?: boolean }
  /** Unpublishes a document; the next `put` brings it back as it was. */
  | { take: EditedType; id: string }
  /** Days go by. */
  | { days: number }
  /** A picture's file arrives that was missing. */
  | { deliver: string };

type Line = Record<string, unknown> & { type: EditedType; documentId: string };

const FIRST_DAY = '2026-11-24';
const DAY_MS = 86_400_000;

/** A region in a CMS: what is published, and how the feed would deliver it and its changes. */
export class RegionModel {
  #asOf = FIRST_DAY;
  #revision = 1;
  /** Latest version of every document that there has ever been. */
  readonly #versions = new Map<string, Line>();
  readonly #published = new Map<string, Line>();

  constructor({ organisations, listings, stories }: Size) {
    const put = (type: EditedType, id: string) => {
      this.#put(type, id, {}, false);
    };
    put('region', REGION);
    for (const id of numbered('m', 4)) put('municipality', id);
    for (const id of numbered('c', 9)) put('category', id);
    for (const id of [...LEGAL_PAGE_SLUGS, 'ueber']) put('page', id);
    for (const id of numbered('o', organisations)) put('organisation', id);
    for (const id of numbered('l', listings)) put('listing', id);
    for (const id of numbered('s', stories)) put('success-story', id);
  }

  /** Does some edits at once and answers how the feed tells of them. */
  change(edits: readonly Edit[]): Change {
    const since = this.#revision;
    this.#revision += edits.length;
    const touched = new Set<string>();
    let needsSnapshot = false;
    for (const edit of edits) {
      if ('put' in edit) {
        touched.add(this.#put(edit.put, edit.id, edit.values, edit.isBroken ?? false));
      } else if ('take' in edit) {
        const key = `${edit.take} ${edit.id}`;
        if (this.#published.delete(key)) touched.add(key);
      } else {
        if ('days' in edit) this.#asOf = addDays(this.#asOf, edit.days);
        needsSnapshot = true;
      }
    }
    const isDelta = (key: string) => DELTA_TYPES.some((type) => key.startsWith(`${type} `));
    return {
      snapshot: this.snapshot(),
      delta: !needsSnapshot && [...touched].every(isDelta) ? this.#delta(since, touched) : null,
    };
  }

  /** What the feed answers now. */
  snapshot(): string {
    return toSnapshot(REGION, [...this.#feed().values()], this.#asOf, this.#revision);
  }

  /** A listing that the feed has unbroken, or a new one if there is none, and the path of its page. */
  anyListing(): { id: string; path: string } {
    const found = [...this.#feed()].find(
      ([key, { type, slug }]) => type === 'listing' && slug === this.#versions.get(key)?.['slug'],
    )?.[1];
    const { documentId, kind, slug } = found ?? defaultDocument('listing', 'l00', this.#asOf);
    const folder = kind === 'offer' ? 'angebote' : 'gesuche';
    return { id: documentId, path: `/${folder}/${String(slug)}/` };
  }

  /** Documents as edits would publish them; nothing is published. */
  drafts(edits: readonly Edit[]): Line[] {
    return edits.flatMap((edit) =>
      'put' in edit ? this.#version(edit.put, edit.id, edit.values, edit.isBroken ?? false) : [],
    );
  }

  #put(type: EditedType, id: string, values: Record<string, unknown>, isBroken: boolean): string {
    const key = `${type} ${id}`;
    this.#versions.set(key, this.#version(type, id, values, false));
    this.#published.set(key, this.#version(type, id, values, isBroken));
    return key;
  }

  #version(type: EditedType, id: string, values: Record<string, unknown>, isBroken: boolean): Line {
    const before = this.#versions.get(`${type} ${id}`) ?? defaultDocument(type, id, this.#asOf);
    return { ...before, ...values, ...(isBroken && { slug: 'Keine Adresse' }) };
  }

  /** Listings leave the feed when they end. */
  #feed(): Map<string, Line> {
    const isThere = ([, { endsOn }]: [string, Line]) =>
      typeof endsOn !== 'string' || endsOn >= this.#asOf;
    return new Map([...this.#published].filter(isThere));
  }

  #delta(since: number, touched: ReadonlySet<string>): string {
    const feed = this.#feed();
    const lines = [...touched].map((key) => {
      const [documentType = '', documentId = ''] = key.split(' ');
      return feed.get(key) ?? { type: 'removed', documentType, documentId };
    });
    const header: DeltaHeader = {
      ...{ type: 'delta', version: FEED_VERSION, region: REGION, since },
      ...{ revision: this.#revision, asOf: this.#asOf, documents: lines.length },
    };
    return [header, ...lines].map((line) => `${JSON.stringify(line)}\n`).join('');
  }
}

/** A change as the feed tells of it. */
export interface Change {
  snapshot: string;
  /** Null if only a snapshot will do. */
  delta: string | null;
}

/** Ids of a type: `o00`, `o01` … */
export function numbered(letter: string, count: number): string[] {
  return Array.from({ length: count }, (_, index) => letter + String(index).padStart(2, '0'));
}

/** A day some days after another. */
export function addDays(day: string, days: number): string {
  return new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10);
}
