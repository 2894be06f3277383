import type { Listing, PortalDocument } from '@portal/site/contract';
import { berlinDay } from '../../scripts/lib/publisher/berlin-day.ts';
import { regionDocuments, toSnapshot } from '../fixtures/demo-snapshot.ts';
import type { FeedStandIn } from './feed-stand-in.ts';

/** What a region publishes, by slug: the title that its page must show. */
export type Published = ReadonlyMap<string, string>;

const KEPT_HISTORY = 300;

/**
 * A region with a handful of listings in a feed, edited as the CMS would let editors do it. It
 * remembers every state that was ever committed, for comparison with what visitors saw.
 */
export class SmallRegion {
  readonly slug: string;
  readonly #feed: FeedStandIn;
  readonly #fixed: PortalDocument[];
  readonly #template: Listing;
  readonly #states = new Map<number, Published>();
  /** Published listings by document id. */
  readonly #listings = new Map<string, Listing>();
  #asOf: string;
  #colour = '#124e66';
  #revision = 0;

  /**
   * Adds the region to the feed, with so many listings.
   *
   * @param asOf - Day of the content: today where the publisher's clock is the real one, because on
   *   any other day it fetches snapshots instead of changes.
   */
  constructor(feed: FeedStandIn, slug: string, count: number, asOf = berlinDay(new Date())) {
    this.#feed = feed;
    this.slug = slug;
    this.#asOf = asOf;
    const all = regionDocuments('pm', asOf);
    const [template] = all.filter((document) => document.type === 'listing');
    if (template === undefined) throw new Error('The demo content has no listing.');
    this.#template = template;
    this.#fixed = all
      .filter(({ type }) => !['listing', 'success-story'].includes(type))
      .map((document) => (document.type === 'region' ? { ...document, slug } : document));
    this.commit(() => {
      for (let number = 0; number < count; number += 1) {
        this.put(`${slug}-${number}`, { title: `Angebot ${number}` });
      }
    });
  }

  /** Latest committed revision. */
  get revision(): number {
    return this.#revision;
  }

  /** Ids of the published listings. */
  get ids(): string[] {
    return [...this.#listings.keys()];
  }

  /** What was published at a revision; undefined if that was never committed. */
  at(revision: number): Published | undefined {
    return this.#states.get(revision);
  }

  /** Publishes a listing or changes it; to be called within {@link SmallRegion.commit}. */
  put(id: string, change: Partial<Listing>): void {
    const before = this.#listings.get(id) ?? { ...this.#template, documentId: id, slug: id };
    this.#listings.set(id, { ...before, ...change });
  }

  /** Withdraws or deletes a listing; to be called within {@link SmallRegion.commit}. */
  remove(id: string): void {
    this.#listings.delete(id);
  }

  /** Gives the region another colour, so that every page changes. */
  paint(colour: string): void {
    this.#colour = colour;
  }

  /** One transaction of the CMS: the change and the next revision. */
  commit(change: () => void): number {
    change();
    this.#revision += 1;
    this.#write();
    return this.#revision;
  }

  /** A new day: the feed leaves out what has ended, without any change by an editor. */
  newDay(asOf: string): void {
    this.#asOf = asOf;
    this.#write();
  }

  #write(): void {
    const { snapshots, history } = this.#feed;
    const before = snapshots.get(this.slug);
    const listings = [...this.#listings.values()].filter(({ endsOn }) => endsOn >= this.#asOf);
    if (before !== undefined) history.set(`${this.slug} ${this.#revision - 1}`, before);
    history.delete(`${this.slug} ${this.#revision - KEPT_HISTORY}`);
    snapshots.set(
      this.slug,
      toSnapshot(this.slug, [...this.#painted(), ...listings], this.#asOf, this.#revision),
    );
    this.#states.set(this.#revision, new Map(listings.map(({ slug, title }) => [slug, title])));
  }

  #painted(): PortalDocument[] {
    return this.#fixed.map((document) =>
      document.type === 'region'
        ? { ...document, brand: { ...document.brand, primary: this.#colour } }
        : document,
    );
  }
}
