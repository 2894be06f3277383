/** Median and 95th percentile of samples, rounded. */
export function quantiles(samples: readonly number[]): { p50: number; p95: number } {
  const sorted = samples.toSorted((a, b) => a - b);
  const at = (share: number) => Math.round(sorted[Math.ceil(share * sorted.length) - 1] ?? 0);
  return { p50: at(0.5), p95: at(0.95) };
}
