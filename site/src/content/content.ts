import type {
  Category,
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
import { StoryIndex } from './story-index.ts';

/**
 * All content of one site, indexed once. Pages ask named questions and never search lists
 * themselves, so that a page costs the same in a small and in a large region.
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
  /** Pages by title. */
  readonly pages: readonly Page[];
  /** Regions by name; only on the umbrella site. */
  readonly regions: readonly RegionSummary[];
  readonly #pageBySlug: ReadonlyMap<string, Page>;

  constructor(snapshot: Snapshot, settings: Pick<Settings, 'SITE_ORIGIN' | 'UMBRELLA_ORIGIN'>) {
    const { region } = snapshot;
    this.region = region;
    this.asOf = snapshot.header.asOf;
    this.colours = region?.brand ?? UMBRELLA_COLOURS;
    this.siteName = region === null ? PORTAL_NAME : `${PORTAL_NAME} ${region.name}`;
    this.origins = { site: settings.SITE_ORIGIN, umbrella: settings.UMBRELLA_ORIGIN };
    this.categories = new CategoryTree(snapshot.categories);
    this.places = new Places(snapshot.municipalities);
    this.organisations = new OrganisationIndex(snapshot.organisations);
    this.listings = new ListingIndex(snapshot.listings, this.categories, this.places);
    this.lists = new ListViews(this);
    this.stories = new StoryIndex(snapshot.stories);
    this.pages = snapshot.pages.toSorted((a, b) => a.title.localeCompare(b.title, 'de'));
    this.regions = snapshot.regionSummaries.toSorted((a, b) =>
      a.region.name.localeCompare(b.region.name, 'de'),
    );
    this.#pageBySlug = uniqueBy(this.pages, ({ slug }) => slug, 'address of a page');
  }

  /**
   * The region of this site.
   *
   * @throws Error on the umbrella site.
   */
  get ownRegion(): Region {
    return need(this.region ?? undefined, 'a region: this page belongs to region sites only');
  }

  /** The page with an address. */
  page(slug: string): Page {
    return need(this.#pageBySlug.get(slug), `a page with the address ${slug}`);
  }

  /** Whether the editors published a page under an address. */
  hasPage(slug: string): boolean {
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
      organisations: this.organisations.all.length,
      stories: this.stories.all.length,
    };
  }
}
