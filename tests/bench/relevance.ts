/** A query with its graded answers and what was found for it, the best first. */
export interface Judged {
  region: string;
  type: string;
  query: string;
  grades: Record<string, number>;
  found: readonly string[];
}

/** Answers of the first page. */
export const LOOKED_AT = 10;
const FIRST = 3;
/** From this grade on a visitor is content. */
const GOOD = 2;

/**
 * Mean nDCG@10: how much of what could be gained on the first page is gained, 1 at best. The gain of
 * a grade is 2^grade − 1, discounted by the logarithm of its position (Järvelin and Kekäläinen, 2002).
 */
export function meanGain(judged: readonly Judged[]): number {
  return round(mean(judged.map(gainOf)));
}

/** Share of queries with a good answer, or the best there is, among the first three. */
export function successShare(judged: readonly Judged[]): number {
  const isSuccess = ({ grades, found }: Judged) => {
    const enough = Math.max(1, Math.min(GOOD, Math.max(...Object.values(grades))));
    return found.slice(0, FIRST).some((id) => (grades[id] ?? 0) >= enough);
  };
  return round(mean(judged.map((one) => (isSuccess(one) ? 1 : 0))));
}

/** Share of queries without an answer for which something was found all the same. */
export function falseHitRate(judged: readonly Judged[]): number {
  return round(mean(judged.map(({ found }) => (found.length > 0 ? 1 : 0))));
}

function gainOf({ grades, found }: Judged): number {
  const best = Object.values(grades).sort((a, b) => b - a);
  const ideal = discounted(best);
  return ideal === 0 ? 0 : discounted(found.map((id) => grades[id] ?? 0)) / ideal;
}

function discounted(grades: readonly number[]): number {
  return grades
    .slice(0, LOOKED_AT)
    .reduce((sum, grade, index) => sum + (2 ** grade - 1) / Math.log2(index + 2), 0);
}

function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
