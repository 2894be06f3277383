/** Slug under which the umbrella site, which lists all regions, has its feed and its revision. */
export const UMBRELLA = 'umbrella';

/** Names that no region may take, because hosts, folders or routes of the portal use them. */
export const RESERVED_REGION_SLUGS: readonly string[] = [
  UMBRELLA,
  'www',
  'api',
  'admin',
  'cms',
  'mail',
  'status',
  'localhost',
  'regions',
];
