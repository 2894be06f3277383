/** What the oldest documents lose: enough to decide between equals, too little to hide a better one. */
const MOST_LOST = 0.02;
/** Days after which half of that is lost. */
const HALF_LOST_AFTER = 45;

/**
 * Lowers a document by its age, mildly.
 *
 * `freshness(0) // => 1`, `freshness(45) // => 0.99`
 *
 * @param ageDays - Null for what has no age, such as an organisation.
 */
export function freshness(ageDays: number | null): number {
  return ageDays === null ? 1 : 1 - MOST_LOST * (1 - 2 ** (-ageDays / HALF_LOST_AFTER));
}
