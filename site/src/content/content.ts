import type {
  Category,
  DocumentChange,
  Page,
  Region,
  RegionSummary,
  Snapshot,
  SuccessStory,
} from '../contract/index.ts';
import { PORTAL_NAME, UMBRELLA_COLOURS, type BrandColours } from '../lib/brand.ts';
import { CategoryTree } from './category-tree.ts';
import { need, uniqueBy } from './index-of.ts';
import { ListViews } from './list-views.ts';
import { ListingIndex } from './listing-index.ts';
import { OrganisationIndex } from './organisation-index.ts';
import { Places } from './places.ts';
import type { Settings } from './settings.ts';
import { SitePaths } from './site-paths.ts';
import { StoryIndex } from './story-index.ts';
import { TagLog } from './tags.ts';

/**
 * All content of one site, indexed once and kept up to date. Pages ask named questions and never
 * search lists themselves, so that a page costs the same in a small and in a large region; every
 * question whose answer an update may change leaves a tag.
 */
export class Content {
  /** Null on the umbrella site. */
  readonly region: Region | null;
  /** Today, `YYYY-MM-DD`. */
  readonly asOf: string;
  readonly colours: BrandColours;
  /** Name of the site: the portal with its region. */
  readonly siteName: string;
  readonly origins: { site: string; umbrella: string };
  readonly categories: CategoryTree;
  readonly places: Places;
  readonly organisations: OrganisationIndex;
  readonly listings: ListingIndex;
  readonly lists: ListViews;
  readonly stories: StoryIndex;
  /** Regions by name; only on the umbrella site. */
  readonly regions: readonly RegionSummary[];
  readonly tags = new TagLog();
  #pages: readonly Page[];
  #pageBySlug: ReadonlyMap<string, Page>;
  #paths: SitePaths | null = null;

  constructor(snapshot: Snapshot, settings: Pick<Settings, 'SITE_ORIGIN' | 'UMBRELLA_ORIGIN'>) {
    const { region } = snapshot;
    this.region = region;
    this.asOf = snapshot.header.asOf;
    this.colours = region?.brand ?? UMBRELLA_COLOURS;
    this.siteName = region === null ? PORTAL_NAME : `${PORTAL_NAME} ${region.name}`;
    this.origins = { site: settings.SITE_ORIGIN, umbrella: settings.UMBRELLA_ORIGIN };
    this.categories = new CategoryTree(snapshot.categories);
    this.places = new Places(snapshot.municipalities);
    this.organisations = new OrganisationIndex(snapshot.organisations, this.tags);
    this.listings = new ListingIndex(
      snapshot.listings,
      this.categories,
      this.places,
      this.tags,
      region?.searchWords ?? [],
    );
    this.lists = new ListViews(this, this.tags);
    this.stories = new StoryIndex(snapshot.stories, this.tags);
    this.regions = snapshot.regionSummaries.toSorted((a, b) =>
      a.region.name.localeCompare(b.region.name, 'de'),
    );
    [this.#pages, this.#pageBySlug] = filePages(snapshot.pages);
  }

  /**
   * The region of this site.
   *
   * @throws Error on the umbrella site.
   */
  get ownRegion(): Region {
    return need(this.region ?? undefined, 'a region: this page belongs to region sites only');
  }

  /** Everything that the site's routes answer. Listed when somebody asks: an index does without. */
  get paths(): SitePaths {
    return (this.#paths ??= new SitePaths(this));
  }

  /** Addresses and titles of all pages, by title. */
  get pages(): readonly Pick<Page, 'slug' | 'title'>[] {
    this.tags.read('pages');
    return this.#pages;
  }

  /** The page with an address. */
  page(slug: string): Page {
    this.tags.read(`page:${slug}`);
    return need(this.#pageBySlug.get(slug), `a page with the address ${slug}`);
  }

  /** Whether the editors published a page under an address. */
  hasPage(slug: string): boolean {
    this.tags.read('pages');
    return this.#pageBySlug.has(slug);
  }

  /** Origin of a region's site: the umbrella's with the region's slug before the host. */
  regionOrigin(slug: string): string {
    const { protocol, host } = new URL(this.origins.umbrella);
    return `${protocol}//${slug}.${host}`;
  }

  /** Category that a story is mostly about, for its illustration: that of its first listing. */
  storyCategory(story: SuccessStory): Category {
    const [listing] = story.listings;
    return listing === undefined
      ? need(this.categories.top[0], 'any category')
      : this.categories.get(this.listings.get(listing).category);
  }

  /** The numbers of the region. */
  get counts(): { offers: number; requests: number; organisations: number; stories: number } {
    return {
      offers: this.listings.count('offer'),
      requests: this.listings.count('request'),
      organisations: this.organisations.count,
      stories: this.stories.all.length,
    };
  }

  /** Takes in changed documents and touches the tags of every question with another answer. */
  update(changes: readonly DocumentChange[]): void {
    const ofType = <T extends DocumentChange['type']>(type: T) =>
      changes.filter((change): change is Extract<DocumentChange, { type: T }> => {
        return change.type === type;
      });
    const listings = ofType('listing');
    this.listings.replace(listings);
    this.lists.update(listings.flatMap(({ before, after }) => [before, after]).filter(isThere));
    this.organisations.replace(ofType('organisation'));
    this.stories.replace(ofType('success-story'));
    this.#replacePages(ofType('page'));
  }

  #replacePages(changes: readonly Extract<DocumentChange, { type: 'page' }>[]): void {
    if (changes.length === 0) return;
    const gone = new Set(changes.map(({ before }) => before));
    const come = changes.flatMap(({ after }) => after ?? []);
    [this.#pages, this.#pageBySlug] = filePages([
      ...this.#pages.filter((page) => !gone.has(page)),
      ...come,
    ]);
    for (const { before, after } of changes) {
      for (const page of [before, after]) {
        if (page !== undefined) this.tags.touch(`page:${page.slug}`);
      }
      // Every page's footer names them.
      if (before?.slug !== after?.slug || before?.title !== after?.title) this.tags.touch('pages');
    }
  }
}

function filePages(pages: readonly Page[]): [readonly Page[], ReadonlyMap<string, Page>] {
  const ordered = pages.toSorted(
    (a, b) => a.title.localeCompare(b.title, 'de') || (a.slug < b.slug ? -1 : 1),
  );
  return [ordered, uniqueBy(ordered, ({ slug }) => slug, 'address of a page')];
}

function isThere<T>(value: T | undefined): value is T {
  return value !== undefined;
}
