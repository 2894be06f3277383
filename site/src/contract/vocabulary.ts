/** The closed vocabularies of the portal. The CMS schemas hold the same values; a contract test compares them. */

/** What a listing is: something offered or something sought. */
export const LISTING_KINDS = ['offer', 'request'] as const;

/** How a resource changes hands. */
export const MODES = [
  'share',
  'lend',
  'rent',
  'swap',
  'give',
  'donate',
  'time',
  'coinvest',
] as const;

/** Whom a listing is for. All five mean everybody. */
export const AUDIENCES = [
  'companies',
  'education',
  'public',
  'associations',
  'nonprofits',
] as const;

/** Where a resource is handed over, used or done, seen from the one who has it. */
export const PLACES = ['on-site', 'at-customer', 'on-request'] as const;

/** Whether a listing can still be taken up. */
export const LISTING_STATUSES = ['active', 'reserved', 'brokered'] as const;

export const PRICE_KINDS = ['free', 'fee', 'negotiable', 'swap'] as const;

/** What the amount of a price is paid for. */
export const PRICE_UNITS = [
  'minute',
  'hour',
  'day',
  'week',
  'month',
  'session',
  'piece',
  'piece-week',
  'piece-month',
  'person',
  'person-week',
  'sqm',
  'sqm-month',
  'hectare',
  'kg',
  'km',
  'kwh',
  'kwp-year',
  'share',
  'flat',
] as const;

export const CONDITIONS = ['new', 'good', 'used', 'defective'] as const;

export const ORGANISATION_KINDS = [
  'company',
  'crafts',
  'farm',
  'healthcare',
  'school',
  'nonprofit',
  'association',
  'municipality',
  'research',
] as const;

/** The German federal states by ISO 3166-2:DE; they decide which authority supervises accessibility. */
export const FEDERAL_STATES = [
  'BW',
  'BY',
  'BE',
  'BB',
  'HB',
  'HH',
  'HE',
  'MV',
  'NI',
  'NW',
  'RP',
  'SL',
  'SN',
  'ST',
  'SH',
  'TH',
] as const;

/** Slug under which the umbrella site, which lists all regions, has its feed and its releases. */
export const UMBRELLA = 'umbrella';

/** Names that no region may take, because hosts, folders or routes of the portal use them. */
export const RESERVED_REGION_SLUGS = [
  UMBRELLA,
  'www',
  'api',
  'admin',
  'cms',
  'mail',
  'status',
  'localhost',
  'regions',
] as const;
