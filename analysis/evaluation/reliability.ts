/** A probability that a detector gave, and whether coders agreed. */
export interface Scored {
  probability: number;
  hit: boolean;
}

/** One bin of a reliability table: in a calibrated score `share` is near `mean`. */
export interface ReliabilityBin {
  /** Bounds of the probabilities, from `low` up to but without `high` (the last bin with it). */
  low: number;
  high: number;
  n: number;
  /** Mean probability; null in an empty bin. */
  mean: number | null;
  /** Share that coders agreed with; null in an empty bin. */
  share: number | null;
}

/** Reliability table with bins of equal width over 0 to 1 (Murphy and Winkler 1977). */
export function reliability(scored: readonly Scored[], bins = 10): ReliabilityBin[] {
  const sums = Array.from({ length: bins }, () => ({ n: 0, probability: 0, hits: 0 }));
  for (const { probability, hit } of scored) {
    const bin = sums[Math.min(bins - 1, Math.floor(probability * bins))];
    if (!bin) continue;
    bin.n += 1;
    bin.probability += probability;
    bin.hits += hit ? 1 : 0;
  }
  return sums.map(({ n, probability, hits }, i) => ({
    low: i / bins,
    high: (i + 1) / bins,
    n,
    mean: n > 0 ? probability / n : null,
    share: n > 0 ? hits / n : null,
  }));
}

/**
 * Expected calibration error: mean distance of `mean` and `share` over the bins, weighted by n (Naeini et al. 2015,
 * Obtaining well calibrated probabilities using Bayesian binning). 0 without a score.
 */
export function calibrationError(bins: readonly ReliabilityBin[]): number {
  const all = bins.reduce((total, { n }) => total + n, 0);
  const sum = bins.reduce(
    (total, { n, mean, share }) => total + n * Math.abs((mean ?? 0) - (share ?? 0)),
    0,
  );
  return all > 0 ? sum / all : 0;
}

/** Sum of the probabilities, count of the hits, and how far they are apart. */
export interface ExpectedCount {
  expected: number;
  counted: number;
  /** (expected - counted) / sqrt(sum p(1-p)): beyond +-2 the sum is off by more than chance. 0 where every p is 0 or 1. */
  z: number;
}

/** Sum of probabilities against the count they should add up to; the variance is that of independent yes-or-no events. */
export function expectedCount(scored: readonly Scored[]): ExpectedCount {
  let expected = 0;
  let counted = 0;
  let variance = 0;
  for (const { probability, hit } of scored) {
    expected += probability;
    counted += hit ? 1 : 0;
    variance += probability * (1 - probability);
  }
  const z = variance > 0 ? (expected - counted) / Math.sqrt(variance) : 0;
  return { expected, counted, z };
}
