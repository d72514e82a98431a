import { Z_975 } from "./distributions.ts";

/** A share of articles, in [0, 1], with its 95% interval. */
export interface Share {
  share: number;
  low: number;
  high: number;
}

/**
 * Share k/n with Wilson's score interval (Wilson 1927), or null for n = 0.
 * @example shareWithInterval(4, 5) // share 0.8, low 0.375535, high 0.963776
 */
export function shareWithInterval(k: number, n: number): Share | null {
  if (n <= 0) return null;
  const p = k / n;
  const denominator = 1 + (Z_975 * Z_975) / n;
  const centre = p + (Z_975 * Z_975) / (2 * n);
  const half = Z_975 * Math.sqrt((p * (1 - p)) / n + (Z_975 * Z_975) / (4 * n * n));
  // With k = 0 or k = n rounding can carry a bound past the share itself.
  return {
    share: p,
    low: Math.max(0, Math.min(p, (centre - half) / denominator)),
    high: Math.min(1, Math.max(p, (centre + half) / denominator)),
  };
}
