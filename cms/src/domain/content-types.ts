/** What the rules of the portal need to know about a content type. */
export interface ContentTypeFacts {
  /** Name in the feed and the change log. */
  name: string;
  /** What editors call one entry, with its article. */
  label: string;
  /** Attribute that names an entry; its slug is made from it. */
  titleField: 'name' | 'title';
  hasDrafts: boolean;
  /** Whether every entry belongs to a region through the attribute `region`. */
  isRegional: boolean;
  /** Relations to entries that belong to a region, and what the form calls them. */
  regionalRelations: Readonly<Record<string, string>>;
  /** Media fields, with a dot for those inside a component. */
  mediaFields: readonly string[];
}

export const REGION_UID = 'api::region.region';
export const MUNICIPALITY_UID = 'api::municipality.municipality';
export const CATEGORY_UID = 'api::category.category';
export const ORGANISATION_UID = 'api::organisation.organisation';
export const LISTING_UID = 'api::listing.listing';
export const STORY_UID = 'api::success-story.success-story';
export const PAGE_UID = 'api::page.page';
export const REGION_STATE_UID = 'api::region-state.region-state';
export const CHANGE_UID = 'api::change.change';
export const FILE_UID = 'plugin::upload.file';

/** Every content type whose entries reach a site, by uid. */
export const CONTENT_TYPES: Readonly<Record<string, ContentTypeFacts>> = {
  [REGION_UID]: {
    name: 'region',
    label: 'die Region',
    titleField: 'name',
    hasDrafts: false,
    isRegional: false,
    regionalRelations: {},
    mediaFields: ['brand.logo', 'brand.cover', 'partners.logo'],
  },
  [MUNICIPALITY_UID]: {
    name: 'municipality',
    label: 'die Gemeinde',
    titleField: 'name',
    hasDrafts: false,
    isRegional: true,
    regionalRelations: {},
    mediaFields: [],
  },
  [CATEGORY_UID]: {
    name: 'category',
    label: 'die Kategorie',
    titleField: 'name',
    hasDrafts: false,
    isRegional: false,
    regionalRelations: {},
    mediaFields: [],
  },
  [ORGANISATION_UID]: {
    name: 'organisation',
    label: 'die Organisation',
    titleField: 'name',
    hasDrafts: true,
    isRegional: true,
    regionalRelations: { municipality: 'Gemeinde' },
    mediaFields: ['logo'],
  },
  [LISTING_UID]: {
    name: 'listing',
    label: 'der Eintrag',
    titleField: 'title',
    hasDrafts: true,
    isRegional: true,
    regionalRelations: { organisation: 'Organisation', municipality: 'Gemeinde' },
    mediaFields: ['images'],
  },
  [STORY_UID]: {
    name: 'success-story',
    label: 'die Erfolgsgeschichte',
    titleField: 'title',
    hasDrafts: true,
    isRegional: true,
    regionalRelations: {
      givers: 'Gebende',
      receivers: 'Empfangende',
      listings: 'Einträge',
      municipality: 'Gemeinde',
    },
    mediaFields: ['cover'],
  },
  [PAGE_UID]: {
    name: 'page',
    label: 'die Seite',
    titleField: 'title',
    hasDrafts: true,
    isRegional: true,
    regionalRelations: {},
    mediaFields: [],
  },
};
