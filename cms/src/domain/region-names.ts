/** Slug under which the umbrella site, which lists all regions, has its feed and its revision. */
export const UMBRELLA = 'umbrella';

/** Names that no region may take, because hosts, folders or routes of the portal use them. */
const RESERVED_REGION_SLUGS: readonly string[] = [
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

/** Beginning of the hosts that show drafts: `vorschau-pm.…`. No region may be called like this. */
export const PREVIEW_PREFIX = 'vorschau-';

/** Whether the portal needs a name for itself, so that no region may take it. */
export function isReservedRegionSlug(slug: string): boolean {
  return RESERVED_REGION_SLUGS.includes(slug) || `${slug}-`.startsWith(PREVIEW_PREFIX);
}
